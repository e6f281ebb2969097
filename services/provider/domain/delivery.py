"""A case at its deliverer, from registration to the result sent (art. 5.3, 5.5, 8, 11).

absent -> registered -> decided -> sent
          registered -> elsewhere: another body is competent; it may come back
          registered <- decided, sent: reopened after a complaint
"""

from enum import StrEnum
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from events.deciding import Header
from events.identity import made_by
from events.provider import CaseRegistered, DecisionMade, ResultSent
from events.provider_course import CaseForwarded, CaseReopened, HandOutPlaceChanged
from services.provider.domain.term_course import TermCourse


class Status(StrEnum):
    """How far the delivery is."""

    ABSENT = "absent"
    REGISTERED = "registered"
    DECIDED = "decided"
    SENT = "sent"
    ELSEWHERE = "elsewhere"


class Delivery(Struct, frozen=True, kw_only=True):
    """A delivery as its own events tell it."""

    case_id: str
    version: int = 0
    """How many events the stream has."""
    status: Status = Status.ABSENT
    registered: CaseRegistered | None = None
    place: HandOutPlaceChanged | None = None
    """The window that took the case over from the one that it came from."""
    term: TermCourse = TermCourse()
    decision: DecisionMade | None = None
    decision_id: str | None = None
    """Event id of the decision."""
    sent: ResultSent | None = None

    @property
    def window(self) -> str | None:
        """The agency that tells the applicant and hands the result out."""
        if self.place is not None:
            return self.place.window
        return None if self.registered is None else self.registered.window

    @property
    def window_lane(self) -> str | None:
        """Its lane: results go there, and what it says of the applicant counts here."""
        if self.place is not None:
            return self.place.from_lane
        return None if self.registered is None else self.registered.from_lane

    def the_window_lane(self) -> str:
        """Give the window's lane.

        Raises:
            ValueError: the case was not registered; `must_be` comes first.
        """
        if self.window_lane is None:
            raise ValueError(f"case {self.case_id} was not registered")
        return self.window_lane

    def must_be(self, by: Header, *expected: Status) -> None:
        """Refuse unless the delivery is in one of these states."""
        by.form(
            self.status in expected,
            "wrong-state",
            f"Case {self.case_id} is {self.status} here; this needs {' or '.join(expected)}",
        )

    def must_be_known(self, by: Header) -> None:
        """Refuse what is said of a case that never came."""
        by.form(
            self.status is not Status.ABSENT,
            "case-unknown",
            f"Case {self.case_id} is not registered here",
            "8.1(10)",
        )

    def must_hear(self, by: Header, lane: str | None) -> None:
        """Refuse what another lane than the window's says; None is an officer of this agency."""
        by.form(
            lane in (None, self.window_lane),
            "not-the-window",
            f"{lane} is not the lane of the window where case {self.case_id} is",
            "1(4)",
        )

    def must_come_from(self, by: Header, lane: str) -> None:
        """Refuse a case from a lane that neither made its id nor is known as its window."""
        by.form(
            self.status is not Status.ABSENT or made_by(self.case_id, lane),
            "not-the-window",
            f"{lane} did not make the id of case {self.case_id}: an officer registers it",
            "protocol E3",
        )
        if self.status is not Status.ABSENT:
            self.must_hear(by, lane)

    def evolve(self, event: Any) -> "Delivery":  # noqa: ANN401 -- any event of the stream
        """Fold one past event in; nothing is checked here, it has happened."""
        after = replace(
            self,
            version=self.version + 1,
            status=_AFTER.get(type(event), self.status),
            term=self.term.evolve(event),
        )
        match event:
            case CaseRegistered():
                return replace(after, registered=event, place=None)
            case HandOutPlaceChanged():
                return replace(after, place=event)
            case DecisionMade():
                here = f"delivery-{self.case_id}:{after.version}"
                return replace(after, decision=event, decision_id=here)
            case ResultSent():
                return replace(after, sent=event)
            case _:
                return after


_AFTER: Final[dict[type[Any], Status]] = {
    CaseRegistered: Status.REGISTERED,
    DecisionMade: Status.DECIDED,
    ResultSent: Status.SENT,
    CaseForwarded: Status.ELSEWHERE,
    CaseReopened: Status.REGISTERED,
}
"""What each event makes of a delivery; others change nothing."""

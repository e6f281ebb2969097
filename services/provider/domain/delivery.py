"""A case at its deliverer, from registration to the result sent (art. 5.3, 5.5, 8, 11).

absent -> registered -> decided -> sent
"""

from enum import StrEnum
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from events.deciding import Header
from events.provider import CaseRegistered, DecisionMade, ResultSent


class Status(StrEnum):
    """How far the delivery is."""

    ABSENT = "absent"
    REGISTERED = "registered"
    DECIDED = "decided"
    SENT = "sent"


class Delivery(Struct, frozen=True, kw_only=True):
    """A delivery as its own events tell it."""

    case_id: str
    status: Status = Status.ABSENT
    registered: CaseRegistered | None = None
    decision: DecisionMade | None = None

    @property
    def window(self) -> str | None:
        """The agency where the request was taken in."""
        return None if self.registered is None else self.registered.window

    def the_registration(self) -> CaseRegistered:
        """Give the registration.

        Raises:
            ValueError: the case was not registered; `must_be` comes first.
        """
        if self.registered is None:
            raise ValueError(f"case {self.case_id} was not registered")
        return self.registered

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

    def evolve(self, event: Any) -> "Delivery":  # noqa: ANN401 -- any event of the stream
        """Fold one past event in; nothing is checked here, it has happened."""
        match event:
            case CaseRegistered():
                return replace(self, status=Status.REGISTERED, registered=event)
            case DecisionMade():
                return replace(self, status=Status.DECIDED, decision=event)
            case ResultSent():
                return replace(self, status=Status.SENT)
            case _:
                return self

"""An application at its window, from the request to the result in the applicant's hand.

absent -> lodged -> refused
                 -> accepted -> with deliverer -> ready -> closed
                             ------------------> ready: at a deliverer's own counter
"""

from enum import StrEnum
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from events.deciding import Header
from events.intake import (
    AcceptanceRefused,
    ApplicationAccepted,
    ApplicationForwarded,
    ApplicationLodged,
    Carrier,
    ResultHandedOut,
    ResultReceived,
)
from events.law.norms import Variant


class Status(StrEnum):
    """How far the application is."""

    ABSENT = "absent"
    LODGED = "lodged"
    REFUSED = "refused"
    ACCEPTED = "accepted"
    WITH_DELIVERER = "with_deliverer"
    READY = "ready"
    CLOSED = "closed"


class Application(Struct, frozen=True, kw_only=True):
    """An application as its own events tell it."""

    case_id: str
    status: Status = Status.ABSENT
    lodged: ApplicationLodged | None = None
    accepted: ApplicationAccepted | None = None

    @property
    def variant(self) -> Variant | None:
        """The way of the service that the applicant took."""
        return None if self.lodged is None else self.lodged.variant

    @property
    def deliverer(self) -> str | None:
        """The agency that is to deliver."""
        return None if self.accepted is None else self.accepted.deliverer

    def the_lodging(self) -> ApplicationLodged:
        """Give the request.

        Raises:
            ValueError: nothing was lodged; `must_be` comes first.
        """
        if self.lodged is None:
            raise ValueError(f"case {self.case_id} was not lodged")
        return self.lodged

    def the_acceptance(self) -> ApplicationAccepted:
        """Give the acceptance.

        Raises:
            ValueError: the application was not accepted; `must_be` comes first.
        """
        if self.accepted is None:
            raise ValueError(f"case {self.case_id} was not accepted")
        return self.accepted

    def must_be(self, by: Header, *expected: Status) -> None:
        """Refuse unless the application is in one of these states."""
        by.form(
            self.status in expected,
            "wrong-state",
            f"Case {self.case_id} is {self.status}; this needs {' or '.join(expected)}",
        )

    def must_not_be(self, by: Header, status: Status) -> None:
        """Refuse if the application is in this state."""
        by.form(self.status is not status, "wrong-state", f"Case {self.case_id} is {status}")

    def no_paper_in_electronic(self, by: Header, carrier: Carrier) -> None:
        """Refuse paper in an electronic service before the result is received (15.1)."""
        electronic = self.variant is not None and self.variant.form == "electronic"
        by.law(
            not electronic or carrier is not Carrier.PAPER,
            "paper-in-electronic",
            "No paper moves until the result is received",
            "15.1",
        )

    def evolve(self, event: Any) -> "Application":  # noqa: ANN401 -- any event of the stream
        """Fold one past event in; nothing is checked here, it has happened."""
        status = _AFTER.get(type(event), self.status)
        match event:
            case ApplicationLodged():
                return replace(self, status=status, lodged=event)
            case ApplicationAccepted():
                return replace(self, status=status, accepted=event)
            case _:
                return replace(self, status=status)


_AFTER: Final[dict[type[Any], Status]] = {
    ApplicationLodged: Status.LODGED,
    ApplicationAccepted: Status.ACCEPTED,
    AcceptanceRefused: Status.REFUSED,
    ApplicationForwarded: Status.WITH_DELIVERER,
    ResultReceived: Status.READY,
    ResultHandedOut: Status.CLOSED,
}
"""What each event makes of an application; others change nothing."""

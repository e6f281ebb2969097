"""An application at its window, as its own events tell it; `status.py` has the diagram."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from events.deciding import Header
from events.intake import (
    Applicant,
    ApplicationAccepted,
    ApplicationForwarded,
    ApplicationLodged,
    NoticeGiven,
    ResultReceived,
)
from events.intake_course import (
    ApplicationWithdrawn,
    CaseAtWindow,
    CaseTakenOver,
    CaseTransferred,
    DocumentsSupplemented,
    FeeTaken,
)
from events.law.variant import Variant
from services.intake.domain.at_window import case_at_window, noticed, paid
from services.intake.domain.status import Status, status_after


class Application(Struct, frozen=True, kw_only=True):
    """An application as its own events tell it."""

    case_id: str
    status: Status = Status.ABSENT
    lodged: ApplicationLodged | None = None
    case: CaseAtWindow | None = None
    """From acceptance, here or at the window before; with the date told last."""
    documents: tuple[str, ...] = ()
    """What this window has accepted since."""
    fees: tuple[FeeTaken, ...] = ()
    """Taken at this window."""
    deliverer_lane: str | None = None
    """The lane that is to act on the case now."""
    withdrawn: frozenset[str] = frozenset()
    """Random ids of applicants who took their request back."""
    received_on: date | None = None
    """When the result came."""
    taken_over: CaseTakenOver | None = None
    transferred: CaseTransferred | None = None

    @property
    def request(self) -> ApplicationLodged | CaseAtWindow | None:
        """What was asked for: as accepted here or at the window before, else as lodged."""
        return self.case or self.lodged

    @property
    def variant(self) -> Variant | None:
        """The way of the service that the applicant took."""
        return None if self.request is None else self.request.variant

    @property
    def applicants(self) -> tuple[Applicant, ...]:
        """All who asked for the service, also those who have withdrawn."""
        return () if self.request is None else self.request.applicants

    def the_lodging(self) -> ApplicationLodged:
        """Give the request.

        Raises:
            ValueError: nothing was lodged; `must_be` comes first.
        """
        if self.lodged is None:
            raise ValueError(f"case {self.case_id} was not lodged")
        return self.lodged

    def the_variant(self) -> Variant:
        """Give the way of the service.

        Raises:
            ValueError: the case is not known here; `must_be` comes first.
        """
        if self.variant is None:
            raise ValueError(f"case {self.case_id} is not known here")
        return self.variant

    def the_case(self) -> CaseAtWindow:
        """Give what was accepted.

        Raises:
            ValueError: it was not; `must_be` comes first.
        """
        if self.case is None:
            raise ValueError(f"case {self.case_id} was not accepted")
        return self.case

    def must_be(self, by: Header, *expected: Status) -> None:
        """Refuse unless the application is in one of these states."""
        by.form(
            self.status in expected,
            "wrong-state",
            f"Case {self.case_id} is {self.status}; this needs {' or '.join(expected)}",
        )

    def evolve(self, event: Any) -> "Application":  # noqa: ANN401 -- any event of the stream
        """Fold one past event in; nothing is checked here, it has happened."""
        told = _TOLD.get(type(event), _nothing)(self, event)
        return replace(self, status=status_after(self.status, event), **told)


def _nothing(_before: Application, _event: Any) -> dict[str, Any]:  # noqa: ANN401 -- any event
    return {}


def _accepted(before: Application, event: ApplicationAccepted) -> dict[str, Any]:
    return {
        "case": case_at_window(before.lodged, event, before.fees),
        "documents": event.documents_accepted,
        "deliverer_lane": event.to_lane,
    }


def _taken_over(_before: Application, event: CaseTakenOver) -> dict[str, Any]:
    case = event.case
    return {"taken_over": event, "case": case, "deliverer_lane": case.deliverer_lane}


_TOLD: Final[Mapping[type[Any], Callable[[Application, Any], dict[str, Any]]]] = {
    ApplicationLodged: lambda _, event: {"lodged": event},
    ApplicationAccepted: _accepted,
    CaseTakenOver: _taken_over,
    ApplicationForwarded: lambda _, event: {"deliverer_lane": event.to_lane},
    NoticeGiven: lambda old, new: {"case": noticed(old.case, new)},
    DocumentsSupplemented: lambda old, new: {"documents": (*old.documents, *new.documents)},
    FeeTaken: lambda old, new: {"fees": (*old.fees, new), "case": paid(old.case, new)},
    ApplicationWithdrawn: lambda old, new: {"withdrawn": old.withdrawn | set(new.applicants)},
    ResultReceived: lambda _, event: {"received_on": event.on},
    CaseTransferred: lambda _, event: {"transferred": event},
}
"""What an event tells beside the state; others tell nothing."""

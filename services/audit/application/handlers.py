"""Which command goes to which stream, and who decides it."""

from collections.abc import Callable, Sequence
from typing import Any

from events.acts.shared import HANDLERS
from events.common import Act
from events.deciding import Handler, Header
from events.known import Known
from events.log.reading.policies import Handlers
from services.audit.domain.agency import AgencyRecord
from services.audit.domain.commands import (
    AcceptLanes,
    AdoptCalendar,
    AdoptEdition,
    CountDay,
    JudgeDay,
    RecordFinding,
    RegisterAgency,
    ReviewFinding,
    SupersedeFinding,
)
from services.audit.domain.finding import Finding
from services.audit.domain.ledger import Ledger
from services.audit.domain.reference import AcceptedLanes, AdoptedCalendars, LawEditions


def handlers(known: Callable[[], Known]) -> Handlers:
    """Give the authority's handlers.

    Args:
        known: reads what the instance knows of agencies and norms now.
    """

    def register(state: AgencyRecord, command: RegisterAgency, by: Header) -> Sequence[Act]:
        return state.register(command, by, known().register)

    return {
        RegisterAgency: _to(lambda c: f"agency-{c.agency}", register),
        AdoptCalendar: _to(lambda c: f"calendar-{c.calendar.jurisdiction}", AdoptedCalendars.adopt),
        AdoptEdition: _to(lambda c: f"law-{c.jurisdiction}", LawEditions.adopt),
        AcceptLanes: _to(lambda c: f"accepted-{c.agency}", AcceptedLanes.accept),
        CountDay: _to(lambda c: f"ledger-{c.jurisdiction}", Ledger.count),
        JudgeDay: _to(lambda c: f"ledger-{c.jurisdiction}", Ledger.judge),
        RecordFinding: _to(lambda c: f"finding-{c.finding_id}", Finding.record),
        SupersedeFinding: _to(lambda c: f"finding-{c.finding_id}", Finding.supersede),
        ReviewFinding: _to(lambda c: f"finding-{c.finding_id}", Finding.review),
        **HANDLERS,
    }


def _to(stream: Callable[[Any], str], decide: Callable[[Any, Any, Any], Any]) -> Handler[Any, Any]:
    return Handler(stream=stream, decide=decide)

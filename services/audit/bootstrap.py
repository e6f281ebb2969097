"""The audit put together."""

from collections.abc import Callable, Sequence
from typing import Any

from events.acts import audience as acts_audience
from events.acts import policies as acts_policies
from events.acts.shared import EMPTY, disclosing
from events.deciding import Ignored, Reaction
from events.envelope import Recorded
from events.known import Known
from events.log.reading.parts import Me
from events.log.service import Service
from services.audit.application.handlers import handlers
from services.audit.domain.agency import AgencyRecord
from services.audit.domain.audience import audience
from services.audit.domain.finding import Finding
from services.audit.domain.ledger import Ledger
from services.audit.domain.reference import AcceptedLanes, AdoptedCalendars, LawEditions


def service(me: Me, known: Callable[[], Known]) -> Service:
    """Give the audit of the authority: nothing follows by itself, its days are closed by command.

    Args:
        me: whose lane it is.
        known: reads what the instance knows of agencies and norms now.
    """

    def policy(event: Recorded[Any]) -> Sequence[Reaction | Ignored]:  # noqa: ARG001 -- the port
        return ()

    return Service(
        name="audit",
        empty={
            "agency": lambda agency: AgencyRecord(agency=agency),
            "calendar": lambda jurisdiction: AdoptedCalendars(jurisdiction=jurisdiction),
            "law": lambda jurisdiction: LawEditions(jurisdiction=jurisdiction),
            "accepted": lambda agency: AcceptedLanes(agency=agency),
            "ledger": lambda jurisdiction: Ledger(jurisdiction=jurisdiction),
            "finding": lambda finding_id: Finding(finding_id=finding_id),
            **EMPTY,
        },
        handlers={**handlers(known), **disclosing(me.realm, me.agency, known)},
        react=acts_policies.with_acts(policy, me.lane, me.agency, known),
        audience=acts_audience.with_acts(audience, known),
    )

"""One case of the log as transcribed commands; `README.md` has the table.

start      the application is lodged, accepted with the told date, and forwarded
activity   one command each
end        the result is received
"""

from datetime import datetime
from typing import Final

from events.common import Told
from events.deciding import Command
from events.intake import Applicant, Carrier, Signed
from events.law.variant import Variant
from examples.receipt.activities import CaseActs
from examples.receipt.log_case import LogCase, day_of
from examples.receipt.office import Act, Office, part_of_actor, transcribed
from examples.receipt.standard import EDITION, NORM_EDITION, RESULT, SERVICE, TERM
from examples.receipt.vocabulary import CHANNELS
from services.intake.domain.commands import (
    AcceptApplication,
    ForwardApplication,
    LodgeApplication,
    ReceiveResult,
)

NOT_RECORDED: Final = "unknown"
"""What the log does not say of an applicant or of the form of a request."""
LANGUAGE: Final = "nl"
_ELECTRONIC: Final = ("internet", "e-mail")


def acts_of(case: LogCase, office: Office) -> list[Act]:
    """Return the acts of a case: start, activities in order of time, end.

    Args:
        case: a checked case; its first activity is the confirmation of receipt.
        office: whose lanes they go to, and the mint of the case's ids.
    """
    case_id = office.id_of(case.case_id, LodgeApplication, "case_id")
    lodge = _lodge(case, case_id, office)
    accept = _accept(case, case_id, office)
    acts = [_act(case, command, case.start) for command in (lodge, accept, _forward(case, case_id))]
    activities = CaseActs(case, case_id, office)
    acts += [activities.tell(activity) for activity in case.activities]
    if case.end is not None:
        acts.append(_act(case, _receive(case, case_id, case.end), case.end))
    return acts


def _lodge(case: LogCase, case_id: str, office: Office) -> LodgeApplication:
    applicant = Applicant(
        applicant_id=office.id_of(case.case_id, LodgeApplication, "applicant_id"),
        kind=NOT_RECORDED,
        citizenship=NOT_RECORDED,
    )
    return LodgeApplication(
        **transcribed(case.start),
        case_id=case_id,
        service_code=SERVICE,
        standard_edition=EDITION,
        variant=Variant(channel=CHANNELS[case.channel], form=NOT_RECORDED),
        applicants=(applicant,),
        language=LANGUAGE,
        source_ref=case.case_id,
    )


def _accept(case: LogCase, case_id: str, office: Office) -> AcceptApplication:
    told = Told(due_on=day_of(case.deadline), term_id=TERM, norm_edition=NORM_EDITION)
    return AcceptApplication(
        **transcribed(case.start),
        case_id=case_id,
        signed=Signed(by="none"),
        identifier="none",
        receipt_no=case.case_id,
        deliverer=office.agency,
        to_lane=office.provider_lane,
        told=told,
    )


def _forward(case: LogCase, case_id: str) -> ForwardApplication:
    return ForwardApplication(**transcribed(case.start), case_id=case_id, carrier=_carrier(case))


def _receive(case: LogCase, case_id: str, end: datetime) -> ReceiveResult:
    return ReceiveResult(
        **transcribed(end), case_id=case_id, carrier=_carrier(case), result_kind=RESULT
    )


def _carrier(case: LogCase) -> Carrier:
    """Take the channel's, as the log does not say how something travelled."""
    return Carrier.ELECTRONIC if CHANNELS[case.channel] in _ELECTRONIC else Carrier.PAPER


def _act(case: LogCase, command: Command, happened: datetime) -> Act:
    return Act(
        lane="intake",
        row_id=case.case_id,
        actor_unit=part_of_actor(case.department),
        officer=part_of_actor(case.responsible),
        command=command,
        happened=happened,
        told=max(happened, case.start),
    )

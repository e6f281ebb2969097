"""One good example of each thing that bodies say of a complaint, at any stage.

Received on Friday 3 May 2024: five working days are 4, 6, 10, 13 and 14 May, since Saturday the
4th is worked and 7 to 9 are off. Of an extension the applicant is told by the 6th; strictly, by
the 4th. Ten more end on 28 May. Fifteen, at the authority, end on 28 May as well.
"""

from typing import Final

from msgspec.structs import replace

from events.common import Told
from events.complaints import (
    About,
    CheckMade,
    ComplaintAtBody,
    ComplaintDecided,
    ComplaintForwarded,
    ComplaintLodged,
    ComplaintRegistered,
    DecisionSent,
    ExaminationExtended,
    ExtensionNotified,
    Respondent,
    Verdict,
)
from events.complaints_after import (
    ComplaintWithdrawn,
    CourtActionReported,
    OutcomeNotified,
    RestorationChecked,
    RestorationDemanded,
)
from events.exchange import InquirySent
from events.intake_course import ComplaintHandedIn
from events.law.norms import StandardContents
from events.provider_course import RightsRestored
from events.words import Medium
from tests.audit import examples as x

ID: Final = "c0a8e4b2d7f14c3a4f10433808ba46bd"
"""The complaint."""
JUSTICE: Final = "complaints.justice"
"""The deliverer's lane: stage 1."""
MINISTRY: Final = "complaints.ministry"
"""The lane of the central body that approved the standard: stage 2."""
AUTHORITY: Final = "complaints.authority"
"""The quality authority's lane: stage 3."""
TRANSPORT: Final = "complaints.transport"
"""The lane of a body that no stage names."""
RENDERER: Final = Respondent(agency=x.DELIVERER, kind="deliverer")
CONTENTS: Final = replace(x.CONTENTS, complaint_path="kz-19")
BY_MINISTRY: Final[StandardContents] = replace(CONTENTS, deliverers=("ministry",))
"""A service that the central body itself renders: two stages (19.3)."""

day = x.day
DUE: Final = "2024-05-14"
AFTER: Final = "2024-05-15"
"""The day after the last one."""


def lodged(
    on: str = "2024-05-03",
    received: str | None = None,
    *,
    stage: int = 1,
    respondent: Respondent = RENDERER,
    medium: Medium = "paper",
    handed_in_at: str | None = None,
    case_id: str | None = x.CASE,
    about: str | None = None,
) -> ComplaintLodged:
    return ComplaintLodged(
        on=day(on),
        complaint_id=ID,
        stage=stage,
        case_id=case_id,
        service_code="apostille",
        respondent=respondent,
        about=(About(kind="decision", event=about),),
        medium=medium,
        handed_in_at=handed_in_at,
        received_on=day(received or on),
    )


def told(due_on: str, calendar_version: str = "kz/2024/1") -> Told:
    return Told(
        due_on=day(due_on),
        term_id="stage-deliverer",
        norm_edition="kz-draft-1579-2012",
        calendar_version=calendar_version,
    )


def registered(on: str = "2024-05-03", due_on: str = DUE) -> ComplaintRegistered:
    return ComplaintRegistered(on=day(on), registration_no="C-1", told=told(due_on))


def forwarded(on: str, to_lane: str, *, known: ComplaintLodged | None = None) -> ComplaintForwarded:
    """Send it on; what the next body must know goes with it, or beside the lanes."""
    fields = ComplaintAtBody.__struct_fields__
    return ComplaintForwarded(
        on=day(on),
        to_agency=to_lane.partition(".")[2],
        to_lane=to_lane,
        reason="not_competent",
        complaint=None
        if known is None
        else ComplaintAtBody(**{name: getattr(known, name) for name in fields}),
    )


def extended(on: str, days: int = 10, ground: str = "information") -> ExaminationExtended:
    return ExaminationExtended(on=day(on), by_days=days, ground=ground, reasons=("awaited",))


def notified(on: str, medium: Medium = "paper", *, reasons: bool = True) -> ExtensionNotified:
    return ExtensionNotified(on=day(on), medium=medium, reasons_given=reasons)


def checked(on: str) -> CheckMade:
    return CheckMade(on=day(on), on_site=True)


def inquired(on: str) -> InquirySent:
    return InquirySent(
        on=day(on), case_id=x.CASE, holder="police", kind="complaint", legal_basis="19.6(2)"
    )


def decided(on: str, outcome: Verdict = Verdict.REFUSED, **parts: object) -> ComplaintDecided:
    plain = ComplaintDecided(
        on=day(on), outcome=outcome, reasons_given=True, participation="offered", causes=("form",)
    )
    return replace(plain, **parts)


def restoring(on: str, by: str, *measures: str) -> ComplaintDecided:
    """Decide in the applicant's favour, with measures by a day."""
    return decided(on, Verdict.SATISFIED, measures=measures, measures_by=day(by))


def sent(on: str) -> DecisionSent:
    return DecisionSent(on=day(on), medium="paper", tells_next_step=True)


def outcome(
    on: str,
    said: Verdict = Verdict.REFUSED,
    *,
    no: str = "C-1",
    registered_on: str = "2024-05-03",
) -> OutcomeNotified:
    return OutcomeNotified(
        on=day(on), registration_no=no, registered_on=day(registered_on), outcome=said
    )


def withdrawn(on: str) -> ComplaintWithdrawn:
    return ComplaintWithdrawn(on=day(on))


def to_court(on: str) -> CourtActionReported:
    return CourtActionReported(on=day(on), court="almaty-administrative")


def demanded(
    on: str, by: str, *measures: str, to_lane: str = x.DELIVERER_LANE, agency: str = x.DELIVERER
) -> RestorationDemanded:
    return RestorationDemanded(
        on=day(on), to_agency=agency, to_lane=to_lane, measures=measures, by=day(by)
    )


def restored(
    on: str,
    *measures: str,
    cause: str = "provider.elsewhere/delivery-x:1",
    complaint: str | None = ID,
) -> RightsRestored:
    return RightsRestored(on=day(on), complaint_id=complaint, cause=cause, measures=measures)


def seen_to(on: str) -> RestorationChecked:
    return RestorationChecked(on=day(on), timely=True, full=True)


def handed_in(
    on: str = "2024-05-03",
    to_lane: str = JUSTICE,
    *,
    id_: str = ID,
    case_id: str | None = x.CASE,
) -> ComplaintHandedIn:
    return ComplaintHandedIn(
        on=day(on),
        complaint_id=id_,
        case_id=case_id,
        service_code="apostille",
        to_agency=to_lane.partition(".")[2],
        to_lane=to_lane,
        respondent=RENDERER,
        about=(),
        medium="paper",
    )

"""4.1(1), 5.5(6): who asks how far the case is, is told how far it is."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from events.intake import (
    AcceptanceRefused,
    ApplicationAccepted,
    ApplicationForwarded,
    ApplicationLodged,
    NoticeGiven,
    ResultHandedOut,
    ResultReceived,
    StatusTold,
)
from events.intake_course import (
    ApplicationWithdrawn,
    CaseTakenOver,
    CaseTransferred,
    ResultReturned,
)
from services.audit.domain.case_file import CaseFile
from services.audit.domain.entry import Entry
from services.audit.domain.evidence import Evidence, Kind, Rule, Sentence, Undecidable, Verdict
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rules.citations import kz
from services.audit.domain.rules.facts import refs, signer

ABSENT: Final = "absent"
AFTER: Final[Mapping[type[Any], str]] = {
    ApplicationLodged: "lodged",
    AcceptanceRefused: "refused",
    ApplicationAccepted: "accepted",
    ApplicationForwarded: "with_deliverer",
    ResultReceived: "ready",
    ResultHandedOut: "closed",
    ResultReturned: "unclaimed",
    CaseTransferred: "elsewhere",
    CaseTakenOver: "with_deliverer",
}
"""What a window says -> the stage after it (17.4)."""
WITHDRAWN: Final = "withdrawn"
REOPENED: Final = "reopened"
CAME: Final = ("ready", "closed", "unclaimed")
"""Stages that a notice of reopening ends (5.5(8))."""
STAGES: Final = frozenset((ABSENT, WITHDRAWN, *AFTER.values()))


def stage_of(told: Sequence[Any]) -> str:
    """Give the stage that a window's own acts come to.

    Args:
        told: the data of its events, in the order of its lane.
    """
    stage = ABSENT
    for act in told:
        match act:
            case NoticeGiven(kind=kind):
                stage = AFTER[ApplicationForwarded] if kind == REOPENED and stage in CAME else stage
            case ApplicationWithdrawn(applicants=()):
                stage = WITHDRAWN
            case _:
                stage = AFTER.get(type(act), stage)
    return stage


def _told_wrong(file: CaseFile, day: LedgerDay) -> Iterator[Verdict]:
    """Find stages that are not what the window's own lane had come to."""
    for told in file.all(StatusTold):
        if told.lane not in file.windows:
            continue
        before = _before(file, told)
        if told.data.stage not in STAGES:
            yield Undecidable(reason=f"stage {told.data.stage} is none that a window's acts give")
        elif told.data.stage != stage_of([one.data for one in before]):
            yield Evidence(
                charged=signer(told, day),
                began=told.ref,
                subject=file.subject,
                event_ids=refs(*before[-1:], told),
            )


def _before(file: CaseFile, told: Entry) -> Sequence[Entry]:
    """Give what the window had said of the stage, in the order of its lane."""
    kinds: Sequence[type[Any]] = (*AFTER, NoticeGiven, ApplicationWithdrawn)
    said = [one for one in file.all(*kinds) if one.lane == told.lane and one.seq < told.seq]
    return sorted(said, key=lambda one: one.seq)


STATUS_WRONG: Final[Rule[CaseFile]] = Rule(
    name="status_wrong",
    kind=Kind.BREACH,
    sentence=Sentence(
        en="The applicant was told a wrong stage.",
        kk="Алушыға қызмет көрсету сатысы туралы дұрыс емес ақпарат берілді.",
        ru="Получателю сообщены неверные сведения о стадии оказания услуги.",
    ),
    cites=kz("4.1(1)"),
    judge=_told_wrong,
)

RULES: Final = (STATUS_WRONG,)

"""All rules, and what they say of a file: only those run that have a norm in its jurisdiction."""

from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from services.audit.domain.case_file import CaseFile
from services.audit.domain.evidence import Rule, Sentence, Verdict
from services.audit.domain.lane_file import LaneFile
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rules import (
    addressed,
    complaint_authority,
    complaint_decision,
    complaint_extension,
    complaint_extension_notice,
    complaint_extension_told,
    complaint_not_authority,
    complaint_notice,
    complaint_officer,
    complaint_order,
    complaint_registration,
    complaint_restoring,
    complaint_stage,
    correction,
    documents,
    equality,
    exchange,
    fees,
    handed_over,
    own_id,
    paper,
    pausing,
    personal_data,
    start,
    status,
    waiting,
    window,
)
from services.audit.domain.rules.acceptance import ACCEPTED_INCOMPLETE, REFUSED_COMPLETE
from services.audit.domain.rules.heard import SHIPPED_TO_OTHERS, VIEW_DIFFERS
from services.audit.domain.rules.lanes import (
    BACKDATED,
    DAY_OUT_OF_ORDER,
    ID_REPEATED,
    LANE_SILENT,
    POSTDATED,
    VERSION_SKIPPED,
)
from services.audit.domain.rules.refusal import REFUSAL_GROUND_UNLISTED, REFUSAL_WITHOUT_GROUND
from services.audit.domain.rules.service_term import SERVICE_TERM_MISSED
from services.audit.domain.rules.to_centre import RESULT_TO_CENTRE_LATE
from services.audit.domain.rules.told import TOLD_WRONG

CASE_RULES: Final[tuple[Rule[CaseFile], ...]] = (
    ACCEPTED_INCOMPLETE,
    REFUSED_COMPLETE,
    TOLD_WRONG,
    SERVICE_TERM_MISSED,
    RESULT_TO_CENTRE_LATE,
    REFUSAL_WITHOUT_GROUND,
    REFUSAL_GROUND_UNLISTED,
    *window.RULES,
    paper.PAPER_MOVED,
    *documents.RULES,
    *exchange.RULES,
    *fees.RULES,
    *waiting.RULES,
    *start.RULES,
    *handed_over.RULES,
    *pausing.RULES,
    *status.RULES,
    *equality.RULES,
    *personal_data.RULES,
    *correction.RULES,
    *addressed.RULES,
    *own_id.RULES,
    *complaint_registration.RULES,
    *complaint_stage.RULES,
    *complaint_order.RULES,
    *complaint_extension.RULES,
    *complaint_extension_told.RULES,
    *complaint_extension_notice.RULES,
    *complaint_decision.RULES,
    *complaint_notice.RULES,
    *complaint_officer.RULES,
    *complaint_restoring.RULES,
    *complaint_authority.RULES,
    *complaint_not_authority.RULES,
)

LANE_RULES: Final[tuple[Rule[LaneFile], ...]] = (
    LANE_SILENT,
    BACKDATED,
    POSTDATED,
    ID_REPEATED,
    VERSION_SKIPPED,
    DAY_OUT_OF_ORDER,
    VIEW_DIFFERS,
    SHIPPED_TO_OTHERS,
)

RULES: Final[tuple[Rule[Any], ...]] = (*CASE_RULES, *LANE_RULES)


SENTENCES: Final[dict[str, Sentence]] = {
    **{rule.name: rule.sentence for rule in CASE_RULES},
    **{rule.name: rule.sentence for rule in LANE_RULES},
}
"""Rule -> what it says."""


def judge_case(file: CaseFile, day: LedgerDay) -> Iterator[tuple[Rule[CaseFile], Verdict]]:
    """Say what the rules of the day's jurisdiction find in a case."""
    for rule in _case_rules(day.jurisdiction):
        for verdict in rule.judge(file, day):
            yield rule, verdict


def judge_lane(file: LaneFile, day: LedgerDay) -> Iterator[tuple[Rule[LaneFile], Verdict]]:
    """Say what the rules of the day's jurisdiction find in a lane's conduct."""
    for rule in _lane_rules(day.jurisdiction):
        for verdict in rule.judge(file, day):
            yield rule, verdict


@cache
def _case_rules(jurisdiction: str) -> tuple[Rule[CaseFile], ...]:
    return tuple(rule for rule in CASE_RULES if rule.norm(jurisdiction) is not None)


@cache
def _lane_rules(jurisdiction: str) -> tuple[Rule[LaneFile], ...]:
    return tuple(rule for rule in LANE_RULES if rule.norm(jurisdiction) is not None)

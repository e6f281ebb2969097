"""A judgement is the difference between the evidence and the findings that stand (protocol B12)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct

from events.audit import CitedNorm, FindingMade
from services.audit.domain.commands import RecordFinding, SupersedeFinding
from services.audit.domain.evidence import (
    RULES_EDITION,
    Evidence,
    NotYet,
    Rule,
    Undecidable,
    Verdict,
    finding_id,
)
from services.audit.domain.ledger_day import LedgerDay

Change = RecordFinding | SupersedeFinding


class Judgement(Struct, frozen=True, kw_only=True):
    """What judging one file leads to."""

    changes: Sequence[Change] = ()
    undecidable: Sequence[tuple[str, str]] = ()
    """(rule, reason)."""
    again_on: date | None = None
    """The first ledger day on which the file must be looked at again."""


def finding_ids(verdicts: Iterable[tuple[Rule[Any], Verdict]]) -> list[str]:
    """Name the findings that verdicts would make."""
    return [
        finding_id(rule.name, one.charged, one.began)
        for rule, one in verdicts
        if isinstance(one, Evidence)
    ]


def judgement(
    verdicts: Iterable[tuple[Rule[Any], Verdict]],
    standing: Mapping[str, FindingMade],
    day: LedgerDay,
) -> Judgement:
    """Compare what rules say of a file with the findings on it that stand.

    Args:
        verdicts: of all rules that run, on one file.
        standing: finding id -> the finding's last version, of those that stand: all that are on
            this file; or, where the file holds only what is new, those that it gives again.
        day: the ledger day that is judged.
    """
    found: dict[str, RecordFinding] = {}
    undecidable: list[tuple[str, str]] = []
    again: list[date] = []
    for rule, verdict in verdicts:
        match verdict:
            case Evidence():
                finding = _finding(rule, verdict, day)
                found[finding.finding_id] = finding
            case Undecidable(reason=reason):
                undecidable.append((rule.name, reason))
            case NotYet(until=until):
                again.append(until)
    return Judgement(
        changes=_changes(found, standing, day),
        undecidable=undecidable,
        again_on=min(again, default=None),
    )


def _changes(
    found: Mapping[str, RecordFinding], standing: Mapping[str, FindingMade], day: LedgerDay
) -> list[Change]:
    changes: list[Change] = [
        finding for id_, finding in found.items() if not _same(standing.get(id_), finding)
    ]
    changes += [
        SupersedeFinding(
            finding_id=id_,
            charged=made.charged,
            jurisdiction=made.jurisdiction,
            judged_day=day.day,
        )
        for id_, made in standing.items()
        if id_ not in found
    ]
    return sorted(changes, key=lambda change: change.finding_id)


def _finding(rule: Rule[Any], evidence: Evidence, day: LedgerDay) -> RecordFinding:
    return RecordFinding(
        finding_id=finding_id(rule.name, evidence.charged, evidence.began),
        rule=rule.name,
        rules_edition=RULES_EDITION,
        citation=_citation(rule, evidence, day),
        kind=rule.kind,
        reading=evidence.reading,
        charged=evidence.charged,
        subject=evidence.subject,
        due_on=evidence.due_on,
        days_late=evidence.days_late,
        event_ids=evidence.event_ids,
        calendar_version=evidence.calendar_version,
        jurisdiction=day.jurisdiction,
        judged_day=day.day,
    )


def _citation(rule: Rule[Any], evidence: Evidence, day: LedgerDay) -> CitedNorm:
    norm = rule.norm(day.jurisdiction)
    if norm is None:
        raise LookupError(f"{rule.name} has no norm in {day.jurisdiction} and must not run there")
    return CitedNorm(
        act=evidence.norm_edition or norm.act, article=evidence.article or norm.article
    )


def _same(made: FindingMade | None, finding: RecordFinding) -> bool:
    """Say whether a finding says the same as its last version, but for the day judged."""
    return made is not None and (
        made.citation,
        made.reading,
        made.subject,
        made.due_on,
        made.days_late,
        made.event_ids,
        made.calendar_version,
    ) == (
        finding.citation,
        finding.reading,
        finding.subject,
        finding.due_on,
        finding.days_late,
        finding.event_ids,
        finding.calendar_version,
    )

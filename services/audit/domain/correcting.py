"""A case as it would be with its lanes' corrections, and what the rules say then (22.1(1)).

The rules judge what was recorded. A correction deletes nothing and undoes no finding: beside the
verdict without it stands the one with it.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from msgspec.structs import replace

from services.audit.domain.case_file import CaseFile
from services.audit.domain.corrections import Correction, corrections_of
from services.audit.domain.entry import Entry
from services.audit.domain.evidence import Evidence, Undecidable, finding_id
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rulebook import judge_case


class Otherwise(NamedTuple):
    """What one duty comes to with corrections, where that is not what was recorded."""

    corrections: Sequence[Correction]
    """One, or all that apply."""
    rule: str
    charged: str
    finding_id: str
    without: Evidence | None
    """As recorded; None: nothing is found."""
    corrected: Evidence | None
    undecidable: str | None
    """Why nothing can be said of it with the corrections."""


def with_corrections(file: CaseFile, corrections: Sequence[Correction]) -> CaseFile:
    """Give a case with the fields that these corrections name replaced."""
    corrected: dict[str, Entry] = {}
    for one in corrections:
        entry = corrected.get(one.corrects.ref, one.corrects)
        data = replace(entry.data, **(one.fields or {}))
        corrected[one.corrects.ref] = entry._replace(event=replace(entry.event, data=data))
    return file.replacing(list(corrected.values()))


def otherwise(file: CaseFile, day: LedgerDay) -> Iterator[Otherwise]:
    """Say what each correction changes, and all together where no single one does the same."""
    applying = [one for one in corrections_of(file) if one.fields is not None]
    if not applying:
        return
    without, alone = _judged(file, day), list[Otherwise]()
    for one in applying:
        alone += _changes(file, day, without, [one])
    yield from alone
    if len(applying) > 1:
        known = {(one.finding_id, _amount(one.corrected)) for one in alone}
        for changed in _changes(file, day, without, applying, {id_ for id_, _ in known}):
            if (changed.finding_id, _amount(changed.corrected)) not in known:
                yield changed


class _Judged(NamedTuple):
    found: Mapping[str, tuple[str, Evidence]]
    """Finding id -> rule, evidence."""
    undecidable: Mapping[str, str]
    """Rule -> reason."""


def _judged(file: CaseFile, day: LedgerDay) -> _Judged:
    found: dict[str, tuple[str, Evidence]] = {}
    undecidable: dict[str, str] = {}
    for rule, verdict in judge_case(file, day):
        if isinstance(verdict, Evidence):
            found[finding_id(rule.name, verdict.charged, verdict.began)] = (rule.name, verdict)
        elif isinstance(verdict, Undecidable):
            undecidable[rule.name] = verdict.reason
    return _Judged(found, undecidable)


def _changes(
    file: CaseFile,
    day: LedgerDay,
    without: _Judged,
    corrections: Sequence[Correction],
    also: Collection[str] = (),
) -> Iterator[Otherwise]:
    """Give what corrections change, and those findings among `also` that they do not."""
    corrected = _judged(with_corrections(file, corrections), day)
    for id_, (rule, evidence) in sorted({**corrected.found, **without.found}.items()):
        _, before = without.found.get(id_, (rule, None))
        _, after = corrected.found.get(id_, (rule, None))
        if id_ in also or _amount(before) != _amount(after):
            why = None if after is not None else corrected.undecidable.get(rule)
            yield Otherwise(corrections, rule, evidence.charged, id_, before, after, why)


def _amount(evidence: Evidence | None) -> tuple[Any, ...] | None:
    """Give what a breach comes to: that it is proved by other events changes nothing."""
    return None if evidence is None else (evidence.due_on, evidence.days_late, evidence.reading)

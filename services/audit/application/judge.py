"""Judging a counted day: which files, by which rules, with what difference (protocol B)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain

from msgspec import Struct

from events import codec
from events.audit import DayCounted
from events.envelope import Recorded
from events.log.adapters.sqlite_transaction import SqliteTransaction
from events.log.reading.batch import split_batch
from services.audit.adapters.sqlite_ledger import Ledger
from services.audit.application.case_files import case_file
from services.audit.application.counted import (
    NOTHING,
    KnownAt,
    Prefix,
    ledger_day,
    prefix_of,
)
from services.audit.application.deriving import RECORDS_MAX
from services.audit.application.lane_files import lane_files
from services.audit.domain.judging import Change, Judgement, judgement
from services.audit.domain.lane_file import LaneFile
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rulebook import judge_case, judge_lane


class DayOutcome(Struct, frozen=True, kw_only=True):
    """What judging a day leads to."""

    changes: Sequence[Change]
    """In order of their findings' ids."""
    undecidable: Counter[str]
    """Files by rule."""
    agenda: Sequence[tuple[date, str]]
    """(ledger day, case) to be looked at again."""
    cases: int
    """Cases looked at."""


class Judge:
    """Judges days; keeps nothing but what was folded of agencies and norms."""

    def __init__(self, audit_lane: str) -> None:
        self._audit_lane = audit_lane
        self._known_at = KnownAt()

    def judge(
        self, tx: SqliteTransaction, counted: Sequence[tuple[int, Recorded[DayCounted]]]
    ) -> DayOutcome:
        """Judge the last of the days counted.

        Args:
            tx: an open transaction on the ledger's store, derived up to what was counted.
            counted: (seq, event) of all days counted in this jurisdiction, ascending.
        """
        prefix, day = self.input(tx, *counted[-1])
        before, day_before = self.input(tx, *counted[-2]) if len(counted) > 1 else (NOTHING, None)
        subjects = _subjects(tx, before, prefix, day, day_before)
        cases = ((subject, case_of(tx, subject, prefix, day)) for subject in sorted(subjects))
        days = [event.data for _, event in counted]
        lanes = (
            (file.lane, lane_of(tx, file, day))
            for file in lane_files(tx, day.register, day.jurisdiction, prefix, days)
        )
        return _outcome(chain(cases, lanes), len(subjects))

    def input(
        self, tx: SqliteTransaction, seq: int, counted: Recorded[DayCounted]
    ) -> tuple[Prefix, LedgerDay]:
        """Give what counts on a counted day, and what is known on it.

        Args:
            tx: an open transaction on the ledger's store.
            seq: of the `day_counted` event in the audit lane.
            counted: the event.
        """
        data = counted.data
        register = self._known_at.register(tx, self._audit_lane, seq)
        prefix = prefix_of(Ledger(tx), register, data.jurisdiction, data.date, data.silent)
        known = self._known_at.known(tx, self._audit_lane, seq, prefix.sizes)
        return prefix, ledger_day(counted, known, prefix)


def case_of(tx: SqliteTransaction, subject: str, prefix: Prefix, day: LedgerDay) -> Judgement:
    """Judge one case as counted."""
    ledger = Ledger(tx)
    file = case_file(ledger, subject, ledger.case(subject), prefix.sizes)
    return judgement(judge_case(file, day), ledger.standing(subject, day.jurisdiction), day)


def lane_of(tx: SqliteTransaction, file: LaneFile, day: LedgerDay) -> Judgement:
    """Judge one lane's conduct as counted."""
    standing = Ledger(tx).standing(file.lane, day.jurisdiction)
    return judgement(judge_lane(file, day), standing, day)


def _outcome(judged: Iterable[tuple[str, Judgement]], cases: int) -> DayOutcome:
    changes: list[Change] = []
    undecidable: Counter[str] = Counter()
    agenda: list[tuple[date, str]] = []
    for subject, one in judged:
        changes += one.changes
        undecidable.update(rule for rule, _ in one.undecidable)
        if one.again_on is not None:
            agenda.append((one.again_on, subject))
    changes.sort(key=lambda change: change.finding_id)
    return DayOutcome(changes=changes, undecidable=undecidable, agenda=agenda, cases=cases)


def _subjects(
    tx: SqliteTransaction,
    before: Prefix,
    prefix: Prefix,
    day: LedgerDay,
    day_before: LedgerDay | None,
) -> set[str]:
    """List the cases that may judge otherwise than the day before.

    They have new events, or are on the agenda; all are, if agencies or norms have changed.
    """
    ledger = Ledger(tx)
    if day_before is not None and not _same_reference(day, day_before):
        return set(ledger.subjects())
    touched = {
        subject
        for lane, size in prefix.sizes.items()
        for subject in _touched(ledger, lane, before.sizes.get(lane, 0), size)
    }
    return touched | ledger.due(day.day)


def _same_reference(day: LedgerDay, before: LedgerDay) -> bool:
    return day.norms is before.norms and day.register is before.register


def _touched(ledger: Ledger, lane: str, after: int, upto: int) -> Iterator[str]:
    while after < upto:
        records = ledger.archived(lane, after, RECORDS_MAX)
        for record in records:
            for seq, raw in enumerate(split_batch(record.value), record.start + 1):
                if after < seq <= upto and isinstance(raw, bytes):
                    yield codec.subject(raw)
        after = records[-1].size if records else upto

"""Judging a counted day: which files, by which rules, with what difference (protocol B)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain

from msgspec import Struct, field

from events.audit import DayCounted
from events.log.adapters.sqlite_transaction import SqliteTransaction
from services.audit.adapters.sqlite_ledger import LedgerTables
from services.audit.application.case_files import CaseFiles
from services.audit.application.counted import NOTHING, KnownAt, Prefix, ledger_day, prefix_of
from services.audit.application.lane_files import lane_files
from services.audit.application.ledger_days import BookedDay, counted_days
from services.audit.application.making import made_at
from services.audit.application.recounting import Recount, recounts
from services.audit.application.scope import Scope
from services.audit.domain.case_file import CaseFile
from services.audit.domain.evidence import RULES_EDITION
from services.audit.domain.judging import Change, Judgement, finding_ids, judgement
from services.audit.domain.lane_file import LaneFile
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rulebook import judge_case, judge_lane


class DayOutcome(Struct, frozen=True, kw_only=True):
    """What judging a day leads to."""

    changes: Sequence[Change] = ()
    """In order of their findings' ids."""
    undecidable: Counter[str] = field(default_factory=Counter)
    """Files by rule."""
    agenda: Sequence[tuple[date, str]] = ()
    """(ledger day, case) to be looked at again."""
    recounted: Sequence[Recount] = ()
    """What lanes said that they were shown."""
    cases: int = 0
    """Cases looked at."""


class Judge:
    """Judges days; writes nothing, keeps nothing but what was folded of agencies and norms."""

    def __init__(self, audit_lane: str) -> None:
        self._audit_lane = audit_lane
        self._known_at = KnownAt()

    def judge(
        self, tx: SqliteTransaction, today: BookedDay, before: BookedDay | None
    ) -> DayOutcome:
        """Judge the day counted last.

        Args:
            tx: a snapshot of the ledger's store, derived up to what was counted.
            today: the day.
            before: the day judged before it in this jurisdiction.
        """
        scope = self._scope(tx, today, before)
        subjects, recounted = scope.subjects(LedgerTables(tx)), recounts(tx, scope)
        files = CaseFiles(tx, scope.prefix.sizes, scope.day.register)
        cases = ((one, case_of(tx, files.of(one), scope.day)) for one in sorted(subjects))
        kept = lane_files(tx, scope, _counted(tx, scope, today, before), recounted)
        lanes = ((file.lane, lane_of(tx, file, scope.day)) for file in kept)
        return _outcome(chain(cases, lanes), recounted, len(subjects))

    def input(self, tx: SqliteTransaction, counted: BookedDay) -> tuple[Prefix, LedgerDay]:
        """Give what counts on a counted day, and what is known on it."""
        data = counted.counted.data
        register = self._known_at.register(tx, self._audit_lane, counted.seq)
        prefix = prefix_of(LedgerTables(tx), register, data.jurisdiction, data.date, data.silent)
        known = self._known_at.known(tx, self._audit_lane, counted.seq, prefix.sizes)
        return prefix, ledger_day(counted.counted, known, prefix)

    def _scope(self, tx: SqliteTransaction, today: BookedDay, before: BookedDay | None) -> Scope:
        """Say what is new; all is, if agencies, norms, the rules or the tables are others."""
        prefix, day = self.input(tx, today)
        authority = day.register.agency_id(self._audit_lane)
        if before is None:
            return Scope(day=day, prefix=prefix, since=NOTHING, authority=authority)
        since, day_before = self.input(tx, before)
        same = (
            day.norms is day_before.norms
            and day.register is day_before.register
            and before.edition == RULES_EDITION
            and (before.judged_at or 0) > made_at(tx)
        )
        since_when = since if same else None
        return Scope(day=day, prefix=prefix, since=since_when, authority=authority)


def case_of(tx: SqliteTransaction, file: CaseFile, day: LedgerDay) -> Judgement:
    """Judge one case as counted."""
    standing = LedgerTables(tx).standing(file.subject, day.jurisdiction)
    return judgement(judge_case(file, day), standing, day)


def lane_of(tx: SqliteTransaction, file: LaneFile, day: LedgerDay) -> Judgement:
    """Judge one lane's conduct as counted."""
    tables, verdicts = LedgerTables(tx), list(judge_lane(file, day))
    if file.whole:
        standing = tables.standing(file.lane, day.jurisdiction)
    else:
        standing = tables.standing_of(finding_ids(verdicts), day.jurisdiction)
    return judgement(verdicts, standing, day)


def leave(tx: SqliteTransaction, jurisdiction: str, outcome: DayOutcome) -> None:
    """Leave to the days to come what a judged day has found out."""
    tables = LedgerTables(tx)
    tables.look_again(jurisdiction, outcome.agenda)
    tables.settle_claims((one.claim, one.differs) for one in outcome.recounted)


def _counted(
    tx: SqliteTransaction, scope: Scope, today: BookedDay, before: BookedDay | None
) -> list[DayCounted]:
    """Give the days in which silences can be seen that are looked at."""
    if scope.since is None:
        return counted_days(tx, today)
    return [day.counted.data for day in (before, today) if day is not None]


def _outcome(
    judged: Iterable[tuple[str, Judgement]], recounted: Sequence[Recount], cases: int
) -> DayOutcome:
    changes: list[Change] = []
    undecidable: Counter[str] = Counter()
    agenda: list[tuple[date, str]] = []
    for subject, one in judged:
        changes += one.changes
        undecidable.update(rule for rule, _ in one.undecidable)
        if one.again_on is not None:
            agenda.append((one.again_on, subject))
    changes.sort(key=lambda change: change.finding_id)
    return DayOutcome(
        changes=changes, undecidable=undecidable, agenda=agenda, recounted=recounted, cases=cases
    )

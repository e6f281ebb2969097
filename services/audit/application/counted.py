"""The input of a ledger day: for each lane the prefix that counts, and what was known (B4-B8)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from msgspec import Struct

from events import codec
from events.audit import DayCounted, SilentLane
from events.envelope import Recorded
from events.known import Known
from events.log.lane.store import Kept, Transaction
from events.register import Lane, Register
from services.audit.adapters.sqlite_ledger import LedgerTables
from services.audit.domain.ledger_day import LedgerDay
from services.audit.projections.rows import DayRow

FOLDED_MAX: Final = 8
"""Folds kept: today's and yesterday's, with and without other lanes, and some to spare."""


class Prefix(Struct, frozen=True, kw_only=True):
    """Of each lane of a jurisdiction, how many events count, and to which closed day."""

    sizes: Mapping[str, int]
    covered: Mapping[str, date]


NOTHING = Prefix(sizes={}, covered={})


def lanes_of(register: Register, jurisdiction: str) -> list[Lane]:
    """List the lanes of a jurisdiction that keep a day book, by name (not the ledger's: H9)."""
    return sorted(
        (
            lane
            for lane in register.lanes.values()
            if register.agencies[lane.agency].jurisdiction == jurisdiction
            and not lane.lane.startswith("audit.")
        ),
        key=lambda lane: lane.lane,
    )


def uncovered(
    tables: LedgerTables, register: Register, jurisdiction: str, day: date
) -> list[SilentLane]:
    """List the lanes that owe a day and have not closed it, with their last closed day.

    A lane that ended owes its last day until it has closed it.
    """
    found: list[SilentLane] = []
    for lane in lanes_of(register, jurisdiction):
        if lane.first_day <= day and tables.day(lane.lane, owed(lane, day)) is None:
            last = tables.last_day(lane.lane, before=day)
            last_day = None if last is None else date.fromisoformat(last.day)
            found.append(SilentLane(lane=lane.lane, last_day=last_day))
    return found


def prefix_of(
    tables: LedgerTables,
    register: Register,
    jurisdiction: str,
    day: date,
    silent: Iterable[SilentLane],
) -> Prefix:
    """Say how much of each lane counts on a ledger day (protocol B5, B8)."""
    last_days = {lane.lane: lane.last_day for lane in silent}
    sizes: dict[str, int] = {}
    covered: dict[str, date] = {}
    lanes = lanes_of(register, jurisdiction)
    open_pasts = _open_pasts(lanes, day, last_days)
    for lane in lanes:
        if lane.historic and lane.agency in open_pasts:
            continue
        row = _last_counted(tables, lane, day, last_days)
        if row is not None:
            sizes[lane.lane] = row.seq
            covered[lane.lane] = date.fromisoformat(row.day)
    return Prefix(sizes=sizes, covered=covered)


def owed(lane: Lane, day: date) -> date:
    """Give the day that a lane must have closed to cover a ledger day: that day, or its last."""
    return day if lane.last_day is None else min(day, lane.last_day)


def _open_pasts(lanes: Sequence[Lane], day: date, silent: Mapping[str, date | None]) -> set[str]:
    """List the agencies of which a historic lane has not closed its last day by this day (B8)."""
    return {
        lane.agency
        for lane in lanes
        if lane.historic and (lane.last_day is None or lane.last_day > day or lane.lane in silent)
    }


def _last_counted(
    tables: LedgerTables, lane: Lane, day: date, silent: Mapping[str, date | None]
) -> DayRow | None:
    last = silent[lane.lane] if lane.lane in silent else owed(lane, day)
    return None if last is None else tables.day(lane.lane, last)


class KnownAt:
    """What was known of agencies and norms when a day was counted; folded once for each input."""

    def __init__(self) -> None:
        self._folded: dict[tuple[tuple[str, int], ...], Known] = {}

    def register(self, tx: Transaction, audit_lane: str, counted_at: int) -> Register:
        """Give the register as of a size of the audit lane."""
        return self.known(tx, audit_lane, counted_at, {}).register

    def known(
        self, tx: Transaction, audit_lane: str, counted_at: int, sizes: Mapping[str, int]
    ) -> Known:
        """Give what the audit lane up to a size, and the counted prefixes of others, tell.

        The audit lane comes first, then the others by name: arrival has no say in it.
        """
        limits = {**sizes, audit_lane: counted_at}
        kept = [one for _, one in tx.kept() if one.seq <= limits.get(one.lane, 0)]
        kept.sort(key=lambda one: (one.lane != audit_lane, one.lane, one.seq))
        key = tuple((one.lane, one.seq) for one in kept)
        if key not in self._folded:
            self._folded = dict(list(self._folded.items())[-FOLDED_MAX:])
            self._folded[key] = fold(kept, audit_lane)
        return self._folded[key]


def fold(kept: Iterable[Kept], audit_lane: str) -> Known:
    """Fold kept events, of which the audit lane's tell of agencies."""
    known = Known(audit_lane=audit_lane)
    for one in kept:
        known = known.evolve(codec.read(one.raw))
    return known


def ledger_day(counted: Recorded[DayCounted], known: Known, prefix: Prefix) -> LedgerDay:
    """Give what the rules may know on a ledger day."""
    return LedgerDay(
        jurisdiction=counted.data.jurisdiction,
        day=counted.data.date,
        register=known.register,
        norms=known.norms,
        covered=prefix.covered,
    )

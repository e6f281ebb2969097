"""Ledger days as the audit lane has recorded them: counted, found, judged, in this order (B3)."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from events.audit import DayCounted, DayJudged, FindingMade, FindingSuperseded
from events.log.adapters.sqlite_transaction import SqliteTransaction
from events.log.checking import Fault
from services.audit.adapters.sqlite_ledger import LedgerTables
from services.audit.adapters.sqlite_own import Own
from services.audit.application.ledger_days import BookedDay

_IN_DAYS = (DayCounted, FindingMade, FindingSuperseded, DayJudged)


class RecordedDay(Struct, frozen=True, kw_only=True):
    """A ledger day with all that was found on it."""

    day: BookedDay
    before: BookedDay | None
    """The day before it in this jurisdiction."""
    findings: list[Own]
    """Made and superseded, in the order of the lane."""

    @property
    def jurisdiction(self) -> str:
        """Whose day it is."""
        where: str = self.day.counted.data.jurisdiction
        return where

    @property
    def end(self) -> int:
        """The seq of `day_judged`; while the day is open, of its last event."""
        if self.day.judged_at is not None:
            return self.day.judged_at
        return self.findings[-1].seq if self.findings else self.day.seq


def recorded_days(tx: SqliteTransaction, lane: str) -> Iterator[RecordedDay | Fault]:
    """Read the days in the order in which they were judged, open ones last.

    A fault is what stands in no day: findings belong between their day's count and its judgement.
    """
    open_days: dict[str, RecordedDay] = {}
    judged: dict[str, BookedDay] = {}
    for own in LedgerTables(tx).said(0, tx.size(), *_IN_DAYS):
        where = own.event.data.jurisdiction
        day = open_days.get(where)
        match own.event.data:
            case DayCounted() if day is None:
                open_days[where] = RecordedDay(
                    day=BookedDay(seq=own.seq, counted=own.event),
                    before=judged.get(where),
                    findings=[],
                )
            case DayJudged(date=date, rules_edition=edition) if day and date == day.day.date:
                judged[where] = replace(day.day, judged_at=own.seq, edition=edition)
                yield replace(open_days.pop(where), day=judged[where])
            case FindingMade(judged_day=on) | FindingSuperseded(judged_day=on) if (
                day and on == day.day.date
            ):
                day.findings.append(own)
            case _:
                what = f"{own.event.id} is outside its ledger day"
                yield Fault(lane=lane, seq=own.seq, what=what)
    yield from open_days.values()

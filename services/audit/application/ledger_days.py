"""The book of a jurisdiction's ledger days, as the audit lane has it: its end is enough."""

from datetime import date
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from events.audit import DayCounted, DayJudged
from events.envelope import Recorded
from events.log.adapters.sqlite_transaction import SqliteTransaction
from services.audit.adapters.sqlite_ledger import LedgerTables

_EVENTS_OF_TWO_DAYS: Final = 4
"""Each is counted, then judged."""


class BookedDay(Struct, frozen=True, kw_only=True):
    """A ledger day as the book has it."""

    seq: int
    """Of `day_counted`."""
    counted: Recorded[DayCounted]
    judged_at: int | None = None
    """The seq of `day_judged`; none while the day is open."""
    edition: str | None = None
    """Of the rules that judged it."""

    @property
    def date(self) -> date:
        """The day."""
        day: date = self.counted.data.date
        return day


class Book(Struct, frozen=True, kw_only=True):
    """The end of a book: the day counted last and the one before, as far as there are any."""

    last: BookedDay | None = None
    before: BookedDay | None = None

    @property
    def judged(self) -> date | None:
        """The day judged last."""
        day = self.before if self.last is None or self.last.judged_at is None else self.last
        return None if day is None else day.date

    def is_open(self, day: date) -> bool:
        """Say whether a day is counted and not yet judged."""
        return self.last is not None and self.last.date == day and self.last.judged_at is None

    def evolve(self, seq: int, event: Recorded[Any]) -> "Book":
        """Fold the book's next event in."""
        match event.data:
            case DayCounted():
                return Book(last=BookedDay(seq=seq, counted=event), before=self.last)
            case DayJudged(rules_edition=edition) if self.last is not None:
                return replace(self, last=replace(self.last, judged_at=seq, edition=edition))
            case _:
                return self  # The day that it judges stands before what was read.


def book(tx: SqliteTransaction, jurisdiction: str) -> Book:
    """Read how far a jurisdiction's ledger is."""
    found = Book()
    for own in LedgerTables(tx).end_of_book(jurisdiction, _EVENTS_OF_TWO_DAYS):
        found = found.evolve(own.seq, own.event)
    return found


def judged_last(tx: SqliteTransaction, jurisdiction: str, upto: int) -> BookedDay | None:
    """Give the day that a jurisdiction had judged last at a size of the audit lane."""
    found = Book()
    for own in LedgerTables(tx).book(jurisdiction, upto):
        found = found.evolve(own.seq, own.event)
    is_judged = found.last is not None and found.last.judged_at is not None
    return found.last if is_judged else found.before


def counted_days(tx: SqliteTransaction, last: BookedDay) -> list[DayCounted]:
    """Read all days counted in a jurisdiction up to one, ascending."""
    said = LedgerTables(tx).book(last.counted.data.jurisdiction, last.seq)
    return [own.event.data for own in said if isinstance(own.event.data, DayCounted)]

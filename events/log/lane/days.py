"""The day book: a lane says of each local day when it has said all of it (protocol B, H8)."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from msgspec import Struct

from events.common import Act, DayClosed, LaneHeard, LanesHeard
from events.deciding import Header
from events.envelope import instant, moment
from events.law.zones import local_date, zone_info
from events.log.lane.ids import close_command_id
from events.log.lane.store import Head
from events.log.lane.work import Work, body_hash
from events.log.tree.exact_base64 import to_base64

DAY_BOOK: Final = "day-book"
HEARD_BOOK: Final = "heard-book"
_DAY: Final = timedelta(days=1)


class DayBook(Struct, frozen=True):
    """The days that the lane has closed."""

    last: date | None = None

    def evolve(self, event: DayClosed) -> "DayBook":
        """Fold one closed day in."""
        return DayBook(event.date)

    def close(self, day: date, first: date | None, last: date | None, by: Header) -> Sequence[Act]:
        """Close a day.

        Raises:
            Refused: `day-out-of-order`: the dates of a day book ascend by one.
        """
        expected = first if self.last is None else self.last + _DAY
        by.form(
            last is None or day <= last,
            "lane-ended",
            f"The lane ended on {last}; it has no {day}",
            "protocol B1",
        )
        by.form(
            day == expected,
            "day-out-of-order",
            f"The next day to close is {expected}, not {day}",
            "protocol B1",
        )
        return [DayClosed(**by.act(), date=day)]


class HeardBook(Struct, frozen=True):
    """How far the lane has said that it was shown each other lane."""

    sizes: dict[str, int] = {}

    def evolve(self, event: LanesHeard) -> "HeardBook":
        """Fold one statement in."""
        return HeardBook({**self.sizes, **{lane.lane: lane.size for lane in event.lanes}})

    def state(self, heads: Sequence[Head], by: Header) -> Sequence[Act]:
        """State the lanes that have grown since the last statement; nothing if none has."""
        grown = tuple(
            LaneHeard(
                lane=head.lane,
                size=head.size,
                root=to_base64(head.root),
                events=head.events,
            )
            for head in heads
            if head.size > self.sizes.get(head.lane, 0)
        )
        return [LanesHeard(**by.act(), lanes=grown)] if grown else []


class CloseDay(Struct, frozen=True, kw_only=True):
    """The command that closes a local day of a lane."""

    date: date


class LaneDays(Struct, frozen=True, kw_only=True):
    """The days that a lane owes, from the register."""

    lane: str
    zone: str
    first: date | None
    """None: the lane keeps no day book, as the ledger's own (protocol H9)."""
    last: date | None = None
    """None while the lane goes on."""
    historic: bool = False

    @property
    def opening(self) -> str:
        """The first instant of the first day: the time of a lane that has no event yet."""
        if self.first is None:
            return ""
        return instant(datetime.combine(self.first, time.min, zone_info(self.zone)))

    def day_of(self, time: str, on: date | None) -> date:
        """Say on which day of the lane something falls.

        In a lane of the past that is the act's own date; in a live lane the recorded instant in
        the agency's zone, also for an act told afterwards.
        """
        return on if self.historic and on is not None else local_date(moment(time), self.zone)

    def open_before(self, day: date, last_closed: date | None) -> Iterator[date]:
        """List the days that must be closed before something of `day` is written (H8)."""
        if self.first is None:
            return
        open_day = self.first if last_closed is None else last_closed + _DAY
        while open_day < day and (self.last is None or open_day <= self.last):
            yield open_day
            open_day += _DAY

    def on(self, day: date, last_closed: date | None) -> date:
        """Date a live act: a closed day takes nothing more, so the next open one (protocol B2)."""
        return day if last_closed is None or day > last_closed else last_closed + _DAY


def closing(
    days: LaneDays,
    day: date,
    at: Work,
    *,
    book: Callable[[], DayBook],
    heads: Callable[[], Sequence[Head]],
) -> list[Work]:
    """Make the works that close a day: what the lane was shown till then, and the day.

    A lane of the past states nothing heard: it tells what was, not what it is shown now.

    Args:
        days: the lane's days.
        day: the day to close.
        at: the work that makes the closing due; it gives actor and time.
        book: reads, inside the transaction, the days closed so far.
        heads: reads, inside the transaction, how far other lanes are held.
    """
    command_id = close_command_id(days.lane, day.isoformat())

    def heard(heard_book: HeardBook, by: Header) -> Sequence[Act]:
        book().close(day, days.first, days.last, by)
        return heard_book.state(heads(), by)

    def close(day_book: DayBook, by: Header) -> Sequence[Act]:
        return day_book.close(day, days.first, days.last, by)

    def work(command_id: str, stream: str, decide: Callable[[Any, Header], Sequence[Act]]) -> Work:
        return Work(
            command_id=command_id,
            body_hash=body_hash(CloseDay(date=day)),
            actor=at.actor,
            time=at.time,
            on=day,
            stream=stream,
            decide=decide,
        )

    closed = work(command_id, DAY_BOOK, close)
    if days.historic:
        return [closed]
    return [work(f"{command_id}/heard", HEARD_BOOK, heard), closed]

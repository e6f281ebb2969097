"""One commit in the making: what it needs is read, its works decided, what came of them written."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from events import codec
from events.deciding import Header, Refused, refuse
from events.envelope import Recorded
from events.log.lane.clock import Clock
from events.log.lane.days import DAY_BOOK, HEARD_BOOK, DayBook, LaneDays, closing
from events.log.lane.group import Group, Outcome
from events.log.lane.store import Kept, Position, Transaction
from events.log.lane.streams import Language, StreamCache
from events.log.lane.work import Work


class Session:
    """One commit in the making."""

    def __init__(
        self,
        tx: Transaction,
        language: Language,
        clock: Clock,
        days: LaneDays,
        streams: StreamCache,
    ) -> None:
        self._tx = tx
        self._language = language
        self._clock = clock
        self._days = days
        last = tx.last()
        self._streams = streams
        streams.follow(last)
        self._last_time = codec.read(last).time if last is not None else ""

    def load(self, works: Sequence[Work]) -> None:
        """Read everything that the works need, before the first is decided."""
        self.group = Group(self._language, self._tx.answers([work.command_id for work in works]))
        streams = {work.stream for work in works}
        streams |= {work.beside for work in works if work.beside is not None}
        self._load(streams - {DAY_BOOK})
        last_day = self._tx.last(DAY_BOOK)
        self.group.load(DAY_BOOK, () if last_day is None else (last_day,))

    def _load(self, streams: set[str]) -> None:
        """Take streams from memory where this writer wrote last, else fold their history."""
        absent = sorted(self.group.take(streams, self._streams))
        history = self._tx.history(absent)
        for stream in absent:
            self.group.load(stream, history.get(stream, ()))

    def do(self, work: Work) -> Outcome | None:
        """Close the days before the work, then decide it; None if the commit is full."""
        before = self._last_time or (self._days.opening if work.heard else "")
        time = self._clock.now(work.time, before, heard=work.heard)
        if work.stream in (DAY_BOOK, HEARD_BOOK) or self.group.repeats(work):
            return self._decide(work, work.on, time)
        day = self._days.day_of(time, work.on)
        if self._days.last is not None and day > self._days.last:
            return refuse("lane-ended", f"The lane ended on {self._days.last}", "protocol B1")
        open_days = list(self._days.open_before(day, self._book().last))
        if open_days and isinstance(refused := self._tried(work, work.on or day, time), Refused):
            return refused  # It writes nothing, not the closing of the days before it either.
        for open_day in open_days:
            if not self._close(open_day, work, time):
                return None
        return self._decide(work, work.on or self._days.on(day, self._book().last), time)

    def _tried(self, work: Work, on: date, time: str) -> Outcome | None:
        """Decide a work and leave no trace."""
        before = self.group, self._last_time
        self.group = self.group.copy()
        outcome = self._decide(work, on, time)
        self.group, self._last_time = before
        return outcome

    def write(self, position: Position | None) -> list[tuple[int, Recorded[Any]]]:
        """Append what was decided, sealed, with the answers and the position.

        Returns:
            The events, each with its seq.
        """
        if self.group.events:
            self._streams.keep(self.group.streams, self.group.events[-1].raw)
        size = self._tx.size()
        self._tx.append(self.group.events, self.group.answers, position)
        for seq, new in enumerate(self.group.events, size + 1):
            if new.tells_reference:
                self._tx.keep(Kept(self._language.lane, seq, new.raw))
        return list(enumerate(self.group.said, size + 1))

    def _book(self) -> DayBook:
        book: DayBook = self.group.state(DAY_BOOK)
        return book

    def closing(self, day: date, at: Work) -> list[Work]:
        """Make the works that close a day."""
        return closing(self._days, day, at, book=self._book, heads=self._tx.heads)

    def _close(self, day: date, due: Work, time: str) -> bool:
        """Close a day, with what was heard in the same commit (protocol A11); False if full."""
        if not self.group.has(HEARD_BOOK):
            self._load({HEARD_BOOK})
        before = self.group.copy()
        for work in self.closing(day, due):
            if self._decide(work, work.on, time) is None:
                self.group = before
                return False
        return True

    def _decide(self, work: Work, on: date | None, time: str) -> Outcome | None:
        header = Header(
            command_id=work.command_id,
            actor=work.actor,
            time=time,
            on=on or self._days.day_of(time, None),
            at=work.at,
            transcribed=work.transcribed,
            causation=work.causation,
            beside=None if work.beside is None else self.group.state(work.beside),
        )
        before = len(self.group.events)
        outcome = self.group.do(work, header)
        if len(self.group.events) > before:
            self._last_time = time
        return outcome

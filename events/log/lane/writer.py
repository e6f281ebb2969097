"""The one writer of a lane: read all, decide in memory, write all, seal; in one transaction."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NamedTuple

from events import codec
from events.deciding import Header, refuse
from events.envelope import Recorded
from events.log.lane.clock import Clock
from events.log.lane.days import DAY_BOOK, HEARD_BOOK, DayBook, LaneDays, closing
from events.log.lane.group import Group, Outcome
from events.log.lane.store import Kept, Position, Store, Transaction
from events.log.lane.streams import Language, StreamCache
from events.log.lane.work import Work


class Committed(NamedTuple):
    """What one commit did."""

    outcomes: list[Outcome]
    """Of the first works, in their order."""
    events: list[tuple[int, Recorded[Any]]]
    """What was appended, each with its seq."""


class Writer:
    """Commits works to a lane, any number at once."""

    def __init__(
        self,
        store: Store,
        language: Language,
        clock: Clock,
        days: Callable[[], LaneDays],
    ) -> None:
        self._store = store
        self._language = language
        self._clock = clock
        self._days = days
        self._streams = StreamCache()

    def commit(self, works: Sequence[Work]) -> list[Outcome]:
        """Commit works in their order, in as few commits as the limits allow.

        Returns:
            For each work its answer or its refusal.
        """
        outcomes: list[Outcome] = []
        while len(outcomes) < len(works):
            with self._store.transaction() as tx:
                left = works[len(outcomes) :]
                outcomes += self.commit_some(tx, left, lambda _: None).outcomes
        return outcomes

    def close_day(self, day: date, at: Work) -> Outcome:
        """Close a local day of the lane (protocol B2).

        Args:
            day: the next day of the book; a day closed before gets its remembered answer.
            at: gives the actor and the time of the closing.

        Returns:
            The answer, or the refusal `day-out-of-order`.
        """
        with self._store.transaction() as tx:
            session = _Session(tx, self._language, self._clock, self._days(), self._streams)
            works = session.closing(day, at)
            session.load(works)
            outcomes = [session.do(work) for work in works]
            session.write(None)
        outcome = outcomes[-1]
        if outcome is None:
            raise AssertionError("two events fit into an empty commit")
        return outcome

    def commit_some(
        self,
        tx: Transaction,
        works: Sequence[Work],
        position: Callable[[int], Position | None],
    ) -> Committed:
        """Commit the first works, as many as fit, in an open transaction.

        Args:
            tx: the open transaction.
            works: of those given, at least one is committed.
            position: the inbox position reached when so many of the works are answered.
        """
        if not works:
            tx.append([], {}, position(0))
            return Committed([], [])
        session = _Session(tx, self._language, self._clock, self._days(), self._streams)
        outcomes: list[Outcome] = []
        session.load(works)
        for work in works:
            outcome = session.do(work)
            if outcome is None:
                break
            outcomes.append(outcome)
        return Committed(outcomes, session.write(position(len(outcomes))))


class _Session:
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
        self._load({work.stream for work in works} - {DAY_BOOK})
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
        time = self._clock.now(work.time, self._last_time)
        if work.stream in (DAY_BOOK, HEARD_BOOK) or self.group.repeats(work):
            return self._decide(work, work.on, time)
        day = self._days.day_of(time, work.on)
        if self._days.last is not None and day > self._days.last:
            return refuse("lane-ended", f"The lane ended on {self._days.last}", "protocol B1")
        for open_day in self._days.open_before(day, self._book().last):
            if not self._close(open_day, work, time):
                return None
        return self._decide(work, work.on or self._days.on(day, self._book().last), time)

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
        )
        before = len(self.group.events)
        outcome = self.group.do(work, header)
        if len(self.group.events) > before:
            self._last_time = time
        return outcome

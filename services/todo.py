"""To-do lists: what the officers at a lane must do next, by what day, by which article.

A task is never an event: it is read out of a lane's own events and of what the lane received.
Each service has one fold for it (`services/<service>/projections/todo.py`).
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import Any, Final, NamedTuple

from msgspec import Struct

from events import codec
from events.codec import CannotRead
from events.envelope import Recorded
from events.known import Known
from events.log.lane.days import DAY_BOOK
from events.log.lane.store import Arrived, Transaction
from events.log.reading.admit import Sender, admit
from events.log.reading.batch import Omitted, split_batch
from events.log.reading.parts import Me
from events.register import Register

READ_MAX: Final = 500
"""Own events read at once; a stored event has some hundred bytes to a few thousand."""
RECORDS_MAX: Final = 100
"""Received records read at once; one has 640 KB at most."""
APPLICANT: Final = "applicant"
_DAY: Final = timedelta(days=1)


class Task(Struct, frozen=True, kw_only=True):
    """One thing that is to be done, or that is waited for."""

    agency: str
    lane: str
    case_id: str
    """The case; of a complaint without one, the complaint; of a finding, its subject."""
    what: str
    """A code: `decide`, `hand_out` ..."""
    sentence: str
    due_on: date | None
    """The last lawful day; None where no norm known here sets one."""
    article: str
    """Where the duty, or the right to act, stands."""
    since: date
    about: str
    """`<lane>/<event id>` of what made it a task."""
    waits_for: str | None = None
    """Who is to act instead: `applicant`, or an agency; None: the officers at this lane."""

    def is_overdue(self, open_day: date | None) -> bool:
        """Say whether the last lawful day had passed when the lane's open day began."""
        return self.due_on is not None and open_day is not None and self.due_on < open_day


class Office(NamedTuple):
    """Whose tasks are listed, and what is known there of agencies and norms."""

    lane: str
    agency: str
    known: Known

    def task(
        self,
        what: str,
        sentence: str,
        about: Recorded[Any],
        *,
        due_on: date | None = None,
        article: str,
        waits_for: str | None = None,
        case_id: str = "",
    ) -> Task:
        """Write a task of this lane that an event brings about."""
        return Task(
            agency=self.agency,
            lane=self.lane,
            case_id=case_id or about.subject,
            what=what,
            sentence=sentence,
            due_on=due_on,
            article=article,
            since=about.data.on,
            about=about.ref,
            waits_for=waits_for,
        )


Fold = Callable[[Iterable[Recorded[Any]], Office], Iterable[Task]]
"""(events, whose) -> open tasks. The lane's own events come first, in their order, then what it
received, in the order of arrival: lane by lane that is the order of the lane; between two lanes
there is none, so nothing may hang on it."""


class ToDo(Struct, frozen=True, kw_only=True):
    """The to-do list of one lane."""

    lane: str
    agency: str
    open_day: date | None
    """The day after the one closed last; what was due before it is overdue. No clock is asked."""
    tasks: tuple[Task, ...]
    """By last lawful day; those without one at the end."""


def todo(tx: Transaction, me: Me, known: Known, fold: Fold) -> ToDo:
    """Read the to-do list of one lane.

    Args:
        tx: a snapshot of the instance's store.
        me: whose it is.
        known: agencies and norms as known to that instance.
        fold: of its service.
    """
    tasks = fold(events_of(tx, me, known.register), Office(me.lane, me.agency, known))
    return ToDo(
        lane=me.lane,
        agency=me.agency,
        open_day=open_day(tx, known.register, me.lane),
        tasks=tuple(sorted(tasks, key=_order)),
    )


def _order(task: Task) -> tuple[date, date, str, str, str]:
    return task.due_on or date.max, task.since, task.case_id, task.what, task.about


def open_day(tx: Transaction, register: Register, lane: str) -> date | None:
    """Give the day that a lane has open; None of a lane that is not registered and closed none."""
    last = tx.last(DAY_BOOK)
    if last is not None:
        closed: date = codec.read(last).data.date
        return closed + _DAY
    found = register.lanes.get(lane)
    return None if found is None else found.first_day


def events_of(tx: Transaction, me: Me, register: Register) -> Iterator[Recorded[Any]]:
    """Give all that an instance has: its own events in their order, then what it received."""
    seq = 0
    while own := tx.own_after(seq, READ_MAX):
        seq = own[-1][0]
        yield from (codec.read(raw) for _, raw in own)
    pos = 0
    while records := tx.received_after(pos, RECORDS_MAX):
        pos = records[-1].pos
        for record in records:
            yield from _of_record(record, me, register)


def _of_record(record: Arrived, me: Me, register: Register) -> Iterator[Recorded[Any]]:
    agency = register.lane(record.lane).agency
    whole = me.authority or me.agency == agency
    sender = Sender(realm=me.realm, lane=record.lane, agency=agency, reader=me.agency, whole=whole)
    for item in split_batch(record.value):
        if isinstance(item, Omitted):
            continue
        try:
            yield admit(item, sender)
        except CannotRead:
            continue  # The inbox has rejected it aloud, or keeps it until its type is known.

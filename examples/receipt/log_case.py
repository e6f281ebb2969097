"""A case of the log, checked: what is said of it and what was done, in order of time."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Final

from msgspec import Struct

from events.law.zones import local_date
from examples.receipt.vocabulary import ACTIVITIES

ZONE: Final = "Europe/Amsterdam"


def day_of(moment: datetime) -> date:
    """Return the municipality's civil date of an instant; terms run in these days."""
    return local_date(moment, ZONE)


class LogActivity(Struct, frozen=True, kw_only=True):
    """One row: something was done."""

    instance: str
    """The row's own id, unique in the log."""
    name: str
    resource: str
    """Who did it, as an anonymous code."""
    group: str
    at: datetime

    @property
    def code(self) -> str:
        """The activity's code, as `T05`."""
        return ACTIVITIES[self.name]


class LogCase(Struct, frozen=True, kw_only=True):
    """One application for a permit."""

    case_id: str
    channel: str
    """In the log's word; `vocabulary.CHANNELS` has the code."""
    department: str
    group: str
    responsible: str
    start: datetime
    deadline: datetime
    planned_end: datetime | None
    end: datetime | None
    """None while the case is open."""
    activities: tuple[LogActivity, ...]

    def days(self) -> Iterator[date]:
        """Yield the dates of all that happened; a deadline is no event."""
        yield day_of(self.start)
        yield from (day_of(activity.at) for activity in self.activities)
        if self.end is not None:
            yield day_of(self.end)


class Span(Struct, frozen=True, kw_only=True):
    """The days that a log covers, both ends included."""

    first: date
    last: date


def span(cases: Sequence[LogCase]) -> Span:
    """Return the days from the first to the last event of a log with at least one case."""
    days = [day for case in cases for day in case.days()]
    return Span(first=min(days), last=max(days))

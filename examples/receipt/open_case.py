"""A case while its rows are being read: they agree on the case and ascend in time."""

from datetime import datetime
from typing import Final

from examples.receipt.log_case import LogActivity, LogCase
from examples.receipt.refusal import Problems
from examples.receipt.table import Row
from examples.receipt.times import parse_time
from examples.receipt.vocabulary import (
    ACTIVITIES,
    ACTIVITY,
    CASE_COLUMNS,
    CASE_GROUP,
    CASE_ID,
    CHANNEL,
    CHANNELS,
    CONFIRMATION,
    DEADLINE,
    DEPARTMENT,
    END,
    GROUP,
    INSTANCE,
    PLANNED_END,
    RESOURCE,
    RESPONSIBLE,
    START,
    TIME,
)

_NEEDED: Final = (START, DEADLINE)


class OpenCase:
    """The rows of one case so far."""

    def __init__(self, first: Row, problems: Problems) -> None:
        self._first = first
        self._problems = problems
        self._activities: list[LogActivity] = []
        self._check_channel()
        self._check_confirmed_first()
        columns = (START, DEADLINE, PLANNED_END, END)
        self._times = {column: self._time(first, column) for column in columns}

    def take(self, row: Row) -> None:
        """Check a row against those before it."""
        for column in CASE_COLUMNS:
            said, says = self._first.cells[column], row.cells[column]
            if said != says:
                reason = f"{column} is {says!r}, but {said!r} in row {self._first.number}"
                self._problems.add(row.number, reason)
        at = self._time(row, TIME)
        if at is not None:
            self._check_order(row, at)
            self._activities.append(_activity(row, at))

    def close(self) -> LogCase | None:
        """Give the case; None if a time that it needs could not be read."""
        start, deadline = (self._times[column] for column in _NEEDED)
        if start is None or deadline is None:
            return None
        cells = self._first.cells
        return LogCase(
            case_id=cells[CASE_ID],
            channel=cells[CHANNEL],
            department=cells[DEPARTMENT],
            group=cells[CASE_GROUP],
            responsible=cells[RESPONSIBLE],
            start=start,
            deadline=deadline,
            planned_end=self._times[PLANNED_END],
            end=self._times[END],
            activities=tuple(self._activities),
        )

    def _check_channel(self) -> None:
        channel = self._first.cells[CHANNEL]
        if channel not in CHANNELS:
            reason = f"the channel {channel!r} is unknown; the log has {', '.join(CHANNELS)}"
            self._problems.add(self._first.number, reason)

    def _check_confirmed_first(self) -> None:
        """A deliverer does nothing in a case that it has not registered (8.1(10))."""
        activity = self._first.cells[ACTIVITY]
        if ACTIVITIES.get(activity, CONFIRMATION) != CONFIRMATION:
            reason = f"the case begins with {activity!r}, not with the confirmation of receipt"
            self._problems.add(self._first.number, reason)

    def _check_order(self, row: Row, at: datetime) -> None:
        if self._activities and at < self._activities[-1].at:
            before = self._activities[-1].at
            reason = f"{TIME} {at} is before {before}, the time of the case's row before"
            self._problems.add(row.number, reason)

    def _time(self, row: Row, column: str) -> datetime | None:
        text = row.cells[column]
        if not text and column in (PLANNED_END, END):
            return None
        try:
            return parse_time(column, text)
        except ValueError as error:
            self._problems.add(row.number, str(error))
            return None


def _activity(row: Row, at: datetime) -> LogActivity:
    cells = row.cells
    return LogActivity(
        instance=cells[INSTANCE],
        name=cells[ACTIVITY],
        resource=cells[RESOURCE],
        group=cells[GROUP],
        at=at,
    )

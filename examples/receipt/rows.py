"""Reading a whole log and checking it before anything of it is said.

A log is taken whole or refused whole: `LogRefused` names up to twenty problems with their rows.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from examples.receipt.log_case import LogCase, span
from examples.receipt.log_file import read_text
from examples.receipt.open_case import OpenCase
from examples.receipt.refusal import Problems
from examples.receipt.table import Row, read_rows
from examples.receipt.vocabulary import (
    ACTIVITIES,
    ACTIVITY,
    CASE_ID,
    COMPLETE,
    INSTANCE,
    TRANSITION,
)

SPAN_DAYS_MAX: Final = 7_320
"""Twenty years: each day is closed and signed in each lane, and one slip in a year adds 365."""


def read_log(path: Path) -> tuple[LogCase, ...]:
    """Read the cases of a log file, CSV or gzipped CSV, in the order of their first rows.

    Raises:
        LogRefused: naming what is wrong and in which rows.
    """
    return parse_log(read_text(path))


def parse_log(text: str) -> tuple[LogCase, ...]:
    """Read the cases of a log's text; the pure part of `read_log`.

    Raises:
        LogRefused: naming what is wrong and in which rows.
    """
    problems = Problems()
    checks = _Checks(problems)
    for row in read_rows(text, problems):
        checks.take(row)
    cases = checks.cases()
    problems.refuse_if_any()
    _check_span(cases, problems)
    problems.refuse_if_any()
    return cases


class _Checks:
    """What the rows so far have told."""

    def __init__(self, problems: Problems) -> None:
        self._problems = problems
        self._open: dict[str, OpenCase] = {}
        self._instances: dict[str, int] = {}

    def take(self, row: Row) -> None:
        """Check one row and put it to its case."""
        case_id = row.cells[CASE_ID]
        if not case_id.strip():
            self._problems.add(row.number, f"{CASE_ID} is empty")
            return
        self._check_words(row)
        self._check_instance(row)
        if case_id not in self._open:
            self._open[case_id] = OpenCase(row, self._problems)
        self._open[case_id].take(row)

    def cases(self) -> tuple[LogCase, ...]:
        """Give the cases; one that has a problem may be missing."""
        if not self._open:
            self._problems.add(None, "the log has no case")
        cases = (case.close() for case in self._open.values())
        return tuple(case for case in cases if case is not None)

    def _check_words(self, row: Row) -> None:
        activity, transition = row.cells[ACTIVITY], row.cells[TRANSITION]
        if activity not in ACTIVITIES:
            self._problems.add(row.number, f"the activity {activity!r} is unknown")
        if transition != COMPLETE:
            reason = f"{TRANSITION} is {transition!r}; only {COMPLETE!r} can be told"
            self._problems.add(row.number, reason)

    def _check_instance(self, row: Row) -> None:
        instance = row.cells[INSTANCE]
        if not instance.strip():
            self._problems.add(row.number, f"{INSTANCE} is empty")
        first = self._instances.setdefault(instance, row.number)
        if instance.strip() and first != row.number:
            self._problems.add(row.number, f"{INSTANCE} {instance!r} stands in row {first} too")


def _check_span(cases: Sequence[LogCase], problems: Problems) -> None:
    days = span(cases)
    if (days.last - days.first).days >= SPAN_DAYS_MAX:
        reason = f"the log runs from {days.first} to {days.last}, over {SPAN_DAYS_MAX} days"
        problems.add(None, reason)

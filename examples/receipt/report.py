"""What an import says of its log: what was told, and what is odd in the log itself.

Nothing here is a finding. Times are those of one office, so a case's own are compared as instants;
deadlines are compared by date, since the log's planned ends differ from them by hundredths of a
second in most cases.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from events.acts.inquiry import NoteAnswer, SendInquiry
from examples.receipt.log_case import LogActivity, LogCase, day_of
from examples.receipt.office import Act


class ImportReport(Struct, frozen=True, kw_only=True):
    """Counts of one log, all computed from it."""

    cases: int
    cases_open: int
    rows: int
    acts: dict[str, int]
    """By command, most frequent first."""
    first_day: date
    last_day: date
    cases_active_after_end: int
    rows_after_end: int
    receipts_before_start: int
    ends_before_start: int
    planned_end_differs: int
    acts_told_later: int
    """Acts at the window dated before their application, told on the application's day."""
    answers_without_inquiry: int


def report(cases: Sequence[LogCase], days: Sequence[tuple[date, list[Act]]]) -> ImportReport:
    """Count a log and its plan.

    Args:
        cases: the checked cases.
        days: what `plan` made of them.
    """
    acts = [act for _, told in days for act in told]
    commands = Counter(type(act.command).__name__ for act in acts)
    return ImportReport(
        cases=len(cases),
        cases_open=sum(case.end is None for case in cases),
        rows=sum(len(case.activities) for case in cases),
        acts=dict(commands.most_common()),
        first_day=days[0][0],
        last_day=days[-1][0],
        cases_active_after_end=sum(any(_after_end(case)) for case in cases),
        rows_after_end=sum(len(list(_after_end(case))) for case in cases),
        receipts_before_start=sum(_received_before_start(case) for case in cases),
        ends_before_start=sum(case.end is not None and case.end < case.start for case in cases),
        planned_end_differs=sum(_planned_end_differs(case) for case in cases),
        acts_told_later=sum(act.day != act.command.on for act in acts),
        answers_without_inquiry=_answers_without_inquiry(acts),
    )


def lines(report: ImportReport) -> list[str]:
    """Write the report for people, a line a fact."""
    acts = ", ".join(f"{number} {command}" for command, number in report.acts.items())
    return [
        f"{report.cases} cases ({report.cases_open} open), {report.rows} rows",
        f"{report.first_day} to {report.last_day}",
        f"{sum(report.acts.values())} acts: {acts}",
        f"{report.cases_active_after_end} cases with {report.rows_after_end} rows after their end",
        f"{report.receipts_before_start} receipts before the application",
        f"{report.ends_before_start} ends before the application",
        f"{report.planned_end_differs} planned ends on another day than the deadline",
        f"{report.acts_told_later} acts told later than they happened",
        f"{report.answers_without_inquiry} answers to no recorded inquiry",
    ]


def _after_end(case: LogCase) -> Iterator[LogActivity]:
    end = case.end
    return (activity for activity in case.activities if end is not None and activity.at > end)


def _received_before_start(case: LogCase) -> bool:
    return case.activities[0].at < case.start


def _planned_end_differs(case: LogCase) -> bool:
    planned = case.planned_end
    return planned is not None and day_of(planned) != day_of(case.deadline)


def _answers_without_inquiry(acts: Sequence[Act]) -> int:
    commands = [act.command for act in acts]
    asked = {command.inquiry_id for command in commands if isinstance(command, SendInquiry)}
    return sum(
        isinstance(command, NoteAnswer) and command.inquiry_id not in asked for command in commands
    )

"""What the services make of a log agrees with a count that knows nothing of them."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import events
import examples.receipt
import services
from events.common import Act
from events.intake import ApplicationAccepted, NoticeGiven, ResultReceived
from events.provider import TermPaused
from examples.receipt.log_file import RECEIPT_LOG, read_text
from examples.receipt.plan import plan
from examples.receipt.report import lines, report
from examples.receipt.rows import parse_log
from tests.examples.deciding import OFFICE, decide_all
from tests.examples.independent_count import Count, count
from tests.examples.receipt_log import CONFIRMATION, Line, case, text


@pytest.fixture(scope="module")
def decided() -> dict[str, Act]:
    return decide_all(plan(parse_log(read_text(RECEIPT_LOG)), OFFICE))


def count_decided(decided: dict[str, Act]) -> Count:
    told = {
        _stream(ref): one for ref, one in decided.items() if isinstance(one, ApplicationAccepted)
    }
    ended = {_stream(ref): one for ref, one in decided.items() if isinstance(one, ResultReceived)}
    last = max(one.on for one in decided.values())
    still_open = [one.told.due_on for stream, one in told.items() if stream not in ended]
    return Count(
        ended=len(ended),
        ended_late=sum(one.on > told[stream].told.due_on for stream, one in ended.items()),
        still_open=len(still_open),
        open_past_due=sum(due < last for due in still_open),
    )


def _stream(ref: str) -> str:
    return ref.rpartition(":")[0]


def of(*cases: list[Line]) -> tuple[Count, Count]:
    log = text(*cases)
    return count(log), count_decided(decide_all(plan(parse_log(log), OFFICE)))


def test_the_services_refuse_nothing_of_the_log_and_agree_with_the_independent_count(
    decided: dict[str, Act],
) -> None:
    independent = count(read_text(RECEIPT_LOG))

    assert independent == Count(ended=1_329, ended_late=309, still_open=105, open_past_due=37)
    assert count_decided(decided) == independent


def test_each_notice_is_about_an_event_that_is_there(decided: dict[str, Act]) -> None:
    notices = [one for one in decided.values() if isinstance(one, NoticeGiven)]

    kinds = {"receipt": ApplicationAccepted, "pause": TermPaused}
    assert {notice.kind for notice in notices} == set(kinds)
    assert all(isinstance(decided[notice.about], kinds[notice.kind]) for notice in notices)


def test_every_event_of_the_log_is_told_afterwards(decided: dict[str, Act]) -> None:
    assert all(one.transcribed and one.at is not None for one in decided.values())


@pytest.mark.parametrize(
    ("end", "late"),
    [("2024-04-26 23:59:59.999999+02:00", 0), ("2024-04-27 00:00:00+02:00", 1)],
)
def test_an_end_moved_over_its_deadline_s_date_is_late_in_both_counts(end: str, late: int) -> None:
    in_time = [case(number, end="2024-04-20 12:00:00+02:00") for number in range(1, 4)]

    independent, ours = of(*in_time, case(4, end=end))

    assert ours == independent == Count(4, late, 0, 0)


@pytest.mark.parametrize(("last", "past_due"), [("26", 0), ("27", 1)])
def test_an_open_case_is_past_due_from_the_day_after_its_deadline(last: str, past_due: int) -> None:
    ended = case(
        2,
        CONFIRMATION,
        deadline="2024-09-01 00:00:00+02:00",
        end=f"2024-04-{last} 00:00:00+02:00",
    )

    independent, ours = of(case(1, CONFIRMATION), ended)

    assert ours == independent == Count(1, 0, 1, past_due)


def test_the_report_counts_what_is_odd_in_the_log() -> None:
    cases = parse_log(read_text(RECEIPT_LOG))

    says = report(cases, plan(cases, OFFICE))

    assert (says.cases, says.cases_open, says.rows) == (1_434, 105, 8_577)
    assert (str(says.first_day), str(says.last_day)) == ("2010-10-01", "2012-01-23")
    assert (says.cases_active_after_end, says.rows_after_end) == (145, 180)
    assert (says.receipts_before_start, says.ends_before_start) == (2, 2)
    assert (says.planned_end_differs, says.acts_told_later) == (37, 2)
    assert says.answers_without_inquiry == 3
    assert says.acts["Decide"] == 39
    assert sum(says.acts.values()) == 8_577 + 3 * 1_434 + 1_329


def test_the_report_of_another_log_has_other_numbers() -> None:
    cases = parse_log(text(case(1, end="2024-03-04 09:30:00+01:00"), case(2, CONFIRMATION)))

    says = report(cases, plan(cases, OFFICE))

    assert (says.cases, says.cases_open, says.rows, says.rows_after_end) == (2, 1, 4, 2)
    assert lines(says)[:2] == ["2 cases (1 open), 4 rows", "2024-03-01 to 2024-03-04"]


def test_no_expected_count_of_late_cases_stands_in_the_product() -> None:
    for file in _sources():
        assert not re.search(r"\b(309|1[,_]?329)\b", file.read_text("utf-8")), file


def _sources() -> Iterator[Path]:
    for package in (events, services, examples.receipt):
        for pattern in ("*.py", "*.md"):
            yield from Path(package.__path__[0]).rglob(pattern)

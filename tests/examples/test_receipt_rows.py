"""A log is taken whole or refused whole, each problem with its row and reason."""

import re
from datetime import datetime, timedelta

import pytest

from examples.receipt.refusal import PROBLEMS_MAX, LogRefused
from examples.receipt.rows import SPAN_DAYS_MAX, parse_log
from examples.receipt.table import ROWS_MAX
from tests.examples.receipt_log import CHECK, CONFIRMATION, HEADER, case, set_cell, text


def problems_of(log: str) -> list[str]:
    with pytest.raises(LogRefused) as refusal:
        parse_log(log)
    return [str(problem) for problem in refusal.value.problems]


def test_a_log_gives_its_cases_in_order_with_their_activities() -> None:
    first, second = parse_log(text(case(7), case(3, CONFIRMATION)))

    assert (first.case_id, second.case_id) == ("case-7", "case-3")
    assert [activity.code for activity in first.activities] == ["confirmation", "T02", "T05"]
    assert first.end is None
    assert first.start.isoformat() == "2024-03-01T08:00:00+01:00"


def test_columns_may_stand_in_another_order_and_beside_others() -> None:
    log = text(case(1), header=["note", *reversed(HEADER)])

    assert parse_log(log) == parse_log(text(case(1)))


@pytest.mark.parametrize("column", HEADER)
def test_each_column_is_needed_and_a_missing_one_is_named(column: str) -> None:
    header = [name for name in HEADER if name != column]

    assert problems_of(text(case(1), header=header)) == [f"row 1: the column {column} is missing"]


@pytest.mark.parametrize(
    ("place", "column", "value", "says"),
    [
        (1, "time:timestamp", "yesterday", "row 3: time:timestamp 'yesterday' is no time"),
        (1, "time:timestamp", "2024-03-05 09:00:00", "row 3: time:timestamp .* has no offset"),
        (1, "time:timestamp", "0001-01-01 00:00:00+01:00", "row 3: .* is not between 1970"),
        (1, "time:timestamp", "2024-03-04 09:00:00.499+01:00", "row 3: .* is before .*"),
        (1, "concept:name", "T21 Dance", "row 3: the activity 'T21 Dance' is unknown"),
        (1, "lifecycle:transition", "start", "row 3: lifecycle:transition is 'start'"),
        (1, "concept:instance", "task-1-0", "row 3: .* 'task-1-0' stands in row 2 too"),
        (1, "concept:instance", "", "row 3: concept:instance is empty"),
        (1, "case:concept:name", " ", "row 3: case:concept:name is empty"),
        (1, "case:channel", "Post", "row 3: case:channel is 'Post', but 'Desk' in row 2"),
        (1, "case:deadline", "", "row 3: case:deadline is '', but .* in row 2"),
        (1, "org:group", "x" * 501, "row 3: org:group is longer than 500 characters"),
        (1, "org:group", "a\x00b", "row 3: org:group holds a line break or another control"),
    ],
)
def test_a_bad_cell_is_refused_with_its_row_and_reason(
    place: int, column: str, value: str, says: str
) -> None:
    lines = set_cell(case(1), place, column, value)

    (problem,) = problems_of(text(lines))
    assert re.match(says, problem)


@pytest.mark.parametrize(
    ("column", "value", "says"),
    [
        ("case:startdate", "", "row 2: case:startdate '' is no time"),
        ("case:deadline", "2024-04-26", "row 2: case:deadline '2024-04-26' has no offset"),
        ("case:enddate", "soon", "row 2: case:enddate 'soon' is no time"),
        ("case:channel", "Pigeon", "row 2: the channel 'Pigeon' is unknown"),
    ],
)
def test_what_is_wrong_of_a_case_is_said_once(column: str, value: str, says: str) -> None:
    lines = [line | {column: value} for line in case(1)]

    (problem,) = problems_of(text(lines))
    assert problem.startswith(says)


def test_a_row_with_too_few_or_too_many_fields_is_refused_and_the_rest_is_checked() -> None:
    header, confirmation, check, send = text(case(1)).splitlines()
    bad_time = send.replace("2024-03-04", "2024-33-04")

    says = problems_of("\n".join([header, confirmation, "a,b", "", check + ",more", bad_time]))

    assert says[:3] == [
        "row 3: 2 fields where the header has 15",
        "row 4: 0 fields where the header has 15",
        "row 5: 16 fields where the header has 15",
    ]
    assert says[3].startswith("row 6: time:timestamp")


def test_a_quote_that_never_closes_is_refused_at_its_row() -> None:
    log = text(set_cell(case(1), 1, "concept:name", "T99")) + '"'

    unknown, broken = problems_of(log)
    assert unknown == "row 3: the activity 'T99' is unknown"
    assert broken.startswith("row 5: not CSV from here on")


def test_a_case_that_begins_with_another_step_is_refused() -> None:
    (problem,) = problems_of(text(case(1, CHECK, CONFIRMATION)))

    assert problem.startswith(f"row 2: the case begins with {CHECK!r}")


def test_rows_of_one_instant_are_in_order() -> None:
    lines = set_cell(case(1), 1, "time:timestamp", "2024-03-04 08:00:00.500Z")

    (one,) = parse_log(text(lines))
    assert one.activities[0].at == one.activities[1].at


def test_problems_are_named_up_to_a_limit() -> None:
    lines = [line | {"concept:name": "T99"} for number in range(30) for line in case(number)]

    assert len(problems_of(text(lines))) == PROBLEMS_MAX


def test_a_log_without_cases_is_refused() -> None:
    assert problems_of(text()) == ["the log has no case"]
    assert problems_of("")[0] == "row 1: the column case:concept:name is missing"


@pytest.mark.parametrize(("days", "refused"), [(SPAN_DAYS_MAX - 1, False), (SPAN_DAYS_MAX, True)])
def test_a_log_over_twenty_years_is_refused_as_a_slip(days: int, *, refused: bool) -> None:
    end = datetime.fromisoformat("2024-03-01 12:00:00+00:00") + timedelta(days=days)
    log = text(case(1, end=end.isoformat()))

    if refused:
        assert problems_of(log)[0].startswith("the log runs from 2024-03-01 to")
    else:
        assert len(parse_log(log)) == 1


def test_a_log_with_too_many_rows_is_refused_though_each_is_good() -> None:
    header, confirmation, *_ = text(case(1)).splitlines(keepends=True)
    rows = (confirmation.replace("task-1-0", f"task-{number}") for number in range(ROWS_MAX + 1))

    assert problems_of(header + "".join(rows)) == [
        f"row {ROWS_MAX + 2}: the log has more than {ROWS_MAX} rows"
    ]

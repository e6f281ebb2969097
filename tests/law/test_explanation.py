"""Every date explains itself day by day."""

from datetime import date, timedelta

from hypothesis import given

from events.law.calendar import Cause, Week
from events.law.day_row import DayCode
from events.law.explanation import explain, explain_before
from events.law.term import TermLength
from events.law.wording import lines, sentence
from tests.law.calendars_of_kz import KZ, LATEST, day, term
from tests.law.strategies import days, weeks, working


@given(days, working, weeks)
def test_no_day_is_missing_and_the_numbers_go_up_by_one(
    start: date, length: TermLength, week: Week
) -> None:
    rows = explain(start, length, LATEST, week=week).rows

    assert [row.on for row in rows] == [start + timedelta(days=n) for n in range(len(rows))]
    numbers = [row.number for row in rows if row.number is not None]
    assert numbers == list(range(1, length.length + 1))


@given(days, working, weeks)
def test_each_day_that_is_not_counted_is_a_rest_day_or_has_a_cause(
    start: date, length: TermLength, week: Week
) -> None:
    for row in explain(start, length, LATEST, week=week).rows[1:]:
        assert row.works is (row.number is not None)
        assert (row.code is DayCode.OFF) is (not row.works and row.why is not None)


def test_a_row_carries_its_reason_as_data_with_the_names_in_three_languages() -> None:
    rows = {row.on: row for row in explain(day("2024-05-03"), term("3 working days"), LATEST).rows}

    swap, victory = rows[day("2024-05-04")], rows[day("2024-05-09")]

    assert swap.why is not None
    assert (swap.why.cause, swap.why.other) == (Cause.WORKS_INSTEAD, day("2024-05-08"))
    assert victory.why is not None
    assert victory.why.name is not None
    assert (victory.why.name.kk, victory.why.name.ru) == ("Жеңіс күні", "День Победы")
    assert {row.calendar_version for row in rows.values()} == {"kz/2024/2"}


def test_a_count_names_the_calendar_known_on_its_day() -> None:
    known = KZ.known_on(day("2024-05-03"))

    count = explain(day("2024-05-03"), term("3 working days"), known)

    assert count.calendar_version == "kz/2024/1"


def test_a_terminal_shows_one_line_a_day() -> None:
    shown = list(lines(explain(day("2024-05-03"), term("2 working days"), LATEST)))

    assert [" ".join(line.split()) for line in shown] == [
        "Fri 2024-05-03 - start, not counted kz/2024/2",
        "Sat 2024-05-04 1 working: Wed 8 moved here kz/2024/2",
        "Sun 2024-05-05 - rest kz/2024/2",
        "Mon 2024-05-06 2 kz/2024/2",
    ]


def test_a_first_day_that_is_off_says_so() -> None:
    count = explain(day("2024-05-05"), term("1 working day"), LATEST, first_day_counted=True)

    assert sentence(count) == "Sun 5 start, a day off, not counted · Mon 6 = 1: due 6 May"


def test_a_short_month_says_so() -> None:
    count = explain(day("2014-01-31"), term("1 month"), LATEST)

    assert sentence(count) == (
        "Fri 31 start, not counted · "
        "Fri 28 February end of 1 month, the last day of a shorter month: due 28 February"
    )


def test_a_last_day_of_calendar_days_that_is_a_rest_day_says_so() -> None:
    count = explain(day("2024-06-03"), term("5 calendar days"), LATEST)

    assert sentence(count).endswith(
        "Fri 7 = 4 · Sat 8 = 5 (rest) · Sun 9 rest · Mon 10 next working day: due 10 June"
    )


def test_a_day_beyond_the_calendars_is_named_as_such_where_none_is_needed() -> None:
    count = explain(day("2025-12-30"), term("2 days"), LATEST, rolls=False)

    assert [row.calendar_version for row in count.rows] == ["kz/2025/1", "kz/2025/1", None]
    assert list(lines(count))[-1].endswith("no calendar")


def test_one_calendar_day_before_a_holiday_is_explained_backward() -> None:
    count = explain_before(day("2024-05-10"), term("1 day"), LATEST)

    assert sentence(count) == "Fri 10 end, not counted · Thu 9 = 1 (Victory Day): by 9 May"
    months = explain_before(day("2024-05-10"), term("1 month"), LATEST)
    assert sentence(months) == "Fri 10 end, not counted · Wed 10 April end of 1 month: by 10 April"

"""How a term is written and what it may be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import ValidationError, json

from events.law.term import AS_TOLD, TERM_LENGTH_MAX, TermInvalid, TermLength, Unit, parse_term

COUNTED = [Unit.CALENDAR_DAY, Unit.WORKING_DAY, Unit.MONTH]


@pytest.mark.parametrize(
    ("text", "length", "unit"),
    [
        ("3 working days", 3, Unit.WORKING_DAY),
        ("1 Working  Day", 1, Unit.WORKING_DAY),
        ("30 calendar days", 30, Unit.CALENDAR_DAY),
        ("1 day", 1, Unit.CALENDAR_DAY),
        ("3 months", 3, Unit.MONTH),
        ("as told", 0, Unit.AS_TOLD),
    ],
)
def test_a_term_is_read_as_written(text: str, length: int, unit: Unit) -> None:
    assert parse_term(text) == TermLength(length=length, unit=unit)


@given(st.integers(1, TERM_LENGTH_MAX), st.sampled_from(COUNTED))
def test_a_term_reads_back_from_its_words(length: int, unit: Unit) -> None:
    term = TermLength(length=length, unit=unit)

    assert parse_term(str(term)) == term


@pytest.mark.parametrize("text", ["", "3", "days", "-1 days", "3 weeks", "3.5 days", "٣ days"])
def test_what_is_no_term_is_refused_with_examples(text: str) -> None:
    with pytest.raises(TermInvalid, match="write for example '3 working days'"):
        parse_term(text)


def test_a_term_has_at_least_one_day_and_at_most_ten_years_of_them() -> None:
    TermLength(length=TERM_LENGTH_MAX, unit=Unit.CALENDAR_DAY)

    for length in (0, -1, TERM_LENGTH_MAX + 1):
        with pytest.raises(TermInvalid, match="1 to 3660"):
            TermLength(length=length, unit=Unit.CALENDAR_DAY)
    with pytest.raises(ValidationError, match="1 to 3660"):
        json.decode(b'{"length":0,"unit":"month"}', type=TermLength)


def test_a_term_as_told_has_no_length() -> None:
    assert str(AS_TOLD) == "as told"
    with pytest.raises(TermInvalid, match="length 0"):
        TermLength(length=1, unit=Unit.AS_TOLD)

"""Which texts show the number of a person or a legal entity: one rule for all (24, 15.2)."""

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.identity import mark, number_of
from events.number_shown import may_show_number, shows_number
from tests.wire.numbers import NEIGHBOURS, SEPARATORS, bins, iins, parted

around = st.text("az-_./: №", max_size=6)
dates = st.dates(date(1900, 1, 1), date(2099, 12, 31))
mostly_digits = st.text("0123456789" * 3 + "abcdef", min_size=32, max_size=32)


@given(iins() | bins(), around, around)
def test_a_number_is_shown_whatever_stands_around_it(number: str, before: str, after: str) -> None:
    assert shows_number(f"{before}{number}{after}")


@given(parted(SEPARATORS), around, around)
def test_a_number_is_shown_with_one_character_between_any_of_its_digits(
    number: str, before: str, after: str
) -> None:
    assert shows_number(f"{before}{number}{after}")
    assert may_show_number(f"{before}{number}{after}".encode())


@given(parted("-"), st.integers(1, 99))
def test_a_number_is_shown_also_beside_other_groups_of_digits(number: str, order: int) -> None:
    assert shows_number(f"{order}-{number}")
    assert shows_number(f"correction-{number}:{order}")


@given(st.text("0123456789", min_size=12, max_size=12))
def test_twelve_digits_alone_are_a_number_also_with_one_mistyped(digits: str) -> None:
    assert shows_number(digits)
    assert shows_number(f"desk/{digits}")
    assert not shows_number(digits[1:])
    assert not shows_number(f"{digits}0")


@given(iins())
def test_a_number_in_groups_with_a_digit_mistyped_is_not_told_from_others(number: str) -> None:
    last = (int(number[-1]) + 1) % 10

    assert not shows_number(f"{number[:6]}-{number[6:-1]}{last}")


@pytest.mark.parametrize("text", NEIGHBOURS)
def test_dates_receipts_ranges_and_versions_are_none(text: str) -> None:
    assert not shows_number(text)


@given(dates, dates, st.sampled_from(["/", "-", " ", ".."]))
def test_no_two_dates_of_our_time_are_one(first: date, second: date, between: str) -> None:
    assert not shows_number(f"{first}{between}{second}")


@given(
    mostly_digits, st.sampled_from(["{}", "{}{}", "case-{}:1", "intake.almaty-1/key-{}:3", "{}-2"])
)
def test_random_ids_hold_digits_by_chance(id_: str, where: str) -> None:
    assert not shows_number(where.format(id_, id_))


@given(st.text("0123456789" * 3 + "abcdef", min_size=32, max_size=32))
def test_so_do_uuids(digits: str) -> None:
    assert not shows_number(str(UUID(hex=digits)))


@given(st.text("0123456789", min_size=16, max_size=16), st.integers(1, 3), st.integers(0, 10**6))
def test_no_number_that_software_gives_is_one_by_chance(id_: str, stage: int, lane: int) -> None:
    number = number_of(f"intake.almaty-{lane}", id_ + mark("intake.almaty"), stage)

    assert not shows_number(number)
    assert any(digit.isdecimal() for digit in number)

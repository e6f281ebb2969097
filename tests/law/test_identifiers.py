"""The make and the check digit of IIN and BIN (15.2)."""

import csv
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.law.identifiers import NumberInvalid, check_digit, check_number

PUBLISHED: Final = Path(__file__).parent / "kz_identifiers" / "examples.csv"
IIN: Final = "760308140711"
"""Made up: born in 1876."""
BIN: Final = "940140000385"
"""A company's, published."""

digits: Final = st.text(alphabet="0123456789", min_size=11, max_size=11)


def published(label: str) -> list[tuple[str, str]]:
    rows = csv.DictReader(PUBLISHED.read_text(encoding="utf-8").splitlines())
    return [(row["kind"].lower(), row["number"]) for row in rows if row["label"] == label]


def fault(kind: str, number: str) -> str:
    with pytest.raises(NumberInvalid) as caught:
        check_number(kind, number)
    return str(caught.value)


@pytest.mark.parametrize(("kind", "number"), published("valid"))
def test_a_published_number_is_valid(kind: str, number: str) -> None:
    check_number(kind, number)


@pytest.mark.parametrize(("kind", "number"), published("invalid"))
def test_a_number_published_as_wrong_is_refused(kind: str, number: str) -> None:
    assert fault(kind, number)


def test_the_samples_are_all_there() -> None:
    assert (len(published("valid")), len(published("invalid"))) == (25, 12)


@pytest.mark.parametrize(("kind", "number"), published("valid"))
@pytest.mark.parametrize("more", range(1, 10))
def test_a_mistyped_check_digit_is_always_found(kind: str, number: str, more: int) -> None:
    mistyped = f"{number[:-1]}{(int(number[-1]) + more) % 10}"

    assert "check digit" in fault(kind, mistyped)


@given(digits)
def test_eleven_digits_have_one_check_digit_or_are_never_issued(eleven: str) -> None:
    found = check_digit(eleven)

    assert found is None or 0 <= found <= 9


def test_a_number_for_which_both_passes_give_ten_is_not_issued() -> None:
    assert check_digit("00081315989") is None
    assert "check digit" in fault("iin", "000813159890")


@pytest.mark.parametrize(
    "number", ["", "76030814071", "7603081407110", "76030814071a", "٧60308140711", "7603081407 1"]
)
@pytest.mark.parametrize("kind", ["iin", "bin"])
def test_a_number_has_twelve_digits_of_ours(kind: str, number: str) -> None:
    assert "12 digits" in fault(kind, number)


@pytest.mark.parametrize(
    ("number", "says"),
    [
        ("761308140711", "date of birth"),
        ("760231140711", "date of birth"),
        ("760308040711", "1 to 6"),
        ("760308740711", "1 to 6"),
        (BIN, "1 to 6"),
    ],
)
def test_an_iin_begins_with_a_date_and_a_century(number: str, says: str) -> None:
    assert says in fault("iin", number)


def test_the_century_decides_whether_29_february_is_a_day() -> None:
    assert "date of birth" in fault("iin", "000229140711")
    assert "check digit" in fault("iin", "000229540711")


@pytest.mark.parametrize(
    ("number", "says"),
    [
        ("940040000385", "month"),
        ("941340000385", "month"),
        ("940130000385", "fifth"),
        ("940170000385", "fifth"),
        ("940144000385", "sixth"),
    ],
)
def test_a_bin_begins_with_a_month_a_kind_and_a_part(number: str, says: str) -> None:
    assert says in fault("bin", number)


def test_a_number_is_an_iin_or_a_bin() -> None:
    assert "an iin or a bin" in fault("passport", IIN)


@pytest.mark.parametrize("kind", ["iin", "bin", "passport"])
@given(st.text(alphabet="0123456789", min_size=13, max_size=20) | digits.map(lambda d: f"{d}0"))
def test_no_fault_tells_the_number(kind: str, number: str) -> None:
    assert number not in _said(kind, number)


def _said(kind: str, number: str) -> str:
    try:
        check_number(kind, number)
    except NumberInvalid as invalid:
        return str(invalid)
    return "nothing"

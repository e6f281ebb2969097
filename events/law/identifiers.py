"""The numbers of persons and legal entities: their make and their check digit (15.2).

Twelve digits, the last a check digit. IIN: YYMMDD of birth, a digit for century and sex (1 and 2
the 19th century, 3 and 4 the 20th, 5 and 6 the 21st), four digits, check digit. BIN: YYMM of
registration, kind (4 resident, 5 non-resident, 6 entrepreneur), part (0 head office to 3 farm),
five digits, check digit. No error text holds a digit of a number: it may be a living person's.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Final

IIN: Final = "iin"
BIN: Final = "bin"
NUMBER_DIGITS: Final = 12

_FIRST_WEIGHTS: Final = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)
_SECOND_WEIGHTS: Final = (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)
_MODULUS: Final = 11
_NO_DIGIT: Final = 10
"""A remainder that no digit shows: after the second weights such a number is not issued."""

_CENTURIES: Final = {"1": 1800, "2": 1800, "3": 1900, "4": 1900, "5": 2000, "6": 2000}
"""Also the 1800s: so the two digits of the year alone never say which year it is."""
_MONTHS: Final = range(1, 13)
_BIN_KINDS: Final = "456"
_BIN_PARTS: Final = "0123"


class NumberInvalid(ValueError):
    """No such number is issued; the text says why, without a digit of it."""


def check_number(kind: str, number: str) -> None:
    """Check the make and the check digit of a number.

    Args:
        kind: `iin` or `bin`.
        number: twelve digits.

    Raises:
        NumberInvalid: saying what is wrong, or that the kind is unknown.
    """
    check = _CHECKS.get(kind)
    if check is None:
        raise NumberInvalid(f"a number is an {IIN} or a {BIN}")
    if len(number) != NUMBER_DIGITS or not (number.isascii() and number.isdigit()):
        raise NumberInvalid(f"an IIN or a BIN has {NUMBER_DIGITS} digits")
    check(number)
    if check_digit(number[:-1]) != int(number[-1]):
        raise NumberInvalid("the number fails its check digit: a digit is mistyped")


def check_digit(digits: str) -> int | None:
    """Compute the check digit of eleven digits; None if no such number is issued."""
    for weights in (_FIRST_WEIGHTS, _SECOND_WEIGHTS):
        remainder = _remainder(digits, weights)
        if remainder != _NO_DIGIT:
            return remainder
    return None


def _remainder(digits: str, weights: Sequence[int]) -> int:
    pairs = zip(digits, weights, strict=True)
    return sum(int(digit) * weight for digit, weight in pairs) % _MODULUS


def _check_iin(number: str) -> None:
    century = _CENTURIES.get(number[6])
    if century is None:
        raise NumberInvalid("an IIN's seventh digit is 1 to 6, for century and sex")
    year, month, day = century + int(number[:2]), int(number[2:4]), int(number[4:6])
    try:
        date(year, month, day)
    except ValueError:
        raise NumberInvalid("an IIN begins with a date of birth") from None


def _check_bin(number: str) -> None:
    if int(number[2:4]) not in _MONTHS:
        raise NumberInvalid("a BIN begins with year and month of registration")
    if number[4] not in _BIN_KINDS or number[5] not in _BIN_PARTS:
        raise NumberInvalid("a BIN's fifth digit is 4 to 6 and its sixth 0 to 3")


_CHECKS: Final[Mapping[str, Callable[[str], None]]] = {IIN: _check_iin, BIN: _check_bin}

"""Whether a text shows the number of a person or of a legal entity: one rule for all texts (24).

It does if it holds twelve digits that stand alone; or digits that come to twelve, in a row or with
one character between them that is no letter, and that may be an IIN or a BIN: made as one, with its
check digit (15.2), and not of somebody born before 1900.

The second half asks for so much because dates, receipts and lists of codes come to twelve digits
every day; of such digits, one in three hundred is made like a number by chance. Two things are
words of their own, whose digits are not looked at: a date, as `2024-05-03`, and a random id, which
holds digits by chance: 32 or 64 hexadecimal ones, or a UUID. What is spelled otherwise is not seen:
two characters between digits, letters between them, digits hidden in what looks like a random id.
"""

import re
import string
from collections.abc import Iterator, Sequence
from typing import Final

from events.law.identifiers import BIN, IIN, NUMBER_DIGITS, NumberInvalid, check_number

_ALONE: Final = re.compile(r"(?<![0-9A-Za-z])[0-9]{12}(?![0-9A-Za-z])")
_DATE: Final = r"(?<![0-9])(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])(?![0-9])"
_HEX: Final = "[0-9A-Fa-f]"
_RANDOM: Final = (
    rf"(?<![0-9A-Za-z])(?:{_HEX}{{32}}|{_HEX}{{64}}|{_HEX}{{8}}(?:-{_HEX}{{4}}){{3}}-{_HEX}{{12}})"
    r"(?![0-9A-Za-z])"
)
_WORD: Final = re.compile(f"{_RANDOM}|{_DATE}")
_IN_ITS_PLACE: Final = "x"
"""A letter, so that digits before and after it do not come together."""
_TOGETHER: Final = re.compile(r"[0-9]+(?:[\W_][0-9]+)*")
_RUN: Final = re.compile("[0-9]+")
_BEFORE_1900: Final = "12"
"""Seventh digits of an IIN. Without them, two dates of the 2020s make no number."""

_AS_ZERO: Final = bytes.maketrans(b"123456789", b"000000000")
_BETWEEN: Final = bytes(set(range(256)) - set(string.ascii_letters.encode() + b"0123456789"))
"""What may part digits: all bytes but ASCII letters and digits."""
_TWELVE: Final = b"0" * NUMBER_DIGITS
_ESCAPE: Final = b"\\"


def may_show_number(raw: bytes) -> bool:
    """Say whether it is worth a look: twelve digits follow each other, but for what is no letter.

    Every event of every lane passes here; nearly all go no further.

    Args:
        raw: a text in UTF-8, or JSON: an escape may be anything.
    """
    return _TWELVE in raw.translate(_AS_ZERO, _BETWEEN) or _ESCAPE in raw


def shows_number(text: str) -> bool:
    """Say whether a text shows such a number."""
    if not may_show_number(text.encode(errors="replace")):
        return False
    words = _WORD.sub(_IN_ITS_PLACE, text)
    return _ALONE.search(words) is not None or any(
        _may_be_a_number(digits)
        for together in _TOGETHER.finditer(words)
        for digits in _of_twelve(_RUN.findall(together[0]))
    )


def _of_twelve(runs: Sequence[str]) -> Iterator[str]:
    """Give the digits of neighbouring runs that come to twelve."""
    for first in range(len(runs)):
        digits = ""
        for run in runs[first : first + NUMBER_DIGITS]:
            digits += run
            if len(digits) == NUMBER_DIGITS:
                yield digits


def _may_be_a_number(digits: str) -> bool:
    return _is(BIN, digits) or (digits[6] not in _BEFORE_1900 and _is(IIN, digits))


def _is(kind: str, digits: str) -> bool:
    try:
        check_number(kind, digits)
    except NumberInvalid:
        return False
    return True

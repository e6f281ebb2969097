"""Words of paths and queries as what they mean; what is wrong is said by the word's name."""

import re
from datetime import date
from typing import Final

from services.http.problems import Problematic

DAY_PATTERN: Final = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_DAY: Final = re.compile(DAY_PATTERN)
_FLAGS: Final = {"true": True, "false": False}


def a_date(text: str, name: str = "date") -> date:
    """Read a date.

    Raises:
        Problematic: `parameter-malformed`.
    """
    if not _DAY.fullmatch(text):
        raise malformed(name, "a date, as 2024-05-03")
    try:
        return date.fromisoformat(text)
    except ValueError as wrong:
        raise malformed(name, "a date, as 2024-05-03") from wrong


def a_flag(text: str, name: str) -> bool:
    """Read `true` or `false`.

    Raises:
        Problematic: `parameter-malformed`.
    """
    if text not in _FLAGS:
        raise malformed(name, "true or false")
    return _FLAGS[text]


def malformed(name: str, expected: str) -> Problematic:
    """Refuse a word."""
    return Problematic("parameter-malformed", f"field `{name}`: expected {expected}")

"""How long a term is, and the rules by which days are counted: values, not code.

The draft law has no article on counting (except 14.1 and 25), so the rules stand in a table that
an edition of the law binds: `KZ_COUNT_1`. Basis: Law 107-II of 27 November 2000 on administrative
procedures, article 12-1, and Civil Code articles 172 to 176; a lawyer must confirm.
"""

import re
from enum import StrEnum
from typing import Final, Literal

from msgspec import Struct

# Ten years in days: the longest lawful term is months; more is a slip in a number.
TERM_LENGTH_MAX: Final = 3_660


class Unit(StrEnum):
    """What a term's length counts."""

    CALENDAR_DAY = "calendar_day"
    WORKING_DAY = "working_day"
    MONTH = "month"
    AS_TOLD = "as_told"  # The norm leaves the date to what the person was told (protocol H5).


class TermInvalid(ValueError):
    """A term has no such length or unit; the text says how one is written."""


class TermLength(Struct, frozen=True, kw_only=True):
    """A length and its unit; an `as_told` term has length 0.

    Raises:
        TermInvalid: the length is not 1 to 3,660, or not 0 for a term as told.
    """

    length: int
    unit: Unit

    def __post_init__(self) -> None:
        if self.unit is Unit.AS_TOLD:
            if self.length != 0:
                raise TermInvalid(f"a term as told has length 0, not {self.length}")
        elif not 1 <= self.length <= TERM_LENGTH_MAX:
            raise TermInvalid(f"a term has 1 to {TERM_LENGTH_MAX} days or months: {self.length}")

    def __str__(self) -> str:
        if self.unit is Unit.AS_TOLD:
            return "as told"
        return f"{self.length} {_WORDS[self.unit]}{'' if self.length == 1 else 's'}"


_WORDS: Final = {
    Unit.CALENDAR_DAY: "calendar day",
    Unit.WORKING_DAY: "working day",
    Unit.MONTH: "month",
}
_UNITS: Final = {**{word: unit for unit, word in _WORDS.items()}, "day": Unit.CALENDAR_DAY}
_WRITTEN: Final = re.compile(r"([0-9]{1,4}) (working day|calendar day|day|month)s?")

AS_TOLD: Final = TermLength(length=0, unit=Unit.AS_TOLD)


def parse_term(text: str) -> TermLength:
    """Read `3 working days`, `30 calendar days`, `1 day` (a calendar day), `3 months`, `as told`.

    Raises:
        TermInvalid: naming the text and the ways to write a term.
    """
    words = " ".join(text.split()).lower()
    if words == "as told":
        return AS_TOLD
    found = _WRITTEN.fullmatch(words)
    if found is None:
        raise TermInvalid(
            f"{text!r} is not a term; write for example '3 working days', '30 calendar days', "
            "'3 months' or 'as told'"
        )
    return TermLength(length=int(found[1]), unit=_UNITS[found[2]])


class CountRules(Struct, frozen=True, kw_only=True):
    """How days are counted, as one table with an id that an edition of the law names.

    The last two fields bind those who compare acts with a due date: a day ends at 24:00 local
    time, and acts are compared by local date, never by hours.
    """

    id: str
    first_day_counted: bool  # Whether the day of the starting event is day 1.
    rolls: bool  # Whether a last day that is off moves to the next working day.
    month_end: Literal["same_number_else_last_day"]
    day_ends: Literal["24:00"]
    compared_by: Literal["local_date"]


KZ_COUNT_1: Final = CountRules(
    id="kz-count-1",
    first_day_counted=False,
    rolls=True,
    month_end="same_number_else_last_day",
    day_ends="24:00",
    compared_by="local_date",
)

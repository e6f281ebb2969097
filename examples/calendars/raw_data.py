"""The raw data and the editions, read into records; what they mean is in `year.py`."""

import csv
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from msgspec import Struct, field, json

from events.law.calendar import Name, Week, Weekday

HERE: Final = Path(__file__).parent


class Holiday(Struct, frozen=True):
    """A holiday on fixed days of the year, in the years in which it holds."""

    name: str
    dates: tuple[str, ...] = ()  # `05-09`
    first_year: int = field(name="from", default=0)
    last_year: int = field(name="to", default=9_999)
    by_year: dict[str, str] = {}

    def in_year(self, year: int) -> tuple[str, ...]:
        """Return its days in the year."""
        if self.by_year:
            return (self.by_year[str(year)],)
        return self.dates if self.first_year <= year <= self.last_year else ()


class Rules(Struct, frozen=True):
    """The file `holiday_rules.json`."""

    rest_days: dict[str, tuple[Weekday, ...]]  # Under `5day` and `6day`.
    holidays: tuple[Holiday, ...]
    days_off_not_transferred: tuple[Holiday, ...]

    def rest(self, week: Week) -> tuple[Weekday, ...]:
        """Return the rest weekdays of a week."""
        return self.rest_days[f"{week}day"]


class Before(Struct, frozen=True):
    """How an earlier public state of a year differs from the final one."""

    acts: tuple[str, ...] | None = None
    drop: tuple[str, ...] = ()
    holidays: dict[str, str] = {}
    religious_days: dict[str, str] = {}
    drop_moves_to: tuple[date, ...] = ()


class Change(Struct, frozen=True):
    """The adoption of a year's final state after an earlier one was public."""

    adopted_on: date
    assumed: bool
    before: Before
    acts: tuple[str, ...] = ()


class Editions(Struct, frozen=True):
    """The file `editions.json`."""

    first_year: int
    last_year: int
    assumed_adoption: str
    law: str
    changed_years: dict[str, Change]


class Move(Struct, frozen=True, kw_only=True):
    """A day off moved by act: `off` rests, `works` works; one row of the CSV."""

    off: date
    works: date
    acts: tuple[str, ...]


@cache
def rules() -> Rules:
    """Return the rules of holidays."""
    return json.decode((HERE / "raw" / "holiday_rules.json").read_bytes(), type=Rules)


@cache
def editions() -> Editions:
    """Return the editions."""
    return json.decode((HERE / "editions.json").read_bytes(), type=Editions)


@cache
def names() -> dict[str, Name]:
    """Return each holiday's names by its Russian name."""
    table = json.decode((HERE / "names.json").read_bytes(), type=dict[str, dict[str, str]])
    return {ru: Name(en=name["en"], kk=name["kk"], ru=ru) for ru, name in table.items()}


@cache
def moves() -> tuple[Move, ...]:
    """Return the moves of days off in order of date."""
    text = (HERE / "raw" / "day_off_transfers_2009_2025.csv").read_text("utf-8")
    return tuple(
        Move(
            off=date.fromisoformat(row["day_off_becomes"]),
            works=date.fromisoformat(row["day_that_becomes_working"]),
            acts=tuple(row["official_act_ids"].split("; ")),
        )
        for row in csv.DictReader(text.splitlines())
    )

"""The named days of one year and its moves: the final state, and what was public before."""

from collections.abc import Iterable, Mapping
from datetime import date

from msgspec import Struct

from events.law.calendar import Name
from examples.calendars.raw_data import Before, Holiday, Move, moves, names, rules


class Year(Struct, frozen=True, kw_only=True):
    """What is public of one year: named days, and the moves that touch it."""

    year: int
    holidays: dict[date, Name]
    religious_days: dict[date, Name]  # Off, and never moved.
    moves: tuple[Move, ...]


def final_year(year: int) -> Year:
    """Return the final state of a year."""
    return Year(
        year=year,
        holidays=_named(year, _listed(year, rules().holidays)),
        religious_days=_named(year, _listed(year, rules().days_off_not_transferred)),
        moves=tuple(move for move in moves() if year in {move.off.year, move.works.year}),
    )


def earlier_year(final: Year, before: Before) -> Year:
    """Return what was public before the final state."""
    dropped = {_day(final.year, text) for text in before.drop}
    return Year(
        year=final.year,
        holidays=_without(final.holidays, dropped) | _named(final.year, before.holidays),
        religious_days=_without(final.religious_days, dropped)
        | _named(final.year, before.religious_days),
        moves=tuple(move for move in final.moves if move.off not in before.drop_moves_to),
    )


def _listed(year: int, holidays: Iterable[Holiday]) -> dict[str, str]:
    return {text: holiday.name for holiday in holidays for text in holiday.in_year(year)}


def _named(year: int, days: Mapping[str, str]) -> dict[date, Name]:
    return {_day(year, text): names()[name] for text, name in sorted(days.items())}


def _without(days: Mapping[date, Name], dropped: set[date]) -> dict[date, Name]:
    return {day: name for day, name in days.items() if day not in dropped}


def _day(year: int, text: str) -> date:
    return date.fromisoformat(f"{year}-{text}")

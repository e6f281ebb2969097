"""The versions of all years, in order of adoption, and each as the text of its file."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from msgspec import json, to_builtins

from events.law.calendar import CalendarVersion
from examples.calendars.raw_data import Change, editions
from examples.calendars.week import week_days
from examples.calendars.year import Year, earlier_year, final_year

JURISDICTION: Final = "kz"


def versions() -> Iterator[CalendarVersion]:
    """Yield every version of every year."""
    table = editions()
    for number in range(table.first_year, table.last_year + 1):
        year, change = final_year(number), table.changed_years.get(str(number))
        if change is None:
            yield _first(year, _acts(year))
        else:
            yield from _both(year, change)


def _both(year: Year, change: Change) -> Iterator[CalendarVersion]:
    before = change.before
    first = _first(earlier_year(year, before), before.acts or _acts(year))
    yield first
    yield _version(
        year,
        edition=2,
        adopted_on=change.adopted_on,
        assumed=change.assumed,
        acts=(*_acts(year), *change.acts),
        replaces=first.version,
    )


def _first(year: Year, acts: tuple[str, ...]) -> CalendarVersion:
    adopted_on = date.fromisoformat(f"{year.year - 1}-{editions().assumed_adoption}")
    return _version(year, edition=1, adopted_on=adopted_on, assumed=True, acts=acts)


def _version(
    year: Year,
    *,
    edition: int,
    adopted_on: date,
    assumed: bool,
    acts: tuple[str, ...],
    replaces: str | None = None,
) -> CalendarVersion:
    return CalendarVersion(
        jurisdiction=JURISDICTION,
        version=f"{JURISDICTION}/{year.year}/{edition}",
        valid_from=date(year.year, 1, 1),
        valid_to=date(year.year, 12, 31),
        adopted_on=adopted_on,
        adoption_assumed=assumed,
        replaces=replaces,
        act="; ".join((editions().law, *acts)),
        weeks=(week_days(year, "5"), week_days(year, "6")),
    )


def _acts(year: Year) -> tuple[str, ...]:
    """Return the acts of all moves of the year, each once, in the order of the raw data."""
    return tuple(dict.fromkeys(act for move in year.moves for act in move.acts))


def file_name(version: CalendarVersion) -> str:
    """Return `2024-2.json` for `kz/2024/2`."""
    _, year, edition = version.version.split("/")
    return f"{year}-{edition}.json"


def file_text(version: CalendarVersion) -> bytes:
    """Return the JSON of a version, one day a line, so that a change shows as a line."""
    return b"\n".join(_lines(version)) + b"\n"


def _lines(version: CalendarVersion) -> Iterator[bytes]:
    plain = to_builtins(version)
    weeks = plain.pop("weeks")
    yield b"{"
    for name, value in plain.items():
        yield b"%b:%b," % (json.encode(name), json.encode(value))
    yield b'"weeks":['
    for place, week in enumerate(weeks):
        yield b'%b{"week":%b,"rest":%b,' % (
            b"," if place else b"",
            json.encode(week["week"]),
            json.encode(week["rest"]),
        )
        for name in ("days_off", "working"):
            days = b",\n".join(json.encode(day) for day in week[name])
            yield b'"%b":[\n%b]%b' % (name.encode(), days, b"," if name == "days_off" else b"}")
    yield b"]}"

"""A public calendar with known faults, read as a realistic bad input."""

from datetime import date, timedelta
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

import pytest
from msgspec.structs import replace

from events.law.calendar import Cause, Day, Weekday, WeekDays, Why, weekday
from events.law.calendar_check import CalendarInvalid, check
from tests.law.calendars_of_kz import LATEST
from tests.law.small_calendar import HOLIDAY, PLAIN, year

HERE = Path(__file__).parent / "xmlcalendar"
REST: Final[tuple[Weekday, ...]] = ("Sat", "Sun")


def read(number: int) -> tuple[Day, ...]:
    """Read the days off: plain ones as holidays, those with an origin as moves."""
    root = ET.fromstring((HERE / f"{number}.xml").read_text("utf-8"))  # noqa: S314 -- own copy

    def on(text: str | None) -> date:
        return date.fromisoformat(f"{number}-{str(text).replace('.', '-')}")

    found = [node for node in root.iter("day") if node.get("t") == "1"]
    plain = {on(node.get("d")) for node in found if node.get("f") is None}
    days = [Day(on=day, why=HOLIDAY) for day in plain]
    for node in found:
        if node.get("f") is not None:
            other = on(node.get("f"))
            cause = Cause.HOLIDAY_MOVED if other in plain else Cause.DAY_OFF_MOVED
            days.append(Day(on=on(node.get("d")), why=Why(cause=cause, other=other)))
    return tuple(sorted(days, key=lambda day: day.on))


def differences(number: int) -> list[str]:
    off = {day.on for day in read(number)}
    days = (date(number, 1, 1) + timedelta(days=n) for n in range(365))
    return [
        day.isoformat()
        for day in days
        if (day not in off and weekday(day) not in REST) != LATEST.week("5").works(day)
    ]


def test_it_agrees_with_ours_where_it_has_no_fault() -> None:
    assert differences(2015) == []


def test_it_differs_from_ours_only_in_its_known_faults() -> None:
    two_working_saturdays, kurban_ait = ["2017-03-18", "2017-07-01"], "2017-09-01"

    assert differences(2017) == [*two_working_saturdays, kurban_ait]


def test_its_moves_with_one_end_are_refused() -> None:
    version = replace(
        year(2017, adopted_on=PLAIN.adopted_on),
        weeks=(WeekDays(week="5", rest=REST, days_off=read(2017)),),
    )

    with pytest.raises(CalendarInvalid, match=r"2017-03-20 .* 2017-03-18 does not answer to it"):
        check(version)

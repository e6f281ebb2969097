"""The local date of an instant, by the zone data of the package."""

import sys
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import TZPATH

import pytest

from events.law.zones import TZDATA_VERSION, TimeNaive, ZoneUnknown, local_date


@pytest.mark.parametrize(
    ("instant", "zone", "local"),
    [
        (datetime(2024, 2, 29, 18, 59, tzinfo=UTC), "Asia/Almaty", date(2024, 2, 29)),
        (datetime(2024, 2, 29, 19, 0, tzinfo=UTC), "Asia/Almaty", date(2024, 3, 1)),
        (datetime(2024, 2, 28, 17, 59, tzinfo=UTC), "Asia/Almaty", date(2024, 2, 28)),
        (datetime(2024, 2, 28, 18, 0, tzinfo=UTC), "Asia/Almaty", date(2024, 2, 29)),
        (datetime(2018, 12, 19, 18, 0, tzinfo=UTC), "Asia/Qyzylorda", date(2018, 12, 20)),
        (datetime(2018, 12, 21, 18, 0, tzinfo=UTC), "Asia/Qyzylorda", date(2018, 12, 21)),
        (datetime(2012, 3, 24, 23, 0, tzinfo=UTC), "Europe/Amsterdam", date(2012, 3, 25)),
        (datetime(2012, 7, 1, 22, 0, tzinfo=UTC), "Europe/Amsterdam", date(2012, 7, 2)),
    ],
)
def test_midnight_is_that_of_the_zone_on_that_day(
    instant: datetime, zone: str, local: date
) -> None:
    assert local_date(instant, zone) == local


def test_the_offset_of_the_instant_does_not_matter() -> None:
    in_tokyo = datetime(2024, 3, 1, 4, 0, tzinfo=timezone(timedelta(hours=9)))

    assert local_date(in_tokyo, "Asia/Almaty") == date(2024, 3, 1)


def test_a_naive_time_is_refused() -> None:
    with pytest.raises(TimeNaive, match="2024-03-01T00:00:00 has no offset"):
        local_date(datetime(2024, 3, 1), "Asia/Almaty")  # noqa: DTZ001 -- what is refused


@pytest.mark.parametrize(
    "zone", ["", "Asia/Astana", "asia/almaty", "/etc/passwd", "../zones", "Asia", "zone.tab"]
)
def test_an_unknown_zone_is_refused(zone: str) -> None:
    with pytest.raises(ZoneUnknown, match=r"is no IANA zone in tzdata 20.*Asia/Almaty"):
        local_date(datetime(2024, 3, 1, tzinfo=UTC), zone)


def test_the_zone_data_is_the_packages_and_the_process_is_left_as_it_was() -> None:
    local_date(datetime(2024, 3, 1, tzinfo=UTC), "Asia/Almaty")

    assert TZDATA_VERSION >= "2024a"  # Kazakhstan's change of 1 March 2024.
    assert "tzdata" in sys.modules
    assert not any("site-packages" in folder for folder in TZPATH)

"""The local civil date of an instant: the only use that the law has for a time zone.

Zones come from the `tzdata` package, never from the machine: two machines with other system zones
would find other dates for one instant, and Kazakhstan changed its zones in 2018 and 2024. Each
zone is read with `ZoneInfo.from_file`; `zoneinfo.reset_tzpath` would do the same for every library
in the process and so is left alone. Reading the package's files is the one input here; they are
as fixed as code.
"""

from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import Final
from zoneinfo import ZoneInfo

import tzdata

TZDATA_VERSION: Final[str] = tzdata.IANA_VERSION
"""The edition of the zone data, to be named with what was computed from it."""


class ZoneUnknown(LookupError):
    """The zone has no such IANA name, or none in this edition of the zone data."""


class TimeNaive(ValueError):
    """A time without an offset names no instant."""


def local_date(instant: datetime, zone: str) -> date:
    """Return the civil date of an instant in a zone such as `Asia/Almaty`.

    Raises:
        TimeNaive: the time carries no offset.
        ZoneUnknown: the zone is not in the zone data.
    """
    if instant.utcoffset() is None:
        raise TimeNaive(f"{instant.isoformat()} has no offset: give UTC or the offset")
    return instant.astimezone(zone_info(zone)).date()


@cache
def zone_info(zone: str) -> ZoneInfo:
    """Return the zone from the package's data, whatever the machine has.

    Raises:
        ZoneUnknown: the zone is not in the zone data.
    """
    if zone not in _names():
        raise ZoneUnknown(
            f"{zone!r} is no IANA zone in tzdata {TZDATA_VERSION}; write for example Asia/Almaty"
        )
    with files("tzdata").joinpath("zoneinfo", *zone.split("/")).open("rb") as data:
        return ZoneInfo.from_file(data, key=zone)


@cache
def _names() -> frozenset[str]:
    return frozenset(files("tzdata").joinpath("zones").read_text("utf-8").split())

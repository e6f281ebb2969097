"""The calendars shipped with the product, as data to adopt; nothing counts by them unadopted.

The files are made by `python -m examples.calendars` and stand in `reference/<jurisdiction>/`, one
version a file, each being the data of an `audit.calendar_adopted.v1`.
"""

from functools import cache
from importlib.resources import files

from msgspec import json

from events.law.calendar import CalendarVersion


class ReferenceUnknown(LookupError):
    """No calendars are shipped for this jurisdiction."""


@cache
def load_reference(jurisdiction: str) -> tuple[CalendarVersion, ...]:
    """Return the shipped versions of a jurisdiction in order of adoption.

    Raises:
        ReferenceUnknown: none are shipped; the text names those that are.
    """
    shipped = {folder.name: folder for folder in files(__package__).joinpath("reference").iterdir()}
    if jurisdiction not in shipped:
        known = ", ".join(sorted(shipped))
        raise ReferenceUnknown(f"no calendars are shipped for {jurisdiction!r}, only for: {known}")
    versions = (
        json.decode(file.read_bytes(), type=CalendarVersion)
        for file in shipped[jurisdiction].iterdir()
    )
    return tuple(sorted(versions, key=lambda version: (version.adopted_on, version.valid_from)))

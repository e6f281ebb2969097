"""What a later registration adds to a lane, and what of it stands (protocol A12, C5)."""

from datetime import date

from events.audit import LaneRegistration

Keys = tuple[tuple[int, str], ...]
"""(from size, verification key), ascending."""
ReadersTold = tuple[tuple[str, frozenset[str]], ...]
"""(`<lane>/<event id>` of the registration, readers from then on), each that changed them."""


def with_key(keys: Keys, told: LaneRegistration) -> Keys:
    """Add a key that comes after all others (protocol A12)."""
    if keys and told.from_size <= keys[-1][0]:
        return keys
    return (*keys, (told.from_size, told.key))


def with_readers(before: ReadersTold, ref: str, readers: frozenset[str]) -> ReadersTold:
    """Add whom a registration lists, if that changes who reads the lane."""
    if before and before[-1][1] == readers:
        return before
    return (*before, (ref, readers))


def last_day(first: date, last: date | None, told: LaneRegistration) -> date | None:
    """Give the `until` that is set; else the one told, if the lane does not begin after it."""
    if last is not None or told.last_day is None or told.last_day < first:
        return last
    return told.last_day

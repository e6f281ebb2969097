"""Examples of what is said of keys, in one lane that has shared a key with another (art. 24)."""

from datetime import date
from typing import Final

from events.keys import KeyAsked, KeyErased, KeyGranted, PersonalDataRead, SubjectErased
from tests.wire.example import (
    AUTHORITY,
    CASE,
    DELIVERER,
    DELIVERER_LANE,
    LODGED_ON,
    SEALED,
    WINDOW,
    WINDOW_LANE,
    Example,
    Writer,
    readers,
)

STREAM: Final = f"key-{SEALED.key_id}"
LODGED: Final = f"{WINDOW_LANE}/application-{CASE}:1"
ERASED_ON: Final = date(2029, 5, 14)
"""After the time for which the case had to be kept."""


def keys(own: str) -> dict[str, Example]:
    """Give the example of each event that tells of a key."""
    other = (
        Writer(agency=DELIVERER, lane=DELIVERER_LANE)
        if own == WINDOW
        else Writer(agency=WINDOW, lane=WINDOW_LANE)
    )
    both = readers(own, other.agency)
    erasure = f"{other.lane}/{STREAM}:2"
    return {
        "key_granted.v1": Example(stream=STREAM, to=both, data=_granted(other)),
        "key_asked.v1": Example(stream=STREAM, to=both, data=_asked(own, other)),
        "personal_data_read.v1": Example(stream=f"reading-{CASE}", to=own, data=_read(own)),
        "subject_erased.v1": Example(stream=STREAM, to=both, data=_erased()),
        "key_erased.v1": Example(
            stream=STREAM, to=both, causationid=erasure, data=_erased_too(erasure)
        ),
    }


def _granted(other: Writer) -> KeyGranted:
    return KeyGranted(
        on=LODGED_ON, case_id=CASE, key_id=SEALED.key_id, reader=other.agency, of_event=LODGED
    )


def _asked(own: str, other: Writer) -> KeyAsked:
    return KeyAsked(
        on=date(2024, 5, 5),
        case_id=CASE,
        key_id=SEALED.key_id,
        to_lane=other.lane,
        ground="inspection" if own == AUTHORITY else None,
    )


def _read(own: str) -> PersonalDataRead:
    return PersonalDataRead(
        on=date(2024, 5, 6),
        at="2024-05-06T05:12:00Z",
        case_id=CASE,
        key_id=SEALED.key_id,
        parts=(SEALED.part,),
        ground="inspection" if own == AUTHORITY else "case",
        role="specialist",
    )


def _erased() -> SubjectErased:
    return SubjectErased(
        on=ERASED_ON, case_id=CASE, key_id=SEALED.key_id, ground="storage-time-over"
    )


def _erased_too(erasure: str) -> KeyErased:
    return KeyErased(on=ERASED_ON, case_id=CASE, key_id=SEALED.key_id, erasure=erasure)

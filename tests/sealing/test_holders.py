"""The lanes tell who holds a key, and who has not yet said that it is gone (F1, F6)."""

from datetime import date
from typing import Any, Final

from msgspec.structs import replace

from events.common import Act
from events.envelope import Recorded
from events.keys import KeyAsked, KeyErased, KeyGranted, PersonalDataRead, SubjectErased
from services.sealing.holders import KeyRecord, key_records
from tests.given import recorded
from tests.sealing.agencies import CENTRE, DELIVERER, DELIVERY, WINDOW

CASE: Final = "c1"
DAY: Final = date(2024, 5, 3)
KEY: Final[Any] = {"on": DAY, "case_id": CASE, "key_id": "k1"}
ERASURE: Final = f"{WINDOW}/stream-{CASE}:1"

Told = tuple[Recorded[Any], str]


def told(data: Act, lane: str, agency: str, to: str = "x") -> Told:
    return replace(recorded(data, lane=lane, case=CASE), to=to), agency


GRANTED: Final = told(KeyGranted(**KEY, reader=DELIVERER, of_event="x"), WINDOW, CENTRE)
ERASED: Final = told(
    SubjectErased(**KEY, ground="consent"), WINDOW, CENTRE, f"{CENTRE} {DELIVERER}"
)
GONE_HERE: Final = told(KeyErased(**KEY, erasure=ERASURE), WINDOW, CENTRE)
GONE_THERE: Final = told(KeyErased(**KEY, erasure=ERASURE), DELIVERY, DELIVERER)


def record(*events: Told) -> KeyRecord:
    (found,) = key_records(events)
    return found


def test_a_holder_is_who_was_granted_the_key() -> None:
    found = record(GRANTED, GRANTED)

    assert found.granted == ((WINDOW, DELIVERER),)
    assert (found.silent, found.gone_from) == ((), None)


def test_who_is_told_to_destroy_it_is_silent_until_it_says_so() -> None:
    assert record(GRANTED, ERASED).silent == (CENTRE, DELIVERER)
    assert record(GRANTED, ERASED, GONE_HERE).silent == (DELIVERER,)
    assert record(GRANTED, ERASED, GONE_HERE, GONE_THERE).silent == ()


def test_a_word_counts_in_whatever_order_the_lanes_are_read() -> None:
    assert record(GONE_THERE, GONE_HERE, ERASED, GRANTED).silent == ()


def test_nobody_says_it_for_another() -> None:
    forged = told(KeyErased(**KEY, erasure=ERASURE), "intake.other", "other")

    assert record(ERASED, GONE_HERE, forged).silent == (DELIVERER,)


def test_the_key_is_gone_eight_days_after_the_last_grant() -> None:
    late = replace(GRANTED[0], data=replace(GRANTED[0].data, on=date(2024, 5, 6)))

    assert record(GRANTED, ERASED, GONE_HERE, GONE_THERE).gone_from == date(2024, 5, 11)
    assert record((late, CENTRE), ERASED, GONE_HERE, GONE_THERE).gone_from == date(2024, 5, 14)
    assert record(GRANTED, ERASED, GONE_HERE).gone_from is None


def test_who_asks_and_who_reads_is_told_too() -> None:
    asked = told(KeyAsked(**KEY, to_lane=WINDOW), DELIVERY, DELIVERER)
    read = told(
        PersonalDataRead(**KEY, parts=("name",), ground="case", role="clerk"), DELIVERY, DELIVERER
    )

    found = record(asked, read)

    assert found.asked == ((DELIVERER, WINDOW),)
    assert found.read == (("agency/unit/o-7f31", DAY, "case"),)


def test_keys_are_told_by_id() -> None:
    other = replace(GRANTED[0], data=replace(GRANTED[0].data, key_id="k0"))

    assert [one.key_id for one in key_records([GRANTED, (other, CENTRE)])] == ["k0", "k1"]

"""A window that keeps back from the deliverer what it sends it: nobody owes what it was not shown.

The register lists the deliverer as a reader, and `to` names it; on the wire the event is a hash.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Final, TypeVar

import pytest

from events.log.reading.arrivals import Record
from examples.kazakhstan.agencies import CENTRE, JUSTICE_ALMATY, WINDOW_LANE
from services.driver import Driver
from services.realm import Realm
from tests.audit.by_hand import take_in, verified
from tests.flows.homes import copy_of, driven, refuse_alarms
from tests.flows.kz_days import KzDays
from tests.flows.withholding import WithholdingRealm

TAKEN_IN: Final = date(2024, 5, 3)
SHIPPED_AGAIN: Final = date(2024, 5, 7)
AFTER_THE_TERM: Final = date(2024, 5, 13)
Kind = TypeVar("Kind", bound=Realm)
FORWARDED: Final = b"intake.application_forwarded.v1"


class Stopping(Realm):
    """Ships nothing from the window to the deliverer until it is told to."""

    ships = False

    def records(self, lane: str, reader: str, after: int = 0) -> Iterator[Record]:
        """Cut the reader's records; none while they are kept back."""
        if self.ships or (lane, reader) != (WINDOW_LANE, JUSTICE_ALMATY):
            yield from super().records(lane, reader, after)


def withholding(home: Path) -> Realm:
    return WithholdingRealm(home, WINDOW_LANE, JUSTICE_ALMATY, FORWARDED)


@contextmanager
def played(joined: Path, to: Path, make: Callable[[Path], Kind]) -> Iterator[tuple[KzDays, Kind]]:
    """Take the late case in on Friday 3 May, in a realm of a kind from that day on."""
    home = copy_of(joined, to)
    with driven(home) as driver:
        days = KzDays(driver)
        days.approve_standard()
        days.close_until(TAKEN_IN)
    realm = make(home)
    days = KzDays(Driver(realm, refuse_alarms))
    days.day = TAKEN_IN
    take_in(days)
    yield days, realm
    realm.close()


@pytest.fixture
def days(joined: Path, tmp_path: Path) -> Iterator[KzDays]:
    """The forwarding of the late case is kept back."""
    with played(joined, tmp_path, withholding) as (days, _):
        yield days


def charged(days: KzDays) -> set[tuple[str, str]]:
    return {(made.rule, made.charged) for made in days.standing()}


def test_a_deliverer_from_which_the_request_was_kept_back_is_charged_with_no_delay(
    days: KzDays,
) -> None:
    days.close_until(AFTER_THE_TERM)

    assert charged(days) == {("not_stated", CENTRE), ("view_differs", JUSTICE_ALMATY)}
    (kept_back,) = days.standing("not_stated")
    assert kept_back.reading is not None
    days.realm.close()
    assert verified(days)[0] == []


def test_it_shows_when_the_deliverer_has_closed_the_day_after(days: KzDays) -> None:
    days.close()
    assert days.standing("not_stated") == []
    days.close()
    (kept_back,) = days.standing("not_stated")

    assert kept_back.judged_day == date(2024, 5, 4)


def test_a_deliverer_owes_from_when_it_is_shipped_what_was_kept_in_store(
    joined: Path, tmp_path: Path
) -> None:
    """The window ships nothing at all for some days, then all of it.

    The deliverer says so on the day after it came with the closing of the window's day.
    """
    with played(joined, tmp_path, Stopping) as (days, realm):
        days.close_until(SHIPPED_AGAIN)
        assert charged(days) == {("not_stated", CENTRE)}

        realm.ships = True
        days.close()
        days.close()
        assert charged(days) == set()

        days.close_until(AFTER_THE_TERM)
        assert charged(days) == {
            ("service_term_missed", JUSTICE_ALMATY),
            ("result_to_centre_late", JUSTICE_ALMATY),
        }
        days.realm.close()
        assert verified(days)[0] == []

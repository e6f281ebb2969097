"""What lanes say that they were shown before it counts: it waits, and never for good (A11)."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from events.log.kafka.record_bounds import size_of
from events.log.reading.arrivals import Record
from events.log.tree.exact_base64 import to_base64
from examples.kazakhstan.agencies import (
    AUDIT_LANE,
    AUTHORITY,
    CENTRE,
    LANES,
    STANDARDS_LANE,
    WINDOW_LANE,
)
from services.realm import Realm
from tests.audit.by_hand import verified
from tests.flows.foreign import Book, join_foreign
from tests.flows.homes import copy_of
from tests.flows.kz_days import KzDays, kz_days
from tests.flows.test_withheld_forwarding import charged, played

ONE_DAY = timedelta(days=1)


class Lagging(Realm):
    """Brings the authority nothing of the window beyond a size."""

    limit: int | None = None

    def records(self, lane: str, reader: str, after: int = 0) -> Iterator[Record]:
        """Cut the reader's records, as far as they go."""
        for record in super().records(lane, reader, after):
            held_back = (lane, reader) == (WINDOW_LANE, AUTHORITY) and self.limit is not None
            if held_back and size_of(record) > (self.limit or 0):
                return
            yield record


def test_a_reader_that_is_ahead_of_the_archive_is_not_said_to_deny_what_it_acts_on(
    joined: Path, tmp_path: Path
) -> None:
    """The window is a day further than the ledger counts, and its readers rightly say so."""
    with played(joined, tmp_path, Lagging) as (days, realm):
        others = [lane for lane in LANES if lane != WINDOW_LANE]
        days.close_lanes(WINDOW_LANE)
        with realm.store(WINDOW_LANE).reading() as tx:
            realm.limit = tx.size()
        days.close_lanes(WINDOW_LANE, day=days.day + ONE_DAY)
        days.close_lanes(*others)
        days.close_ledger()
        days.day += ONE_DAY
        days.close_lanes(*others)
        days.close_ledger([WINDOW_LANE])
        assert charged(days) == {("lane_silent", CENTRE)}

        realm.limit = None
        days.day += ONE_DAY
        days.close()

        assert charged(days) == {("lane_silent", CENTRE)}
        days.realm.close()
        assert verified(days)[0] == []


@pytest.fixture
def days(joined: Path, tmp_path: Path) -> Iterator[KzDays]:
    with kz_days(copy_of(joined, tmp_path)) as days:
        join_foreign(days.driver)
        yield days


def close(days: KzDays, book: Book, count: int) -> None:
    book.write(days.realm.home)
    days.driver.quiet()
    for _ in range(count):
        days.close()


def heard(days: KzDays) -> dict[str, Any]:
    """Say rightly what there is of the ministry's lane."""
    with days.realm.store(AUDIT_LANE).reading() as tx:
        (head,) = (head for head in tx.heads() if head.lane == STANDARDS_LANE)
    root, of_all = to_base64(head.root), 2
    return {"lane": STANDARDS_LANE, "size": head.size, "root": root, "events": of_all}


def test_a_statement_that_names_a_lane_twice_stops_nobody_and_its_first_line_counts(
    days: KzDays,
) -> None:
    book, said = Book(), heard(days)
    false = {**said, "root": to_base64(bytes(32))}
    book.commit(book.heard(said, false), book.day_closed(), book.day_closed())

    close(days, book, 2)

    assert days.standing("view_differs") == []

"""What the closing of a ledger day reads depends on what is new, not on the age of the book."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from examples.kazakhstan.agencies import FIRST_DAY, JURISDICTION, LANES, STANDARDS_LANE
from services import realm
from tests.audit.by_hand import take_in, verified
from tests.audit.counting import CountingStore, Rows
from tests.flows.foreign import Book, join_foreign
from tests.flows.homes import copy_of
from tests.flows.kz_days import CLOSER, KzDays, kz_days

SETTLED, LATER = date(2024, 5, 14), date(2024, 6, 14)


@pytest.fixture
def days(joined: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[KzDays]:
    monkeypatch.setattr(realm, "SqliteStore", CountingStore)
    with kz_days(copy_of(joined, tmp_path)) as days:
        join_foreign(days.driver)
        yield days


def read_in_closing(days: KzDays) -> int:
    """Close the open day; count the rows that the ledger reads for it."""
    days.close_lanes(*LANES)
    before = Rows.read
    time = f"{days.day}T18:59:59Z"
    days.realm.closing.close(JURISDICTION, days.day, actor=CLOSER, time=time)
    days.day += timedelta(days=1)
    return Rows.read - before


def test_an_idle_day_is_closed_alike_after_a_fortnight_and_after_months(days: KzDays) -> None:
    """With findings on lanes and on a case, a silence, and claims that nobody can recount."""
    book = Book()
    book.commit(book.step(FIRST_DAY), book.day_closed())
    book.commit(*(book.step(FIRST_DAY) for _ in range(50)))
    claim = {"lane": STANDARDS_LANE, "size": 1, "root": "A" * 43 + "=", "events": 1}
    book.commit(book.heard(claim), *(book.day_closed() for _ in range(60)))
    book.write(days.realm.home)
    days.driver.quiet()
    days.close_until(date(2024, 5, 3))
    take_in(days)
    days.close(silent=[STANDARDS_LANE])
    days.close_lanes(STANDARDS_LANE, day=date(2024, 5, 3))
    days.close_until(SETTLED)
    rules = days.rules()
    early = read_in_closing(days)
    days.close_until(LATER)

    late = read_in_closing(days)

    assert {"backdated", "lane_silent", "service_term_missed", "view_differs"} <= set(rules)
    assert days.rules() == rules
    assert late <= early
    assert verified(days)[0] == []

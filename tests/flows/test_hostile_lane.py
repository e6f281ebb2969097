"""A lane that somebody else's software writes badly is found out, and only where it is wrong."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from events.log.tree.exact_base64 import to_base64
from examples.kazakhstan.agencies import FIRST_DAY, STANDARDS_LANE
from services.audit.domain.rules.heard import READER_WRONG
from tests.flows.foreign import FOREIGN, FOREIGN_AGENCY, Book, join_foreign
from tests.flows.homes import copy_of
from tests.flows.kz_days import KzDays, kz_days

SECOND_DAY = FIRST_DAY + timedelta(days=1)
Write = Callable[[Book], list[bytes]]


@pytest.fixture
def days(joined: Path, tmp_path: Path) -> Iterator[KzDays]:
    with kz_days(copy_of(joined, tmp_path)) as days:
        join_foreign(days.driver)
        yield days


def close_two_days(days: KzDays, book: Book) -> None:
    """Bring the lane file and close the first two days."""
    book.write(days.realm.home)
    days.driver.quiet()
    days.close()
    days.close()


def fair(book: Book) -> list[bytes]:
    """Each act in its day, each id once."""
    first = [book.step(FIRST_DAY), book.day_closed()]
    return [*first, book.step(SECOND_DAY), book.day_closed()]


def backdated(book: Book) -> list[bytes]:
    first = [book.step(FIRST_DAY), book.day_closed()]
    return [*first, book.step(FIRST_DAY), book.day_closed()]


def postdated(book: Book) -> list[bytes]:
    first = [book.step(FIRST_DAY), book.step(SECOND_DAY), book.day_closed()]
    return [*first, book.day_closed()]


def id_repeated(book: Book) -> list[bytes]:
    said = book.step(FIRST_DAY)
    said_otherwise = said.replace(b"copied", b"checked")
    return [said, said_otherwise, book.day_closed(), book.day_closed()]


@pytest.mark.parametrize(
    ("write", "seq"), [(backdated, 3), (postdated, 2), (id_repeated, 2)], ids=str
)
def test_an_entry_out_of_its_place_is_exactly_one_finding(
    days: KzDays, write: Write, seq: int
) -> None:
    book = Book()
    events = write(book)
    for event in events:
        book.commit(event)

    close_two_days(days, book)

    (found,) = days.standing()
    assert (found.rule, found.charged, found.kind) == (
        write.__name__,
        FOREIGN_AGENCY,
        "integrity",
    )
    assert found.certainty == "certain"
    assert [one.version for one in days.recorded()] == [1], "it is recorded once"
    (ref,) = found.event_ids
    assert f'"id":"{ref.removeprefix(f"{FOREIGN}/")}"'.encode() in events[seq - 1]


def test_a_foreign_lane_that_is_kept_as_agreed_gives_no_finding(days: KzDays) -> None:
    book = Book()
    book.commit(*fair(book))

    close_two_days(days, book)

    assert days.standing() == []


def test_what_stands_in_one_commit_with_its_day_is_in_its_day(days: KzDays) -> None:
    """How acts are parted into commits says nothing; only the order in the lane does."""
    book = Book()
    book.commit(*backdated(book))

    close_two_days(days, book)

    assert days.rules() == ["backdated"]


def test_a_day_closed_out_of_order_does_not_count(days: KzDays) -> None:
    book = Book()
    book.commit(book.day_closed())
    skipped = book.day_closed()
    book.commit(book.day_closed(), skipped)
    book.write(days.realm.home)
    days.driver.quiet()
    days.close()
    days.close()

    days.close(silent=[FOREIGN])

    (found,) = days.standing("lane_silent")
    assert (found.subject, found.due_on) == (FOREIGN, date(2024, 5, 1))


@pytest.mark.parametrize("lie", ["root", "events"])
def test_a_statement_that_the_ledger_does_not_bear_out_is_found_within_a_day(
    days: KzDays, lie: str
) -> None:
    """The reader says it was shown another root, or another number of events for it."""
    with days.realm.store("audit.authority").reading() as tx:
        (head,) = (head for head in tx.heads() if head.lane == STANDARDS_LANE)
    said = {
        "lane": STANDARDS_LANE,
        "size": head.size,
        "root": to_base64(bytes(32) if lie == "root" else head.root),
        "events": 2 - (lie == "events"),
    }
    book = Book()
    book.commit(book.heard(said), book.day_closed(), book.day_closed())

    close_two_days(days, book)

    (found,) = days.standing()
    assert (found.rule, found.charged, found.subject) == (
        "view_differs",
        FOREIGN_AGENCY,
        STANDARDS_LANE,
    )
    assert (found.certainty, found.reading) == ("arguable", READER_WRONG)
    assert found.event_ids == (f"{FOREIGN}/heard-book:1",)
    assert found.judged_day == FIRST_DAY
    assert [one.version for one in days.recorded()] == [1], "it is recorded once"


def test_a_true_statement_is_no_finding(days: KzDays) -> None:
    with days.realm.store("audit.authority").reading() as tx:
        (head,) = (head for head in tx.heads() if head.lane == STANDARDS_LANE)
    said = {
        "lane": STANDARDS_LANE,
        "size": head.size,
        "root": to_base64(head.root),
        "events": 2,  # Standards are for everybody.
    }
    book = Book()
    book.commit(book.heard(said), book.day_closed(), book.day_closed())

    close_two_days(days, book)

    assert days.standing() == []


@pytest.mark.parametrize("extra", [1, 1000])
def test_a_statement_of_more_than_has_come_waits(days: KzDays, extra: int) -> None:
    with days.realm.store("audit.authority").reading() as tx:
        (head,) = (head for head in tx.heads() if head.lane == STANDARDS_LANE)
    said = {
        "lane": STANDARDS_LANE,
        "size": head.size + extra,
        "root": to_base64(bytes(32)),
        "events": 2,
    }
    book = Book()
    book.commit(book.heard(said), book.day_closed(), book.day_closed())
    book.write(days.realm.home)
    days.driver.quiet()
    days.close_lanes("intake.almaty-1", "provider.justice-almaty")
    days.close_ledger([STANDARDS_LANE])

    assert days.standing("view_differs") == []

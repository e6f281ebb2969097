"""How a lane is kept, from its file to the findings: each oddity is one finding, recorded once."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from examples.kazakhstan.agencies import FIRST_DAY
from tests.audit.by_hand import verified
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


def close_two_days(days: KzDays, *events: bytes) -> None:
    """Bring the lane, each event in a commit of its own, and close the first two days."""
    book = Book()
    for event in events:
        book.commit(event)
    book.write(days.realm.home)
    days.driver.quiet()
    days.close()
    days.close()


def version_skipped(book: Book) -> list[bytes]:
    first, _, third = (book.step(FIRST_DAY) for _ in range(3))
    fourth = book.step(FIRST_DAY)
    return [first, third, fourth, book.day_closed(), book.day_closed()]


def day_out_of_order(book: Book) -> list[bytes]:
    first, second = book.day_closed(), book.day_closed()
    ahead = second.replace(str(SECOND_DAY).encode(), str(SECOND_DAY + timedelta(days=1)).encode())
    return [first, ahead, book.day_closed().replace(b"2024-05-01", str(SECOND_DAY).encode())]


@pytest.mark.parametrize(
    ("write", "ref"),
    [(version_skipped, "talk-foreign:3"), (day_out_of_order, "day-book:2")],
    ids=str,
)
def test_an_entry_out_of_its_place_is_exactly_one_finding(
    days: KzDays, write: Write, ref: str
) -> None:
    close_two_days(days, *write(Book()))

    (found,) = days.standing()
    assert (found.rule, found.charged, found.kind) == (write.__name__, FOREIGN_AGENCY, "integrity")
    assert found.event_ids == (f"{FOREIGN}/{ref}",)
    assert [one.version for one in days.recorded()] == [1], "it is recorded once"
    assert verified(days)[0] == []


def test_nothing_is_found_where_every_version_and_every_day_is_there(days: KzDays) -> None:
    book = Book()
    steps = [book.step(FIRST_DAY) for _ in range(3)]

    close_two_days(days, *steps, book.day_closed(), book.day_closed())

    assert days.standing() == []


def test_an_entry_that_was_rejected_is_not_missing(days: KzDays) -> None:
    book = Book()
    rejected, after = book.event(actor="nobody"), book.step(FIRST_DAY)

    close_two_days(days, rejected, after, book.day_closed(), book.day_closed())

    assert days.standing() == []


def test_what_two_parsers_could_read_differently_bears_no_id(days: KzDays) -> None:
    book = Book()
    rejected = book.step(FIRST_DAY).replace(b'"time":', b'"time":"","time":')
    after = book.step(FIRST_DAY)

    close_two_days(days, rejected, after, book.day_closed(), book.day_closed())

    assert days.rules() == ["version_skipped"]


def test_an_id_that_is_used_again_on_a_later_day_is_one_finding(days: KzDays) -> None:
    book = Book()
    said = book.step(FIRST_DAY)
    again, later = (said.replace(b"copied", word) for word in (b"checked", b"weighed"))

    close_two_days(days, said, again, book.day_closed(), later, book.day_closed())

    (found,) = days.recorded()
    assert (found.made.rule, found.made.judged_day, found.version) == ("id_repeated", FIRST_DAY, 1)
    assert verified(days)[0] == []

"""A lane that shows a reader something else than the authority is found out within a day (A11)."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from events.log.reading.arrivals import Record
from events.log.reading.batch import Omitted, encode_batch, split_batch
from events.log.tree.hashing import leaf
from examples.kazakhstan.agencies import DELIVERY_LANE, FIRST_DAY, JUSTICE_ALMATY
from tests.flows.foreign import FOREIGN, Book, join_foreign
from tests.flows.homes import copy_of
from tests.flows.kz_days import KzDays, kz_days


@pytest.fixture
def days(joined: Path, tmp_path: Path) -> Iterator[KzDays]:
    with kz_days(copy_of(joined, tmp_path)) as days:
        join_foreign(days.driver)
        yield days


def book_saying(word: str) -> Book:
    """A lane of one act and one closed day."""
    book = Book()
    book.commit(book.step(FIRST_DAY, word))
    book.commit(book.day_closed())
    return book


def close_the_day(days: KzDays, shown: list[Record], to_authority: Book) -> None:
    """Show records to a reader, the whole lane to the authority, and close the day."""
    report = days.realm.instance(DELIVERY_LANE).receive(FOREIGN, shown)
    assert report.counts["taken"] == len(shown)
    to_authority.write(days.realm.home)
    days.driver.quiet()
    days.close()


def test_a_fork_shows_within_a_day(days: KzDays) -> None:
    shown, counted = book_saying("refused"), book_saying("granted")

    close_the_day(days, shown.records, counted)

    (found,) = days.standing()
    assert (found.rule, found.charged, found.subject) == ("view_differs", JUSTICE_ALMATY, FOREIGN)
    assert (found.certainty, found.judged_day) == ("arguable", FIRST_DAY)


def test_the_same_lane_shown_to_both_is_no_finding(days: KzDays) -> None:
    book = book_saying("granted")

    close_the_day(days, book.records, book)

    assert days.standing() == []


def test_an_event_that_was_withheld_from_its_reader_shows_within_a_day(days: KzDays) -> None:
    """The root is right; the event stands in it as a leaf hash alone."""
    book = Book()
    record = book.commit(book.step(FIRST_DAY), book.day_closed())
    step, closed = split_batch(record.value)
    assert isinstance(step, bytes)
    hidden = Record(record.note, encode_batch([Omitted(1, (leaf(step),)), closed]))

    close_the_day(days, [hidden], book)

    (found,) = days.standing()
    assert (found.rule, found.charged, found.subject) == ("view_differs", JUSTICE_ALMATY, FOREIGN)


def test_two_roots_shown_to_the_authority_itself_stop_the_lane_aloud(days: KzDays) -> None:
    first, second = book_saying("refused"), book_saying("granted")
    audit = days.realm.audit
    audit.receive(FOREIGN, first.records)

    report = audit.receive(FOREIGN, second.records)

    assert any("signed two roots" in alarm for alarm in report.alarms)
    assert any("is stopped" in alarm for alarm in audit.receive(FOREIGN, first.records).alarms)

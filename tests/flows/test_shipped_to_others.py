"""A lane that ships a reader what is not for it is found out, and the honest reader is not (A2)."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from events.log.reading.arrivals import Record
from events.log.reading.batch import Omitted, encode_batch
from events.log.tree.hashing import leaf
from examples.kazakhstan.agencies import DELIVERY_LANE, FIRST_DAY, JUSTICE_ALMATY
from services.audit.domain.rules.heard import READER_KNOWS_HASH
from tests.audit.by_hand import verified
from tests.flows.foreign import FOREIGN, FOREIGN_AGENCY, Book, join_foreign
from tests.flows.homes import copy_of
from tests.flows.kz_days import KzDays, kz_days


@pytest.fixture
def days(joined: Path, tmp_path: Path) -> Iterator[KzDays]:
    with kz_days(copy_of(joined, tmp_path)) as days:
        join_foreign(days.driver)
        yield days


def of_others(book: Book, on: date = FIRST_DAY) -> bytes:
    return book.event(to=FOREIGN_AGENCY, data={"on": str(on), "step": "copied"})


def close_the_day(days: KzDays, shown: list[Record], book: Book) -> None:
    """Show records to a reader, the whole lane to the authority, and close two days."""
    days.realm.instance(DELIVERY_LANE).receive(FOREIGN, shown)
    book.write(days.realm.home)
    days.driver.quiet()
    days.close()
    days.close(silent=[FOREIGN])


def test_the_sender_is_charged_and_not_the_reader(days: KzDays) -> None:
    book = Book()
    event = of_others(book)
    book.commit(event, book.step(FIRST_DAY), book.day_closed())

    close_the_day(days, book.records, book)

    (found,) = [one for one in days.standing() if one.rule != "lane_silent"]
    assert (found.rule, found.charged, found.subject) == (
        "shipped_to_others",
        FOREIGN_AGENCY,
        FOREIGN,
    )
    assert (found.certainty, found.reading) == ("arguable", READER_KNOWS_HASH)
    assert found.event_ids == (f"{DELIVERY_LANE}/rejected-book:1", f"{FOREIGN}/talk-foreign:1")
    assert [one.version for one in days.recorded() if one.made.rule == found.rule] == [1]
    assert verified(days)[0] == []


def test_the_same_record_with_the_hash_alone_is_no_finding(days: KzDays) -> None:
    book = Book()
    event, *others = of_others(book), book.step(FIRST_DAY), book.day_closed()
    record = book.commit(event, *others)
    shown = Record(record.note, encode_batch([Omitted(1, (leaf(event),)), *others]))

    close_the_day(days, [shown], book)

    assert days.rules() == ["lane_silent"]


def test_an_event_that_its_reader_cannot_read_is_shipped_to_the_right_one(days: KzDays) -> None:
    book = Book()
    bad = book.event(actor="nobody", to=f"{FOREIGN_AGENCY} {JUSTICE_ALMATY}")
    book.commit(bad, book.day_closed())

    close_the_day(days, book.records, book)

    assert days.rules() == ["lane_silent"]


def test_a_rejection_waits_until_what_it_names_counts(days: KzDays) -> None:
    """The record is of a day that the sender has not closed: then it is found a day later."""
    book = Book()
    book.commit(book.day_closed())
    book.commit(of_others(book, FIRST_DAY + timedelta(days=1)))
    days.realm.instance(DELIVERY_LANE).receive(FOREIGN, book.records)
    book.write(days.realm.home)
    days.driver.quiet()
    days.close()
    assert days.rules() == []

    book.commit(book.day_closed())
    book.write(days.realm.home)
    days.driver.quiet()
    days.close()

    assert days.rules() == ["shipped_to_others"]
    assert verified(days)[0] == []

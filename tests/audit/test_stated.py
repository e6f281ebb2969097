"""When the ledger takes an agency's word for what it was shown (A11, B9)."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from events import codec
from events.log.reading.batch import split_batch
from events.log.tree.exact_base64 import to_base64
from examples.kazakhstan.agencies import AUDIT_LANE, FIRST_DAY, STANDARDS_LANE
from services.audit.adapters.sqlite_ledger import LedgerTables
from services.audit.application.told import LedgerTold
from services.audit.domain.entry import Entry
from tests.flows.foreign import FOREIGN, Book, join_foreign
from tests.flows.homes import copy_of
from tests.flows.kz_days import KzDays, kz_days

SECOND_DAY = FIRST_DAY + timedelta(days=1)


@pytest.fixture
def days(joined: Path, tmp_path: Path) -> Iterator[KzDays]:
    with kz_days(copy_of(joined, tmp_path)) as days:
        join_foreign(days.driver)
        yield days


def two_days(days: KzDays, book: Book, first: dict[str, Any] | None) -> None:
    """State something on the first day, if at all; what there is of the ministry on the second."""
    with days.realm.store(AUDIT_LANE).reading() as tx:
        (head,) = (head for head in tx.heads() if head.lane == STANDARDS_LANE)
    root, of_all = to_base64(head.root), 2
    right = {"lane": STANDARDS_LANE, "size": head.size, "root": root, "events": of_all}
    stated = () if first is None else (book.heard({**right, **first}),)
    book.commit(*stated, book.day_closed())
    book.commit(book.heard(right, on=SECOND_DAY), book.day_closed())
    book.write(days.realm.home)
    days.driver.quiet()
    days.close()
    days.close()


@contextmanager
def told(days: KzDays) -> Iterator[tuple[LedgerTold, Entry]]:
    """What the ledger was told by now, and the first event of the ministry's lane."""
    with days.realm.store(AUDIT_LANE).reading() as tx:
        (record,) = LedgerTables(tx).archived(STANDARDS_LANE, 0, 1)
        (raw, *_) = (one for one in split_batch(record.value) if isinstance(one, bytes))
        sizes = {head.lane: head.size for head in tx.heads()}
        register = days.realm.audit.known.register
        yield LedgerTold(tx, register, sizes), Entry(STANDARDS_LANE, 1, codec.read(raw))


def test_who_had_stated_nothing_by_a_day_is_told_on_paper_that_day_whatever_it_states_later(
    days: KzDays,
) -> None:
    two_days(days, Book(), None)

    with told(days) as (by, _):
        assert by.states_nothing(FOREIGN, FIRST_DAY)
        assert not by.states_nothing(FOREIGN, SECOND_DAY)


@pytest.mark.parametrize(
    "false",
    [{"size": 2**53 - 1, "events": 0}, {"root": to_base64(bytes(32))}, {"events": 1}],
    ids=["of more than there is", "of another root", "of fewer events"],
)
def test_after_a_false_statement_the_first_right_one_counts(
    days: KzDays, false: dict[str, Any]
) -> None:
    two_days(days, Book(), false)

    with told(days) as (by, entry):
        assert by.stated(entry, FOREIGN).on == SECOND_DAY


def test_a_right_statement_counts_from_its_day(days: KzDays) -> None:
    two_days(days, Book(), {})

    with told(days) as (by, entry):
        assert by.stated(entry, FOREIGN).on == FIRST_DAY

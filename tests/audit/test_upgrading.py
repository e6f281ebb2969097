"""After an upgrade all files are judged again, on each jurisdiction's next ledger day (H13)."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import reduce
from operator import or_
from pathlib import Path
from typing import Any

import msgspec
import pytest

from events import codec
from events.catalogue import CATALOGUE
from examples.kazakhstan.agencies import FIRST_DAY, LANES
from services.audit.application.judge import DayOutcome
from services.audit.domain import rulebook
from services.audit.domain.rules.to_centre import RESULT_TO_CENTRE_LATE
from tests.audit.by_hand import FOUND_ON, OTHER, late_case, of_edition, verified
from tests.flows.foreign import FOREIGN, FOREIGN_AGENCY, Book, join_foreign
from tests.flows.homes import copy_of
from tests.flows.kz_days import KzDays, kz_days

NEW = "provider.step_started.v1"
SETTLED = date(2024, 5, 14)
"""Both terms of the late case are judged; nothing more is waited for."""

CASES = 2
"""The late case, and the one that a foreign window tells of."""


@pytest.fixture
def days(joined: Path, tmp_path: Path) -> Iterator[KzDays]:
    with late_case(joined, tmp_path) as days:
        yield days


def close(days: KzDays) -> DayOutcome:
    days.close_lanes(*LANES)
    outcome = days.close_ledger()
    days.day += timedelta(days=1)
    return outcome


def test_each_case_is_judged_again_on_the_first_day_of_other_rules(days: KzDays) -> None:
    days.close_until(SETTLED)
    assert close(days).cases == 0

    with of_edition(days, OTHER):
        first, second = close(days), close(days)

    assert (first.cases, second.cases) == (CASES, 0)
    assert (first.changes, verified(days)[0]) == ([], [])


def test_a_new_rule_finds_on_the_next_day_what_came_before_it(days: KzDays) -> None:
    fewer = tuple(rule for rule in rulebook.CASE_RULES if rule is not RESULT_TO_CENTRE_LATE)
    with of_edition(days, OTHER) as version:
        version.setattr(rulebook, "CASE_RULES", fewer)
        rulebook._case_rules.cache_clear()
        days.close_until(SETTLED)
        rulebook._case_rules.cache_clear()
    assert days.rules() == ["service_term_missed"]

    days.close()

    (found,) = days.standing(RESULT_TO_CENTRE_LATE.name)
    assert (found.judged_day, found.due_on) == (SETTLED, FOUND_ON - timedelta(days=1))
    assert verified(days)[0] == []


def test_a_version_that_only_looked_leaves_nothing_undone(days: KzDays) -> None:
    """It makes the tables its own; what was due in the former ones is due all the same."""
    with of_edition(days, OTHER):
        days.realm.closing.create_tables()

    days.close()

    assert days.rules() == ["result_to_centre_late"]
    assert verified(days)[0] == []


def without(version: pytest.MonkeyPatch, wire_name: str) -> None:
    """Let a version of the product not know an event type."""
    version.delitem(CATALOGUE, wire_name)
    known: Any = reduce(or_, (codec.record_class(name) for name in CATALOGUE))
    version.setattr(codec, "_decode", msgspec.json.Decoder(known).decode)


@pytest.fixture
def foreign(joined: Path, tmp_path: Path) -> Iterator[KzDays]:
    with kz_days(copy_of(joined, tmp_path)) as days:
        join_foreign(days.driver)
        yield days


def bring(days: KzDays, book: Book, *events: bytes) -> None:
    """Commit events, and carry the lane."""
    book.commit(*events)
    book.write(days.realm.home)
    days.driver.quiet()


def test_what_could_not_be_read_when_it_came_counts_from_the_next_day_on(foreign: KzDays) -> None:
    days, book = foreign, Book()
    with of_edition(days, OTHER) as version:
        without(version, NEW)
        bring(days, book, book.step(FIRST_DAY), book.day_closed(), book.step(FIRST_DAY))
        close(days)
        assert days.standing() == []

    bring(days, book, book.day_closed())
    close(days)

    (found,) = days.standing()
    assert (found.rule, found.charged) == ("backdated", FOREIGN_AGENCY)
    assert found.event_ids == (f"{FOREIGN}/talk-foreign:2",)
    assert found.judged_day == FIRST_DAY + timedelta(days=1)
    assert verified(days)[0] == []


def test_what_cannot_be_read_yet_lacks_in_no_stream(foreign: KzDays) -> None:
    """Nor is it in the way of what comes after it, before or after the upgrade."""
    days, book = foreign, Book()
    with of_edition(days, OTHER) as version:
        without(version, NEW)
        unread = book.step(FIRST_DAY)
        read = book.event(type="provider.step_completed.v1", data={"on": "2024-04-29", "step": "x"})
        bring(days, book, unread, read, book.day_closed())
        close(days)
        assert days.standing() == []

    bring(days, book, book.day_closed())
    close(days)

    assert days.standing() == []
    assert verified(days)[0] == []

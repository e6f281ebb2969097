"""A live lane that was silent tells others only when it comes back: nobody owes before (B9)."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Final

import pytest
from msgspec.structs import replace

from events.audit import FindingMade
from events.law.norms import Term
from events.law.term import Unit
from examples.kazakhstan.agencies import JUSTICE_ALMATY, LANES, STANDARDS_LANE, WINDOW_LANE
from examples.kazakhstan.scenario import CLERK, STANDARD_AT
from examples.kazakhstan.standard import approve, register
from tests.audit.by_hand import take_in
from tests.flows.cut_off import CutOffDriver
from tests.flows.homes import copy_of
from tests.flows.kz_days import KzDays

TAKEN_IN: Final = date(2024, 5, 3)
BACK: Final = date(2024, 5, 13)
"""The Monday on which the window's lane is reached again: it tells of 3 May first now."""
SILENT: Final = tuple(date(2024, 5, day) for day in range(2, BACK.day))
REGISTERED_IN: Final = Term(term_id="registration", length=1, unit=Unit.WORKING_DAY, calendar="kz")


def close(days: KzDays) -> None:
    """Close the open day; of the silent lane the driver knows."""
    days.close_lanes(*LANES)
    days.driver.quiet()
    days.close_ledger()
    days.day += timedelta(days=1)


def close_until(days: KzDays, day: date) -> None:
    while days.day < day:
        close(days)


def charged(days: KzDays) -> list[FindingMade]:
    return [made for made in days.standing() if made.charged == JUSTICE_ALMATY]


@pytest.fixture
def days(joined: Path, tmp_path: Path) -> Iterator[KzDays]:
    """The late case is taken in and sent on by a window that nobody can reach; 4 May is open."""
    driver = CutOffDriver(copy_of(joined, tmp_path), 3, WINDOW_LANE, SILENT)
    days = KzDays(driver)
    approved = approve()
    contents = replace(approved.contents, registration=REGISTERED_IN)
    commands = [
        ("apostille/1", replace(approved, contents=contents)),
        ("apostille/1/in-use", register()),
    ]
    driver.do(STANDARDS_LANE, commands, actor=CLERK, time=STANDARD_AT)
    driver.quiet()
    close_until(days, TAKEN_IN)
    take_in(days)
    close(days)
    yield days
    driver.realm.close()


def test_what_came_back_binds_from_the_ledger_day_that_holds_it_and_not_from_its_label(
    days: KzDays,
) -> None:
    close_until(days, BACK)
    assert [made.rule for made in charged(days)] == []

    close(days)
    close_until(days, date(2024, 5, 15))

    assert "registered_late" not in [made.rule for made in charged(days)]


def test_nor_is_the_deliverer_charged_with_terms_that_had_passed_before_it_could_know(
    days: KzDays,
) -> None:
    """The service was due on Friday 10 May, the sending to the centre on the 9th."""
    close_until(days, date(2024, 5, 15))

    assert [made.rule for made in charged(days)] == []

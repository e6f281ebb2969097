"""A day that is open leaves only its own jurisdiction's part of what is judged uncompared."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from examples.kazakhstan.agencies import AUDIT_LANE
from tests.audit.by_hand import FOUND_ON, TAKEN_IN, count_alone, take_in, verified
from tests.examples.receipt_log import text
from tests.flows import small_log
from tests.flows.homes import copy_of, import_log
from tests.flows.kz_days import KzDays, kz_days
from tests.flows.tampering import file_of, raw

CHANGES = {
    "finding": "UPDATE finding SET stands = 1 - stands WHERE jurisdiction = ?",
    "agenda": "INSERT INTO agenda VALUES (?, '2030-01-01', 'invented')",
    "claim": "UPDATE claim SET differs = 1 - differs WHERE ? IN ('kz', '')",
}


@pytest.fixture
def days(joined: Path, tmp_path: Path) -> Iterator[KzDays]:
    """Both jurisdictions have findings; the Kazakh day is open."""
    home = copy_of(joined, tmp_path)
    import_log(home, text(*small_log.log(small_log.LATE)))
    with kz_days(home) as days:
        days.close_until(TAKEN_IN)
        take_in(days)
        days.close_until(FOUND_ON)
        days.close()
        count_alone(days)
        yield days


def change(days: KzDays, table: str, jurisdiction: str) -> int:
    """Change rows of a jurisdiction without the product; say how many."""
    with raw(file_of(days.realm.home, AUDIT_LANE)) as db:
        return db.execute(CHANGES[table], (jurisdiction,)).rowcount


def test_an_open_day_is_no_fault_and_is_counted(days: KzDays) -> None:
    faults, done = verified(days)

    assert (faults, done["open_days"]) == ([], 1)


@pytest.mark.parametrize("table", ["finding", "agenda"])
def test_what_another_jurisdiction_has_judged_is_compared(days: KzDays, table: str) -> None:
    assert change(days, table, "nl") > 0

    faults, _ = verified(days)

    assert any(table in fault for fault in faults), faults


@pytest.mark.parametrize("table", CHANGES)
def test_what_the_open_days_jurisdiction_has_judged_is_compared_once_it_is_judged(
    days: KzDays, table: str
) -> None:
    assert change(days, table, "kz") > 0
    assert verified(days)[0] == []

    days.close_ledger()

    faults, _ = verified(days)
    assert any(table in fault for fault in faults), faults


def test_what_follows_from_the_archive_alone_is_compared_whatever_is_open(days: KzDays) -> None:
    with raw(file_of(days.realm.home, AUDIT_LANE)) as db:
        db.execute("UPDATE claim SET events = events + 1")

    faults, _ = verified(days)

    assert any("claim" in fault for fault in faults), faults

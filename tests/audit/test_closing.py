"""A ledger day is counted, judged, and never judged again; a crash between changes nothing (B3)."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from events.deciding import Refused
from events.log.checking import Fault
from examples.kazakhstan.agencies import AUDIT_LANE, FIRST_DAY, JURISDICTION, LANES
from services.audit.application.closing import NotCovered
from services.audit.domain.commands import CountDay
from services.realm import Realm
from services.verifying import Verifying
from tests.flows.homes import copy_of, findings_of, lanes_of
from tests.flows.kz_days import CLOSER, KzDays, kz_days

JUDGED_LATE = date(2024, 5, 10)
"""The late case's first finding is made on this day."""
NOON = "2024-05-20T12:00:00Z"


@pytest.fixture
def days(joined: Path, tmp_path: Path) -> Iterator[KzDays]:
    """The late case is taken in and nothing comes back; 10 May is open."""
    with kz_days(copy_of(joined, tmp_path)) as days:
        days.close_until(date(2024, 5, 3))
        days.act(*(step for step in days.late_case() if step.time < "2024-05-04"))
        days.close_until(JUDGED_LATE)
        yield days


def topics(home: Path) -> list[str]:
    """Name the kinds of the audit lane's events, in order."""
    realm = Realm(home)
    with realm.store(AUDIT_LANE).reading() as tx:
        rows = tx.all("SELECT topic FROM stored_events ORDER BY rowid")
    realm.close()
    return [row[0].split(".")[1] for row in rows]


def faults(home: Path) -> list[Fault]:
    return list(Verifying(Realm(home)).faults())


def test_the_ledger_says_what_it_counts_before_what_it_finds(days: KzDays) -> None:
    days.close()

    assert topics(days.realm.home)[-5:] == [
        "lanes_accepted",
        "lanes_accepted",
        "day_counted",
        "finding_made",
        "day_judged",
    ]


@pytest.mark.parametrize("ago", [1, 5])
def test_a_judged_day_is_not_judged_again(days: KzDays, ago: int) -> None:
    days.close()
    before = lanes_of(days.realm.home)

    days.day -= timedelta(days=ago)
    outcome = days.close_ledger()

    assert outcome.changes == ()
    assert lanes_of(days.realm.home) == before


@pytest.mark.parametrize("ahead", [1, 30])
def test_a_day_that_is_not_the_next_is_refused_and_nothing_is_written(
    days: KzDays, ahead: int
) -> None:
    before = lanes_of(days.realm.home)
    days.day += timedelta(days=ahead)

    with pytest.raises(Refused, match="day-out-of-order"):
        days.close_ledger(list(LANES))

    assert lanes_of(days.realm.home) == before


def test_a_jurisdiction_without_lanes_has_no_days_to_close(days: KzDays) -> None:
    with pytest.raises(Refused, match="day-out-of-order"):
        days.realm.closing.close("xx", FIRST_DAY, actor=CLOSER, time=NOON)


def test_a_lane_that_has_not_closed_the_day_is_waited_for_by_name(days: KzDays) -> None:
    first, *others = LANES
    before = lanes_of(days.realm.home)

    with pytest.raises(NotCovered, match=first):
        days.close_ledger(others)

    assert lanes_of(days.realm.home) == before


def test_a_lane_named_silent_that_has_closed_the_day_is_counted_with_it(days: KzDays) -> None:
    days.close_lanes(*LANES)

    days.close_ledger(list(LANES))

    assert days.standing("lane_silent") == []


def count_alone(home: Path, day: date) -> None:
    """Count a day as the ledger does, and stop there, as a process that is killed."""
    realm = Realm(home)
    count = CountDay(jurisdiction=JURISDICTION, day=day)
    realm.audit.do([(f"count/{JURISDICTION}/{day}", count)], actor=CLOSER, time=f"{day}T18:59:59Z")
    realm.close()


def test_after_a_crash_the_ledger_goes_on_from_what_it_had_counted(
    days: KzDays, tmp_path: Path
) -> None:
    """What arrived between the crash and the next start does not count for the day."""
    days.close_lanes(*LANES)
    unbroken = copy_of(days.realm.home, tmp_path / "unbroken")
    count_alone(days.realm.home, days.day)
    assert faults(days.realm.home) == []
    days.close_lanes(*LANES, day=days.day + timedelta(days=1))

    days.close_ledger()

    realm = Realm(unbroken)
    realm.closing.close(JURISDICTION, days.day, actor=CLOSER, time=f"{days.day}T18:59:59Z")
    realm.close()
    assert topics(days.realm.home).count("day_counted") == 12
    assert findings_of(days.realm.home) == findings_of(unbroken) != []
    assert faults(days.realm.home) == []


def test_a_new_day_cannot_be_counted_before_the_counted_one_is_judged(days: KzDays) -> None:
    days.close_lanes(*LANES)
    count_alone(days.realm.home, days.day)
    next_day = CountDay(jurisdiction=JURISDICTION, day=days.day + timedelta(days=1))

    (outcome,) = days.realm.audit.do([("count/next", next_day)], actor=CLOSER, time=NOON)

    assert isinstance(outcome, Refused)
    assert outcome.code == "day-out-of-order"

"""Under the machine's clock days that are over are closed, and the ledger judges them (B2, B4)."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from events.log.lane.clock import LogClock
from examples.kazakhstan.agencies import AUDIT_LANE, FIRST_DAY, JURISDICTION, WINDOW_LANE
from services.audit.application.ledger_days import book
from services.realm import Realm
from services.serving.daykeeping import Daykeeper
from services.serving.host import Host
from services.todo import open_day
from tests.flows.homes import copy_of

MIDNIGHT_IN_ALMATY = "2024-04-29T18:59:59Z"
"""The last second of Monday 29 April 2024; the authority's zone is the same."""


def kept(home: Path, lanes: Sequence[str], time: str) -> list[str]:
    """Keep days as at a time; give the alarms."""
    alarms: list[str] = []

    async def keep() -> None:
        async with Host(home, lanes, LogClock()) as host:
            keeper = Daykeeper(host, alarms.append, lambda: moment_of(time))
            for lane in lanes:
                await host.write(partial(keeper.close_lane, lane=lane))
            await host.write(keeper.close_ledger)

    asyncio.run(keep())
    return alarms


def moment_of(time: str) -> datetime:
    return datetime.fromisoformat(time).astimezone(UTC)


def open_days(home: Path, lanes: Sequence[str]) -> list[date | None]:
    realm = Realm(home)
    try:
        found = []
        for lane in lanes:
            register = realm.instance(lane).known.register
            with realm.store(lane).reading() as tx:
                found.append(open_day(tx, register, lane))
        return found
    finally:
        realm.close()


def judged(home: Path) -> date | None:
    realm = Realm(home)
    try:
        realm.closing.create_tables()
        with realm.store(AUDIT_LANE).reading() as tx:
            return book(tx, JURISDICTION).judged
    finally:
        realm.close()


def test_a_day_is_open_until_its_last_second_where_the_agency_is(
    joined: Path, tmp_path: Path
) -> None:
    home = copy_of(joined, tmp_path)

    kept(home, [WINDOW_LANE], MIDNIGHT_IN_ALMATY)

    assert open_days(home, [WINDOW_LANE]) == [FIRST_DAY]


def test_a_day_is_closed_in_the_second_after(joined: Path, tmp_path: Path) -> None:
    home = copy_of(joined, tmp_path)

    kept(home, [WINDOW_LANE], "2024-04-29T19:00:00Z")

    assert open_days(home, [WINDOW_LANE]) == [date(2024, 4, 30)]


def test_after_an_outage_all_days_that_are_over_are_closed(joined: Path, tmp_path: Path) -> None:
    home = copy_of(joined, tmp_path)

    kept(home, [WINDOW_LANE], "2024-05-04T06:00:00Z")

    assert open_days(home, [WINDOW_LANE]) == [date(2024, 5, 4)]


def test_the_ledger_waits_for_a_lane_until_the_end_of_the_next_working_day(
    joined: Path, tmp_path: Path
) -> None:
    home = copy_of(joined, tmp_path)

    alarms = kept(home, [AUDIT_LANE], "2024-04-30T18:59:59Z")

    assert judged(home) is None
    assert alarms == []


def test_the_day_after_the_next_working_day_the_rest_is_named_silent(
    joined: Path, tmp_path: Path
) -> None:
    home = copy_of(joined, tmp_path)

    alarms = kept(home, [AUDIT_LANE], "2024-04-30T19:00:00Z")

    assert judged(home) == FIRST_DAY
    assert len(alarms) == 1
    assert WINDOW_LANE in alarms[0]

"""Findings do not depend on what arrived when: same lanes, same days, same bytes (B6, E4)."""

import random
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from events.log.reading.arrivals import Record
from examples.kazakhstan.agencies import JURISDICTION, LANES
from examples.kazakhstan.scenario import LAST_DAY
from services.audit.application.closing import NotCovered
from services.cli.main import main
from services.realm import Realm
from tests.flows.homes import copy_of
from tests.flows.kz_days import CLOSER


def findings_json(home: Path) -> str:
    result = CliRunner().invoke(main, ["--home", str(home), "findings", "--json"])
    assert result.exit_code == 0
    return result.stdout


def shuffled(lanes: dict[str, list[Record]], order: random.Random) -> list[tuple[str, Record]]:
    """Mix the lanes' records; within a lane they keep their order, and some come twice."""
    waiting = {lane: list(records) for lane, records in lanes.items()}
    mixed: list[tuple[str, Record]] = []
    while waiting:
        lane = order.choice(sorted(waiting))
        for _ in range(order.randint(1, 6)):
            mixed += [(lane, waiting[lane].pop(0))] if waiting[lane] else []
        if order.random() < 0.2:
            mixed += [pair for pair in mixed[-3:] if pair[0] == lane]
        if not waiting[lane]:
            del waiting[lane]
    return mixed


def close_what_is_covered(realm: Realm) -> None:
    """Close ledger days until a lane must be waited for."""
    day = realm.closing.next_day(JURISDICTION)
    while day <= LAST_DAY:
        try:
            realm.closing.close(JURISDICTION, day, actor=CLOSER, time=f"{LAST_DAY}T18:59:59Z")
        except NotCovered:
            return
        day += timedelta(days=1)


def judge(home: Path, arriving: Sequence[tuple[str, Record]], order: random.Random) -> None:
    """Receive records one by one at a ledger alone, and close days whenever that comes to mind."""
    realm = Realm(home)
    for lane, record in arriving:
        realm.audit.receive(lane, [record])
        if order.random() < 0.2:
            close_what_is_covered(realm)
    close_what_is_covered(realm)
    assert realm.closing.next_day(JURISDICTION) == LAST_DAY + timedelta(days=1)
    realm.close()


@pytest.fixture(scope="module")
def lanes(played: Path) -> dict[str, list[Record]]:
    realm = Realm(played)
    return {lane: list(realm.records(lane, realm.settings.authority, 0)) for lane in LANES}


@pytest.mark.parametrize("seed", range(10))
def test_findings_are_the_same_bytes_in_whatever_order_the_lanes_arrive(
    joined: Path, played: Path, lanes: dict[str, list[Record]], tmp_path: Path, seed: int
) -> None:
    order = random.Random(seed)  # noqa: S311 -- an order of arrival
    home = copy_of(joined, tmp_path)

    judge(home, shuffled(lanes, order), order)

    assert findings_json(home) == findings_json(played) != ""

"""What arrives when changes no finding: twenty transports, each bad in its way, give one file."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from examples.almaty.agencies import OWN_WINDOW, SECOND_CENTRE, SECOND_WINDOW
from examples.kazakhstan.agencies import DELIVERY_LANE, WINDOW_LANE
from services.cli.demo import draw
from tests.flows.compact_acts import CASES, answered, decided, handed_out, taken_in, transferred
from tests.flows.compact_homes import Fact, facts, findings_json, folder, join, played
from tests.flows.compact_play import act, play, tell_norms
from tests.flows.homes import copy_of, driven, lanes_of
from tests.flows.shuffled import LosingDriver, ShuffledDriver

SEEDS: Final = 20
RACED: Final = CASES["moved"]
"""It moves to another window while its result is under way. Whether that is sent before its
deliverer hears of the move or after, once or twice, are facts of a lane that nobody can foresee."""
MONDAY: Final = "2024-04-29T05:00:00Z"


@pytest.fixture(scope="module")
def joined() -> Iterator[Path]:
    with folder() as made:
        join(made / "home")
        yield made / "home"


@pytest.fixture(scope="module")
def in_order(joined: Path) -> Iterator[Path]:
    """The compact play with the product's own driver: all is quiet after each command."""
    with folder() as made:
        home = copy_of(joined, made)
        with driven(home) as driver:
            play(driver)
        yield home


@pytest.fixture(scope="module")
def said(in_order: Path) -> dict[str, Counter[Fact]]:
    return facts(in_order, but=RACED)


def rules(home: Path) -> set[tuple[str, str]]:
    found = map(json.loads, findings_json(home).splitlines())
    return {(one["rule"], one["subject"]) for one in found}


def test_the_play_has_findings_on_every_way_of_being_late(in_order: Path) -> None:
    found = rules(in_order)

    assert {
        ("inquiry_late", CASES["withdrawn"]),
        ("backdated", CASES["paused"]),
        ("result_to_centre_late", CASES["paused"]),
        ("service_term_missed", CASES["paused"]),
        ("service_term_missed", CASES["paper"]),
        ("service_term_missed", CASES["left"]),
        ("service_term_missed", CASES["undecided"]),
    } <= found
    assert not [one for one in found if RACED in one]
    assert not [one for one in found if "view_differs" in one]


@pytest.mark.parametrize("seed", range(SEEDS))
def test_findings_are_the_same_bytes_however_badly_records_travel(
    joined: Path, in_order: Path, said: dict[str, Counter[Fact]], seed: int
) -> None:
    with played(joined, lambda home: ShuffledDriver(home, seed)) as home:
        assert findings_json(home) == findings_json(in_order)
        assert facts(home, but=RACED) == said


def test_the_same_seed_gives_the_same_lanes(joined: Path, in_order: Path) -> None:
    with played(joined, lambda home: ShuffledDriver(home, 1)) as one:
        lanes = lanes_of(one)
    with played(joined, lambda home: ShuffledDriver(home, 1)) as again:
        assert lanes_of(again) == lanes
    assert lanes_of(in_order) != lanes


def test_what_is_lost_for_good_changes_the_findings(joined: Path, in_order: Path) -> None:
    """The deliverer never hears of the request, so nobody asks for its site plan in time."""
    lost = (DELIVERY_LANE, OWN_WINDOW)

    with played(joined, lambda home: LosingDriver(home, 0, *lost)) as home:
        found = rules(home)

    assert ("inquiry_late", CASES["undecided"]) in rules(in_order) - found


def test_a_result_that_came_before_its_case_is_sent_again(joined: Path) -> None:
    with folder() as made:
        driver = LosingDriver(copy_of(joined, made), 0)
        tell_norms(driver)
        for deed in (*taken_in("moved"), answered("moved")):
            act(driver, deed, MONDAY)
            driver.quiet()
        driver.reader, driver.lane = SECOND_WINDOW, WINDOW_LANE
        act(driver, transferred("moved", WINDOW_LANE, SECOND_CENTRE, SECOND_WINDOW), MONDAY)
        driver.quiet()
        act(driver, decided("moved"), MONDAY)
        driver.quiet()

        driver.reader = None
        driver.quiet()

        act(driver, handed_out("moved", SECOND_WINDOW), MONDAY)
        driver.realm.close()


def test_keys_and_secrets_from_one_seed_give_the_same_lanes(joined: Path) -> None:
    with folder() as made:
        join(made / "again")
        join(made / "other", lambda name: draw(f"another {name}"))

        assert lanes_of(made / "again") == lanes_of(joined)
        assert lanes_of(made / "other") != lanes_of(joined)

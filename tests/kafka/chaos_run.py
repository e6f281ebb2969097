"""One play over a real broker while things happen, and what must hold afterwards."""

import json
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from events.log.kafka.broker_topics import BrokerTopics
from events.log.kafka.names import topic_of
from events.log.lane.work import Answer
from examples.broker.broker import Broker
from examples.driving import Driving
from examples.kazakhstan.agencies import AUDIT_LANE, AUTHORITY
from examples.kazakhstan.founding import found
from examples.kazakhstan.play import FORTNIGHT, Play
from examples.kazakhstan.scenario import Scenario
from examples.over_http.keeper import Keeper
from examples.over_http.realm import BrokerRealm
from services.answers import finding_lines
from services.cli.demo import draw
from services.home import Home
from services.realm import Realm
from services.verifying import Verifying
from tests.flows.compact_play import COMPACT, play
from tests.flows.homes import no_progress
from tests.kafka.faulty_driving import FaultyDriver

EVENTS_MAX: Final = 10_000
DYING: Final = "tests.kafka.dying"


class Course(NamedTuple):
    """What is played while things happen."""

    play: Play
    go: Callable[[Driving, Scenario], None]
    alone: bool
    """As `FaultyDriver`'s."""


FORTNIGHT_COURSE: Final = Course(
    FORTNIGHT, lambda _, scenario: scenario.play(no_progress), alone=False
)
COMPACT_COURSE: Final = Course(COMPACT, lambda driver, _: play(driver), alone=True)


class Outcome(NamedTuple):
    """What a run came to."""

    findings: list[bytes]
    wrong: list[str]
    """What does not hold, a sentence each; empty if all does."""
    driver: FaultyDriver
    died: Counter[tuple[str, str]]
    """Processes that died at a named point, by lane and `point:pass`."""
    sent_again: int
    """Requests whose answer did not come, sent again."""
    records: int
    """In the authority's topics, of all lanes."""
    repeated: int
    """Of them, those that stood there before."""


def run(
    folder: Path, broker: Broker, course: Course, seed: int, *, kills: int, often: float
) -> Outcome:
    """Play in a new realm on an empty broker while things happen; then look at everything."""
    authority = folder / "authority"
    found(authority, draw)
    agencies = folder / "agencies"
    with (
        BrokerRealm(agencies, authority, broker, draw, DYING) as realm,
        Keeper(realm.processes) as keeper,
    ):
        driver = FaultyDriver(realm, broker, seed, often=often, alone=course.alone)
        try:
            _play(driver, course, kills)
        finally:
            driver.faults.end()
        records, repeated = _repeats(realm)
        sent_again = sum(door.sent_again for door in realm.doors.values())
    homes = {lane: realm.home(agency) for lane, agency in realm.agencies.items()}
    wrong = [*keeper.unforeseen, *_unanswered(driver, homes), *_faults(folder, homes)]
    return Outcome(findings(authority), wrong, driver, keeper.died, sent_again, records, repeated)


def _play(driver: FaultyDriver, course: Course, kills: int) -> None:
    driver.begin({AUDIT_LANE: AUTHORITY})
    scenario = Scenario(driver, draw, course.play)
    scenario.join()
    driver.let_happen(kills=kills)
    course.go(driver, scenario)
    driver.quiet()


def findings(home: Path) -> list[bytes]:
    """Give the findings of a ledger, as they are answered."""
    realm = Realm(home)
    try:
        with realm.store(AUDIT_LANE).reading() as tx:
            return finding_lines(tx)
    finally:
        realm.close()


def _faults(folder: Path, homes: dict[str, Home]) -> Iterator[str]:
    """Verify all lanes against one register: those of other agencies are copied beside its own."""
    whole = folder / "whole"
    for home in sorted({home.home for home in homes.values()}):
        shutil.copytree(home, whole, dirs_exist_ok=True)
    realm = Realm(whole)
    try:
        verifying = Verifying(realm)
        yield from map(str, verifying.faults())
    finally:
        realm.close()
    if verifying.done["lanes"] != len(homes):
        yield f"{verifying.done['lanes']} lanes of {len(homes)} were verified"


def _unanswered(driver: FaultyDriver, homes: dict[str, Home]) -> Iterator[str]:
    """Find answered commands whose events are not in the lane once and in their order."""
    by_lane: dict[str, list[tuple[str, Answer]]] = {}
    for lane, command_id, answer in driver.answers:
        by_lane.setdefault(lane, []).append((command_id, answer))
    for lane, answers in by_lane.items():
        events = _events(homes[lane], lane)
        held: dict[str, list[str]] = {}
        for event_id, command_id in events:
            held.setdefault(command_id, []).append(event_id)
        for command_id, answer in answers:
            found = held.get(command_id, [])
            if found != list(answer.events):
                yield f"{lane}: {command_id} was answered {answer.events}, not {found}"
        ids = [event_id for event_id, _ in events]
        yield from (f"{lane}: {one} stands {n} times" for one, n in Counter(ids).items() if n > 1)
        told = [one for _, answer in dict(answers).items() for one in answer.events]
        if [one for one in ids if one in set(told)] != told:
            yield f"{lane}: what was answered stands in another order"


def _events(home: Home, lane: str) -> list[tuple[str, str]]:
    realm = Realm(home.home)
    try:
        with realm.store(lane).reading() as tx:
            told = [json.loads(raw) for _, raw in tx.own_after(0, EVENTS_MAX)]
    finally:
        realm.close()
    return [(one["id"], one["commandid"]) for one in told]


def _repeats(realm: BrokerRealm) -> tuple[int, int]:
    """Count the records that the authority's topics hold, and those that stand there again."""
    topics, records, distinct = BrokerTopics(realm.admin), 0, 0
    try:
        for lane in realm.agencies:
            notes = [one.note for one in topics.records(topic_of(lane, AUTHORITY))]
            records += len(notes)
            distinct += len(set(notes))
    finally:
        topics.close()
    return records, records - distinct

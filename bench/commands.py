"""Durable commands of 64 clients at one window, over the library's and over a bare insert."""

import asyncio
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any, Final, NamedTuple

from bench import baselines
from bench.baselines import Told
from bench.cases import HALL, LODGED_AT, Mint, case_commands
from bench.measure import ROUNDS, Pair, Ratio, seconds, speed
from events import codec
from events.deciding import Command
from events.envelope import Recorded
from events.log.instance import Instance
from events.log.lane.front import CommandFront
from events.log.lane.work import Answer
from examples.kazakhstan.agencies import STANDARDS_LANE, WINDOW_LANE
from examples.kazakhstan.founding import found
from examples.kazakhstan.scenario import CLERK, STANDARD_AT, Scenario
from examples.kazakhstan.standard import approve, register
from services.driver import Driver
from services.realm import Realm

CLIENTS: Final = 64
CASES_A_CLIENT: Final = 16
"""In a round; every second one on paper, which an officer forwards."""
CASES: Final = "application-"
"""What the streams of cases begin with; the day book's does not."""
OVER_LIBRARY: Final = 6
OVER_INSERT: Final = 0.12


class Done(NamedTuple):
    """What one round of the product took, and what it wrote."""

    taken: float
    rows: Sequence[tuple[Any, ...]]


def measure(folder: Path) -> list[Ratio]:
    """Alternate between the product, the library and the bare insert."""
    realm = window_realm(folder / "realm")
    application = baselines.library_application(folder / "library.db")
    library: list[Pair] = []
    insert: list[Pair] = []
    with closing(baselines.raw_database(folder / "raw.db")) as db:
        for number in range(ROUNDS):
            done = play(realm, number)
            told = list(_told(done.rows))
            of_library = seconds(partial(baselines.library_commands, application, told))
            of_insert = seconds(partial(baselines.raw_insert, db, done.rows))
            library.append(Pair(done.taken, of_library))
            insert.append(Pair(done.taken, of_insert))
    realm.close()
    sent = sum(len(_script(lambda id_, _: id_, 0, client)) for client in range(CLIENTS))
    name = f"durable commands, {CLIENTS} clients"
    return [
        speed(f"{name} / eventsourcing, get + save", OVER_LIBRARY, "commands", sent, library),
        speed(f"{name} / sqlite3, its rows 64 a commit", OVER_INSERT, "commands", sent, insert),
    ]


def window_realm(home: Path) -> Realm:
    """Make a realm whose register, calendars and standard are in place."""
    found(home)
    realm = Realm(home)
    driver = Driver(realm, print)
    Scenario(driver).join()
    commands = [("apostille/1", approve()), ("apostille/1/in-use", register())]
    driver.do(STANDARDS_LANE, commands, actor=CLERK, time=STANDARD_AT)
    return realm


def play(realm: Realm, number: int) -> Done:
    """Have all clients bring their cases; a number has ids of its own."""
    window = realm.instance(WINDOW_LANE)
    before = realm.grown(WINDOW_LANE)
    scripts = [_script(window.mint.id, number, client) for client in range(CLIENTS)]
    taken = seconds(lambda: asyncio.run(_all(window, scripts)))
    with closing(sqlite3.connect(realm.path(WINDOW_LANE))) as db:
        sql = "SELECT rowid, originator_id, originator_version, topic, state FROM stored_events"
        return Done(
            taken, db.execute(f"{sql} WHERE rowid > ? ORDER BY rowid", (before,)).fetchall()
        )


def _script(mint: Mint, number: int, client: int) -> list[tuple[str, Command]]:
    """Give one client's commands: requests lodged, accepted and, on paper, forwarded."""
    return [
        command
        for case in range(CASES_A_CLIENT)
        for command in case_commands(mint, f"{number}-{client}-{case}", on_paper=case % 2 == 1)
    ]


async def _all(window: Instance, scripts: Sequence[Sequence[tuple[str, Command]]]) -> None:
    async with CommandFront(window.commit) as front:
        await asyncio.gather(*(_client(window, front, script) for script in scripts))


async def _client(
    window: Instance, front: CommandFront, script: Sequence[tuple[str, Command]]
) -> None:
    for command_id, command in script:
        work = window.work(command, command_id=command_id, actor=HALL, time=LODGED_AT)
        outcome = await front.do(work)
        assert isinstance(outcome, Answer), outcome


def _told(rows: Sequence[tuple[Any, ...]]) -> Iterator[Told]:
    """Give the commands that the lane's events tell of; what followed by itself, with its cause."""
    caused: dict[str, list[Recorded[Any]]] = {}
    command_of: dict[str, str] = {}
    for *_, raw in rows:
        event = codec.read(raw)
        if event.stream.startswith(CASES):
            command = command_of.get(str(event.causationid), str(event.commandid))
            command_of[event.ref] = command
            caused.setdefault(command, []).append(event)
    for events in caused.values():
        texts = [codec.write(event).decode() for event in events]
        yield Told(events[0].subject, events[0].version == 1, texts)

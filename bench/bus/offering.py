"""An open loop: everything is sent at its time, however long what was sent before takes.

Latency is counted from that time, so a queue that grows is seen in full.
"""

import asyncio
import time
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from typing import Any, Final, NamedTuple

from kafka import KafkaProducer

from bench.bus import baselines
from bench.bus.offices import Office
from bench.cases import HALL, LODGED_AT, case_commands
from events import codec
from events.deciding import Command
from events.envelope import Recorded
from events.log.lane.work import Answer, Work
from services.realm import Realm

RATE: Final = 200
"""Events a second."""
EVENTS_A_CASE: Final = 3
"""Lodged; accepted, and by that forwarded to the deliverer."""
COMMANDS_A_CASE: Final = 2
LEAD_SECONDS: Final = 0.05
"""From the plan to the first of its times."""


class Sent(NamedTuple):
    """An event that was offered."""

    seq: int
    """Of its lane or its topic, from 1."""
    due: float
    """When it was to be sent, on the monotonic clock."""
    forwarded: bool = False
    """It goes to the other agency, too."""


def commands(window: Office, name: str, seconds: float) -> list[Sent]:
    """Have a window do commands that lead to `RATE` events a second; give these events."""
    cases = int(seconds * RATE / EVENTS_A_CASE)
    mint = window.host.read_and_wait(lambda realm: realm.mint(window.me.lane).id)
    script = [
        command
        for case in range(cases)
        for command in case_commands(mint, f"{name}-{case}", on_paper=False)
    ]
    before = window.host.read_and_wait(lambda realm: realm.grown(window.me.lane))
    works = window.host.read_and_wait(lambda realm: _works(realm, window.me.lane, script))
    due = window.run(_at_their_times(window, works))
    return list(_sent(window, before, due))


def _works(realm: Realm, lane: str, script: Sequence[tuple[str, Command]]) -> list[Work]:
    instance = realm.instance(lane)
    return [
        instance.work(command, command_id=id_, actor=HALL, time=LODGED_AT)
        for id_, command in script
    ]


async def _at_their_times(window: Office, works: Sequence[Work]) -> dict[str, float]:
    """Send each command at its time, and wait for the last answer; give the times."""
    every = EVENTS_A_CASE / COMMANDS_A_CASE / RATE
    begun = time.monotonic() + LEAD_SECONDS
    due = {work.command_id: begun + number * every for number, work in enumerate(works)}
    async with asyncio.TaskGroup() as group:
        for work in works:
            await asyncio.sleep(max(0.0, due[work.command_id] - time.monotonic()))
            group.create_task(_do(window, work))
    return due


async def _do(window: Office, work: Work) -> None:
    outcome = await window.host.do(window.me.lane, work)
    assert isinstance(outcome, Answer), outcome


def _sent(window: Office, before: int, due: dict[str, float]) -> Iterator[Sent]:
    """Give the events that commands led to: what followed by itself has its cause's time."""

    def new(realm: Realm) -> list[tuple[int, bytes]]:
        with realm.store(window.me.lane).reading() as tx:
            return list(tx.own_after(before, tx.size()))

    command_of: dict[str, str] = {}
    for seq, raw in window.host.read_and_wait(new):
        event: Recorded[Any] = codec.read(raw)
        command = command_of.get(str(event.causationid), str(event.commandid))
        command_of[event.ref] = command
        if command in due:
            yield Sent(seq, due[command], "forwarded" in event.type)


def records(
    producer: KafkaProducer, topic: str, raws: Sequence[bytes], before: int, seconds: float
) -> list[Sent]:
    """Have a bare producer send `RATE` events a second, one a record."""
    begun = time.monotonic() + LEAD_SECONDS
    sent, due = [], []
    for number, raw in enumerate(islice(cycle(raws), int(seconds * RATE))):
        due.append(begun + number / RATE)
        time.sleep(max(0.0, due[-1] - time.monotonic()))
        sent.append(producer.send(topic, value=raw, partition=0))
    for one in sent:
        one.get(timeout=baselines.SECONDS_MAX)
    return [Sent(before + number, at) for number, at in enumerate(due, 1)]

"""Drivers whose transport is as bad as the law of transport allows, the same for the same seed.

Within a lane nothing is lost for good; all else is at random: who is served first, how much of a
lane comes at once, what waits for later rounds, comes twice or ahead of its turn.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from random import Random
from typing import Final

from events.deciding import Command
from events.log.instance import Instance
from events.log.lane.work import Answer
from events.log.reading.arrivals import Record
from events.log.reading.report import Report
from services.audit.application.judge import DayOutcome
from services.driver import Driver, answered
from services.realm import Realm
from tests.flows.compact_acts import Deed
from tests.flows.compact_play import Strands
from tests.flows.homes import refuse_alarms

HELD_BACK: Final = 0.3
"""Of readers who lack something of a lane: who get nothing of it in a round."""
TWICE: Final = 0.2
AHEAD: Final = 0.6
BUSY: Final = 0.4
"""Of commands after which some records travel before the next one."""
PATIENCE: Final = 3
"""The round of one quiet from which on nothing is held back: so it ends."""
PAST_MAX: Final = 3
"""Records of a lane that may come a second time."""
REFILL: Final = "waiting for the refill"
"""What a reader says of a record that is ahead of its turn."""


class SteadyRealm(Realm):
    """A realm that no lane joins while it is open: its folder is listed once."""

    @cached_property
    def lanes(self) -> list[str]:
        """The lanes whose software runs here, by name."""
        return super().lanes


def _but_refills(alarm: str) -> None:
    """Fail on any alarm but that of a reader who was sent a record ahead of its turn."""
    if REFILL not in alarm:
        refuse_alarms(alarm)


class ShuffledDriver(Driver):
    """Carries in a random order, in random parts; commands do not wait until all is quiet."""

    def __init__(self, home: Path, seed: int) -> None:
        super().__init__(SteadyRealm(home), _but_refills)
        self.random = Random(seed)  # noqa: S311 -- an order of arrival
        self.seen: Counter[str] = Counter()
        """What the transport has done to records."""
        self._past: dict[tuple[str, str], list[Record]] = {}
        self._patience = 0

    def mix(self, strands: Strands) -> list[Deed]:
        """Interleave what happens at one moment; each strand keeps its order."""
        left = [list(strand) for strand in strands]
        mixed: list[Deed] = []
        while left := [strand for strand in left if strand]:
            mixed.append(self.random.choice(left).pop(0))
        return mixed

    def do(
        self, lane: str, commands: Sequence[tuple[str, Command]], *, actor: str, time: str
    ) -> list[Answer]:
        """Send commands to a lane; then some records travel, or none."""
        outcomes = self.realm.instance(lane).do(commands, actor=actor, time=time)
        if self.random.random() < BUSY:
            self._patience = PATIENCE
            self._round({lane: self.realm.grown(lane) for lane in self.realm.all_lanes})
        return [answered(outcome) for outcome in outcomes]

    def close_day(self, lanes: Sequence[str], day: date, *, time: str) -> None:
        """Close a day on lanes, in a random order; nothing travels yet."""
        for lane in self.random.sample(list(lanes), len(lanes)):
            instance = self.realm.instance(lane)
            answered(instance.close_day(day, actor=instance.me.policy, time=time))

    def close_ledger_day(
        self, jurisdiction: str, day: date, *, actor: str, time: str, silent: Sequence[str] = ()
    ) -> DayOutcome:
        """Close a day of the ledger; what it says travels with what comes next."""
        return self.realm.closing.close(jurisdiction, day, actor=actor, time=time, silent=silent)

    def quiet(self) -> None:
        """Carry until nobody has anything new for anybody; nothing waits for ever."""
        self._patience = PATIENCE
        super().quiet()

    def _round(self, lanes: Mapping[str, int]) -> int:
        """Serve each reader with each lane, in a random order; what is held back counts, too."""
        held_back = self.seen["held back"]
        self._patience -= 1
        carried = 0
        for reader, lane in self._new(lanes):
            if self._patience > 0 and self.random.random() < HELD_BACK:
                self.seen["held back"] += 1
            else:
                carried += self._carry_to(self.realm.instance(reader), {lane: lanes[lane]})
        followers = [self.realm.follower(lane) for lane in self.realm.lanes]
        self.random.shuffle(followers)
        carried += sum(follower.follow(self._alarm) for follower in followers)
        return carried + self.seen["held back"] - held_back

    def _new(self, lanes: Mapping[str, int]) -> list[tuple[str, str]]:
        """List who lacks something of which lane, in a random order."""
        new = [
            (reader, lane)
            for reader in self.realm.lanes
            for lane, grown in lanes.items()
            if reader != lane and self._carried.get((reader, lane)) != grown
        ]
        self.random.shuffle(new)
        return new

    def _carry(self, reader: Instance, lane: str) -> Report:
        """Bring one instance some of what it lacks of a lane; "waiting" if that is not all."""
        records = list(self.realm.records(lane, reader.me.agency, reader.held(lane)))
        some = len(records)
        if self._patience > 0 and records:
            some = self.random.randint(1, len(records))
        report = Report(Counter(waiting=len(records) - some), [])
        self.seen["held back"] += len(records) - some
        for part in self._parts(reader, lane, records, some):
            got = reader.receive(lane, part)
            report.counts += got.counts
            for alarm in got.alarms:
                self._alarm(alarm)
        return report

    def _parts(
        self, reader: Instance, lane: str, records: Sequence[Record], some: int
    ) -> list[list[Record]]:
        """Cut what travels into parts; put in what came before, and what is ahead of its turn."""
        past = self._past.setdefault((reader.me.lane, lane), [])
        parts: list[list[Record]] = []
        if some < len(records) - 1 and self.random.random() < AHEAD:
            self.seen["ahead"] += 1
            parts.append([self.random.choice(records[some + 1 :])])
        travelling = list(records[:some])
        while travelling:
            size = self.random.randint(1, len(travelling))
            parts.append(travelling[:size])
            del travelling[:size]
            if past and self.random.random() < TWICE:
                self.seen["twice"] += 1
                parts[-1].insert(0, self.random.choice(past))
            past[:] = [*past, *parts[-1]][-PAST_MAX:]
        return parts


class LosingDriver(ShuffledDriver):
    """One whose transport loses what a lane has for a reader, as long as it is said to."""

    def __init__(self, home: Path, seed: int, reader: str | None = None, lane: str = "") -> None:
        super().__init__(home, seed)
        self.reader = reader
        """None: nothing is lost."""
        self.lane = lane

    def _new(self, lanes: Mapping[str, int]) -> list[tuple[str, str]]:
        return [pair for pair in super()._new(lanes) if pair != (self.reader, self.lane)]

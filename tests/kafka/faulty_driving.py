"""A driver to whose realm things happen while it works; it remembers every answer."""

import time
from collections import Counter
from collections.abc import Sequence
from datetime import date
from random import Random
from typing import ClassVar, Final

from events.deciding import Command
from events.log.lane.work import Answer
from examples.broker.broker import Broker
from examples.over_http.driving import HttpDriver
from examples.over_http.faults import Fault, Faults
from examples.over_http.realm import BrokerRealm
from services.driver import Personal
from services.home import Draw
from tests.kafka.dying import DIES_AT, POINTS

DIE_AT_POINT: Final = 0.3
"""Of kills: a process is started so that it dies at a named point soon afterwards."""
PASSES_MAX: Final = 12
"""At which pass of the point, at most: each start passes some, each record and command one."""


class FaultyDriver(HttpDriver):
    """Drives while things happen, once it is told that they may."""

    quiet_seconds: ClassVar[float] = 90.0
    """A broker that comes back and ten processes that start at once take their time."""

    def __init__(
        self, realm: BrokerRealm, broker: Broker, seed: int, *, often: float, alone: bool
    ) -> None:
        """Let nothing happen yet.

        Args:
            realm: to what things happen.
            broker: the realm's, ours.
            seed: of what is drawn.
            often: of the driver's steps, during how many something happens.
            alone: whether what is done between two quiets needs nothing of other lanes, so that
                the broker may be gone meanwhile.
        """
        super().__init__(realm)
        self.random = Random(seed)  # noqa: S311 -- what happens, drawn again from its seed
        self.faults = Faults(realm, broker, self.random)
        self.kills_left = 0
        self.planned: list[Fault] = []
        """What happens first, whatever is drawn."""
        self.answers: list[tuple[str, str, Answer]] = []
        """Lane, command id, what was answered."""
        self.points: Counter[str] = Counter()
        """Named points at which processes were to die."""
        self.quiet_longest = 0.0
        """Seconds until all was quiet, at most."""
        self._often = often
        self._alone = alone
        self._faulty_realm = realm

    def do(
        self, lane: str, commands: Sequence[tuple[str, Command]], *, actor: str, time: str
    ) -> list[Answer]:
        """As the parent's; something may happen meanwhile."""
        self._perhaps(lane, may_go=self._alone)
        answers = super().do(lane, commands, actor=actor, time=time)
        ids = [command_id for command_id, _ in commands]
        self.answers += [(lane, id_, one) for id_, one in zip(ids, answers, strict=True)]
        return answers

    def do_sealed(
        self,
        lane: str,
        command: tuple[str, Command],
        personal: Personal,
        *,
        actor: str,
        time: str,
        draw: Draw | None = None,
    ) -> Answer:
        """As the parent's; something may happen meanwhile."""
        self._perhaps(lane, may_go=self._alone)
        answer = super().do_sealed(lane, command, personal, actor=actor, time=time, draw=draw)
        self.answers.append((lane, command[0], answer))
        return answer

    def close_day(self, lanes: Sequence[str], day: date, *, time: str) -> None:
        """As the parent's; something may happen meanwhile, and the broker be away."""
        self._perhaps(self.random.choice(list(lanes)), may_go=True)
        super().close_day(lanes, day, time=time)

    def close_ledger_day(self, jurisdiction: str, day: date, *, actor: str, time: str) -> object:
        """As the parent's; the authority may be killed in the middle of it."""
        self.quiet()
        self._perhaps(self._faulty_realm.authority.settings.audit_lane, may_go=False)
        return super().close_ledger_day(jurisdiction, day, actor=actor, time=time)

    def settle(self) -> None:
        """Wait, unless the broker is away: offices go on working without it."""
        if not self.faults.gone:
            self.quiet()

    def quiet(self) -> None:
        """As the parent's, with the broker back and nothing more happening."""
        self.faults.come_back()
        self.faults.settle()
        begun = time.monotonic()
        self.wait(self.quiet_seconds)
        self.quiet_longest = max(self.quiet_longest, time.monotonic() - begun)

    def let_happen(self, *, kills: int) -> None:
        """From now on things happen: each once, then more until so many processes were killed."""
        self.kills_left = kills
        self.planned = self.random.sample(list(Fault), len(Fault))

    def _perhaps(self, lane: str, *, may_go: bool) -> None:
        done = self.kills_left <= 0 and not self.planned
        if done or self.faults.gone or self.random.random() >= self._often:
            return
        fault = self.planned.pop(0) if self.planned else self.faults.draw()
        if fault is Fault.BROKER_GONE and not may_go:
            self.planned.append(fault)
            fault = Fault.KILL
        self._strike(fault, lane)

    def _strike(self, fault: Fault, lane: str) -> None:
        if fault is not Fault.KILL:
            self.faults.begin(fault, lane)
            return
        self.kills_left -= 1
        if self.random.random() < DIE_AT_POINT:
            self._to_die(lane)
        else:
            self.faults.begin(fault, lane)

    def _to_die(self, lane: str) -> None:
        """Start a process so that it dies at a point."""
        point = self.random.choice(POINTS)
        self.points[point] += 1
        self.faults.kill(lane, 0.0, {DIES_AT: f"{point}:{self.random.randint(1, PASSES_MAX)}"})

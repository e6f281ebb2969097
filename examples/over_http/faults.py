"""What may happen to the processes of a realm and to its broker, drawn from a seed, and done.

What is drawn is the same for the same seed; what it meets is not, as machines take their time.
"""

from collections import Counter
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from enum import StrEnum
from random import Random
from threading import Event
from typing import Final

from events.log.adapters.local import LaneFile
from events.log.kafka.access import lane_access_file, read_access
from events.log.kafka.broker_topics import BrokerTopics
from events.log.kafka.names import topic_of
from events.log.kafka.relay import Relay
from events.log.kafka.topics import TopicTrouble
from examples.broker.broker import Broker
from examples.over_http.realm import BrokerRealm
from services.realm import Realm
from services.serving.reading_list import readers
from services.topics.client import one_client

DELAY_SECONDS_MAX: Final = 0.06
"""Until a kill meets what was begun at the same time: a command is answered in 5 to 50 ms."""
PAUSE_SECONDS: Final = (1.0, 3.0)
"""For how long a broker stands still: shorter than a request may take, longer than anybody likes.
"""
DAY_SECONDS: Final = 24 * 60 * 60


class Fault(StrEnum):
    """What may happen."""

    KILL = "process killed"
    BROKER_KILLED = "broker killed"
    BROKER_PAUSED = "broker stood still"
    BROKER_GONE = "broker gone until quiet"
    TOPIC_LOST = "topic lost and made anew"
    RELAY_TWICE = "second relay"
    CLOCK_OFF = "an agency's clock set a day off"


WEIGHTS: Final = {
    Fault.KILL: 40,
    Fault.BROKER_KILLED: 2,
    Fault.BROKER_PAUSED: 2,
    Fault.BROKER_GONE: 2,
    Fault.TOPIC_LOST: 4,
    Fault.RELAY_TWICE: 8,
    Fault.CLOCK_OFF: 2,
}
"""How often each is drawn: killing a process is what is asked about most."""


class Faults:
    """Does to a realm what is drawn; what takes a while goes on beside what the realm does."""

    def __init__(self, realm: BrokerRealm, broker: Broker, random: Random) -> None:
        """Do nothing yet.

        Args:
            realm: its processes are kept running by somebody (`keeper.Keeper`).
            broker: the realm's; it must be ours.
            random: draws.
        """
        self.done: Counter[Fault] = Counter()
        self.killed: Counter[str] = Counter()
        """By lane."""
        self.gone = False
        """Whether the broker was stopped, and waits for `come_back`."""
        self._realm = realm
        self._broker = broker
        self._random = random
        self._killing = ThreadPoolExecutor(1, "killing")
        self._troubling = ThreadPoolExecutor(1, "troubling the broker")
        self._begun: list[Future[None]] = []

    def draw(self) -> Fault:
        """Draw what happens next."""
        return self._random.choices(list(WEIGHTS), list(WEIGHTS.values()))[0]

    def begin(self, fault: Fault, lane: str) -> None:
        """Let something happen, beside what goes on.

        Args:
            fault: what.
            lane: whose process is busy now; it is the one that is killed every other time.
        """
        if fault is Fault.KILL:
            killed = self._random.choice([lane, self._random.choice(sorted(self._realm.processes))])
            self.kill(killed, self._random.uniform(0, DELAY_SECONDS_MAX))
            return
        self.done[fault] += 1
        if fault is Fault.BROKER_GONE:
            self.settle()
            self._broker.stop()
            self.gone = True
        elif fault is Fault.CLOCK_OFF:
            agency = self._random.choice(sorted(set(self._realm.agencies.values())))
            self._realm.set_clock(agency, self._random.choice((-DAY_SECONDS, DAY_SECONDS)))
        else:
            self._trouble(fault)

    def kill(self, lane: str, delay: float, variables: Mapping[str, str] | None = None) -> None:
        """Kill a process after so many seconds, and start it again with more in its environment."""
        self.done[Fault.KILL] += 1
        self.killed[lane] += 1
        self._begun.append(self._killing.submit(self._kill, lane, delay, variables))

    def _trouble(self, fault: Fault) -> None:
        lane = self._random.choice(sorted(self._realm.agencies))
        seconds = self._random.uniform(*PAUSE_SECONDS)
        troubles = {
            Fault.BROKER_KILLED: self._kill_broker,
            Fault.BROKER_PAUSED: lambda: self._pause_broker(seconds),
            Fault.TOPIC_LOST: lambda: self._lose_topic(lane),
            Fault.RELAY_TWICE: lambda: self._relay_again(lane),
        }
        self._begun.append(self._troubling.submit(troubles[fault]))

    def come_back(self) -> None:
        """Start the broker that was stopped."""
        if self.gone:
            self._broker.start()
            self.gone = False

    def settle(self) -> None:
        """Wait until what was begun has been done; what it raises is raised here."""
        begun, self._begun = self._begun, []
        for one in begun:
            one.result()

    def end(self) -> None:
        """Let what was begun come to its end, whatever it raises, and the broker be there."""
        for threads in (self._killing, self._troubling):
            threads.shutdown()
        self.come_back()

    def _kill(self, lane: str, delay: float, variables: Mapping[str, str] | None) -> None:
        Event().wait(delay)
        self._realm.processes[lane].restart(variables)

    def _kill_broker(self) -> None:
        self._broker.kill()
        self._broker.start()

    def _pause_broker(self, seconds: float) -> None:
        self._broker.pause()
        Event().wait(seconds)
        self._broker.resume()

    def _lose_topic(self, lane: str) -> None:
        """Delete the topic on which a lane goes to one of its readers, and apply the plan again."""
        reader = self._random.choice([self._realm.agencies[lane], *self._authority()])
        with one_client(self._realm.admin) as client:
            client.delete_topics([topic_of(lane, reader)])
        self._realm.plan(self._realm.agencies)

    def _authority(self) -> list[str]:
        return [self._realm.authority.settings.authority]

    def _relay_again(self, lane: str) -> None:
        """Ship a lane by another relay beside the one of its process."""
        home = self._realm.home(self._realm.agencies[lane])
        realm = Realm(self._realm.authority.home)
        try:
            to = readers(home.me(lane), realm.audit.known.register, realm.readership)
        finally:
            realm.close()
        topics = BrokerTopics(read_access(lane_access_file(home.home, lane)))
        try:
            Relay(LaneFile(home.path(lane)), home.vkey(lane), topics, _ignore).ship(to)
        except TopicTrouble:
            pass  # The broker's troubles are the realm's to bear; this relay is one too many.
        finally:
            topics.close()


def _ignore(_alarm: str) -> None:
    """Two relays alarm each other; the realm's own say so in their logs."""

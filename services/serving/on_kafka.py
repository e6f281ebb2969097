"""The Kafka transport of a host: for each lane served, one loop sends and one receives."""

from collections.abc import Callable

from eventsourcing.persistence import PersistenceError

from events.log.adapters.local import NotShipped
from events.log.kafka.access import lane_access_file, read_access
from events.log.kafka.topics import TopicTrouble
from events.register import NotRegistered
from services.home import Home
from services.serving.host import Host
from services.serving.kafka_grants import GrantSender
from services.serving.kafka_inbound import Inbound
from services.serving.kafka_outbound import Outbound
from services.serving.loop import Alarm, Loop

TROUBLES = (TopicTrouble, NotShipped, NotRegistered, OSError, PersistenceError)
"""What comes right again, or is an operator's to mend, while offices go on working."""


class OnKafka:
    """Carries the records of the lanes served over a broker."""

    def __init__(self, host: Host, home: Home, alarm: Alarm) -> None:
        """Connect to nothing yet: an office opens without a broker.

        Raises:
            AccessUnsafe: a lane's access file is missing, or others may read it.
        """
        self._host = host
        self._inbound: list[Inbound] = []
        self._outbound: list[Outbound] = []
        self._closing: list[Callable[[], None]] = []
        self._loops: list[Loop] = []
        accesses = {lane: read_access(lane_access_file(home.home, lane)) for lane in host.lanes}
        self._grants = GrantSender(accesses)
        for lane, access in accesses.items():
            inbound = Inbound(host, home.me(lane), access, alarm)
            outbound = Outbound(host, home.me(lane), access, alarm, self._grants.forget)
            self._inbound.append(inbound)
            self._outbound.append(outbound)
            self._closing += [inbound.close, outbound.close]
            self._loops.append(Loop(f"from topics to {lane}", inbound.step, alarm, TROUBLES))
            self._loops.append(Loop(f"from {lane} to topics", outbound.step, alarm, TROUBLES))
        self._closing.append(self._grants.close)
        self._loops.append(Loop("grants to topics", self._grants.step, alarm, TROUBLES))

    def start(self) -> None:
        """Begin."""
        self._host.write_and_wait(lambda realm: realm.keys.send_elsewhere_by(self._grants))
        for loop in self._loops:
            loop.start()

    def stop(self) -> None:
        """End; what was not sent is sent after the next start."""
        for loop in self._loops:
            loop.stop()
        for close in self._closing:
            close()

    @property
    def busy(self) -> bool:
        """Say whether a key's grant is on its way."""
        return self._grants.busy

    def troubles(self) -> list[str]:
        """Say which loop fails or has ended, which topics are not as they should be."""
        unread = [trouble for inbound in self._inbound for trouble in inbound.troubles]
        unsent = [trouble for outbound in self._outbound for trouble in outbound.troubles]
        return [trouble for loop in self._loops for trouble in loop.troubles()] + unread + unsent

"""Outbound: one instance's records to the topics of their readers."""

import math
import time
from collections.abc import Callable, Sequence
from typing import Final

from events.log.adapters.local import LaneFile, NotShipped
from events.log.kafka.access import KafkaAccess
from events.log.kafka.broker_topics import BrokerTopics
from events.log.kafka.relay import Readers, Relay
from events.log.kafka.topics import TopicTrouble
from events.log.reading.parts import Me
from services.serving.host import Host
from services.serving.kafka_grants import GrantTopics
from services.serving.loop import Alarm, Bell
from services.serving.reading_list import readers

CHECK_SECONDS: Final = 5
"""Until the ends of all topics are read again: an idle lane sends nothing, and only so is a topic
seen that was deleted and made anew."""
WAIT_SECONDS: Final = 0.5
"""A wait for the bell: so soon is a stop heard, and a reader seen that was registered."""


class Outbound:
    """The sending side of one instance on a broker; a step at a time."""

    def __init__(
        self,
        host: Host,
        me: Me,
        access: KafkaAccess,
        alarm: Alarm,
        forget_grants: Callable[[str, str], None] = lambda _lane, _reader: None,
    ) -> None:
        """Connect to nothing yet.

        Args:
            host: serves the lane.
            me: the lane's.
            access: of its user.
            alarm: is told what an operator must know.
            forget_grants: as `GrantTopics`'s.
        """
        self._host = host
        self._me = me
        self._topics = BrokerTopics(access)
        self._alarm = alarm
        self._grants = GrantTopics(host, me, alarm, forget_grants)
        self._bell = Bell()
        self._relay: Relay | None = None
        self._checked = -math.inf
        host.after_each_write(self._bell.ring)

    @property
    def troubles(self) -> Sequence[str]:
        """Which readers' topics take nothing."""
        return [] if self._relay is None else self._relay.troubles

    def close(self) -> None:
        """Forget the connections."""
        self._topics.close()

    def step(self) -> None:
        """Ship what is new.

        Raises:
            TopicTrouble: the broker does not answer; the next step begins anew.
            NotShipped: the authority's topic holds what this lane does not.
        """
        self._bell.wait(WAIT_SECONDS)
        if self._relay is None:
            self._relay = self._made()
        looking = time.monotonic() - self._checked > CHECK_SECONDS
        if looking:
            self._relay.forget()
            self._checked = time.monotonic()
        try:
            self._relay.ship(self._readers())
            if looking:
                self._grants.look(self._topics.ids())
        except (TopicTrouble, NotShipped):
            self.look_again()
            raise

    def look_again(self) -> None:
        """Read the ends of all topics again in the next step."""
        self._checked = -math.inf

    def _made(self) -> Relay:
        path, vkey = self._host.read_and_wait(
            lambda realm: (realm.path(self._me.lane), realm.vkey(self._me.lane))
        )
        return Relay(LaneFile(path), vkey, self._topics, self._alarm)

    def _readers(self) -> Readers:
        return self._host.read_and_wait(
            lambda realm: readers(
                self._me, realm.instance(self._me.lane).known.register, realm.readership
            )
        )

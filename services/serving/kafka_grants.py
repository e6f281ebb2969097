"""Key grants to agencies whose software runs elsewhere (protocol F7).

Whoever hands one over is the thread that writes, and waits for no broker: a grant is queued and
stays owed; once the broker has it, the next asking settles the debt.
"""

import threading
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from events.log.kafka.access import KafkaAccess
from events.log.kafka.broker_topics import BrokerTopics
from events.log.kafka.names import grant_reader, grant_topic
from events.log.kafka.topics import TopicTrouble
from events.log.reading.parts import Me
from services.realm import Realm
from services.sealing.granting import read
from services.serving.host import Host
from services.serving.loop import Alarm, Bell

WAIT_SECONDS: Final = 0.5
"""A wait for the bell: so soon is a stop heard, and a grant tried again."""


class _Place(NamedTuple):
    """Whose grant of which key, to whom."""

    lane: str
    reader: str
    key_id: str


class GrantSender:
    """Sends grants of the lanes served, each by its lane's user, a step at a time."""

    def __init__(self, accesses: Mapping[str, KafkaAccess]) -> None:
        """Connect to nothing yet.

        Args:
            accesses: by lane.
        """
        self._topics = {lane: BrokerTopics(access) for lane, access in accesses.items()}
        self._bell = Bell()
        self._lock = threading.Lock()
        self._queued: dict[_Place, bytes] = {}
        """Not sent yet."""
        self._sent: set[_Place] = set()

    def __call__(self, reader: str, raw: bytes) -> bool:
        """Say whether the broker has this key's grant; queue it if not."""
        granted = read(raw)
        place = _Place(granted.lane, reader, granted.key_id)
        with self._lock:
            if place in self._sent:
                self._sent.remove(place)
                return True
            self._queued[place] = raw
        self._bell.ring()
        return False

    @property
    def busy(self) -> bool:
        """Say whether a grant is queued or was sent and is not settled yet."""
        return bool(self._queued or self._sent)

    def step(self) -> None:
        """Send what is queued; a topic that takes nothing keeps nothing from the others.

        Raises:
            TopicTrouble: the broker did not take one; it stays queued.
        """
        self._bell.wait(WAIT_SECONDS)
        troubles: dict[str, TopicTrouble] = {}
        for place, raw in list(self._queued.items()):
            topic = grant_topic(place.reader)
            if topic not in troubles:
                try:
                    self._send(place, topic, raw)
                except TopicTrouble as trouble:
                    troubles[topic] = trouble
        for first in troubles.values():
            raise first

    def _send(self, place: _Place, topic: str, raw: bytes) -> None:
        self._topics[place.lane].send_one(topic, raw)
        with self._lock:
            self._sent.add(place)
            del self._queued[place]

    def forget(self, lane: str, reader: str) -> None:
        """Know nothing more of what a lane has sent to a reader: it may be lost."""
        with self._lock:
            self._sent = {one for one in self._sent if (one.lane, one.reader) != (lane, reader)}

    def close(self) -> None:
        """Forget the connections."""
        for topics in self._topics.values():
            topics.close()


class GrantTopics:
    """Sees which grant topics were made anew, and has one lane send its keys on them again.

    What a reader had not taken went with the topic; a key that it holds changes nothing (F1, F3).
    """

    def __init__(
        self, host: Host, me: Me, alarm: Alarm, forget: Callable[[str, str], None]
    ) -> None:
        """See nothing yet.

        Args:
            host: serves the lane.
            me: the lane's.
            alarm: is told of each topic that was made anew.
            forget: is told, by lane and reader, that what was sent may be lost.
        """
        self._host = host
        self._me = me
        self._alarm = alarm
        self._forget = forget
        self._seen: Mapping[str, str] = {}

    def look(self, ids: Mapping[str, str]) -> None:
        """Look at all topics that are there for the lane's user, each with its id."""
        found = {reader: id_ for topic, id_ in ids.items() if (reader := grant_reader(topic))}
        new = dict(found.items() - self._seen.items())
        for reader in new:
            self._forget(self._me.lane, reader)
        again = self._host.write_and_wait(lambda realm: self._renew(realm, new)) if new else {}
        self._seen = found
        for reader, count in again.items():
            if count:
                self._alarm(
                    f"topic {grant_topic(reader)} was made anew: {count} keys are sent again"
                )

    def _renew(self, realm: Realm, ids: Mapping[str, str]) -> Mapping[str, int]:
        store, me = realm.keys.store(self._me.agency), self._me.lane
        return {reader: store.renew_on(me, reader, id_) for reader, id_ in sorted(ids.items())}

"""Key grants to agencies whose software runs elsewhere (protocol F7).

Whoever hands one over is the thread that writes, and waits for no broker: a grant is queued and
stays owed; once the broker has it, the next asking settles the debt.
"""

import threading
from typing import Final

from events.log.kafka.access import KafkaAccess
from events.log.kafka.broker_topics import BrokerTopics
from events.log.kafka.names import grant_topic
from services.sealing.granting import read
from services.serving.loop import Bell

WAIT_SECONDS: Final = 0.5
"""A wait for the bell: so soon is a stop heard, and a grant tried again."""


class GrantSender:
    """Sends grants, a step at a time."""

    def __init__(self, access: KafkaAccess) -> None:
        self._topics = BrokerTopics(access)
        self._bell = Bell()
        self._lock = threading.Lock()
        self._queued: dict[tuple[str, str], bytes] = {}
        """(reader, key id) -> the grant, not sent yet."""
        self._sent: set[tuple[str, str]] = set()

    def __call__(self, reader: str, raw: bytes) -> bool:
        """Say whether the broker has this key's grant; queue it if not."""
        place = (reader, read(raw).key_id)
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
        """Send what is queued.

        Raises:
            TopicTrouble: the broker did not take it; it stays queued.
        """
        self._bell.wait(WAIT_SECONDS)
        for place, raw in list(self._queued.items()):
            self._topics.send_one(grant_topic(place[0]), raw)
            with self._lock:
                self._sent.add(place)
                del self._queued[place]

    def close(self) -> None:
        """Forget the connection."""
        self._topics.close()

"""Inbound: what other lanes' topics hold goes into one instance, the ledger's first."""

import math
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from events.log.kafka.access import KafkaAccess
from events.log.kafka.names import grant_topic
from events.log.kafka.relay import size_of
from events.log.kafka.source import Fetched, Source
from events.log.reading.parts import Me
from events.log.reading.report import Report
from services.realm import Realm
from services.serving.host import Host
from services.serving.loop import Alarm
from services.serving.reading_list import reads

POLL_SECONDS: Final = 0.5
"""A wait for records: so soon is a stop heard; what arrives ends the wait at once."""
LIST_SECONDS: Final = 5
"""Until it is asked again what to read and whether all of it is there."""


class Taken(NamedTuple):
    """What became of the records of one topic."""

    report: Report
    held: int
    """Up to which size the lane is held now."""


class Inbound:
    """The receiving side of one instance on a broker; a step at a time."""

    def __init__(self, host: Host, me: Me, access: KafkaAccess, alarm: Alarm) -> None:
        self._host = host
        self._me = me
        self._source = Source(access, me.lane)
        self._alarm = alarm
        self._lanes: Mapping[str, str] = {}
        self._listed = -math.inf
        self._missing: list[str] = []
        self._from_the_beginning: set[str] = set()
        self._owing = False

    @property
    def missing(self) -> Sequence[str]:
        """The topics that should be read and are not there, or not for this user."""
        return self._missing

    def close(self) -> None:
        """Forget the connection."""
        self._source.close()
        self.look_again()

    def look_again(self) -> None:
        """Ask in the next step what to read and whether all of it is there."""
        self._listed = -math.inf

    def step(self) -> None:
        """Take in what has come, and say how far that is.

        Raises:
            TopicTrouble: the broker does not answer; the next step begins anew.
        """
        try:
            self._list()
            fetched = self._source.poll(POLL_SECONDS)
            if fetched or self._owing:
                self._take(fetched)
        except Exception:
            self.close()
            raise

    def _list(self) -> None:
        """Ask the register what to read; a topic that is not there is said, once."""
        if time.monotonic() - self._listed < LIST_SECONDS:
            return
        self._lanes, held = self._host.read_and_wait(self._wanted)
        missing = self._source.read({**held, grant_topic(self._me.agency): 0})
        new, self._missing = sorted(set(missing) - set(self._missing)), missing
        for topic in new:
            self._alarm(f"topic {topic} is not there, or not for {self._me.lane}")
        self._listed = time.monotonic()

    def _wanted(self, realm: Realm) -> tuple[Mapping[str, str], Mapping[str, int]]:
        """Give the lane of each topic, and up to which size it is held."""
        register = realm.instance(self._me.lane).known.register
        lanes = reads(self._me, register, realm.readership)
        with realm.store(self._me.lane).reading() as tx:
            held = {topic: tx.held(lane) for topic, lane in lanes.items()}
        return lanes, {topic: 0 if one is None else one[0] for topic, one in held.items()}

    def _take(self, fetched: Mapping[str, Sequence[Fetched]]) -> None:
        taken = self._host.write_and_wait(lambda realm: self._received(realm, fetched))
        for topic, outcome in taken.items():
            self._go_on(topic, fetched[topic], outcome)
        held = {topic: outcome.held for topic, outcome in taken.items()}
        self._source.commit({**dict.fromkeys(fetched, 0), **held})

    def _received(
        self, realm: Realm, fetched: Mapping[str, Sequence[Fetched]]
    ) -> Mapping[str, Taken]:
        """Take records in, in the order of the list; then do what they say of keys."""
        instance, found = realm.instance(self._me.lane), {}
        for topic, lane in self._lanes.items():
            if topic in fetched:
                report = instance.receive(lane, [one.record for one in fetched[topic]])
                found[topic] = Taken(report, instance.held(lane))
        for one in fetched.get(grant_topic(self._me.agency), ()):
            realm.keys.store(self._me.agency).arrive(one.record.value)
        realm.follower(self._me.lane).follow(self._alarm)
        self._owing = bool(realm.keys.store(self._me.agency).owed(self._me.lane))
        return found

    def _go_on(self, topic: str, fetched: Sequence[Fetched], taken: Taken) -> None:
        """Read on, or again where something is lacking before, or waits for the register."""
        counts: Counter[str] = taken.report.counts
        for alarm in taken.report.alarms:
            self._alarm(alarm)
        if counts["waiting"]:
            self._source.again(topic, _first_above(fetched, taken.held))
            self.look_again()
        elif counts["gap"] and topic not in self._from_the_beginning:
            self._from_the_beginning.add(topic)
            self._source.again(topic, None)
        elif counts["taken"]:
            self._from_the_beginning.discard(topic)


def _first_above(fetched: Sequence[Fetched], held: int) -> int:
    """Give the offset of the first record that is not held yet."""
    for one in fetched:
        try:
            if size_of(one.record) > held:
                return one.offset
        except (ValueError, IndexError):
            continue
    return fetched[-1].offset + 1

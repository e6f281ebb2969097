"""Inbound: what other lanes' topics hold goes into one instance, the ledger's first."""

import math
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from events.log.kafka.access import KafkaAccess
from events.log.kafka.names import grant_topic
from events.log.kafka.source import Fetched, Source
from events.log.reading.parts import Me
from events.log.reading.report import Report
from services.realm import Realm
from services.serving.host import Host
from services.serving.loop import Alarm
from services.serving.reading_list import reads

POLL_SECONDS: Final = 0.5
"""A wait for records: so soon is a stop heard; what arrives ends the wait at once."""
TELL_SECONDS: Final = 1
"""Between two words to operators' tools on how far this is; they look every few seconds."""
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
        self._said: set[str] = set()
        self._fetched: set[str] = set()
        """Topics of which something came since the last listing."""
        self._short: frozenset[str] = frozenset()
        """Topics that end before what is held, for one listing at least."""
        self._lasting: frozenset[str] = frozenset()
        """For more than one: whoever writes them has not filled them again."""
        self._from_the_beginning: set[str] = set()
        self._owing = False
        self._reached: dict[str, int] = {}
        """Topic -> up to which size its lane is held, of those of which nothing was told since."""
        self._told = -math.inf

    @property
    def missing(self) -> Sequence[str]:
        """The topics that should be read and are not there, or not for this user."""
        return self._missing

    @property
    def troubles(self) -> Sequence[str]:
        """What keeps records from this instance, or its lag from operators."""
        me, lanes = self._me.lane, self._lanes
        missing = [f"topic {topic} is not there, or not for {me}" for topic in self._missing]
        short = [
            f"topic {topic} was made anew and ends before what {me} holds of {lanes[topic]}: "
            "that lane's software must send it again"
            for topic in sorted(self._lasting & lanes.keys())
        ]
        closed = self._source.group.forbidden
        return [*missing, *short, *([closed] if closed else [])]

    def close(self) -> None:
        """Forget the connection."""
        self._source.close()
        self._reached.clear()
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
            listed = self._list()
            fetched = self._source.poll(POLL_SECONDS)
            self._fetched |= fetched.keys()
            if fetched or listed or self._owing:
                self._take(fetched)
            self._tell()
            self._say()
        except Exception:
            self.close()
            raise

    def _list(self) -> bool:
        """Ask the register what to read, the broker whether it is there; say whether it was time.

        What is owed of keys is looked at then, too: it may be owed again.
        """
        if time.monotonic() - self._listed < LIST_SECONDS:
            return False
        self._lanes, held = self._host.read_and_wait(self._wanted)
        self._missing = self._source.read({**held, grant_topic(self._me.agency): 0})
        short = self._source.short(held) - self._fetched
        self._lasting, self._short = short & self._short, short
        self._fetched.clear()
        self._listed = time.monotonic()
        return True

    def _say(self) -> None:
        """Say what is the matter, each once as long as it lasts."""
        troubles = self.troubles
        for trouble in troubles:
            if trouble not in self._said:
                self._alarm(trouble)
        self._said = set(troubles)

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
        self._reached |= dict.fromkeys(fetched, 0)
        self._reached |= {topic: outcome.held for topic, outcome in taken.items()}

    def _tell(self) -> None:
        """Tell operators' tools how far this is, now and then: it is a round trip to the broker."""
        if self._reached and time.monotonic() - self._told >= TELL_SECONDS:
            self._source.commit(self._reached)
            self._reached.clear()
            self._told = time.monotonic()

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
    return next((one.offset for one in fetched if one.size > held), fetched[-1].offset + 1)

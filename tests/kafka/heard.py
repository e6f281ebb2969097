"""A window's topics, and what is done with them by hand."""

from contextlib import closing
from typing import Final

from events.log.adapters.local import LaneFile
from events.log.kafka.broker_topics import BrokerTopics
from events.log.kafka.names import topic_of
from events.log.reading.arrivals import Record
from examples.kazakhstan.agencies import AUTHORITY, CENTRE, JUSTICE_ALMATY, WINDOW_LANE
from tests.kafka.offices import Office, until

TOPIC: Final = topic_of(WINDOW_LANE, AUTHORITY)
OTHERS: Final = [topic_of(WINDOW_LANE, reader) for reader in (CENTRE, JUSTICE_ALMATY)]


def send(window: Office) -> None:
    """Fill the authority's topic with all of the lane once more, as a second relay may."""
    path = window.host.read_and_wait(lambda realm: realm.path(WINDOW_LANE))
    with closing(BrokerTopics(window.access)) as topics:
        topics.send(TOPIC, list(LaneFile(path).records(None)))


def sent_by(window: Office) -> list[Record]:
    """Read what the authority's topic holds."""
    with closing(BrokerTopics(window.access)) as topics:
        return list(topics.records(TOPIC))


def look(ledger: Office) -> None:
    """Ask what there is to read, and read."""
    ledger.inbound.look_again()
    ledger.inbound.step()


def hear(ledger: Office, window: Office) -> None:
    """Read until all of the window is held."""
    inbound, size = ledger.inbound, window.size()
    until(inbound.step, lambda: ledger.held(WINDOW_LANE)[0] == size)

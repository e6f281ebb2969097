"""A grant topic that was lost is filled again: who had not taken a key by then gets it (F1, F7)."""

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from events.log.kafka.broker_topics import BrokerTopics
from events.log.kafka.names import grant_topic, topic_of
from events.log.kafka.topics import TopicTrouble
from services.sealing.granting import read
from services.sealing.key_store import Duty
from services.serving.kafka_grants import GrantSender
from tests.kafka.offices import Office, office, until
from tests.kafka.topics_on_broker import TopicsOnBroker
from tests.sealing.agencies import AUTHORITY, CENTRE, DELIVERER, WINDOW
from tests.sealing.small_realm import SmallRealm, make_home, opened

pytestmark = pytest.mark.usefixtures("sockets_of_the_library")

GRANTS = grant_topic(DELIVERER)


@pytest.fixture
def granted(tmp_path: Path, own_topics: TopicsOnBroker) -> SmallRealm:
    """A window that has granted a key, and a deliverer whose software runs elsewhere by now."""
    home = tmp_path / "home"
    make_home(home)
    with opened(home) as small:
        small.begin()
        small.take_in()
    shutil.rmtree(home / "keys" / DELIVERER)
    own_topics.make(*(topic_of(WINDOW, one) for one in (AUTHORITY, CENTRE, DELIVERER)), GRANTS)
    return small


class Sending:
    """The window with all that sends, a step at a time."""

    def __init__(self, window: Office, sender: GrantSender) -> None:
        self.window = window
        self.sender = sender

    def step(self, *, looking: bool = True) -> None:
        """Look at everything, or at the queue alone; then do what is owed, and send."""
        if looking:
            self.window.outbound.look_again()
            self.window.outbound.step()
        self.window.inbound.look_again()
        self.window.inbound.step()
        self.sender.step()

    def owed(self) -> list[Duty]:
        """Give what the window owes of keys."""
        return self.window.host.read_and_wait(
            lambda realm: list(realm.keys.store(CENTRE).owed(WINDOW))
        )

    def sent(self) -> list[str]:
        """Give the keys that the topic brings."""
        with closing(BrokerTopics(self.window.access)) as topics:
            return [read(one.value).key_id for one in topics.records(GRANTS)]


@contextmanager
def sending_from(home: Path, topics: TopicsOnBroker) -> Iterator[Sending]:
    """Open the window."""
    sender = GrantSender({WINDOW: topics.access})
    with office(home, WINDOW, topics.access) as window:
        window.host.write_and_wait(lambda realm: realm.keys.send_elsewhere_by(sender))
        yield Sending(window, sender)
        sender.close()


@pytest.fixture
def sending(granted: SmallRealm, own_topics: TopicsOnBroker) -> Iterator[Sending]:
    with sending_from(granted.realm.home, own_topics) as opened_:
        yield opened_


def settle(sending: Sending) -> None:
    """Send until nothing is owed, and the broker has what was."""
    sending.step()
    until(sending.step, lambda: not sending.owed() and not sending.sender.busy)


def test_a_grant_topic_made_anew_is_filled_again(
    sending: Sending, own_topics: TopicsOnBroker
) -> None:
    settle(sending)
    before = sending.sent()

    own_topics.make_anew(GRANTS)
    settle(sending)

    assert before
    assert sending.sent() == before
    assert f"topic {GRANTS} was made anew: 1 keys are sent again" in sending.window.alarms


def test_one_that_was_made_anew_while_nobody_was_there_is_filled_again(
    granted: SmallRealm, own_topics: TopicsOnBroker
) -> None:
    home = granted.realm.home
    with sending_from(home, own_topics) as sending:
        settle(sending)
        before = sending.sent()
    own_topics.make_anew(GRANTS)

    with sending_from(home, own_topics) as sending:
        settle(sending)

        assert sending.sent() == before


def test_one_that_stands_as_it_was_gets_nothing_twice(sending: Sending) -> None:
    settle(sending)
    before = sending.sent()

    settle(sending)

    assert sending.sent() == before


def test_without_looking_at_its_id_the_grants_would_be_gone(
    sending: Sending, own_topics: TopicsOnBroker
) -> None:
    settle(sending)

    own_topics.make_anew(GRANTS)
    for _ in range(3):
        sending.step(looking=False)

    assert sending.sent() == []
    assert sending.owed() == []


def test_a_grant_topic_that_is_missing_keeps_nothing_from_the_others(
    sending: Sending, granted: SmallRealm
) -> None:
    with opened(granted.realm.home) as small:
        raw = small.grant(small.keys(CENTRE).keys(small.key_id)[0], AUTHORITY)
    settle(sending)
    before = sending.sent()

    sending.sender("not-there", raw)
    sending.sender(DELIVERER, raw)
    with pytest.raises(TopicTrouble, match="not-there"):
        sending.sender.step()

    assert len(sending.sent()) == len(before) + 1

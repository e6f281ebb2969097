"""Names of topics: read back one way, and the prefix of a lane fits no other lane."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.log.kafka.names import (
    TOPIC_CHARS_MAX,
    NoTopicName,
    grant_reader,
    grant_topic,
    lane_and_reader,
    lane_prefix,
    topic_of,
)

LANES = st.from_regex(r"[a-z]{1,10}\.[a-z0-9-]{1,20}", fullmatch=True)
AGENCIES = st.from_regex(r"[a-z0-9-]{1,20}", fullmatch=True)


@given(LANES, AGENCIES)
def test_a_lanes_topic_names_lane_and_reader(lane: str, reader: str) -> None:
    assert lane_and_reader(topic_of(lane, reader)) == (lane, reader)
    assert grant_reader(topic_of(lane, reader)) is None


@given(AGENCIES)
def test_a_topic_of_grants_names_who_takes_them(reader: str) -> None:
    assert grant_reader(grant_topic(reader)) == reader
    assert lane_and_reader(grant_topic(reader)) is None


@given(LANES, LANES, AGENCIES)
def test_what_begins_as_a_lanes_topics_is_of_that_lane(lane: str, other: str, reader: str) -> None:
    assert topic_of(other, reader).startswith(lane_prefix(lane)) == (lane == other)


@pytest.mark.parametrize(
    "lane", ["intake", "intake.a.b", "intake.", "Intake.a", "intake.*", "../x"]
)
def test_what_is_no_lane_names_no_topic(lane: str) -> None:
    with pytest.raises(NoTopicName, match="is no lane"):
        topic_of(lane, "akimat")


@pytest.mark.parametrize("reader", ["", "a.b", "*", "a b", "akimat\n"])
def test_what_is_no_agency_names_no_topic(reader: str) -> None:
    with pytest.raises(NoTopicName, match="is no agency"):
        topic_of("intake.almaty", reader)
    with pytest.raises(NoTopicName, match="is no agency"):
        grant_topic(reader)


def test_a_name_is_as_long_as_kafka_takes_it_and_no_longer() -> None:
    reader = "a" * (TOPIC_CHARS_MAX - len("grant."))

    assert len(grant_topic(reader)) == TOPIC_CHARS_MAX
    with pytest.raises(NoTopicName, match="250 characters"):
        grant_topic(reader + "a")


@pytest.mark.parametrize(
    "topic", ["lane.intake.a", "lane.intake.a.b.c", "grant.", "other", "lane."]
)
def test_a_foreign_topic_is_none_of_ours(topic: str) -> None:
    assert lane_and_reader(topic) is None
    assert grant_reader(topic) is None

"""Names on the broker: one topic for each lane and reader, one for the grants to each agency.

A lane's name has one dot and an agency's none (PROTOCOL.md 1), so a name reads back one way, and
the prefix of one lane's topics never fits a topic of another lane.
"""

import re
from typing import Final

LANE: Final = re.compile(r"[a-z]+\.[a-z0-9-]+")
"""`<service>.<name>` (protocol I4)."""
AGENCY: Final = re.compile(r"[a-z0-9-]+")
TOPIC_CHARS_MAX: Final = 249
"""Characters of a topic's name: Kafka's bound, as a partition's folder is named after it."""
_LANE_TOPIC: Final = re.compile(rf"lane\.({LANE.pattern})\.({AGENCY.pattern})")
_GRANT_TOPIC: Final = re.compile(rf"grant\.({AGENCY.pattern})")


class NoTopicName(ValueError):
    """No topic can be named so: the lane or the agency is none, or the name is too long."""


def topic_of(lane: str, reader: str) -> str:
    """Name the topic on which a lane's records go to a reading agency.

    Raises:
        NoTopicName: the lane or the agency is none, or the name is too long.
    """
    return _named(f"{lane_prefix(lane)}{_agency(reader)}")


def lane_prefix(lane: str) -> str:
    """Give what the topics of a lane begin with, and those of no other.

    Raises:
        NoTopicName: it is no lane's name.
    """
    if LANE.fullmatch(lane) is None:
        raise NoTopicName(f"{lane!r} is no lane: <service>.<name> of [a-z0-9-] (protocol I4)")
    return f"lane.{lane}."


def grant_topic(reader: str) -> str:
    """Name the topic on which keys are granted to an agency (protocol F7).

    Raises:
        NoTopicName: it is no agency, or the name is too long.
    """
    return _named(f"grant.{_agency(reader)}")


def lane_and_reader(topic: str) -> tuple[str, str] | None:
    """Read back whose records a topic holds, and for whom; None if it is no lane's topic."""
    found = _LANE_TOPIC.fullmatch(topic)
    return None if found is None else (found[1], found[2])


def grant_reader(topic: str) -> str | None:
    """Read back to whom a topic brings grants; None if it is no topic of grants."""
    found = _GRANT_TOPIC.fullmatch(topic)
    return None if found is None else found[1]


def _agency(agency: str) -> str:
    if AGENCY.fullmatch(agency) is None:
        raise NoTopicName(f"{agency!r} is no agency: [a-z0-9-] (protocol I4)")
    return agency


def _named(topic: str) -> str:
    if len(topic) > TOPIC_CHARS_MAX:
        raise NoTopicName(
            f"{topic}: {len(topic)} characters; a topic has {TOPIC_CHARS_MAX} at most"
        )
    return topic

"""A lane file, as other software wrote it, into the topics of the lane's readers."""

from collections.abc import Mapping
from pathlib import Path

from events.log.adapters.local import lane_file_records
from events.log.kafka.broker_topics import BrokerTopics
from events.log.kafka.names import topic_of
from examples.over_http.realm import BrokerRealm


def publish(path: Path, realm: BrokerRealm) -> Mapping[str, int]:
    """Send a lane file to the authority, its one reader.

    Returns:
        Reading agency -> end of its last record.
    """
    lane, authority = path.stem, realm.authority.settings.authority
    topics = BrokerTopics(realm.abroad[lane])
    try:
        records = list(lane_file_records(path))
        topics.send(topic_of(lane, authority), records)
    finally:
        topics.close()
    return {authority: int(records[-1].note.split(b"\n", 2)[1])}

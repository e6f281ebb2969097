"""What a plan is set to: how its topics keep records, how many copies, how much a second."""

from typing import Final

from msgspec import Struct

from events.log.reading.batch import BATCH_BYTES_MAX
from events.log.tree.note import NOTE_BYTES_MAX

PARTITIONS: Final = 1
"""A lane has one order; a second partition would be a second one."""
REPLICATION: Final = 3
"""Copies: one broker may be lost while another is being mended."""
MIN_INSYNC: Final = 2
"""Copies that hold a record before it counts as written: one broker less and lanes go on."""
PRODUCE_BYTES: Final = 16 * 1024 * 1024
"""Bytes a second of a lane: 50,000 events of 300 bytes, above what one relay can send."""
FETCH_BYTES: Final = 32 * 1024 * 1024
"""Bytes a second of a lane: it catches up on a day in minutes, and leaves others their share."""
AUTHORITY_SHARE: Final = 8
"""Times a lane's quota: the authority reads all lanes, and writes to every agency."""
RECORD_OVERHEAD_BYTES: Final = 4 * 1024
"""Bytes around batch and note: the record's head and headers take some 200."""
MESSAGE_BYTES_MAX: Final = BATCH_BYTES_MAX + NOTE_BYTES_MAX + RECORD_OVERHEAD_BYTES
"""Bytes of a record with its head: what no reader takes, no broker need hold."""
GRANT_BYTES_MAX: Final = 64 * 1024
"""Bytes of a grant with its head: one sealed key and a signature take 1 KB."""
DAY_MS: Final = 24 * 60 * 60 * 1000
"""Milliseconds."""
GRANT_DAYS: Final = 7
"""A grant that nobody has taken by then is asked for again (protocol F4)."""
FOR_EVER: Final = "-1"

_SAFE: Final = {
    "cleanup.policy": "delete",  # compaction would take records out of a lane
    "compression.type": "uncompressed",  # else a small batch of great contents is let in
    "message.timestamp.type": "LogAppendTime",  # else a lane whose clock is ahead is refused
    "unclean.leader.election.enable": "false",  # else a copy that lacks records could lead
}


class PlanSettings(Struct, frozen=True, kw_only=True):
    """What differs between a ministry's brokers and one broker on a desk."""

    authority: str
    """The agency that reads every lane."""
    audit_lane: str
    """The lane that every agency reads."""
    replication: int = REPLICATION
    min_insync: int = MIN_INSYNC
    produce_bytes: int = PRODUCE_BYTES
    """A second, at each broker, of each lane; the authority's have `AUTHORITY_SHARE` times it."""
    fetch_bytes: int = FETCH_BYTES
    ended: frozenset[str] = frozenset()
    """Lanes that have closed their last day, as the ledger holds them: they write no more."""


def lane_configs(settings: PlanSettings) -> dict[str, str]:
    """Give the settings of a lane's topics: they keep everything."""
    return {
        **_SAFE,
        "max.message.bytes": str(MESSAGE_BYTES_MAX),
        "min.insync.replicas": str(settings.min_insync),
        "retention.bytes": FOR_EVER,
        "retention.ms": FOR_EVER,
    }


def grant_configs(settings: PlanSettings) -> dict[str, str]:
    """Give the settings of a topic of grants: it forgets, by the broker's own time (protocol F7).

    A segment of one day, so that what is a week old is not kept by what is new; the time is the
    broker's, as a writer could date a grant into the far future.
    """
    return {
        **_SAFE,
        "max.message.bytes": str(GRANT_BYTES_MAX),
        "min.insync.replicas": str(settings.min_insync),
        "retention.bytes": FOR_EVER,
        "retention.ms": str(GRANT_DAYS * DAY_MS),
        "segment.ms": str(DAY_MS),
    }

"""Where in its lane a record begins and ends, as it says itself; nothing is checked."""

from events.log.reading.arrivals import Record
from events.log.reading.batch import BatchRefused, Omitted, split_batch


def size_of(record: Record) -> int:
    """Say at which size a record of one's own ends; nothing is checked."""
    return int(record.note.split(b"\n", 2)[1])


def start_of(record: Record) -> int:
    """Say at which size a record of one's own begins; one that is none begins nowhere, at -1."""
    try:
        items = split_batch(record.value)
        return size_of(record) - sum(
            item.omitted if isinstance(item, Omitted) else 1 for item in items
        )
    except (BatchRefused, ValueError, IndexError):
        return -1

"""What can happen to two neighbouring records on their way; `place` picks the item."""

from collections.abc import Callable
from typing import Final

from events.log.reading.batch import Omitted
from tests.log.lanes import Record

Fault = Callable[[Record, Record, int], list[Record]]


def flip(record: Record, other: Record, place: int) -> list[Record]:
    """Change one byte of one item."""
    items = record.items.copy()
    item = items[place % len(items)]
    if isinstance(item, bytes):
        items[place % len(items)] = item[:5] + bytes([item[5] ^ 1]) + item[6:]
    else:
        first = bytes([item.nodes[0][0] ^ 1]) + item.nodes[0][1:]
        items[place % len(items)] = Omitted(item.omitted, (first, *item.nodes[1:]))
    return [Record(items, record.checkpoint), other]


def drop(record: Record, other: Record, place: int) -> list[Record]:
    items = record.items.copy()
    del items[place % len(items)]
    return [Record(items, record.checkpoint), other]


def swap(record: Record, other: Record, place: int) -> list[Record]:
    items = record.items.copy()
    items.insert(0, items.pop(place % len(items)))
    return [Record(items, record.checkpoint), other]


def repeat(record: Record, other: Record, place: int) -> list[Record]:
    items = record.items.copy()
    items.insert(0, items[place % len(items)])
    return [Record(items, record.checkpoint), other]


def miscount(record: Record, other: Record, place: int) -> list[Record]:
    more = place % 3 - 1 or 2
    items = [
        Omitted(i.omitted + more, i.nodes) if isinstance(i, Omitted) else i for i in record.items
    ]
    return [Record(items, record.checkpoint), other]


def merge(record: Record, other: Record, _place: int) -> list[Record]:
    return [Record(record.items + other.items, other.checkpoint)]


def split(record: Record, other: Record, place: int) -> list[Record]:
    at = place % len(record.items)
    halves = record.items[:at], record.items[at:]
    return [*(Record(half, record.checkpoint) for half in halves), other]


def cross(record: Record, other: Record, _place: int) -> list[Record]:
    """Send each batch under the other's checkpoint."""
    return [Record(record.items, other.checkpoint), Record(other.items, record.checkpoint)]


def shuffle(record: Record, other: Record, _place: int) -> list[Record]:
    return [other, record]


def twice(record: Record, other: Record, _place: int) -> list[Record]:
    return [record, record, other, other, record]


FAULTS: Final[list[Fault]] = [
    flip,
    drop,
    swap,
    repeat,
    miscount,
    merge,
    split,
    cross,
    shuffle,
    twice,
]

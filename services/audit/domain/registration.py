"""What may be registered of a lane: what is registered once stands (protocol A12, C5)."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from datetime import date
from typing import Final

from events.audit import LaneRegistration
from events.deciding import Header
from events.identity import mark
from events.register import Lane

_LANE: Final = re.compile(r"(intake|provider|complaints|audit)\.[a-z0-9-]+")
_KEY: Final = re.compile(r"[a-z0-9-]+/(?P<lane>[^+]+)\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}")


def must_be_lanes(told: Sequence[LaneRegistration], by: Header) -> None:
    """Refuse what is no registration of lanes, whoever has them."""
    for lane, times in Counter(one.lane for one in told).items():
        by.form(
            times == 1,
            "lane-twice",
            f"{lane} stands {times} times in one registration: tell one key at a time",
            "protocol C5",
        )
    for one in told:
        _must_be_a_lane(one, by)


def _must_be_a_lane(told: LaneRegistration, by: Header) -> None:
    ends, key = told.last_day or date.max, _KEY.fullmatch(told.key)
    by.form(
        _LANE.fullmatch(told.lane) is not None,
        "lane-name-malformed",
        f"{told.lane!r} is no lane: <service>.<name>",
        "protocol I4",
    )
    by.form(
        key is not None and key["lane"] == told.lane,
        "key-malformed",
        f"{told.key!r} is no verification key of {told.lane}",
        "protocol C5",
    )
    by.form(told.first_day <= ends, "lane-ends-first", f"{told.lane} ends before it begins")


def must_have_own_marks(
    told: Sequence[LaneRegistration],
    lanes: Collection[str],
    by: Header,
    mark_of: Callable[[str], str] = mark,
) -> None:
    """Refuse a new lane whose mark another lane has: each could begin things as the other.

    Args:
        told: what is told of lanes now.
        lanes: those registered already.
        by: who tells it.
        mark_of: lane -> its mark.
    """
    has = {mark_of(lane): lane for lane in lanes}
    for lane in (one.lane for one in told if one.lane not in lanes):
        other = has.setdefault(mark_of(lane), lane)
        by.form(
            other == lane,
            "lane-mark-taken",
            f"{lane} has the same mark in its ids as {other}: give it another name",
            "protocol E3",
        )


def must_stand(told: LaneRegistration, before: Lane | None, by: Header) -> None:
    """Refuse what contradicts the lane as its agency has registered it.

    Args:
        told: what is told of the lane now.
        before: the lane as known; none if nobody has registered it.
        by: who tells it.
    """
    if before is None:
        by.form(
            told.from_size == 0,
            "first-key-size",
            f"The first key of {told.lane} signs from size 0, not from {told.from_size}",
            "protocol A12",
        )
        return
    if before.registered_by:
        _must_be_the_same(told, before, by)
    _must_be_the_next_key(told, before, by)


def _must_be_the_same(told: LaneRegistration, before: Lane, by: Header) -> None:
    facts = [
        ("from", before.first_day, told.first_day),
        ("historic", before.historic, told.historic),
        ("until", before.last_day or told.last_day, told.last_day),
    ]
    for name, registered, now in facts:
        by.form(
            registered == now,
            "lane-changed",
            f"{told.lane} is registered with {name!r} {registered}; {now} would change it",
            "protocol C5",
        )


def _must_be_the_next_key(told: LaneRegistration, before: Lane, by: Header) -> None:
    size, keys = told.from_size, dict(before.keys)
    by.form(
        keys.get(size, told.key) == told.key,
        "key-replaced",
        f"{told.lane} has another key from size {size}: a next one begins at a larger size",
        "protocol A12",
    )
    by.form(
        size in keys or size > max(keys),
        "key-too-old",
        f"{told.lane} has a key from size {max(keys)}: a next one cannot begin at {size}",
        "protocol A12",
    )

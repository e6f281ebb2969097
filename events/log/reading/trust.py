"""From the register to keys and days: what a lane's records are checked with (protocol A12, C5)."""

from functools import lru_cache

from events.log.lane.days import LaneDays
from events.log.tree.keys import KeyRefused, VerificationKey
from events.register import Lane, Register


def key_for(lane: Lane, size: int) -> VerificationKey | None:
    """Give the key that signs a lane's checkpoint of this size.

    Returns:
        None if the register has none, or holds text that is no key: its records wait.
    """
    text = lane.key_for(size)
    return None if text is None else _parsed(text)


def key_names(lane: Lane) -> set[str]:
    """Give `<name>+<key id>` of all keys that the lane has or had."""
    keys = (_parsed(text) for _, text in lane.keys)
    return {f"{key.name}+{key.key_id.hex()}" for key in keys if key is not None}


@lru_cache(maxsize=4096)
def _parsed(text: str) -> VerificationKey | None:
    try:
        return VerificationKey.parse(text)
    except KeyRefused:
        return None


def days_of(register: Register, lane: str) -> LaneDays:
    """Say which days a lane owes.

    Raises:
        NotRegistered: the register does not name the lane.
    """
    found = register.lane(lane)
    return LaneDays(
        lane=lane,
        zone=register.agencies[found.agency].zone,
        first=found.first_day,
        last=found.last_day,
        historic=found.historic,
    )

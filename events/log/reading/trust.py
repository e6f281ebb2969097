"""From the register to keys and days: what a lane's records are checked with (protocol A12, C5)."""

from functools import lru_cache

from events.log.lane.days import LaneDays
from events.log.tree.checkpoint import Checkpoint, CheckpointRefused, open_checkpoint, parse
from events.log.tree.keys import KeyRefused, VerificationKey
from events.register import Lane, Register


class NoKeyYet(LookupError):
    """The register gives no key for this size (yet)."""


def opened(note: bytes, lane: Lane, origin: str) -> Checkpoint:
    """Open a note with the key that signs checkpoints of its size (protocol A12).

    Args:
        note: the signed note.
        lane: as registered.
        origin: `<realm>/<lane>`.

    Raises:
        NoKeyYet: the register has no key for that size.
        UnknownKey: another key signed it.
        NoteRefused: the note's form or signature is wrong.
        CheckpointRefused: the signed text is not a checkpoint, or of another origin.
    """
    claimed = parse(note.decode(errors="replace").partition("\n\n")[0] + "\n")
    key = key_for(lane, claimed.size)
    if claimed.origin != origin:
        raise CheckpointRefused(f"a checkpoint of {claimed.origin}, not of {origin}")
    if key is None:
        raise NoKeyYet(f"the register has no key of {origin} for size {claimed.size}")
    return open_checkpoint(note, key)


def key_for(lane: Lane, size: int) -> VerificationKey | None:
    """Give the key that signs a lane's checkpoint of this size.

    Returns:
        None if the register has none, or holds text that is no key: its records wait.
    """
    text = lane.key_for(size)
    return None if text is None else _parsed(text)


def key_names(lane: Lane) -> set[str]:
    """Give `<name>+<key id>` of all keys that the lane has or had."""
    return {f"{key.name}+{key.key_id.hex()}" for key in key_list(lane)}


def key_list(lane: Lane) -> list[VerificationKey]:
    """Give all keys that the lane has or had, as far as they are keys."""
    keys = (_parsed(text) for _, text in lane.keys)
    return [key for key in keys if key is not None]


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

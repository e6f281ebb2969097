"""Ids that name who made them (protocol E3; self-certifying names, Mazieres and Kaashoek 1998).

An id is 32 hex digits: 16 that nobody guesses, then the mark of the lane that made it. So nobody's
word is needed on whose case or complaint it is, and a lane that has only learnt an id cannot begin
anything under it in another lane's name.

64 bits for each half: a name with the mark of a given lane takes some 2^64 attempts, with that of
any of a thousand lanes 2^54, and the authority would still have to register such a name. Two of one
lane's ids meet after some 2^32; the second is refused as a stream that exists, and is asked for
again under another command id.
"""

import hashlib
import re
from typing import Final

PART_BYTES: Final = 8
"""Bytes of either half: two hex digits each."""
_ID: Final = re.compile(r"[0-9a-f]{32}")
_SHOWN: Final = 8
"""Hex digits of an id that a number shows, as many as a person reads off."""


def mark(lane: str) -> str:
    """Give the mark of a lane: the first 8 bytes of the SHA-256 of its name, in hex."""
    return hashlib.sha256(lane.encode()).digest()[:PART_BYTES].hex()


def number_of(lane: str, id_: str, turn: int = 1) -> str:
    """Make the number under which software registers a case, or a stage of a complaint.

    It never lacks a digit, and a letter keeps the lane's digits from the id's (24).

    Args:
        lane: where it came from, or is registered.
        id_: of the case or the complaint.
        turn: the stage of a complaint.
    """
    return f"{lane}/R{id_[:_SHOWN]}-{turn}"


def made_by(id_: str, lane: str) -> bool:
    """Say whether an id names this lane as its maker."""
    return _ID.fullmatch(id_) is not None and id_.endswith(mark(lane))

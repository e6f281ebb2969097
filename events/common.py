"""What every service publishes, and the shapes that several events share."""

from datetime import date
from typing import Annotated, TypedDict

from msgspec import Meta, Struct

from events.clear import Code, Codes, Edition, Id, LaneName, Opaque, Text
from events.envelope import Instant

Hash = Annotated[str, Meta(min_length=44, max_length=44)]
"""A SHA-256 in standard base64 with padding."""
INTEGER_MAX = 2**53 - 1
"""Protocol H10: beyond it, a reader with floating-point numbers sees another one."""
Count = Annotated[int, Meta(ge=0, le=INTEGER_MAX)]
Whole = Annotated[int, Meta(ge=-INTEGER_MAX, le=INTEGER_MAX)]


class ActFields(TypedDict):
    """The members of every act, as a command's header gives them."""

    on: date
    at: str | None
    transcribed: bool


class Act(Struct, frozen=True, kw_only=True):
    """What every event's data begins with."""

    on: date
    """Local civil date of the act, in the agency's zone."""
    at: Instant | None = None
    """The instant, where it is known."""
    transcribed: bool = False
    """Told afterwards (paper, import, foreign software): judged, never refused for law."""


class Money(Struct, frozen=True, kw_only=True):
    """An amount in the smallest unit of its currency: tiyn of KZT."""

    minor: Count
    currency: Annotated[str, Meta(pattern="^[A-Z]{3}$")]
    """ISO 4217."""


class Told(Struct, frozen=True, kw_only=True):
    """The deadline that a person was told: the one computed thing in an event."""

    due_on: date
    term_id: Code
    norm_edition: Edition
    """`<service code>/<edition>`, or the law's edition."""
    calendar_version: Codes | None = None
    """The calendar version or versions counted with; none where the norm says `as_told`."""


class SealedPart(Struct, frozen=True, kw_only=True):
    """Personal data, readable only with a key that is in no lane (art. 24)."""

    part: Code
    key_id: Id
    commitment: Hash
    nonce: Opaque
    ciphertext: Opaque


class LaneSize(Struct, frozen=True, kw_only=True):
    """A lane up to a size, with the root of its tree at that size."""

    lane: LaneName
    size: Count
    root: Hash


class DayClosed(Act, frozen=True, kw_only=True):
    """The lane has said all that it says of this local day, also if that is nothing."""

    date: date


class LaneHeard(Struct, frozen=True, kw_only=True):
    """How far the lane's agency has read another lane."""

    lane: LaneName
    size: Count
    root: Hash
    events: Count
    """How many events of that lane, up to this size, were for this agency."""


class LanesHeard(Act, frozen=True, kw_only=True):
    """What this lane's agency was shown; the ledger recomputes it."""

    lanes: tuple[LaneHeard, ...]


class EventRejected(Act, frozen=True, kw_only=True):
    """A record with a good root held events that cannot be read or are not lawful here."""

    lane: LaneName
    size: Count
    root: Hash
    count: Count
    leaves: tuple[Hash, ...]
    """Leaf hashes of the first twenty."""
    reason: Text

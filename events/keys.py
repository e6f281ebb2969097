"""Who holds a person's key, who read what with it, and who has let it go (art. 24; protocol F).

No key is ever in an event: an event cannot be destroyed, a key must be.
"""

from msgspec import field

from events.clear import Code, GroundOrRef, Id, LaneName, Ref
from events.common import Act
from events.words import ReadingGround


class KeyGranted(Act, frozen=True, kw_only=True):
    """A reader was given a key, beside the lanes (protocol F1)."""

    case_id: Id
    key_id: Id
    reader: Id
    """The agency."""
    of_event: Ref = field(name="for")
    """`<lane>/<event id>` of an event with a part that the key opens."""


class KeyAsked(Act, frozen=True, kw_only=True):
    """A key announced to this agency has not come within a day: the granter sends again (F4)."""

    case_id: Id
    key_id: Id
    to_lane: LaneName
    """The granter's lane."""
    ground: Code | None = None
    """Why a body that has no key yet asks for one: the quality authority, for one case (24)."""


class PersonalDataRead(Act, frozen=True, kw_only=True):
    """An officer read sealed parts (24)."""

    case_id: Id
    key_id: Id
    parts: tuple[Code, ...]
    ground: ReadingGround
    role: Code
    """The reader's role in the agency."""


class SubjectErased(Act, frozen=True, kw_only=True):
    """A person's key is destroyed, and all that hold it must destroy it (protocol F6)."""

    case_id: Id
    key_id: Id
    ground: GroundOrRef


class KeyErased(Act, frozen=True, kw_only=True):
    """A holder says that it has destroyed a key, or never had it (protocol F6)."""

    case_id: Id
    key_id: Id
    erasure: Ref
    """`<lane>/<event id>` of the `subject_erased` that asked for it."""

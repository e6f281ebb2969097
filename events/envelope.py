"""The record around every event: one CloudEvents 1.0 JSON document (PROTOCOL.md, "Event bytes").

The author of an event writes only its `data`; the envelope says where it stands (`source` and
`id` are signed, so an event cannot be moved), who acted, who may read it and what caused it.
"""

from datetime import UTC, datetime
from typing import Annotated, Final, Generic, Literal, TypeVar

from msgspec import UNSET, Meta, Struct, UnsetType

E = TypeVar("E")

Name = Annotated[str, Meta(min_length=1)]
INSTANT: Final = (
    r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
    r"T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,3})?Z(?!\n)$"
)
Instant = Annotated[str, Meta(pattern=INSTANT)]
"""RFC 3339, UTC, at most three decimals, no leap second; text: what was signed is what is read."""

EVERYBODY: Final = "*"
"""The audience of norms, the register and the days: whoever asks."""


class Recorded(Struct, Generic[E], frozen=True, kw_only=True, tag_field="type", gc=False):
    """One event as its lane signed it; `type` is the wire name and stands on the class."""

    specversion: Literal["1.0"]
    id: Name
    """`<category>-<id>:<version>`: the stream and the place in it, from 1."""
    source: Name
    """`<realm>/<lane>`."""
    subject: Name
    """The case; the stream where there is none or more than one."""
    time: Instant
    """When it was recorded, also for transcribed acts."""
    datacontenttype: Literal["application/json"]
    actor: Name
    """`<agency>/<unit>/<officer>`; the officer is a random id."""
    to: Name
    """Agencies that may read it, ascending, joined by one space; or `*`."""
    causationid: Name | UnsetType = UNSET
    """`<lane>/<event id>` of the event that it answers."""
    commandid: Name | UnsetType = UNSET
    data: E

    @property
    def stream(self) -> str:
        """The stream: all before the last colon of the id."""
        return self.id.rpartition(":")[0]

    @property
    def version(self) -> int:
        """The place in the stream, from 1."""
        return int(self.id.rpartition(":")[2])

    @property
    def lane(self) -> str:
        """The lane that signed it."""
        return self.source.rpartition("/")[2]

    @property
    def ref(self) -> str:
        """`<lane>/<event id>`: how other events and findings name this one."""
        return f"{self.lane}/{self.id}"

    @property
    def type(self) -> str:
        """The wire name, as `intake.application_accepted.v1`."""
        return str(type(self).__struct_config__.tag)

    def admits(self, agency: str) -> bool:
        """Say whether `to` lets the agency read it."""
        return self.to == EVERYBODY or agency in self.to.split(" ")


def audience(agencies: set[str]) -> str:
    """Write the attribute `to` of these agencies (protocol rule I3).

    Returns:
        `*` if everybody is among them, else the ids ascending, joined by one space.
    """
    return EVERYBODY if EVERYBODY in agencies else " ".join(sorted(agencies))


def instant(moment: datetime) -> str:
    """Write a moment as an `Instant`.

    Raises:
        ValueError: the moment has no zone.
    """
    if moment.tzinfo is None:
        raise ValueError(f"{moment.isoformat()} has no zone; an instant needs one")
    text = moment.astimezone(UTC).isoformat(timespec="milliseconds")
    return text.removesuffix("+00:00").removesuffix(".000") + "Z"


def moment(text: str) -> datetime:
    """Read an `Instant`."""
    return datetime.fromisoformat(text)

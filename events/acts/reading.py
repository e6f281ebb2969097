"""Who reads personal data in this lane, and why: said before they are opened (24)."""

from collections.abc import Sequence
from typing import Any, Final, get_args

from msgspec import Struct

from events.clear import Code, Id
from events.common import Act
from events.deciding import Command, Header
from events.keys import PersonalDataRead
from events.words import NOT_RECORDED, ReadingGroundOrNone

GROUNDS: Final = tuple(one for one in get_args(ReadingGroundOrNone) if one)
"""What an officer may read personal data for (24)."""


class ReadPersonalData(Command, frozen=True, kw_only=True):
    """Say that an officer reads sealed parts; only then are they opened."""

    case_id: Id
    key_id: Id
    parts: tuple[Code, ...]
    ground: ReadingGroundOrNone
    role: Code


class Readings(Struct, frozen=True, kw_only=True):
    """Who has read personal data of one case, in this lane."""

    case_id: str

    def read(self, command: ReadPersonalData, by: Header) -> Sequence[Act]:
        """Say who reads what, and why; afterwards it may be read."""
        by.law(bool(command.ground), "ground-missing", "Who reads personal data says why", "24")
        by.form(bool(command.parts), "parts-missing", "Name the parts that are read", "24")
        read = PersonalDataRead(
            **by.act(),
            case_id=command.case_id,
            key_id=command.key_id,
            parts=command.parts,
            ground=command.ground or NOT_RECORDED,
            role=command.role,
        )
        return [read]

    def evolve(self, event: Any) -> "Readings":  # noqa: ANN401, ARG002 -- the fold's shape
        """Fold one past event in."""
        return self

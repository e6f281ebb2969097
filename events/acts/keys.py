"""A person's key as this lane grants it and lets it go (24, protocol F).

No key is here: it lies beside the lane. These acts say who holds it, so that all can be told to
destroy it.
"""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from events.clear import Code, CodeOrNone, Id, LaneName, Ref
from events.common import Act
from events.deciding import Command, Header
from events.keys import KeyAsked, KeyErased, KeyGranted, SubjectErased
from events.words import NOT_RECORDED


class GrantKey(Command, frozen=True, kw_only=True):
    """Grant a key to readers, each by an event of its own (F1)."""

    key_id: Id
    case_id: Id
    readers: tuple[Id, ...]
    """Agencies."""
    of_event: Ref
    """`<lane>/<event id>` of an event with a part that the key opens."""


class AskKey(Command, frozen=True, kw_only=True):
    """Ask for a key that was announced and has not come, or, with a ground, for a first time."""

    key_id: Id
    case_id: Id
    to_lane: LaneName
    """The lane whose agency is to grant it."""
    ground: Code | None = None


class EraseSubject(Command, frozen=True, kw_only=True):
    """Have a person's key destroyed, here and by all to whom this lane has granted it (F6)."""

    key_id: Id
    case_id: Id
    ground: CodeOrNone


class ConfirmErasure(Command, frozen=True, kw_only=True):
    """Say that the key is destroyed here; it must be by then."""

    key_id: Id
    case_id: Id
    erasure: Ref
    """`<lane>/<event id>` of the `subject_erased` that asked for it."""


class Key(Struct, frozen=True, kw_only=True):
    """A key in this lane: to whom it was granted, and whether it was let go."""

    key_id: str
    case_id: str = ""
    readers: tuple[str, ...] = ()
    """Agencies, in the order of granting."""
    erased: bool = False
    confirmed: tuple[str, ...] = ()
    """The erasures that this agency has confirmed in this lane."""

    def grant(self, command: GrantKey, by: Header) -> Sequence[Act]:
        """Grant the key to those that have it not yet."""
        by.form(not self.erased, "key-erased", f"Key {self.key_id} was destroyed", "protocol F3")
        new = [reader for reader in command.readers if reader not in self.readers]
        by.form(
            bool(new),
            "already-granted",
            f"Key {self.key_id} is granted to {', '.join(self.readers) or 'nobody'}; name another",
            "protocol F1",
        )
        return [
            KeyGranted(
                **by.act(),
                case_id=command.case_id,
                key_id=self.key_id,
                reader=reader,
                of_event=command.of_event,
            )
            for reader in dict.fromkeys(new)
        ]

    def ask(self, command: AskKey, by: Header) -> Sequence[Act]:
        """Ask; again, as often as it does not come."""
        asked = KeyAsked(
            **by.act(),
            case_id=command.case_id,
            key_id=self.key_id,
            to_lane=command.to_lane,
            ground=command.ground,
        )
        return [asked]

    def erase(self, command: EraseSubject, by: Header) -> Sequence[Act]:
        """Let the key go, once."""
        by.form(not self.erased, "key-erased", f"Key {self.key_id} was destroyed", "protocol F3")
        by.law(bool(command.ground), "ground-missing", "An erasure gives its ground", "24")
        return [self._erased(command.case_id, command.ground or NOT_RECORDED, by)]

    def confirm(self, command: ConfirmErasure, by: Header) -> Sequence[Act]:
        """Say that the key is gone here; whom this lane has granted it must be told first (F6)."""
        by.form(
            command.erasure not in self.confirmed,
            "already-confirmed",
            f"That key {self.key_id} is gone was said of {command.erasure}",
            "protocol F6",
        )
        erased = KeyErased(
            **by.act(), case_id=command.case_id, key_id=self.key_id, erasure=command.erasure
        )
        if self.erased or not self.readers:
            return [erased]
        return [self._erased(command.case_id, command.erasure, by), erased]

    def _erased(self, case_id: str, ground: str, by: Header) -> SubjectErased:
        return SubjectErased(**by.act(), case_id=case_id, key_id=self.key_id, ground=ground)

    def evolve(self, event: Any) -> "Key":  # noqa: ANN401 -- any event of the stream
        """Fold one past event in."""
        match event:
            case KeyGranted(reader=reader):
                readers = tuple(dict.fromkeys((*self.readers, reader)))
                return replace(self, case_id=event.case_id, readers=readers)
            case SubjectErased():
                return replace(self, case_id=event.case_id, erased=True)
            case KeyErased(erasure=erasure):
                return replace(self, confirmed=(*self.confirmed, erasure))
            case _:
                return self

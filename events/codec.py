"""Bytes <-> records. An event is encoded once; those bytes are stored, hashed, shipped, archived.

CannotRead            what is wrong with the bytes of one event
  UnknownType         only the wire name is unknown: keep the bytes, read them when it is not
"""

import types
from typing import Any, Final, Union, cast

import msgspec

from events.attributes import odd_attribute
from events.catalogue import CATALOGUE
from events.envelope import Recorded
from events.personal_number import number_in_clear
from events.strict_json import NotStrict, check_strict


class CannotRead(Exception):
    """An event's bytes are not what the wire allows; the message says where and why."""


class UnknownType(CannotRead):
    """The wire name is not in today's catalogue."""

    def __init__(self, wire_name: str) -> None:
        super().__init__(f"unknown event type {wire_name!r}")
        self.wire_name = wire_name


_BROKEN: Final = (
    msgspec.ValidationError,
    msgspec.DecodeError,
    UnicodeDecodeError,
    RecursionError,  # arrays nested deeper than the decoder's stack
)


class _Type(msgspec.Struct, gc=False):
    type: str


class _To(msgspec.Struct, gc=False):
    to: str


class _Subject(msgspec.Struct, gc=False):
    subject: str


def _record_class(wire_name: str, data: type[Any]) -> type[Recorded[Any]]:
    """Make the record class of one wire name: the tag stands on the class, not in the data."""
    keywords = {"frozen": True, "kw_only": True, "tag": wire_name, "gc": False}
    base: Any = Recorded
    made = types.new_class(f"{data.__name__}Recorded", (base[data],), keywords)
    return cast("type[Recorded[Any]]", made)


_CLASSES: Final = {name: _record_class(name, data) for name, data in CATALOGUE.items()}
_ANY_RECORD: Final[Any] = Union[tuple(_CLASSES.values())]  # noqa: UP007 -- a union made at run time
_decode: Final = msgspec.json.Decoder(_ANY_RECORD).decode
_encode: Final = msgspec.json.Encoder(order="deterministic").encode
_peek: Final = msgspec.json.Decoder(_Type).decode
_peek_subject: Final = msgspec.json.Decoder(_Subject).decode
_peek_to: Final = msgspec.json.Decoder(_To).decode


def record_class(wire_name: str) -> type[Recorded[Any]]:
    """Give the class of the records of this wire name: what its schema is made of."""
    return _CLASSES[wire_name]


def record(wire_name: str, **members: Any) -> Recorded[Any]:  # noqa: ANN401 -- the envelope's own
    """Make a record of this wire name; the members are those of `Recorded`."""
    return _CLASSES[wire_name](specversion="1.0", datacontenttype="application/json", **members)


def write(event: Recorded[Any]) -> bytes:
    """Encode a record, once and for ever."""
    return _encode(event)


def read(raw: bytes) -> Recorded[Any]:
    """Decode bytes that this house has already checked (its own lane, its archive).

    Raises:
        UnknownType: the wire name is not in the catalogue.
        CannotRead: anything else.
    """
    try:
        return cast("Recorded[Any]", _decode(raw))
    except _BROKEN as broken:
        raise _why(raw, broken) from broken


def read_hostile(raw: bytes) -> Recorded[Any]:
    """Decode bytes that somebody else has signed (protocol rules A13, I1, I6).

    Bytes that differ from their own re-encoding are not wrong (new members, another order), but
    they go the slow way, which refuses duplicate names, numbers and nesting that two parsers
    could read differently.

    Raises:
        UnknownType: the wire name is not in the catalogue; the bytes are strict JSON.
        CannotRead: anything else.
    """
    try:
        event = cast("Recorded[Any]", _decode(raw))
    except _BROKEN as broken:
        _refuse_loose(raw)
        raise _why(raw, broken) from broken
    if _encode(event) != raw:
        _refuse_loose(raw)
    odd = odd_attribute(event) or number_in_clear(type(event.data), raw)
    if odd:
        raise CannotRead(odd)
    return event


def readers(raw: bytes) -> str:
    """Read only the attribute `to`, of bytes of any type; empty if there is none."""
    try:
        return _peek_to(raw).to
    except _BROKEN:
        return ""


def subject(raw: bytes) -> str:
    """Read only the attribute `subject`, of bytes of any type; empty if there is none."""
    try:
        return _peek_subject(raw).subject
    except _BROKEN:
        return ""


def _refuse_loose(raw: bytes) -> None:
    try:
        check_strict(raw)
    except NotStrict as loose:
        raise CannotRead(str(loose)) from loose


def _why(raw: bytes, broken: Exception) -> CannotRead:
    try:
        wire_name = _peek(raw).type
    except _BROKEN:
        return CannotRead(str(broken))
    return CannotRead(str(broken)) if wire_name in CATALOGUE else UnknownType(wire_name)

"""Where a command or an event would show a person's number in clear (24, 15.2).

The types of `events/clear.py` are the first half: they refuse twelve digits in a row in all that
people write. Their patterns are the wire's, and do not change; what they let through is asked by
the rule of `events/number_shown.py`, in every text and number that is no hash, key or ciphertext.
"""

import re
from collections.abc import Hashable, Iterator
from functools import cache
from typing import Any, Final, cast

import msgspec
from msgspec import inspect

from events.clear import PERSONAL_NUMBER
from events.number_shown import may_show_number, shows_number

IN_CLEAR: Final = "personal-number-in-clear"
ARTICLE: Final = "24"
_ATTRIBUTES: Final = ("id", "source", "subject", "actor", "to", "causationid", "commandid")
"""Those of the envelope that somebody has chosen words for."""


def number_in_clear(kind: type[Any], raw: bytes) -> str:
    """Say what of an event's bytes shows a number; empty if nothing does."""
    if not may_show_number(raw):
        return ""
    return next((sentence(path) for path in numbers_in_event(kind, raw)), "")


def numbers_in_event(kind: type[Any], raw: bytes) -> Iterator[str]:
    """Find texts of an event that show a number.

    Args:
        kind: the class of its data.
        raw: its bytes: JSON, with any escapes.

    Yields:
        Names of attributes; of `data`, paths as `personal_numbers` gives them.
    """
    said = msgspec.json.decode(raw)
    for name in _ATTRIBUTES:
        if shows_number(said.get(name, "")):
            yield name
    yield from personal_numbers(kind, said["data"])


def numbers_in_header(actor: str, command_id: str) -> Iterator[str]:
    """Find what of a command's header shows a number: names of the event's attributes."""
    if not may_show_number(f"{actor}x{command_id}".encode(errors="replace")):
        return
    if shows_number(actor):
        yield "actor"
    if shows_number(command_id):
        yield "commandid"


def personal_numbers(kind: type[Any], value: object) -> Iterator[str]:
    """Find texts and whole numbers that show a number, or twelve digits that their type refuses.

    Args:
        kind: a command's or an event's class.
        value: its JSON, as decoded without a type.

    Yields:
        Paths of fields, as `applicants[0].kind`.
    """
    return _of(_info(cast("Hashable", kind)), value, "")


def sentence(path: str) -> str:
    """Say what is wrong with a field, without a digit of it."""
    return (
        f"field `{path}` holds twelve digits, as an IIN or a BIN has, in a row or with one "
        "character between them: what is somebody's is sealed, never in clear"
    )


@cache
def _info(kind: Hashable) -> inspect.Type:
    return inspect.type_info(kind)


def _of(kind: inspect.Type, value: object, path: str) -> Iterator[str]:
    ways = kind.types if isinstance(kind, inspect.UnionType) else (kind,)
    for way in ways:
        match way, value:
            case inspect.StructType(fields=fields), dict():
                for one in fields:
                    inside = f"{path}.{one.encode_name}" if path else one.encode_name
                    yield from _of(one.type, value.get(one.encode_name), inside)
            case inspect.VarTupleType(item_type=item), list():
                for place, one in enumerate(value):
                    yield from _of(item, one, f"{path}[{place}]")
            case ((inspect.StrType() | inspect.EnumType() | inspect.LiteralType()), str()):
                if _shows(way, value):
                    yield path
            case inspect.IntType(), int() if shows_number(str(value)):
                yield path
            case _:
                pass  # The typed decoder says what is wrong with it.


def _shows(kind: inspect.Type, text: str) -> bool:
    if not isinstance(kind, inspect.StrType):
        return PERSONAL_NUMBER.search(text) is not None  # No word of a closed list holds one.
    if kind.pattern is None:
        return False  # A hash, a key, a ciphertext.
    if shows_number(text):
        return True
    return PERSONAL_NUMBER.search(text) is not None and re.search(kind.pattern, text) is None

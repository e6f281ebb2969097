"""Where a command or an event would show a person's number in clear (24, 15.2)."""

import re
from collections.abc import Hashable, Iterator
from functools import cache
from typing import Any, Final, cast

from msgspec import inspect

from events.clear import PERSONAL_NUMBER

IN_CLEAR: Final = "personal-number-in-clear"
ARTICLE: Final = "24"


def personal_numbers(kind: type[Any], value: object) -> Iterator[str]:
    """Find texts with a run of twelve digits that their type refuses.

    A type of `events/clear.py` refuses it in all that people write; hashes, keys and the ids that
    are minted hold such runs by chance, and their types do not.

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
        f"field `{path}` holds twelve digits in a row, as an IIN or a BIN has: what is somebody's "
        "is sealed, never in clear"
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
            case _:
                pass  # The typed decoder says what is wrong with it.


def _shows(kind: inspect.Type, text: str) -> bool:
    if PERSONAL_NUMBER.search(text) is None:
        return False
    if not isinstance(kind, inspect.StrType):
        return True  # No word of a closed list holds one.
    return kind.pattern is not None and re.search(kind.pattern, text) is None

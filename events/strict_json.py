"""The slow path: is this JSON in the one form in which two parsers cannot read it differently?

Events whose bytes equal their own re-encoding need no such look. PROTOCOL.md, "Event bytes".
"""

import json
import re
from typing import Final, NoReturn

from events.json_scan import outside_strings

DEPTH_MAX: Final = 32  # Nested objects and arrays, the outermost counted; no form is deeper.
INTEGER_MAX: Final = 2**53 - 1  # Beyond it, readers with doubles see another number (RFC 8259, 6).
_DIGITS_MAX: Final = 17  # Characters of -(2**53 - 1): longer ones are never turned into numbers.
_SPACE: Final = re.compile(rb"[ \t\r\n]")
_BRACKET: Final = re.compile(rb"[\[\]{}]")


class NotStrict(ValueError):
    """The bytes are not strict JSON; the sentence says which rule they break."""


def check_strict(raw: bytes, depth_max: int = DEPTH_MAX) -> None:
    """Accept one JSON value in strict form; whatever the bytes, answer in linear time.

    `depth_max` is 32 for an event; a batch adds one for its array, a line of a lane file two.

    Raises:
        NotStrict: not UTF-8, a byte order mark, spaces outside strings, too deep, not JSON,
            a member named twice, a number that is not a plain integer up to 2**53 - 1, a lone
            surrogate.
    """
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise NotStrict(f"not UTF-8: {error.reason} at byte {error.start}") from error
    if text.startswith("\ufeff"):
        raise NotStrict("begins with a byte order mark")
    _check_outside(outside_strings(raw), depth_max)
    try:
        value = _DECODER.decode(text)
        # Lone surrogates pass the parser, wherever they stand; they cannot be written as UTF-8.
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except json.JSONDecodeError as error:
        raise NotStrict(f"not JSON: {error.msg} at character {error.pos}") from error
    except UnicodeEncodeError as error:
        raise NotStrict("holds a lone surrogate") from error


def _check_outside(outside: bytes, depth_max: int) -> None:
    if _SPACE.search(outside):
        raise NotStrict("holds a space, tab or line break outside strings")
    depth = 0
    for bracket in _BRACKET.findall(outside):
        depth += 1 if bracket in b"[{" else -1
        if depth > depth_max:
            raise NotStrict(f"is nested deeper than {depth_max}")


def _members(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Refuse a name that stands twice; names are compared after decoding, not normalized."""
    members = dict[str, object]()
    for name, value in pairs:
        if name in members:
            raise NotStrict(f"names the member {name!r} twice")
        members[name] = value
    return members


def _integer(spelled: str) -> int:
    if spelled == "-0" or len(spelled) > _DIGITS_MAX or abs(int(spelled)) > INTEGER_MAX:
        raise NotStrict(f"holds the number {spelled[:20]}, not an integer up to 2**53 - 1")
    return int(spelled)


def _no_number(spelled: str) -> NoReturn:
    raise NotStrict(f"holds the number {spelled[:20]}, not an integer")


_DECODER: Final = json.JSONDecoder(
    object_pairs_hook=_members,
    parse_int=_integer,
    parse_float=_no_number,
    parse_constant=_no_number,
)

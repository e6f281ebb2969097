"""What the typed decoder finds wrong with JSON, in words: the field, and what is expected there."""

import re
from typing import Final

from events import clear
from events.envelope import INSTANT

AN_INSTANT: Final = "expected an instant in UTC, as 2024-05-03T05:05:00Z"
AN_ID: Final = "expected an id of [a-z0-9-]"
A_DATE: Final = "expected a date, as 2024-05-03"
_A_CODE: Final = "expected a code of [A-Za-z0-9_./:()+-] without a space, as identity_document"
_A_CITATION: Final = "expected articles or items by their numbers, as 19.2, 19.3"
_OF_FORM: Final = {
    INSTANT: AN_INSTANT,
    clear.CODE: _A_CODE,
    clear.CODE_OR_NONE: _A_CODE,
    clear.CODES: "expected codes joined by one space, as kz/2024/1 kz/2025/1",
    clear.NUMBER: "expected a number of a register or a receipt without a space, as 2024-000117",
    clear.CITATION: _A_CITATION,
    clear.CITATION_OR_NONE: _A_CITATION,
    clear.ID: f"{AN_ID} (protocol I4)",
    clear.SUBJECT: "expected an id of [a-z0-9-] or a lane (protocol I4)",
    clear.LANE: "expected a lane, as provider.justice-almaty (protocol I4)",
    clear.EVENT_ID: "expected an event's id, as delivery-5d0e:4 (protocol I4)",
    clear.REF: "expected a reference to an event, as provider.justice-almaty/delivery-5d0e:4",
}
"""Pattern of a text -> what a refusal says of it; no pattern itself, which helps few."""

_AT: Final = re.compile(r"(?P<says>.*?)(?: - at `\$\.?(?P<path>[^`]*)`)?", re.DOTALL)
_MISSING: Final = re.compile(r"Object missing required field `(?P<name>[^`]+)`")
_TYPE: Final = re.compile(r"Expected `(?P<expected>[^`]+)`, got `(?P<got>[^`]+)`")
_LENGTH: Final = re.compile(r"Expected `str` of length (?P<sign>[<>]=) (?P<length>\d+)")
_RANGE: Final = re.compile(r"Expected `int` (?P<sign>[<>]=) (?P<bound>-?\d+)")
_BOUND: Final = {">=": "at least", "<=": "at most"}
_WORDS: Final = {
    "str": "text",
    "int": "a whole number",
    "float": "a number with a fraction",
    "bool": "true or false",
    "array": "a list",
    "object": "an object",
    "null": "null",
    "date": "a date",
}

_SAID_OF: Final = {repr(pattern): said for pattern, said in _OF_FORM.items()}
"""The decoder's message shows a pattern as Python writes it."""


def field(path: str) -> str:
    """Write the path of a field; an empty one is the whole."""
    return f"field `{path}`" if path else "the JSON"


def member(path: str, name: str) -> str:
    """Write the path of a member of what stands at a path."""
    return f"{path}.{name}" if path else name


def in_words(message: str) -> str:
    """Say what a typed decoder found wrong, with the path of the field.

    Args:
        message: of a `msgspec.ValidationError`.
    """
    found = _AT.fullmatch(message)
    says, path = (message, "") if found is None else (found["says"], found["path"] or "")
    if missing := _MISSING.fullmatch(says):
        return f"{field(member(path, missing['name']))} is missing"
    return f"{field(path)}{_what_of(says)}"


def _what_of(says: str) -> str:
    if wrong := _TYPE.fullmatch(says):
        return f": expected {_types(wrong['expected'])}, got {_types(wrong['got'])}"
    if out := _RANGE.fullmatch(says):
        return f": expected {_BOUND[out['sign']]} {out['bound']}"
    if " of length " in says or " matching regex " in says:
        return _text_expected(says)
    return f": {A_DATE}" if "date" in says else f": {says[:1].lower()}{says[1:]}"


def _text_expected(says: str) -> str:
    if length := _LENGTH.fullmatch(says):
        if length["length"] == "1":
            return " is empty: expected text"
        return f": expected {_BOUND[length['sign']]} {length['length']} characters"
    pattern = says.partition(" matching regex ")[2]
    said = _SAID_OF.get(pattern)
    return f": {said}" if said else f": expected text of form {pattern}"


def _types(names: str) -> str:
    return " or ".join(_WORDS.get(name, name) for name in names.split(" | "))

"""What can be wrong with each field of a command's JSON, one fault at a time."""

import json
import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

import msgspec
from msgspec import inspect

from events.clear import TEXT_MAX
from events.deciding import Command
from events.personal_number import IN_CLEAR
from services.command_shape import LIST_MAX, LONGER, MALFORMED, TOO_LONG

NEVER_A_DAY: Final = ("2024-02-30", "3 May 2024", "2024-05-03T05:05:00Z")
NEVER_AN_INSTANT: Final = ("2024-02-30T05:05:00Z", "2024-05-03", "2024-05-03T24:00:00Z")
A_PERSONS_NUMBER: Final = "760308140711"
IN_GROUPS: Final = ("870412-300129", "8704-1230-0129", "x-870412300129-1")
NO_WORD_OF_A_LIST: Final = ("Ivanov came twice, on 3 May", "two words", "дело", "a\n", "<b>")
_EVERY_KIND: Final[dict[str, object]] = {
    "a number": 7,
    "text": "seven",
    "true or false": True,
    "a list": [],
    "an object": {},
}
_NOTHING: Final = object()


class Bad(NamedTuple):
    """A command's JSON with one fault."""

    raw: bytes
    code: str
    field: str
    """The path of the field, as a refusal names it."""
    what: str


class Field(NamedTuple):
    """One field of a command's JSON, also of an object inside it."""

    at: tuple[str | int, ...]
    kind: inspect.Type
    required: bool

    @property
    def path(self) -> str:
        steps = (f"[{one}]" if isinstance(one, int) else f".{one}" for one in self.at)
        return "".join(steps).removeprefix(".")

    @property
    def ways(self) -> tuple[Any, ...]:
        """The types that its value may have."""
        return self.kind.types if isinstance(self.kind, inspect.UnionType) else (self.kind,)

    def may_be(self, kind: type[inspect.Type]) -> bool:
        return any(isinstance(one, kind) for one in self.ways)


def fields(command: Command) -> list[Field]:
    """List the fields of a command, and those of the objects that this one holds."""
    return list(_fields(inspect.type_info(type(command)), said(command), ()))


def said(command: Command) -> Any:  # noqa: ANN401 -- JSON
    """Give a command's JSON as Python values."""
    return json.loads(msgspec.json.encode(command))


def bad(command: Command) -> Iterator[Bad]:
    """Give a command with each fault in each of its fields."""
    for one in fields(command):
        for what, code, value in _faults(one):
            raw = json.dumps(_changed(said(command), one.at, value)).encode()
            yield Bad(raw, code, one.path, what)


def _fields(kind: inspect.Type, value: object, at: tuple[str | int, ...]) -> Iterator[Field]:
    for way in Field(at, kind, required=True).ways:
        if isinstance(way, inspect.StructType) and isinstance(value, dict):
            for one in way.fields:
                place = (*at, one.encode_name)
                yield Field(place, one.type, one.required)
                yield from _fields(one.type, value.get(one.encode_name), place)
        if isinstance(way, inspect.VarTupleType) and isinstance(value, list) and value:
            yield from _fields(way.item_type, value[0], (*at, 0))


def _faults(field: Field) -> Iterator[tuple[str, str, object]]:
    """Give what may be wrong: in words, the code of its refusal, the value in its place."""
    if field.required:
        yield "missing", MALFORMED, _NOTHING
    if not field.may_be(inspect.NoneType):
        yield "null", MALFORMED, None
    for what, value in _EVERY_KIND.items():
        if what != _right(field):
            yield what, MALFORMED, value
    if _right(field) == "a list":
        yield "too many", TOO_LONG, ["x"] * (LIST_MAX + 1)
    if _right(field) == "text":
        yield "too long", TOO_LONG, "x" * (_text_max(field) + 1)
        yield from _bad_texts(field)


def _right(field: Field) -> str:
    if field.may_be(inspect.VarTupleType):
        return "a list"
    if field.may_be(inspect.StructType):
        return "an object"
    if field.may_be(inspect.IntType):
        return "a number"
    return "true or false" if field.may_be(inspect.BoolType) else "text"


def _bad_texts(field: Field) -> Iterator[tuple[str, str, object]]:
    for way in field.ways:
        if isinstance(way, inspect.EnumType | inspect.LiteralType):
            yield "no such word", MALFORMED, "pigeon"
            yield "a person's number", IN_CLEAR, A_PERSONS_NUMBER
        if isinstance(way, inspect.DateType):
            yield from (("no date", MALFORMED, text) for text in NEVER_A_DAY)
        if isinstance(way, inspect.StrType):
            yield from _bad_strings(way)
        if isinstance(way, inspect.StrType) and way.pattern and "T(" in way.pattern:
            yield from (("no instant", MALFORMED, text) for text in NEVER_AN_INSTANT)


def _bad_strings(kind: inspect.StrType) -> Iterator[tuple[str, str, object]]:
    if kind.min_length:
        yield "empty", MALFORMED, ""
    if kind.max_length:
        yield "longer than its kind", TOO_LONG, "x" * (kind.max_length + 1)
    if kind.pattern is None or "T(" in kind.pattern:
        return
    yield "a person's number", IN_CLEAR, A_PERSONS_NUMBER
    yield from (("a number in groups", IN_CLEAR, text) for text in IN_GROUPS)
    for text in NO_WORD_OF_A_LIST:
        if not re.search(kind.pattern, text):
            yield "other characters", MALFORMED, text


def _text_max(field: Field) -> int:
    """Give the limit of a field's text: its name stands in one kind of object alone."""
    return {name: most for (_, name), most in LONGER.items()}.get(str(field.at[-1]), TEXT_MAX)


def _changed(whole: Any, at: tuple[str | int, ...], value: object) -> Any:  # noqa: ANN401 -- JSON
    """Put a value in the place of a field, or take the field away."""
    *way, last = at
    place = whole
    for step in way:
        place = place[step]
    if value is _NOTHING:
        del place[last]
    else:
        place[last] = value
    return whole

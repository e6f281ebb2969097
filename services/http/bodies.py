"""Bodies that are no command's: strict JSON of a small type, each fault with its field."""

from typing import Annotated, Any, TypeVar

import msgspec
from msgspec import Meta, Struct

from events.deciding import refuse
from events.strict_json import NotStrict, check_strict
from events.words import ReadingGroundOrNone
from services.command_shape import LIST_MAX, faults
from services.command_words import in_words
from services.commanding import without_spaces

T = TypeVar("T")
Text = Annotated[str, Meta(min_length=1, max_length=200)]


class ReadBody(Struct, frozen=True, kw_only=True):
    """Which personal data of a case are read, and what for."""

    ground: ReadingGroundOrNone
    parts: Annotated[tuple[Text, ...], Meta(max_length=LIST_MAX)] = ()
    """Names of parts; none: all."""
    key_id: Text | None = None
    """One person's data alone."""


class SilentBody(Struct, frozen=True, kw_only=True):
    """The lanes that a ledger day does not wait for (protocol B4)."""

    silent: Annotated[tuple[Text, ...], Meta(max_length=LIST_MAX)] = ()


def shaped(kind: type[T], raw: bytes) -> T:
    """Read a body.

    Raises:
        Refused: `request-malformed`, or as a command's form: `field-unknown`, `too-long`.
    """
    try:
        check_strict(without_spaces(raw))
        value: Any = msgspec.json.decode(raw)
    except (NotStrict, msgspec.DecodeError) as loose:
        raise refuse("request-malformed", f"The JSON is refused: {loose}", "protocol I1") from loose
    fault = next(faults(kind, value), None)
    if fault is not None:
        raise refuse(fault.code, fault.sentence, fault.article)
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as wrong:
        raise refuse("request-malformed", in_words(str(wrong))) from wrong

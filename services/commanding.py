"""The front of all services: JSON becomes a command, or a refusal that names the field.

What is wrong with the form is said here, before any decision; what the law or the state of a case
forbids is said by the domain afterwards. No refusal here repeats a value: it may be somebody's.
"""

import re
from typing import Any, Final

import msgspec

from events.deciding import Command, Refused, refuse
from events.json_scan import STRING
from events.log.reading.batch import EVENT_BYTES_MAX
from events.log.reading.policies import Handlers
from events.strict_json import NotStrict, check_strict
from services.command_shape import MALFORMED, TOO_LONG, faults
from services.command_words import AN_ID, field, in_words

BODY_BYTES_MAX: Final = EVENT_BYTES_MAX
"""Bytes of a command's JSON: its event says all that it says, and is no larger (protocol A1)."""
UNKNOWN: Final = "command-unknown"

_SPACE: Final = re.compile(STRING + rb"?|[ \t\r\n]+", re.DOTALL)
_ID: Final = re.compile(r"[a-z0-9-]+")
_STREAM: Final = re.compile(r"[a-z]+-[a-z0-9-]+")
"""Protocol I4."""
_ARTICLE: Final = re.compile(r" \(((?:protocol [A-Z])?\d(?:[^()]|\(\d+\))*)\)\.?$")


def decode(handlers: Handlers, name: str, raw: bytes) -> Command:
    """Read one command of a service; nothing is decided yet.

    Args:
        handlers: the service's.
        name: the command's class, as `AcceptApplication`.
        raw: its fields as one JSON object in UTF-8; spaces between them are allowed.

    Raises:
        Refused: for form: `command-unknown`, `command-malformed`, `field-unknown` or `too-long`.
    """
    kind = _kind(handlers, name)
    article = article_of(kind)
    if len(raw) > BODY_BYTES_MAX:
        sentence = f"The JSON of {name} has {len(raw)} bytes, {BODY_BYTES_MAX} at most"
        raise refuse(TOO_LONG, sentence, "protocol A1")
    fault = next(faults(kind, _value(kind, raw)), None)
    if fault is not None:
        raise refuse(fault.code, f"{name}: {fault.sentence}", fault.article or article)
    command = _typed(kind, raw)
    _must_name_a_stream(command, handlers[kind].stream(command))
    return command


def article_of(kind: type[Any]) -> str:
    """Give the article that a command's docstring ends its first line with; empty if none."""
    found = _ARTICLE.search((kind.__doc__ or "").partition("\n")[0])
    return "" if found is None else found[1]


def check_actor(actor: str, lane: str, agency: str) -> None:
    """Refuse who would speak in another agency's lane.

    Args:
        actor: `<agency>/<unit>/<officer>`.
        lane: to which the command is sent.
        agency: whose lane it is.

    Raises:
        Refused: `not-the-lanes-agency` (protocol I5).
    """
    if actor.partition("/")[0] != agency:
        sentence = f"{lane} is {agency}'s lane: only its own officers and software act there"
        raise refuse("not-the-lanes-agency", sentence, "protocol I5")


def _kind(handlers: Handlers, name: str) -> type[Any]:
    kinds = {kind.__name__: kind for kind in handlers}
    if name not in kinds:
        raise refuse(
            UNKNOWN, f"There is no such command here; there are {', '.join(sorted(kinds))}"
        )
    return kinds[name]


def _value(kind: type[Any], raw: bytes) -> object:
    """Read strict JSON as it stands, whatever it says."""
    try:
        check_strict(without_spaces(raw))
        return msgspec.json.decode(raw)
    except (NotStrict, msgspec.DecodeError) as loose:
        raise _loose(kind, raw, loose) from loose


def without_spaces(raw: bytes) -> bytes:
    """Take away the spaces outside strings: events have none, people and other software do.

    Numbers that then run together are found when the bytes themselves are read.
    """
    return _SPACE.sub(lambda found: found[0] if found[0].startswith(b'"') else b"", raw)


def _loose(kind: type[Any], raw: bytes, loose: Exception) -> Refused:
    """Say why it is no strict JSON: by the field, where that is a number where none belongs."""
    try:
        msgspec.json.decode(raw, type=kind)
    except msgspec.ValidationError as wrong:
        return _malformed(kind, wrong)
    except (ValueError, RecursionError):
        pass
    return refuse(MALFORMED, f"{kind.__name__}: the JSON is refused: {loose}", "protocol I1, H10")


def _typed(kind: type[Any], raw: bytes) -> Command:
    try:
        command: Command = msgspec.json.decode(raw, type=kind)
    except msgspec.ValidationError as wrong:
        raise _malformed(kind, wrong) from wrong
    return command


def _malformed(kind: type[Any], wrong: msgspec.ValidationError) -> Refused:
    sentence = f"{kind.__name__}: {in_words(str(wrong))}"
    return refuse(MALFORMED, sentence, article_of(kind))


def _must_name_a_stream(command: Command, stream: str) -> None:
    """Refuse an id that no stream can be named by, by its field."""
    if _STREAM.fullmatch(stream):
        return
    for name in command.__struct_fields__:
        value = getattr(command, name)
        if isinstance(value, str) and f"-{value}" in stream and not _ID.fullmatch(value):
            sentence = f"{type(command).__name__}: {field(name)}: {AN_ID}"
            raise refuse(MALFORMED, sentence, "protocol I4")

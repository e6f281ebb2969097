"""What can be wrong with a command's form, said in words, each fault with the path of its field."""

from collections.abc import Hashable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from typing import Any, Final, NamedTuple, cast

from msgspec import inspect

from events.clear import TEXT_MAX
from events.common import SealedPart
from events.envelope import INSTANT, moment
from events.exchange import DisclosedEvent
from events.personal_number import ARTICLE, IN_CLEAR, personal_numbers, sentence
from services.command_words import AN_INSTANT, field, member
from services.sealing.cipher import PART_BYTES_MAX

GCM_TAG_BYTES: Final = 16
"""What the ciphertext of a part is longer than the part (NIST SP 800-38D)."""
LONGER: Final[Mapping[tuple[type[Any], str], int]] = {
    (SealedPart, "ciphertext"): 4 * -(-(PART_BYTES_MAX + GCM_TAG_BYTES) // 3),
    (DisclosedEvent, "raw"): 240 * 1024,
}
"""Characters of texts that are no words but base64: of the largest part that is sealed as it is; of
an event that still fits, with its proof, into the event that shows it (protocol A1)."""
LIST_MAX: Final = 1_000
"""Items of one list: a code each; a calendar's year has some forty, a realm some hundred lanes."""
NAME_SHOWN_MAX: Final = 60
"""Characters of an unknown field's name that a refusal repeats: three times the longest known."""

MALFORMED: Final = "command-malformed"
TOO_LONG: Final = "too-long"
FIELD_UNKNOWN: Final = "field-unknown"


class Fault(NamedTuple):
    """One thing that is wrong."""

    code: str
    sentence: str
    article: str = ""
    """Empty: the command's own."""


def faults(kind: type[Any], value: object) -> Iterator[Fault]:
    """Find unknown fields, what is too long, persons' numbers, words and instants that never were.

    Args:
        kind: the command's class.
        value: its JSON, as decoded without a type.
    """
    for path in personal_numbers(kind, value):
        yield Fault(IN_CLEAR, sentence(path), ARTICLE)
    yield from _of(_info(cast("Hashable", kind)), value, "", TEXT_MAX)


@cache
def _info(kind: Hashable) -> inspect.Type:
    return inspect.type_info(kind)


def _of(kind: inspect.Type, value: object, path: str, text_max: int) -> Iterator[Fault]:
    match value:
        case dict():
            yield from _of_members(kind, value, path)
        case list() if len(value) > LIST_MAX:
            yield Fault(TOO_LONG, f"{field(path)} has {len(value)} items, {LIST_MAX} at most")
        case list():
            for item in (one.item_type for one in _ways(kind) if _is_list(one)):
                for place, one in enumerate(value):
                    yield from _of(item, one, f"{path}[{place}]", TEXT_MAX)
        case str() if len(value) > text_max:
            yield Fault(TOO_LONG, _too_long(path, value, text_max))
        case str():
            yield from _of_text(kind, value, path)
        case _:
            return  # The typed decoder says what is wrong with it.


def _of_members(kind: inspect.Type, value: dict[str, object], path: str) -> Iterator[Fault]:
    for struct in _ways(kind):
        if not isinstance(struct, inspect.StructType):
            continue
        known = {one.encode_name: one.type for one in struct.fields}
        for name, one in value.items():
            if name not in known:
                yield Fault(FIELD_UNKNOWN, _unknown(name, path, list(known)))
                continue
            text_max = LONGER.get((struct.cls, name), TEXT_MAX)
            yield from _of(known[name], one, member(path, name), text_max)


def _unknown(name: str, path: str, known: list[str]) -> str:
    shown = repr(name[:NAME_SHOWN_MAX])[1:-1]
    close = get_close_matches(name[:NAME_SHOWN_MAX], known, n=1)
    others = f"did you mean `{close[0]}`?" if close else f"there are {', '.join(known)}"
    return f"{field(member(path, shown))} is unknown; {others}"


def _of_text(kind: inspect.Type, value: str, path: str) -> Iterator[Fault]:
    for one in _ways(kind):
        if isinstance(one, inspect.StrType) and one.max_length and len(value) > one.max_length:
            yield Fault(TOO_LONG, _too_long(path, value, one.max_length))
        words = _words_of(one)
        if words and value not in words:
            yield Fault(MALFORMED, f"{field(path)}: expected one of {', '.join(words)}")
        if isinstance(one, inspect.StrType) and one.pattern == INSTANT and _never_was(value):
            yield Fault(MALFORMED, f"{field(path)}: {AN_INSTANT}")


def _too_long(path: str, value: str, most: int) -> str:
    return f"{field(path)} has {len(value)} characters, {most} at most"


def _words_of(kind: inspect.Type) -> list[str]:
    match kind:
        case inspect.EnumType(cls=words):
            return [str(one.value) for one in words]
        case inspect.LiteralType(values=values):
            return [str(one) for one in values]
        case _:
            return []


def _never_was(text: str) -> bool:
    """Say whether a text is no instant, or one of a day that is in no month, as 30 February."""
    try:
        moment(text)
    except ValueError:
        return True
    return False


def _ways(kind: inspect.Type) -> tuple[Any, ...]:
    """Give the types that a value may have."""
    return kind.types if isinstance(kind, inspect.UnionType) else (kind,)


def _is_list(kind: inspect.Type) -> bool:
    return isinstance(kind, inspect.VarTupleType)

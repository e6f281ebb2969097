"""May this schema take the place of that one? Two questions to each change of an event type.

Bytes once signed are read for ever, and readers elsewhere are not deployed together with us. So
the one change that a version allows is a new member that may be absent; all else is a new version
of the event, with an upcaster (old data -> new data) for whoever wants to read both alike. What
these rules do not know they forbid.
"""

from collections.abc import Iterator
from typing import Any, Final

from msgspec import UNSET, Struct

Schema = dict[str, Any]

_TEXTS: Final = frozenset({"$schema", "$id", "$defs", "title", "description"})
"""Keywords that refuse no document; `$defs` counts where it is referred to."""


class Change(Struct, frozen=True, kw_only=True):
    """One difference between two schemas of a wire name."""

    where: str
    """Names of members joined by dots; `[]` is any element of an array."""
    what: str
    forbidden: bool


class _Pair(Struct, frozen=True):
    """The two documents in which references are looked up."""

    old: Schema
    new: Schema


def changes(old: Schema, new: Schema) -> tuple[Change, ...]:
    """Say how the new schema of a wire name differs from its old one.

    Texts (titles, descriptions) and the names under which shapes are kept are no difference.

    Raises:
        RecursionError: a shape contains itself; no event may be that deep (protocol H10).
    """
    return tuple(_walk(old, new, "", _Pair(old, new)))


def _walk(old: Schema, new: Schema, where: str, documents: _Pair) -> Iterator[Change]:
    old, new = _resolved(old, documents.old), _resolved(new, documents.new)
    yield from _members(old, new, where)
    for keyword in sorted((old.keys() | new.keys()) - _TEXTS - {"properties", "required"}):
        before, after = old.get(keyword, UNSET), new.get(keyword, UNSET)
        if keyword == "items" and isinstance(before, dict) and isinstance(after, dict):
            yield from _walk(before, after, f"{where}[]", documents)
        elif keyword == "anyOf" and before and after and len(before) == len(after):
            for one, other in zip(before, after, strict=True):
                yield from _walk(one, other, where, documents)
        elif not (keyword == "default" and _holds(after, before)) and before != after:
            yield _change(where, f"{keyword} was {_said(before)}, is {_said(after)}")
    for name, before in old.get("properties", {}).items():
        if name in new.get("properties", {}):
            yield from _walk(before, new["properties"][name], _inside(where, name), documents)


def _members(old: Schema, new: Schema, where: str) -> Iterator[Change]:
    """Compare which members an object has and must have."""
    had, has = old.get("properties", {}), new.get("properties", {})
    needed, needs = set(old.get("required", ())), set(new.get("required", ()))
    for name in sorted(had.keys() - has.keys()):
        yield _change(_inside(where, name), "removed")
    for name in sorted(has.keys() - had.keys()):
        required = name in needs
        what = "new and required" if required else "new and optional"
        yield _change(_inside(where, name), what, forbidden=required)
    for name in sorted((needed ^ needs) & had.keys() & has.keys()):
        what = "became required" if name in needs else "became optional"
        yield _change(_inside(where, name), what)


def _resolved(schema: Schema, document: Schema) -> Schema:
    """Put what a reference refers to in its place; a default beside it stays."""
    if "$ref" not in schema:
        return schema
    shape = document["$defs"][schema["$ref"].rpartition("/")[2]]
    return {**shape, **{key: value for key, value in schema.items() if key != "$ref"}}


def _holds(default: object, old: object) -> bool:
    """Say whether a default still says what it said: new members of a shape may join it."""
    if isinstance(default, dict) and isinstance(old, dict):
        return all(name in default and _holds(default[name], old[name]) for name in old)
    return default == old


def _inside(where: str, name: str) -> str:
    return f"{where}.{name}" if where else name


def _said(value: object) -> str:
    return "absent" if value is UNSET else repr(value)


def _change(where: str, what: str, *, forbidden: bool = True) -> Change:
    return Change(where=where, what=what, forbidden=forbidden)

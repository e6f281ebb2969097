"""The gate: are the schema files those of today's types, and if not, may they become so?"""

import json
from collections.abc import Iterator, Mapping

from msgspec import Struct

from events.schemas.compatibility import Schema, changes


class Difference(Struct, frozen=True, kw_only=True):
    """Where a schema file is not what today's types say."""

    wire_name: str
    sentence: str
    forbidden: bool = False

    def __str__(self) -> str:
        """Say it in one line."""
        return f"{self.wire_name}: {self.sentence}"


def differences(stored: Mapping[str, str], today: Mapping[str, str]) -> tuple[Difference, ...]:
    """Compare the texts of schema files with those of today, both by wire name."""
    return tuple(
        difference
        for wire_name in sorted(stored.keys() | today.keys())
        for difference in _of_one(wire_name, stored.get(wire_name), today.get(wire_name))
    )


def _of_one(wire_name: str, stored: str | None, today: str | None) -> Iterator[Difference]:
    if today is None:
        sentence = "has left the catalogue, but a wire name is for ever"
        yield Difference(wire_name=wire_name, sentence=sentence, forbidden=True)
    elif stored is None:
        yield Difference(wire_name=wire_name, sentence="has no schema file")
    elif stored != today:
        yield from _of_changed(wire_name, json.loads(stored), json.loads(today))


def _of_changed(wire_name: str, stored: Schema, today: Schema) -> Iterator[Difference]:
    found = changes(stored, today)
    for change in found:
        sentence = f"{change.where}: {change.what}"
        if change.forbidden:
            sentence += f": needs a new version ({_next_version(wire_name)}) and an upcaster"
        yield Difference(wire_name=wire_name, sentence=sentence, forbidden=change.forbidden)
    if not found:
        yield Difference(wire_name=wire_name, sentence="texts or layout differ")


def _next_version(wire_name: str) -> str:
    stem, _, version = wire_name.rpartition(".v")
    return f"{stem}.v{int(version) + 1}"

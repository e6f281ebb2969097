"""The JSON schemas of bodies and answers: the types' own, as strict as the door reads them."""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any, Final

import msgspec

from events.clear import TEXT_MAX
from events.known import Known
from events.log.reading.parts import Me
from services.command_shape import LIST_MAX, LONGER
from services.http.personal import PARTS_MAX, PERSONAL, PERSONAL_OF, Personal
from services.http.problems import Problem
from services.http.route import Route
from services.realm import SERVICES

Json = dict[str, Any]
REF: Final = "#/components/schemas/{name}"
_PREFIX: Final = "#/components/schemas/"


class Schemas:
    """The components of the document, and where bodies and answers point."""

    def __init__(self, routes: Sequence[Route]) -> None:
        self._commands = dict(_commands())
        said = [one.says for one in routes if one.says is not None]
        bodies = [one.body for one in routes if one.body is not None]
        types = [*said, Problem, Personal]
        read = [self._commands[one.command] for one in routes if one.command] + bodies
        self._said, components = _components(types)
        self._read, asked = _components(read)
        self.components: Json = {**{f"{k}": v for k, v in components.items()}, **_strict(asked)}
        self._personal()

    def of(self, kind: Any) -> Json:  # noqa: ANN401 -- any type of an answer
        """Point to the schema of an answer."""
        return deepcopy(self._said[str(kind)])

    def body(self, route: Route) -> Json | None:
        """Point to the schema of a route's body; None if it takes none."""
        kind = self._commands[route.command] if route.command else route.body
        return None if kind is None else deepcopy(self._read[str(kind)])

    def _personal(self) -> None:
        """Let commands with sealed parts bear texts instead, which the door seals (24)."""
        members = self.components["Personal"]["properties"]
        members[PERSONAL]["minProperties"], members[PERSONAL]["maxProperties"] = 1, PARTS_MAX
        for kind in self._commands.values():
            schema = self.components.get(kind.__name__)
            if schema is None or "sealed" not in kind.__struct_fields__:
                continue
            schema["properties"] |= {name: members[name] for name in (PERSONAL, PERSONAL_OF)}
            schema["dependentSchemas"] = {
                PERSONAL: {"properties": {"sealed": {"maxItems": 0}}},
                PERSONAL_OF: {"required": [PERSONAL]},
            }


def _commands() -> Iterator[tuple[str, type[Any]]]:
    for name, make in SERVICES.items():
        me = Me(realm="kz", lane=f"{name}.one", agency="one", authority=False)
        for kind in make(me, Known).handlers:
            yield kind.__name__, kind


def _components(types: Sequence[Any]) -> tuple[dict[str, Json], Json]:
    unique = list({str(kind): kind for kind in types}.values())
    schemas, components = msgspec.json.schema_components(unique, ref_template=REF)
    return {str(kind): one for kind, one in zip(unique, schemas, strict=True)}, dict(components)


def _strict(components: Mapping[str, Json]) -> Json:
    """Say what the door refuses: unknown members, texts and lists that are too long, odd ids."""
    longer = {(kind.__name__, name): most for (kind, name), most in LONGER.items()}
    strict = {}
    for title, component in components.items():
        schema = deepcopy(component)
        if "properties" in schema:
            schema["additionalProperties"] = False
            for name, member in schema["properties"].items():
                _narrow(name, member, longer.get((title, name), TEXT_MAX))
        strict[title] = schema
    return strict


def _narrow(name: str, schema: Json, text_max: int) -> None:
    for way in (schema, *schema.get("anyOf", ())):
        if way.get("type") == "string" and not {"format", "enum", "const"} & way.keys():
            way["maxLength"] = min(way.get("maxLength", text_max), text_max)
        if way.get("type") == "array":
            way["maxItems"] = min(way.get("maxItems", LIST_MAX), LIST_MAX)
            _narrow(name, way.get("items", {}), TEXT_MAX)
        if way.get("type") == "object" and "additionalProperties" in way:
            extra = way["additionalProperties"]
            if isinstance(extra, dict):
                _narrow(name, extra, TEXT_MAX)


def words_of(schema: Any) -> frozenset[str]:  # noqa: ANN401 -- any part of a document
    """Give the words of all closed lists in a document."""
    match schema:
        case {"enum": [*words]}:
            return frozenset(word for word in words if isinstance(word, str))
        case dict():
            return frozenset[str]().union(*map(words_of, schema.values()))
        case list():
            return frozenset[str]().union(*map(words_of, schema))
        case _:
            return frozenset()

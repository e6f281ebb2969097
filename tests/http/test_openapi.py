"""The description of the door: valid OpenAPI 3.1, strict, and what is sent is as it says."""

import json
from pathlib import Path
from typing import Any, Final

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it ships no types

from services.http import openapi
from services.http.routes import ROUTES
from tests.flows.homes import copy_of
from tests.http import fuzz
from tests.http.calling import Caller

REQUESTS: Final = 150


@pytest.fixture(scope="module")
def told(morning: Caller) -> dict[str, Any]:
    found: dict[str, Any] = morning("GET", "/openapi.json").json()
    return found


def test_every_route_is_described(told: dict[str, Any]) -> None:
    there = {(method.upper(), path) for path, item in told["paths"].items() for method in item}

    assert there == {(route.method, route.path) for route in ROUTES}


def test_every_reference_leads_somewhere_and_every_schema_is_one(told: dict[str, Any]) -> None:
    names = {part.partition('"')[0] for part in json.dumps(told).split("#/components/schemas/")[1:]}

    assert names <= told["components"]["schemas"].keys()
    for schema in told["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)


def test_a_commands_body_has_no_member_besides_its_own(told: dict[str, Any]) -> None:
    schemas = told["components"]["schemas"]

    assert schemas["LodgeApplication"]["additionalProperties"] is False
    assert {"personal", "personal_of", "sealed"} <= schemas["LodgeApplication"]["properties"].keys()
    assert "personal" not in schemas["RecordOutage"]["properties"]


def test_problems_are_described_with_their_own_media_type(told: dict[str, Any]) -> None:
    for item in told["paths"].values():
        for operation in item.values():
            for status, answer in operation["responses"].items():
                kinds = list(answer["content"])
                assert (status == "200") is ("application/problem+json" not in kinds)


def test_some_hundred_requests_find_nothing(played: Path, tmp_path: Path) -> None:
    problems, statuses = fuzz.fuzzed(copy_of(played, tmp_path), REQUESTS, every=12)

    assert not problems, "\n".join(problems)
    assert sum(statuses.values()) >= REQUESTS
    assert {200, 400, 401, 404} <= statuses.keys()


def test_a_door_that_answers_otherwise_than_described_is_found(
    played: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(openapi, "_problems", lambda _route: {})
    problems, _ = fuzz.fuzzed(copy_of(played, tmp_path), 30, every=70)

    assert any("Undocumented" in one for one in problems), problems

"""A version of an event may gain members that may be absent; all else is a new version."""

from typing import Annotated, Any, Literal

import msgspec
import pytest
from msgspec import UNSET, Meta, UnsetType

from events.schemas.compatibility import changes
from tests.wire.fact import (
    HOUSE,
    STREET,
    Colour,
    Fact,
    FewerColours,
    MoreColours,
    Number,
    Place,
    fact,
    place,
    places,
)

CITY = ("city", str, "Almaty")
OLD = msgspec.json.schema(Fact)
WIDER = place(STREET, HOUSE, CITY)


def code(pattern: str = "^[a-z]+$", least: int = 1, most: int = 9) -> Any:  # noqa: ANN401 -- a type
    return Annotated[str, Meta(pattern=pattern, min_length=least, max_length=most)]


def found(**changed: Any) -> list[str]:  # noqa: ANN401 -- as `fact`
    return [
        f"{'forbidden' if change.forbidden else 'allowed'} {change.where}: {change.what}"
        for change in changes(OLD, fact(**changed))
    ]


def test_the_same_type_is_no_change() -> None:
    assert found() == []


@pytest.mark.parametrize(
    ("changed", "where"),
    [
        ({"seen": (bool, False)}, ["seen"]),
        ({"seen": (str | None, None)}, ["seen"]),
        ({"seen": (str | UnsetType, UNSET)}, ["seen"]),
        ({"seen": (Place | None, None)}, ["seen"]),
        ({"places": places(STREET, HOUSE, CITY)}, ["places[].city"]),
        ({"main": (WIDER, WIDER(street="Abay"))}, ["main.city"]),
    ],
)
def test_a_new_member_that_may_be_absent_is_allowed(
    changed: dict[str, Any], where: list[str]
) -> None:
    assert found(**changed) == [f"allowed {name}: new and optional" for name in where]


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"number": None}, "number: removed"),
        ({"colour": None}, "colour: removed"),
        ({"seen": bool}, "seen: new and required"),
        ({"number": (Number, 0)}, "number: became optional"),
        ({"colour": Colour}, "colour: became required"),
        ({"number": str}, "number: type was 'integer', is 'string'"),
        ({"number": Number | None}, "number: anyOf was absent"),
        ({"number": Annotated[int, Meta(ge=1, le=9)]}, "number: minimum was 0, is 1"),
        ({"number": Annotated[int, Meta(ge=0, le=8)]}, "number: maximum was 9, is 8"),
        ({"number": Annotated[int, Meta(ge=0)]}, "number: maximum was 9, is absent"),
        ({"on": str}, "on: format was 'date', is absent"),
        ({"code": code(pattern="^[a-c]+$")}, "code: pattern was"),
        ({"code": code(least=2)}, "code: minLength was 1, is 2"),
        ({"code": code(most=8)}, "code: maxLength was 9, is 8"),
        ({"kind": Literal["new"]}, "kind: enum was ['old'], is ['new']"),
        (
            {"colour": (MoreColours, MoreColours.RED)},
            "colour: enum was ['blue', 'red'], is ['blue', 'green'",
        ),
        (
            {"colour": (FewerColours, FewerColours.RED)},
            "colour: enum was ['blue', 'red'], is ['red']",
        ),
        ({"colour": (Colour, Colour.BLUE)}, "colour: default was 'red', is 'blue'"),
        ({"places": places(HOUSE)}, "places[].street: removed"),
        ({"places": places(STREET, ("house", int | None, None))}, "places[].house: maximum"),
        ({"places": places(STREET, ("house", Number | str | None, None))}, "house: anyOf was"),
        ({"places": (tuple[str, ...], ())}, "places[]: type was 'object', is 'string'"),
        ({"main": (WIDER, WIDER(street="Other"))}, "main: default was"),
    ],
)
def test_any_other_change_is_forbidden(changed: dict[str, Any], expected: str) -> None:
    refused = [change for change in found(**changed) if change.startswith("forbidden")]

    assert any(expected in change for change in refused), refused


def test_a_renamed_member_is_a_removed_one() -> None:
    assert found(colour=None, color=(Colour, Colour.RED)) == [
        "forbidden colour: removed",
        "allowed color: new and optional",
    ]


@pytest.mark.parametrize("keyword", ["additionalProperties", "patternProperties", "whatever"])
def test_a_shape_stays_open_and_what_the_rules_do_not_know_is_forbidden(keyword: str) -> None:
    shape = OLD["$defs"]["Fact"] | {keyword: False}
    closed = OLD | {"$defs": OLD["$defs"] | {"Fact": shape}}

    assert [change.forbidden for change in changes(OLD, closed)] == [True]


def test_the_name_of_a_type_and_its_texts_are_no_change() -> None:
    renamed = fact()
    renamed["$defs"]["ChangedFact"]["description"] = "In other words."

    assert changes(OLD, renamed) == ()

"""A made-up event type, as first published and with planted changes."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Final, Literal

import msgspec
from msgspec import Meta, Struct

Number = Annotated[int, Meta(ge=0, le=9)]
Code = Annotated[str, Meta(pattern="^[a-z]+$", min_length=1, max_length=9)]
STREET: Final = ("street", str)
HOUSE: Final = ("house", Number | None, None)


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


class MoreColours(StrEnum):
    RED = "red"
    BLUE = "blue"
    GREEN = "green"


class FewerColours(StrEnum):
    RED = "red"


class Place(Struct, frozen=True, kw_only=True):
    street: str
    house: Number | None = None


class Fact(Struct, frozen=True, kw_only=True):
    """A fact as first published."""

    on: date
    code: Code
    number: Number
    kind: Literal["old"]
    colour: Colour = Colour.RED
    places: tuple[Place, ...] = ()
    main: Place = Place(street="Abay")


def place(*fields: Any) -> Any:  # noqa: ANN401 -- a type made here
    """Return a changed form of `Place`."""
    return msgspec.defstruct("ChangedPlace", fields, frozen=True, kw_only=True)


def places(*fields: Any) -> tuple[Any, Any]:  # noqa: ANN401 -- a type made here
    """Return type and default of the member `places`, of a changed form of `Place`."""
    return tuple[place(*fields), ...], ()  # type: ignore[misc]  # a type made at run time


def fact(**changed: Any) -> dict[str, Any]:  # noqa: ANN401 -- types, or types with defaults
    """Return the schema of `Fact` with some members changed, some new, some (None) left out."""
    plain: dict[str, Any] = {
        "on": date,
        "code": Code,
        "number": Number,
        "kind": Literal["old"],
        "colour": (Colour, Colour.RED),
        "places": (tuple[Place, ...], ()),
        "main": (Place, Place(street="Abay")),
    }
    members = [(name, of) for name, of in (plain | changed).items() if of is not None]
    fields = [(name, *(of if isinstance(of, tuple) else (of,))) for name, of in members]
    return msgspec.json.schema(msgspec.defstruct("ChangedFact", fields, kw_only=True))

"""The JSON Schema of each event type: the whole document, the envelope and its data.

The files beside this one are written by `python -m events.schemas write` and are what readers in
other languages build on. They are open: a reader accepts members that it does not know.
"""

import inspect
import json
from pathlib import Path
from typing import Final

import msgspec

from events.catalogue import CATALOGUE
from events.codec import record_class
from events.schemas.compatibility import Schema

FOLDER: Final = Path(__file__).parent
DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def schema(wire_name: str) -> Schema:
    """Make the schema (draft 2020-12) of all documents of this wire name.

    `$id` is the wire name, so schemas hang on no address.
    """
    data = CATALOGUE[wire_name]
    document = msgspec.json.schema(record_class(wire_name))
    shapes: Schema = document["$defs"]
    envelope = shapes.pop(document["$ref"].rpartition("/")[2])
    return {
        "$schema": DIALECT,
        "$id": wire_name,
        **envelope,
        "title": data.__name__,
        "description": inspect.getdoc(data),
        "$defs": {name: _plain(shapes[name]) for name in sorted(shapes)},
    }


def _plain(shape: Schema) -> Schema:
    """Take the source's indentation out of a description."""
    if "description" in shape:
        return {**shape, "description": inspect.cleandoc(shape["description"])}
    return shape


def render(document: Schema) -> str:
    """Write a schema as the text of its file: the same types give the same bytes."""
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def todays() -> dict[str, str]:
    """Give wire name -> text of the schema, for the whole catalogue."""
    return {wire_name: render(schema(wire_name)) for wire_name in sorted(CATALOGUE)}

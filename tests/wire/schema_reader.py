"""A second reader of the schemas: the library `jsonschema`, which ships no types."""

import json
from typing import Any

from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it ships no types


def read_schema(text: str) -> Any:  # noqa: ANN401 -- the library's own class has no type
    """Read a schema, itself checked against draft 2020-12."""
    schema = json.loads(text)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def refusals(schema_text: str, raw: bytes) -> list[str]:
    """Say what a schema has against a document."""
    return [error.message for error in read_schema(schema_text).iter_errors(json.loads(raw))]

"""The type system of CloudEvents 1.0 for context attributes, as far as our events use it."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

NAME: Final = re.compile(r"[a-z0-9]{1,20}")  # Letters and digits; at most 20 is advised.
RESERVED: Final = frozenset({"data", "data_base64"})  # Members of the format, not attributes.
# Control characters, halves of pairs and noncharacters are in no String.
NOT_IN_STRING: Final = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# RFC 3986, appendix A, for references without a scheme: the first segment has no colon.
URI_REFERENCE: Final = re.compile(
    r"(?:[A-Za-z0-9._~!$&'()*+,;=@-]|%[0-9A-Fa-f]{2})+"
    r"(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*"
)
TIMESTAMP: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?"
    r"(?:Z|[+-][0-9]{2}:[0-9]{2})"
)
MEDIA_TYPE: Final = re.compile(r"[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+(?:\s*;.*)?")
REQUIRED: Final = ("id", "source", "specversion", "type")
_FORMS: Final = {"source": URI_REFERENCE, "time": TIMESTAMP, "datacontenttype": MEDIA_TYPE}


def faults(document: Mapping[str, Any]) -> list[str]:
    """Say where a document in the JSON format breaks the rules for attributes."""
    attributes = {name: value for name, value in document.items() if name not in RESERVED}
    missing = [f"{name} is missing" for name in REQUIRED if name not in attributes]
    names = [f"{name} is no name" for name in attributes if not NAME.fullmatch(name)]
    values = [
        f"{name} is no {_type_of(name)}"
        for name, value in attributes.items()
        if not _is_legal(name, value)
    ]
    return missing + names + values


def _type_of(name: str) -> str:
    return {"source": "URI-reference", "time": "Timestamp", "datacontenttype": "media type"}.get(
        name, "String"
    )


def _is_legal(name: str, value: object) -> bool:
    if not isinstance(value, str) or not value or NOT_IN_STRING.search(value):
        return False
    if name in _FORMS and not _FORMS[name].fullmatch(value):
        return False
    return _is_moment(value) if name == "time" else name != "specversion" or value == "1.0"


def _is_moment(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False

"""What a correction puts in the place of a field: a value of that field's own type (22.1)."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import msgspec

from events.clear import Code
from events.envelope import Instant, moment
from events.intake import Carrier

_Codes = tuple[Code, ...]
_TYPES: Final[Mapping[str, Any]] = {
    "on": date,
    "at": Instant,
    "documents": _Codes,
    "documents_accepted": _Codes,
    "carrier": Carrier,
    "result_kind": Code,
}
"""Correctable field -> its type in every event that has it."""


def fits(field: str, value: str) -> bool:
    """Say whether a value may stand in a field; several codes are parted by single spaces.

    Codes are those of the case's standard, which is not asked here: a correction may be of a case
    whose standard this lane does not know. So a name that is spelled as a code is not found out.
    """
    kind = _TYPES[field]
    try:
        msgspec.convert(value.split(" ") if kind == _Codes else value, kind)
        if kind == Instant:
            moment(value)
    except ValueError:  # `msgspec.ValidationError` is one.
        return False
    return True

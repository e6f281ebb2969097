"""A plain IIN or BIN is checked before it is sealed: no event ever holds one (15.2, 24)."""

from events.deciding import refuse
from events.law.identifiers import NumberInvalid, check_number


def check_identifier(kind: str, number: str) -> None:
    """Refuse a number that cannot be one.

    Args:
        kind: `iin` or `bin`.
        number: as typed, without spaces; it is in no text of a refusal.

    Raises:
        Refused: `identifier-invalid` (15.2).
    """
    try:
        check_number(kind, number)
    except NumberInvalid as invalid:
        raise refuse("identifier-invalid", str(invalid), "15.2") from invalid

"""A cell that holds a time: ISO 8601 with an offset, in years that can be meant."""

from datetime import datetime
from typing import Final

YEAR_MIN: Final = 1970
YEAR_MAX: Final = 2199
"""A year outside is a slip; the ends of the calendar also have no neighbours to convert to."""


def parse_time(column: str, text: str) -> datetime:
    """Read a time such as `2011-10-11 13:45:40.276000+02:00`.

    Raises:
        ValueError: it is no such time; the text says why, and names the column.
    """
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{column} {text!r} is no time; write ISO 8601 with an offset") from None
    if found.utcoffset() is None:
        raise ValueError(f"{column} {text!r} has no offset, so it names no instant")
    if not YEAR_MIN <= found.year <= YEAR_MAX:
        raise ValueError(f"{column} {text!r} is not between {YEAR_MIN} and {YEAR_MAX}")
    return found

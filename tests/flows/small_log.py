"""Logs of a week: each case is lodged on Monday 4 March 2024 and told Wednesday."""

from tests.examples.receipt_log import CHECK, CONFIRMATION, Line, case

ON_TIME = "2024-03-06 23:59:59+01:00"
"""The last second of the told day in the municipality's zone."""
LATE = "2024-03-07 00:00:00+01:00"
WEEK_LATE = "2024-03-13 12:00:00+01:00"


def told(number: int, end: str = "", **changed: str) -> list[Line]:
    """One case that is told 6 March."""
    said = {
        "start": "2024-03-04 08:00:00+01:00",
        "deadline": "2024-03-06 10:00:00+01:00",
        "enddate_planned": "2024-03-06 10:00:00+01:00",
        "end": end,
    }
    return case(number, CONFIRMATION, CHECK, **(said | changed))


def log(*ends: str) -> list[list[Line]]:
    """Cases that end so, and one that ends a week late, so that the log goes on till then."""
    return [told(number, end) for number, end in enumerate((*ends, WEEK_LATE), 1)]

"""Rows of the ledger's tables, as sorting makes them."""

from typing import NamedTuple


class CaseRow(NamedTuple):
    """One event of a case."""

    subject: str
    lane: str
    seq: int
    state: bytes


class DayRow(NamedTuple):
    """One closed day."""

    lane: str
    day: str
    seq: int
    ref: str


class ClaimRow(NamedTuple):
    """One line of a statement of what a lane was shown."""

    lane: str
    seq: int
    claimed_lane: str
    size: int
    root: str
    events: int
    ref: str
    on_day: str


class RejectionRow(NamedTuple):
    """One record of another lane, of which events were rejected."""

    lane: str
    seq: int
    claimed_lane: str
    size: int
    leaves: str
    """The hashes named, parted by spaces."""
    ref: str

"""A lane's conduct, as counted at the end of a ledger day: the rules on evidence read it."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from msgspec import Struct

from events.common import LaneHeard


class Oddity(NamedTuple):
    """An entry of a lane that stands where it should not."""

    kind: str
    """`backdated`, `postdated`, `id_repeated`, `version_skipped` or `day_out_of_order`."""
    lane: str
    seq: int
    ref: str
    subject: str
    on: date
    open_day: date
    """The lane's open day when the entry was written."""
    other: str
    """The first event with the same id, for `id_repeated`; else empty."""


class Silence(NamedTuple):
    """Ledger days that a lane did not close in time (from `day_counted`)."""

    began_ref: str
    """The lane's last `day_closed` before it, else its registration."""
    due_on: date
    """The first day that it did not close."""
    returned: date | None
    """The first ledger day that counted with it again."""


class HeardClaim(NamedTuple):
    """One line of a lane's `lanes_heard`, and what the ledger recomputes for it."""

    ref: str
    on: date
    claimed: LaneHeard
    root: str | None
    """The root at that size in the archive; none if no commit of that lane ends there."""
    events: int | None
    """How many events, up to that size, were for the claiming agency."""


class WronglyShipped(NamedTuple):
    """Events of another lane that the lane says it was shipped, and that are not for its agency."""

    ref: str
    """What says so."""
    lane: str
    """Whose events they are."""
    agency: str
    """Of that lane."""
    events: Sequence[str]
    """`<lane>/<event id>` of each."""


class LaneFile(Struct, frozen=True, kw_only=True):
    """A lane's conduct, as counted at the end of a ledger day: all of it, or what the day brought.

    What is odd once stays odd, so what an earlier day has judged need not be read again.
    """

    lane: str
    agency: str
    historic: bool
    whole: bool = True
    """Whether it is all of the lane's conduct: then what is not in it takes findings away."""
    oddities: Sequence[Oddity] = ()
    silences: Sequence[Silence] = ()
    heard: Sequence[HeardClaim] = ()
    shipped: Sequence[WronglyShipped] = ()

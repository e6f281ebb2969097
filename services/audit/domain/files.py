"""What a rule may read: a case across agencies, or a lane, as counted at the end of a ledger day.

Each lane is folded in seq; across lanes there is no order, and no rule may depend on one.
Acts are compared by local date alone.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple, TypeVar

from msgspec import Struct

from events.common import LaneHeard
from events.envelope import Recorded
from events.intake import ApplicationAccepted, ApplicationForwarded, ApplicationLodged
from events.law.norm_book import NormBook, Standard
from events.register import Agency, Register

D = TypeVar("D")


class Entry(NamedTuple):
    """One event in a file, with its place in its lane."""

    lane: str
    seq: int
    event: Recorded[Any]

    @property
    def data(self) -> Any:  # noqa: ANN401 -- any event's data
        """The event's data."""
        return self.event.data

    @property
    def on(self) -> date:
        """Local date of the act."""
        day: date = self.event.data.on
        return day

    @property
    def ref(self) -> str:
        """`<lane>/<event id>`."""
        return f"{self.lane}/{self.event.id}"


class LedgerDay(Struct, frozen=True, kw_only=True):
    """A day of a jurisdiction's ledger: what is known when it is judged (protocol B5)."""

    jurisdiction: str
    day: date
    register: Register
    norms: NormBook
    covered: Mapping[str, date]
    """Lane -> the last day that its counted prefix closes; a lane without one is absent."""

    def covers(self, lanes: Sequence[str], day: date) -> bool:
        """Say whether all these lanes have closed this day (an absence is then decidable)."""
        return all(self.covered.get(lane, date.min) >= day for lane in lanes)

    def agency_of(self, lane: str) -> Agency | None:
        """Give the agency of a lane, if the lane is registered."""
        found = self.register.lanes.get(lane)
        return None if found is None else self.register.agencies[found.agency]

    def has_role(self, lane: str, *roles: str) -> bool:
        """Say whether the agency of a lane has one of these roles."""
        agency = self.agency_of(lane)
        return agency is not None and not agency.roles.isdisjoint(roles)


class CaseFile:
    """A case: the events that all lanes tell of it, sorted by (on, lane, seq).

    Only lanes count that the case named: its window, and the deliverer's lane that the window
    named. What others say of it is kept apart as `strangers` (protocol B11).
    """

    def __init__(self, subject: str, entries: Sequence[Entry]) -> None:
        self.subject = subject
        ordered = sorted(entries, key=lambda entry: (entry.event.data.on, entry.lane, entry.seq))
        lodged = next((e for e in ordered if type(e.event.data) is ApplicationLodged), None)
        window = None if lodged is None else lodged.lane
        self.lodged: Entry | None = lodged
        """The request."""
        self.window_lane: str | None = window
        self.deliverer_lane: str | None = _deliverer_lane(window, ordered)
        self.lanes = [lane for lane in (window, self.deliverer_lane) if lane is not None]
        """The lanes that could hold a fact of this case."""
        self.entries = [entry for entry in ordered if entry.lane in self.lanes]
        self.strangers = [entry for entry in ordered if entry.lane not in self.lanes]
        self._of_kind = _by_kind(self.entries)
        self._derived: dict[Any, tuple[LedgerDay, Any]] = {}
        accepted = (one for one in self.all(ApplicationAccepted) if one.lane == window)
        self.accepted: Entry | None = next(accepted, None)
        """The acceptance at the case's window."""

    def all(self, *kinds: type[Any]) -> Sequence[Entry]:
        """Give the entries of these kinds, by date."""
        if len(kinds) == 1:
            return self._of_kind.get(kinds[0], ())
        return [entry for entry in self.entries if type(entry.event.data) in kinds]

    def first(self, kind: type[Any]) -> Entry | None:
        """Give the earliest entry of a kind."""
        found = self._of_kind.get(kind)
        return None if found is None else found[0]

    def once(self, day: LedgerDay, derive: Callable[["CaseFile", LedgerDay], D]) -> D:
        """Derive something once for a ledger day, however many rules ask for it."""
        kept = self._derived.get(derive)
        if kept is None or kept[0] is not day:
            kept = self._derived[derive] = (day, derive(self, day))
        value: D = kept[1]
        return value

    def standard(self, day: LedgerDay) -> Standard | None:
        """Give the edition that governs the case: the one at acceptance, else at lodging."""
        told = self.accepted or self.lodged
        if told is None:
            return None
        return day.norms.standard(told.data.service_code, told.data.standard_edition)


def _by_kind(entries: Sequence[Entry]) -> Mapping[type[Any], Sequence[Entry]]:
    found: dict[type[Any], list[Entry]] = {}
    for entry in entries:
        found.setdefault(type(entry.event.data), []).append(entry)
    return found


_NAMES_DELIVERER: Final = (ApplicationAccepted, ApplicationForwarded)


def _deliverer_lane(window: str | None, entries: Sequence[Entry]) -> str | None:
    for entry in entries:
        if entry.lane == window and type(entry.event.data) in _NAMES_DELIVERER:
            lane: str = entry.data.to_lane
            return lane
    return None


class Oddity(NamedTuple):
    """An entry of a lane that stands where it should not."""

    kind: str
    """`backdated`, `postdated` or `id_repeated`."""
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
    counted_without: date
    """The first ledger day that counted without it."""
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


class LaneFile(Struct, frozen=True, kw_only=True):
    """A lane's conduct, as counted at the end of a ledger day."""

    lane: str
    agency: str
    historic: bool
    oddities: Sequence[Oddity] = ()
    silences: Sequence[Silence] = ()
    heard: Sequence[HeardClaim] = ()

"""A case across agencies, as counted at the end of a ledger day.

Each lane is folded in seq; across lanes there is no order, and no rule may depend on one.
Acts are compared by local date alone.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple, TypeVar

from events.envelope import Recorded
from events.intake import ApplicationAccepted, ApplicationForwarded, ApplicationLodged
from events.law.norm_book import Standard
from services.audit.domain.ledger_day import LedgerDay

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


class CaseFile:
    """A case: the events that all lanes tell of it, sorted by (on, lane, seq).

    Only lanes count that the case named: its window, and the deliverer's lane that the window
    named. What others say of it is kept apart as `strangers` (protocol B11).
    """

    def __init__(self, subject: str, entries: Sequence[Entry], window: str | None = None) -> None:
        """Sort the entries.

        Args:
            subject: the case.
            entries: what all lanes tell of it.
            window: the lane that is its window, where more than one says so.
        """
        self.subject = subject
        ordered = sorted(entries, key=lambda entry: (entry.event.data.on, entry.lane, entry.seq))
        lodged = _lodging(ordered, window)
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


def _lodging(entries: Sequence[Entry], window: str | None) -> Entry | None:
    for entry in entries:
        if type(entry.event.data) is ApplicationLodged and window in (None, entry.lane):
            return entry
    return None


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

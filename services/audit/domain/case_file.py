"""A case across agencies, as counted at the end of a ledger day.

Each lane is folded in seq; across lanes there is no order, and no rule may depend on one.
Acts are compared by local date alone.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from events.intake import ApplicationAccepted, ApplicationLodged
from events.law.norm_book import Standard
from services.audit.domain.entry import Entry
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.named_lanes import named_lanes

D = TypeVar("D")


class CaseFile:
    """A case: the events that all lanes tell of it, sorted by (on, lane, seq).

    Only lanes count that the case named, from its window on. What others say of it is kept apart
    as `strangers` (protocol B11).
    """

    def __init__(
        self,
        subject: str,
        entries: Sequence[Entry],
        window: str | None = None,
        knowable_on: Callable[[Entry], date | None] | None = None,
    ) -> None:
        """Sort the entries.

        Args:
            subject: the case.
            entries: what all lanes tell of it.
            window: the lane that is its window, where more than one says so.
            knowable_on: the first ledger day on which the agency that an entry names could know
                of it, and None of what it was never shown; without it each is known on its day.
        """
        self.subject = subject
        self._knowable_on = knowable_on or (lambda entry: entry.on)
        self._given = (entries, window, knowable_on)
        told = sorted(entries, key=lambda entry: (entry.event.data.on, entry.lane, entry.seq))
        self.unaddressed = [entry for entry in told if self._is_hidden(entry)]
        """What asks a lane for an act, or brings it something, and is not shown to its agency: kept
        apart, as nobody owes an answer to what it was never shown."""
        ordered = [entry for entry in told if entry not in self.unaddressed]
        lodged = _lodging(ordered, window)
        window = None if lodged is None else lodged.lane
        self.lodged: Entry | None = lodged
        """The request."""
        self.window_lane: str | None = window
        named = named_lanes(window, ordered)
        self._roles = named
        self.named = named.all
        """All lanes that the case named."""
        self.entries = [entry for entry in ordered if entry.lane in self.named]
        self.strangers = [entry for entry in ordered if entry.lane not in self.named]
        self._of_kind = _by_kind(self.entries)
        self._derived: dict[Any, tuple[LedgerDay, Any]] = {}
        accepted = (one for one in self.all(ApplicationAccepted) if one.lane == window)
        self.accepted: Entry | None = next(accepted, None)
        """The acceptance at the case's window."""

    @property
    def windows(self) -> Sequence[str]:
        """Windows in their order: after a transfer the next one goes on (1(4))."""
        return self._roles.windows

    @property
    def deliverers(self) -> Sequence[str]:
        """Deliverers' lanes in the order in which the request was sent to them."""
        return self._roles.deliverers

    @property
    def bodies(self) -> Sequence[str]:
        """Lanes that examine complaints."""
        return self._roles.bodies

    @property
    def lanes(self) -> Sequence[str]:
        """The lanes that could hold a fact of the service's delivery."""
        return [*self.windows, *self.deliverers]

    def all(self, *kinds: type[Any]) -> Sequence[Entry]:
        """Give the entries of these kinds, by date."""
        if len(kinds) == 1:
            return self._of_kind.get(kinds[0], ())
        return [entry for entry in self.entries if type(entry.event.data) in kinds]

    def first(self, kind: type[Any]) -> Entry | None:
        """Give the earliest entry of a kind."""
        found = self._of_kind.get(kind)
        return None if found is None else found[0]

    def knowable_on(self, entry: Entry) -> date:
        """Give the day from which another agency could know of an entry (protocol B9)."""
        return max(entry.on, self._knowable_on(entry) or date.max)

    def _is_hidden(self, entry: Entry) -> bool:
        names_a_lane = getattr(entry.data, "to_lane", None) is not None
        return names_a_lane and self._knowable_on(entry) is None

    def replacing(self, others: Sequence[Entry]) -> "CaseFile":
        """Give the case with other entries in the places of its own."""
        entries, window, knowable_on = self._given
        at = {(one.lane, one.seq): one for one in others}
        replaced = [at.get((one.lane, one.seq), one) for one in entries]
        return CaseFile(self.subject, replaced, window, knowable_on)

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

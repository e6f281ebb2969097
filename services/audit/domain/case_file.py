"""A case across agencies, as counted at the end of a ledger day.

Each lane is folded in seq; across lanes there is no order, and no rule may depend on one.
Acts are compared by local date alone.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from msgspec import UNSET, UnsetType

from events.intake import ApplicationAccepted, ApplicationLodged
from events.law.norm_book import Standard
from services.audit.domain.addressees import acted_on, by_addressee
from services.audit.domain.entry import Entry
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.named_lanes import hands_in, named_lanes
from services.audit.domain.shown import Shown

D = TypeVar("D")


class CaseFile:
    """A case: the events that all lanes tell of it, sorted by (on, lane, seq).

    Only lanes count that the case named, from its window on; and any window's word that it took a
    complaint in. What else others say of it is kept apart as `strangers` (protocol B11).
    """

    def __init__(
        self,
        subject: str,
        entries: Sequence[Entry],
        window: str | UnsetType | None = UNSET,
        shown: Callable[[Entry], Shown] | None = None,
    ) -> None:
        """Sort the entries.

        Args:
            subject: the case.
            entries: what all lanes tell of it.
            window: the lane that is its window, None if none is; without it, who lodged it first.
            shown: says since when the agency that an entry names could know of it; without it
                each is known on its day.
        """
        self.subject = subject
        self.shown: Callable[[Entry], Shown] = shown or (lambda entry: Shown(entry.on))
        """Says since when the agency that an entry names could know of it, or why it could not."""
        self._given = (entries, window, shown)
        self.addressees = by_addressee(entries, self.shown)
        """What counts, and what does not as those whom it names were not shown it."""
        ordered = self.addressees.ordered
        lodged = _lodging(ordered, window)
        self.lodged: Entry | None = lodged
        """The request."""
        self.window_lane: str | None = None if lodged is None else lodged.lane
        named = named_lanes(self.window_lane, ordered)
        self._roles = named
        self.named = named.all
        """All lanes that the case named."""
        self.entries = [entry for entry in ordered if self._counts(entry)]
        self.strangers = [entry for entry in ordered if not self._counts(entry)]
        self._of_kind = _by_kind(self.entries)
        self._derived: dict[Any, tuple[LedgerDay, Any]] = {}
        accepted = (one for one in self.all(ApplicationAccepted) if one.lane == self.window_lane)
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
        """Give the day from which another agency could know of an entry (protocol B9).

        The last of all dates if nothing shows that it does.
        """
        shown = self.shown(entry)
        if not shown.hidden:
            return max(entry.on, shown.on)
        acted = acted_on(entry, self.entries)
        return date.max if acted is None else max(shown.on, acted.on)

    def _counts(self, entry: Entry) -> bool:
        return entry.lane in self.named or hands_in(entry)

    def replacing(self, others: Sequence[Entry]) -> "CaseFile":
        """Give the case with other entries in the places of its own."""
        entries, window, shown = self._given
        at = {(one.lane, one.seq): one for one in others}
        replaced = [at.get((one.lane, one.seq), one) for one in entries]
        return CaseFile(self.subject, replaced, window, shown)

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


def _lodging(entries: Sequence[Entry], window: str | UnsetType | None) -> Entry | None:
    for entry in entries:
        if type(entry.event.data) is ApplicationLodged and window in (UNSET, entry.lane):
            return entry
    return None


def _by_kind(entries: Sequence[Entry]) -> Mapping[type[Any], Sequence[Entry]]:
    found: dict[type[Any], list[Entry]] = {}
    for entry in entries:
        found.setdefault(type(entry.event.data), []).append(entry)
    return found

"""Who holds a key and who has not yet said that it is gone: a fold of events, of all lanes. Pure.

Of an erasure everybody must say that it is done whom its `to` names: the agency that asks for it,
and all to whom its lane had granted the key.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from events.envelope import Recorded
from events.keys import KeyAsked, KeyErased, KeyGranted, PersonalDataRead, SubjectErased

GRANT_LIFE: Final = timedelta(days=8)
"""How long a grant may still be on its way: the topic keeps it 7 days, cut a day at a time (F7)."""


class Erasure(Struct, frozen=True, kw_only=True):
    """One `subject_erased`, and what was said to it."""

    ref: str
    """`<lane>/<event id>`."""
    on: date
    by: str
    """The actor: `<agency>/<unit>/<officer>`, or the policy that hands an erasure on."""
    asked: tuple[str, ...]
    """Agencies that must say that the key is gone."""
    said: tuple[str, ...] = ()

    @property
    def silent(self) -> tuple[str, ...]:
        """Name the agencies that have not said so."""
        return tuple(agency for agency in self.asked if agency not in self.said)


class KeyRecord(Struct, frozen=True, kw_only=True):
    """One key as the lanes tell of it."""

    key_id: str
    case_id: str
    granted: tuple[tuple[str, str], ...] = ()
    """(granter's lane, reader), in the order of granting."""
    last_granted: date | None = None
    asked: tuple[tuple[str, str], ...] = ()
    """(who asks, lane that is asked)."""
    read: tuple[tuple[str, date, str], ...] = ()
    """(actor, day, ground) of each reading."""
    erasures: tuple[Erasure, ...] = ()

    @property
    def silent(self) -> tuple[str, ...]:
        """Name the agencies that have not yet said that the key is gone."""
        return tuple(sorted({agency for one in self.erasures for agency in one.silent}))

    @property
    def gone_from(self) -> date | None:
        """Say from when the key is gone for good: all have said so, and no grant is on its way."""
        if not self.erasures or self.silent:
            return None
        last = [one.on for one in self.erasures]
        return max(last if self.last_granted is None else [*last, self.last_granted]) + GRANT_LIFE

    def evolve(self, event: Recorded[Any], agency: str) -> "KeyRecord":
        """Fold one event about this key in.

        Args:
            event: of any lane.
            agency: of the lane, as registered: an actor's name is only the lane's own word.
        """
        data = event.data
        match data:
            case KeyGranted(reader=reader):
                granted = dict.fromkeys((*self.granted, (event.lane, reader)))
                return replace(self, granted=tuple(granted), last_granted=data.on)
            case KeyAsked(to_lane=lane):
                return replace(self, asked=(*self.asked, (agency, lane)))
            case PersonalDataRead(ground=ground):
                return replace(self, read=(*self.read, (event.actor, data.on, ground)))
            case SubjectErased():
                asked = tuple(event.to.split(" "))
                erasure = Erasure(ref=event.ref, on=data.on, by=event.actor, asked=asked)
                return replace(self, erasures=(*self.erasures, erasure))
            case KeyErased(erasure=ref):
                said = [_said(one, agency) if one.ref == ref else one for one in self.erasures]
                return replace(self, erasures=tuple(said))
            case _:
                return self


def key_records(events: Iterable[tuple[Recorded[Any], str]]) -> list[KeyRecord]:
    """Fold events, each with the agency of its lane, in any order between lanes.

    Returns:
        The keys, by id.
    """
    found: dict[str, KeyRecord] = {}
    about = [one for one in events if isinstance(one[0].data, _ABOUT_KEYS)]
    for event, agency in sorted(about, key=lambda one: isinstance(one[0].data, KeyErased)):
        data = event.data
        blank = KeyRecord(key_id=data.key_id, case_id=data.case_id)
        found[data.key_id] = found.get(data.key_id, blank).evolve(event, agency)
    return [found[key_id] for key_id in sorted(found)]


_ABOUT_KEYS: Final = (KeyGranted, KeyAsked, PersonalDataRead, SubjectErased, KeyErased)


def _said(erasure: Erasure, agency: str) -> Erasure:
    return replace(erasure, said=tuple(dict.fromkeys((*erasure.said, agency))))

"""Registers for the rules: whose lanes there are, and whom each lists as readers."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from msgspec.structs import replace

from events.audit import AgencyRegistered, LaneRegistration
from events.register import Register
from services.audit.domain.case_file import CaseFile
from services.audit.domain.entry import Entry
from services.audit.domain.shown import shown
from services.audit.domain.told import Stated, Told
from tests.audit import examples as x
from tests.audit.given import entries

READER: Final = "agency"
"""The only agency that the acts of `tests.audit.given` let read them."""
AUTHORITY: Final = "authority"
AUTHORITY_LANE: Final = "audit.authority"
FIRST: Final = date(2024, 1, 1)
WAITS: Final = "of a size that does not count yet"


def registered(register: Register, lane: str, agency: str, *readers: str) -> Register:
    """Register an agency with one lane, or its lane with other readers; the ref says which time."""
    told = LaneRegistration(lane=lane, key="k", first_day=FIRST, readers=readers)
    event = AgencyRegistered(
        on=FIRST,
        agency=agency,
        roles=("deliverer",),
        jurisdiction="kz",
        zone="Asia/Almaty",
        week="5",
        lanes=(told,),
    )
    known = register.lanes.get(lane)
    times = 1 if known is None else len(known.readers_told) + 1
    return register.evolve(f"{AUTHORITY_LANE}/agency-{agency}:{times}", event)


def register(deliverer: str, *readers: str, sender: str = x.CENTRE) -> Register:
    """Register an authority, a window that lists these readers, and a deliverer."""
    authority = registered(Register(), AUTHORITY_LANE, AUTHORITY)
    window = registered(authority, x.WINDOW, sender, *readers)
    return registered(window, x.DELIVERER_LANE, deliverer)


class By(Told):
    """Lets each act be known on its day, each registration on a day, statements as given."""

    def __init__(
        self,
        counted: Mapping[str, str],
        stated: Mapping[str, str | None],
        silent: Mapping[str, str],
        *,
        on_paper: bool,
    ) -> None:
        self._counted, self._stated, self._silent = counted, stated, silent
        self._on_paper = on_paper

    def closed_on(self, entry: Entry) -> date:
        return entry.on

    def registered_on(self, lane: str, ref: str) -> date:  # noqa: ARG002 -- of any lane
        return x.day(self._counted[ref.partition("/")[2]])

    def stated(self, entry: Entry, lane: str) -> Stated:  # noqa: ARG002 -- of any lane
        stated = self._stated.get(entry.event.id, str(entry.on))
        if stated == WAITS:
            return Stated(None, waits=True)
        return Stated(None if self._on_paper or stated is None else x.day(stated))

    def states_nothing(self, lane: str, day: date) -> bool:  # noqa: ARG002 -- all alike
        return self._on_paper

    def is_silent(self, lane: str, day: date) -> bool:
        return self._silent.get(lane) == str(day)


def case_for(
    known: Register,
    counted: Mapping[str, str] = {},
    stated: Mapping[str, str | None] = {},
    *told: Any,  # noqa: ANN401 -- any event
    because: str | None = None,
    silent: Mapping[str, str] = {},
    on_paper: bool = False,
) -> CaseFile:
    """Take a case in on 3 May, and send it to the deliverer's lane.

    Args:
        known: the register.
        counted: id of a registration -> the ledger day that first knew of it.
        stated: id of an act -> the day on which its reader says that it was shown it, or never;
            what is not in it was stated on its day.
        told: what follows in the case.
        because: the event that caused the last of it.
        silent: lane -> the ledger day that was counted without it.
        on_paper: whether the reader's software reads no lane.
    """
    by = By(counted, stated, silent, on_paper=on_paper)
    *before, last = entries(x.LODGED, x.ACCEPTED, x.FORWARDED, *told)
    last = last._replace(event=replace(last.event, causationid=because))
    return CaseFile(x.CASE, [*before, last], shown=lambda entry: shown(entry, known, by))

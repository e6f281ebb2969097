"""Registers for the rules: whose lanes there are, and whom each lists as readers."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from events.audit import AgencyRegistered, LaneRegistration
from events.register import Register
from services.audit.domain.case_file import CaseFile
from services.audit.domain.entry import Entry
from services.audit.domain.shown import Told, shown_on
from tests.audit import examples as x
from tests.audit.given import entries

READER: Final = "agency"
"""The only agency that the acts of `tests.audit.given` let read them."""
AUTHORITY_LANE: Final = "audit.authority"
FIRST: Final = date(2024, 1, 1)


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
    authority = registered(Register(), AUTHORITY_LANE, "authority")
    window = registered(authority, x.WINDOW, sender, *readers)
    return registered(window, x.DELIVERER_LANE, deliverer)


def told(counted: Mapping[str, str] = {}) -> Told:
    """Let each act be known on its day, and each registration named here from a ledger day on."""
    refs = {f"{AUTHORITY_LANE}/{id_}": x.day(day) for id_, day in counted.items()}
    return Told(lambda entry: entry.on, refs.__getitem__)


def case_for(known: Register, counted: Mapping[str, str] = {}) -> CaseFile:
    """Take a case in on 3 May, and send it to the deliverer's lane."""

    def knowable_on(entry: Entry) -> date | None:
        return shown_on(entry, known, told(counted))

    return CaseFile(x.CASE, entries(x.LODGED, x.ACCEPTED, x.FORWARDED), knowable_on=knowable_on)

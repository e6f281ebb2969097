"""Histories and ledger days for the rules: who told what, and how far each lane is closed."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import count
from typing import Any, Final

from msgspec.structs import replace

from events import codec
from events.audit import AgencyRegistered, LaneRegistration
from events.catalogue import wire_name
from events.common import Act
from events.law.calendars import Calendars
from events.law.norm_book import NormBook, Standard
from events.law.norms import StandardContents
from events.law.reference import load_reference
from events.register import Register
from services.audit.domain.evidence import Evidence, NotYet, Undecidable, Verdict
from services.audit.domain.files import CaseFile, Entry, LedgerDay
from services.audit.domain.rulebook import judge_case
from tests.audit import examples as x

KZ: Final = Calendars(load_reference("kz"))
OTHER_LANE: Final = "intake.astana-1"


def entries(*told: Act | tuple[str, Act]) -> list[Entry]:
    """Let each act be told by the lane of its service, or by the lane named with it."""
    seqs = {lane: count(1) for lane in (x.WINDOW, x.DELIVERER_LANE, OTHER_LANE, "intake.justice")}
    pairs = (one if isinstance(one, tuple) else (_lane(one), one) for one in told)
    return [_entry(lane, next(seqs[lane]), act) for lane, act in pairs]


def case(*told: Act | tuple[str, Act]) -> CaseFile:
    return CaseFile(x.CASE, entries(*told))


def _lane(act: Act) -> str:
    return x.WINDOW if type(act).__module__ == "events.intake" else x.DELIVERER_LANE


def _entry(lane: str, seq: int, act: Act) -> Entry:
    category = "application" if lane.startswith("intake") else "delivery"
    record = codec.record(
        wire_name(lane.partition(".")[0], act),
        id=f"{category}-{x.CASE}:{seq}",
        source=f"kz/{lane}",
        subject=x.CASE,
        time="2024-06-30T00:00:00Z",
        actor="agency/unit/officer",
        to="agency",
        data=act,
    )
    return Entry(lane, seq, record)


def registry(window_role: str = "centre", jurisdiction: str = "kz") -> Register:
    register = Register()
    for agency, role, lanes in (
        (x.CENTRE, window_role, (x.WINDOW,)),
        (x.DELIVERER, "deliverer", (x.DELIVERER_LANE, "intake.justice")),
        ("astana", "centre", (OTHER_LANE,)),
    ):
        register = register.evolve(f"audit.authority/{agency}", _agency(agency, role, lanes, jurisdiction))
    return register


def _agency(agency: str, role: str, lanes: tuple[str, ...], jurisdiction: str) -> AgencyRegistered:
    return AgencyRegistered(
        on=date(2024, 1, 1),
        agency=agency,
        roles=(role,),
        jurisdiction=jurisdiction,
        zone="Asia/Almaty",
        week="5",
        lanes=tuple(LaneRegistration(lane=one, key="k", first_day=date(2024, 1, 1)) for one in lanes),
    )


def ledger_day(
    on: str,
    contents: StandardContents | None = x.CONTENTS,
    *,
    closed: Mapping[str, str] = {},
    window_role: str = "centre",
    jurisdiction: str = "kz",
    calendars: Calendars = KZ,
) -> LedgerDay:
    """A day that all lanes have closed, but for those that `closed` names with their last day."""
    covered = dict.fromkeys((x.WINDOW, x.DELIVERER_LANE, OTHER_LANE, "intake.justice"), x.day(on))
    return LedgerDay(
        jurisdiction=jurisdiction,
        day=x.day(on),
        register=registry(window_role, jurisdiction),
        norms=NormBook(standards=_standards(contents), calendars={"kz": calendars}),
        covered=covered | {lane: x.day(last) for lane, last in closed.items()},
    )

"""Ledger days for the rules: how far each lane is closed, and what is known of norms."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from events.audit import AgencyRegistered, LaneRegistration
from events.law.calendars import Calendars
from events.law.norm_book import NormBook, Standard
from events.law.norms import StandardContents
from events.law.reference import load_reference
from events.register import Register
from services.audit.domain.ledger_day import LedgerDay
from tests.audit import examples as x

KZ: Final = Calendars(load_reference("kz"))
OTHER_LANE: Final = "intake.astana-1"
"""A window that takes no part in the case."""
OWN_COUNTER: Final = "intake.justice"
"""A window of the deliverer's agency that takes no part in it either."""
AUTHORITY_LANE: Final = "audit.authority"
LANES: Final = (
    x.WINDOW,
    x.DELIVERER_LANE,
    x.HOLDER_LANE,
    OTHER_LANE,
    OWN_COUNTER,
    AUTHORITY_LANE,
)


def registry(window_role: str = "centre", jurisdiction: str = "kz") -> Register:
    register = Register()
    for agency, role, lanes in (
        (x.CENTRE, window_role, (x.WINDOW,)),
        (x.DELIVERER, "deliverer", (x.DELIVERER_LANE, OWN_COUNTER)),
        ("astana", "centre", (OTHER_LANE,)),
        (x.HOLDER, "deliverer", (x.HOLDER_LANE,)),
        ("authority", "quality_authority", (AUTHORITY_LANE,)),
    ):
        register = register.evolve(
            f"audit.authority/{agency}", _agency(agency, role, lanes, jurisdiction)
        )
    return register


def _agency(agency: str, role: str, lanes: tuple[str, ...], jurisdiction: str) -> AgencyRegistered:
    return AgencyRegistered(
        on=date(2024, 1, 1),
        agency=agency,
        roles=(role,),
        jurisdiction=jurisdiction,
        zone="Asia/Almaty",
        week="5",
        lanes=tuple(
            LaneRegistration(lane=one, key="k", first_day=date(2024, 1, 1)) for one in lanes
        ),
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
    covered = dict.fromkeys(LANES, x.day(on))
    return LedgerDay(
        jurisdiction=jurisdiction,
        day=x.day(on),
        register=registry(window_role, jurisdiction),
        norms=NormBook(standards=_standards(contents), calendars={"kz": calendars}),
        covered=covered | {lane: x.day(last) for lane, last in closed.items()},
    )


def _standards(contents: StandardContents | None) -> dict[str, Standard]:
    if contents is None:
        return {}
    standard = Standard(
        service_code="apostille",
        edition="1",
        contents=contents,
        approved_by="provider.ministry/standard-apostille:1",
        registered=True,
    )
    return {standard.norm_edition: standard}

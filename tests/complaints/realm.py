"""What a body knows of its realm: who there is, with which lanes, the standard and the law."""

from datetime import date
from typing import Final

from msgspec.structs import replace

from events.audit import AgencyRegistered, LaneRegistration, LawEditionAdopted
from events.known import Known
from events.law.norm_book import NormBook, Standard
from events.law.norms import StandardContents
from events.register import Register
from examples.kazakhstan import standard as apostille
from examples.kazakhstan.agencies import (
    AUDIT_LANE,
    AUTHORITY,
    CENTRE,
    DELIVERY_LANE,
    JUSTICE,
    JUSTICE_ALMATY,
    WINDOW_LANE,
)
from examples.kazakhstan.complaint_path import PATH
from tests.law.calendars_of_kz import KZ

STAGE_1_LANE: Final = "complaints.justice-almaty"
STAGE_2_LANE: Final = "complaints.justice"
STAGE_3_LANE: Final = "complaints.authority"
STRANGER: Final = "transport-almaty"
STRANGERS_LANE: Final = "complaints.transport-almaty"
LAW: Final = LawEditionAdopted(
    on=date(2012, 1, 1),
    jurisdiction="kz",
    edition="kz-draft-1579-2012",
    act="draft 1579",
    in_force_from=date(2012, 1, 1),
    paths=(PATH,),
)
FIRST_DAY: Final = date(2010, 1, 1)


def registered(
    register: Register,
    agency: str,
    *lanes: str,
    parent: str | None = None,
    role: str = "deliverer",
    last_day: date | None = None,
) -> Register:
    """Register an agency with lanes."""
    event = AgencyRegistered(
        on=FIRST_DAY,
        agency=agency,
        roles=(role,),
        parent=parent,
        jurisdiction="kz",
        zone="Asia/Almaty",
        week="5",
        lanes=tuple(
            LaneRegistration(lane=lane, key="k", first_day=FIRST_DAY, last_day=last_day)
            for lane in lanes
        ),
    )
    return register.evolve(f"{AUDIT_LANE}/agency-{agency}:1", event)


def known(contents: StandardContents = apostille.CONTENTS) -> Known:
    """Know all bodies of an apostille, and a stranger; this standard in use; the law."""
    register = registered(Register(), AUTHORITY, AUDIT_LANE, STAGE_3_LANE, role="quality_authority")
    register = registered(register, JUSTICE, STAGE_2_LANE, "provider.justice")
    register = registered(register, JUSTICE_ALMATY, STAGE_1_LANE, DELIVERY_LANE, parent=JUSTICE)
    register = registered(register, STRANGER, STRANGERS_LANE)
    register = registered(register, CENTRE, WINDOW_LANE, role="centre")
    standard = Standard(
        service_code=apostille.SERVICE,
        edition=apostille.EDITION,
        contents=contents,
        approved_by="provider.justice/standard-apostille:1",
        registered=True,
    )
    norms = NormBook(
        standards={"apostille/1": standard},
        in_use={"apostille": "apostille/1"},
        calendars={"kz": KZ},
        law={"kz": (LAW,)},
    )
    return Known(register=register, norms=norms, audit_lane=AUDIT_LANE)


KNOWN: Final = known()
TWO_DELIVERERS: Final = known(replace(apostille.CONTENTS, deliverers=(JUSTICE, JUSTICE_ALMATY)))
KNOWING_NO_NORM: Final = replace(KNOWN, norms=NormBook())

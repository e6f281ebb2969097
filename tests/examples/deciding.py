"""The services' own decisions on a plan's acts, lane by lane, without lanes."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from events.acts.inquiry import Inquiry
from events.audit import AgencyRegistered, LaneRegistration
from events.common import Act as EventData
from events.deciding import Header
from events.known import Known
from events.law.norm_book import NormBook, Standard
from events.log.lane.ids import Mint
from events.register import Register
from examples.receipt.office import Act, Office
from examples.receipt.standard import EDITION, NORM_EDITION, SERVICE, dutch_standard
from services.intake.application.handlers import handlers as intake_handlers
from services.intake.domain.application import Application
from services.provider.application.handlers import handlers as provider_handlers
from services.provider.domain.delivery import Delivery

AGENCY = "municipality"
OFFICE = Office(
    agency=AGENCY, mint=Mint(b"the lane's secret, 32 bytes long", f"intake.{AGENCY}").id
)
FIRST_DAY = date(2010, 10, 1)
RECORDED_AT = "2024-06-01T00:00:00Z"

EMPTY: dict[str, Callable[[str], Any]] = {
    "application": lambda case_id: Application(case_id=case_id),
    "delivery": lambda case_id: Delivery(case_id=case_id),
    "inquiry": lambda inquiry_id: Inquiry(inquiry_id=inquiry_id),
}


def known() -> Known:
    agency = AgencyRegistered(
        on=FIRST_DAY,
        agency=AGENCY,
        roles=("deliverer", "approver"),
        jurisdiction="nl",
        zone="Europe/Amsterdam",
        week="5",
        lanes=tuple(
            LaneRegistration(lane=lane, key="k", first_day=FIRST_DAY, historic=True)
            for lane in (OFFICE.intake_lane, OFFICE.provider_lane)
        ),
    )
    standard = Standard(
        service_code=SERVICE,
        edition=EDITION,
        contents=dutch_standard(AGENCY),
        approved_by=f"{OFFICE.provider_lane}/standard-{SERVICE}:1",
        registered=True,
    )
    return Known(
        register=Register().evolve(f"audit.authority/agency-{AGENCY}:1", agency),
        norms=NormBook(standards={NORM_EDITION: standard}, in_use={SERVICE: NORM_EDITION}),
    )


def decide_all(days: Iterable[tuple[date, list[Act]]]) -> dict[str, EventData]:
    """Decide each act in order; a refusal is raised.

    Returns:
        The events' data by `<lane>/<event id>`.
    """
    window = intake_handlers(AGENCY, known, lane=OFFICE.intake_lane)
    kinds = {**window, **provider_handlers(AGENCY, known)}
    lanes = {"intake": OFFICE.intake_lane, "provider": OFFICE.provider_lane}
    states: dict[str, Any] = {}
    events: dict[str, EventData] = {}
    versions: dict[str, int] = {}
    for act in (act for _, told in days for act in told):
        handler = kinds[type(act.command)]
        stream = handler.stream(act.command)
        category, _, id_ = stream.partition("-")
        place = f"{lanes[act.lane]}/{stream}"
        state = states.setdefault(place, EMPTY[category](id_))
        for data in handler.decide(state, act.command, header(act)):
            states[place] = states[place].evolve(data)
            versions[place] = versions.get(place, 0) + 1
            events[f"{place}:{versions[place]}"] = data
    return events


def header(act: Act) -> Header:
    assert act.command.on is not None
    return Header(
        command_id=act.command_id(AGENCY),
        actor=act.actor(AGENCY),
        time=RECORDED_AT,
        on=act.command.on,
        at=act.command.at,
        transcribed=act.command.transcribed,
    )

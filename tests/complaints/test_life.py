"""A complaint in real lanes: handed in at the wrong door, forwarded, decided, heard of (19)."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import pytest
from msgspec.structs import replace

from events import codec
from events.audit import LaneRegistration
from events.complaints import ComplaintLodged, ComplaintRegistered
from events.deciding import Command, Refused
from events.envelope import Recorded
from examples.kazakhstan import standard as apostille
from examples.kazakhstan.agencies import (
    AUDIT_LANE,
    AUTHORITY,
    CENTRE,
    FIRST_DAY,
    JUSTICE,
    JUSTICE_ALMATY,
    STANDARDS_LANE,
)
from examples.kazakhstan.complaint_path import PATH
from examples.kazakhstan.founding import FOUNDED_AT, found
from services.audit.domain.commands import AdoptCalendar, AdoptEdition, RegisterAgency
from services.cli.demo import draw
from services.driver import Driver
from tests.complaints.examples import CASE, DECIDE, ID, LODGE
from tests.complaints.realm import STAGE_1_LANE, STAGE_2_LANE, STAGE_3_LANE
from tests.flows.homes import driven
from tests.given import made_at
from tests.law.calendars_of_kz import KZ

AGENCIES: Final = {
    STANDARDS_LANE: (JUSTICE, "approver"),
    STAGE_1_LANE: (JUSTICE_ALMATY, "deliverer"),
    STAGE_2_LANE: (JUSTICE, "approver"),
    STAGE_3_LANE: (AUTHORITY, "quality_authority"),
}
EVERYBODY: Final = (AUTHORITY, JUSTICE, JUSTICE_ALMATY, CENTRE)
BROUGHT: Final = made_at(STAGE_2_LANE, "complaint 1")
"""A complaint that was lodged at the door of the second body."""
HANDED_IN_AT: Final = "2024-05-13T05:00:00Z"
DECIDED_AT: Final = "2024-05-17T05:00:00Z"


@pytest.fixture
def bodies(tmp_path: Path) -> Iterator[Driver]:
    """All bodies of an apostille, with the standard in use and the law adopted."""
    found(tmp_path / "home", draw)
    with driven(tmp_path / "home") as driver:
        for lane, (agency, role) in AGENCIES.items():
            _register(driver, lane, agency, role)
        do(
            driver,
            AUDIT_LANE,
            AdoptEdition(
                jurisdiction="kz",
                edition="kz-draft-1579-2012",
                act="draft 1579",
                in_force_from=FIRST_DAY,
                paths=(PATH,),
            ),
            *(AdoptCalendar(calendar=one) for one in KZ.versions if one.adopted_on < FIRST_DAY),
        )
        do(
            driver,
            STANDARDS_LANE,
            apostille.approve(),
            apostille.register(),
            time="2024-04-29T05:00:00Z",
        )
        yield driver


def _register(driver: Driver, lane: str, agency: str, role: str) -> None:
    key = driver.realm.join(lane, agency, draw).text
    registration = LaneRegistration(lane=lane, key=key, first_day=FIRST_DAY, readers=EVERYBODY)
    command = RegisterAgency(
        agency=agency,
        roles=(role,),
        jurisdiction="kz",
        zone="Asia/Almaty",
        week="5",
        lanes=(registration,),
    )
    do(driver, AUDIT_LANE, command)


def do(driver: Driver, lane: str, *commands: Command, time: str = FOUNDED_AT) -> None:
    addressed = [(sha256(repr(one).encode()).hexdigest(), one) for one in commands]
    driver.do(lane, addressed, actor="an-agency/desk/o-1", time=time)


def said(driver: Driver, lane: str, complaint: str = ID) -> list[Recorded[Any]]:
    """Give what a lane says of the complaint."""
    with driver.realm.store(lane).reading() as tx:
        events = [codec.read(raw) for _, raw in tx.own_after(0, 100)]
    return [event for event in events if event.stream.startswith(f"complaint-{complaint}")]


def types(driver: Driver, lane: str, complaint: str = ID) -> list[str]:
    return [event.type.split(".")[1] for event in said(driver, lane, complaint)]


def ignored(driver: Driver, lane: str) -> list[str]:
    with driver.realm.store(lane).reading() as tx:
        return [row[0] for row in tx.all("SELECT because FROM ignored")]


def test_a_complaint_at_the_wrong_door_is_registered_at_the_right_one(bodies: Driver) -> None:
    brought = replace(LODGE, complaint_id=BROUGHT, received_on=None, handed_in_at=None)
    do(bodies, STAGE_2_LANE, brought, time=HANDED_IN_AT)

    assert types(bodies, STAGE_2_LANE, BROUGHT) == ["complaint_lodged", "complaint_forwarded"]
    assert types(bodies, STAGE_1_LANE, BROUGHT) == ["complaint_lodged", "complaint_registered"]
    lodged, registered = said(bodies, STAGE_1_LANE, BROUGHT)
    assert isinstance(lodged.data, ComplaintLodged)
    assert isinstance(registered.data, ComplaintRegistered)
    assert lodged.causationid == f"{STAGE_2_LANE}/complaint-{BROUGHT}-1:2"
    assert (lodged.subject, registered.subject) == (CASE, CASE)
    assert registered.data.told is not None
    assert str(registered.data.told.due_on) == "2024-05-20"


def test_what_a_window_took_in_is_not_lodged_on_the_word_of_a_body(bodies: Driver) -> None:
    handed_in = replace(LODGE, received_on=None)
    do(bodies, STAGE_2_LANE, handed_in, time=HANDED_IN_AT)

    assert types(bodies, STAGE_2_LANE) == ["complaint_lodged", "complaint_forwarded"]
    assert types(bodies, STAGE_1_LANE) == []
    assert [one.partition(":")[0] for one in ignored(bodies, STAGE_1_LANE)] == [
        "not-theirs-to-lodge"
    ]
    do(bodies, STAGE_1_LANE, handed_in, time=HANDED_IN_AT)
    assert types(bodies, STAGE_1_LANE) == ["complaint_lodged", "complaint_registered"]


def test_a_body_that_tells_a_later_stage_first_keeps_the_applicant_from_nothing(
    bodies: Driver,
) -> None:
    false = replace(LODGE, stage=2, about=(), service_code="apostille")
    do(bodies, STAGE_1_LANE, false, time=HANDED_IN_AT)
    assert types(bodies, STAGE_1_LANE) == ["complaint_lodged", "complaint_forwarded"]
    assert types(bodies, STAGE_2_LANE) == []

    do(bodies, STAGE_2_LANE, replace(LODGE, stage=2), time=HANDED_IN_AT)

    lodged, _ = said(bodies, STAGE_2_LANE)
    assert lodged.data.about == LODGE.about


def test_a_decision_is_sent_and_the_authority_hears_of_it_once(bodies: Driver) -> None:
    do(bodies, STAGE_1_LANE, replace(LODGE, received_on=None, case_id=None), time=HANDED_IN_AT)
    do(bodies, STAGE_1_LANE, DECIDE, time=DECIDED_AT)

    events = said(bodies, STAGE_1_LANE)
    assert types(bodies, STAGE_1_LANE) == [
        "complaint_lodged",
        "complaint_registered",
        "complaint_decided",
        "decision_sent",
        "outcome_notified",
    ]
    assert {event.subject for event in events} == {ID}
    again = replace(DECIDE, participation="offered")
    with pytest.raises(Refused, match="already-decided"):
        do(bodies, STAGE_1_LANE, again, time="2024-05-18T05:00:00Z")


def test_the_next_stages_are_lodged_by_the_applicant_and_the_last_is_the_authoritys(
    bodies: Driver,
) -> None:
    do(bodies, STAGE_3_LANE, replace(LODGE, stage=3, received_on=None), time=HANDED_IN_AT)
    do(bodies, STAGE_3_LANE, replace(DECIDE, stage=3), time=DECIDED_AT)

    assert types(bodies, STAGE_3_LANE) == [
        "complaint_lodged",
        "complaint_registered",
        "complaint_decided",
        "decision_sent",
    ]

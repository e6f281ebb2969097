"""A lane that says afterwards that it took a case in does not become the case's window."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from events.audit import LaneRegistration
from examples.kazakhstan.agencies import (
    AUDIT_LANE,
    FIRST_DAY,
    JURISDICTION,
    WINDOW_LANE,
    ZONE,
)
from examples.kazakhstan.scenario import JOINED_AT, REGISTRAR
from services.audit.application.story import Story, story
from services.audit.domain.commands import RegisterAgency
from tests.flows.foreign import write_lane_file
from tests.flows.homes import copy_of
from tests.flows.kz_days import KzDays, kz_days
from tests.log.foreign_lane import ForeignLane
from tests.log.realm import agency, signer

FALSE = "intake.astana"
TAKEN_IN = date(2024, 5, 3)
BEFORE = date(2024, 5, 2)


@pytest.fixture
def days(joined: Path, tmp_path: Path) -> Iterator[KzDays]:
    """The late case was taken in on Friday 3 May; the false window owes days from Saturday on."""
    with kz_days(copy_of(joined, tmp_path)) as days:
        days.close_until(TAKEN_IN)
        days.act(*(step for step in days.late_case() if step.time < "2024-05-04"))
        days.close()
        register_false_window(days)
        yield days


def register_false_window(days: KzDays) -> None:
    lane = LaneRegistration(
        lane=FALSE, key=signer(FALSE).vkey.text, first_day=TAKEN_IN + timedelta(days=1)
    )
    register = RegisterAgency(
        agency=agency(FALSE),
        roles=("centre",),
        jurisdiction=JURISDICTION,
        zone=ZONE,
        week="5",
        lanes=(lane,),
    )
    commands = [(f"register/{FALSE}", register)]
    days.driver.do(AUDIT_LANE, commands, actor=REGISTRAR, time=JOINED_AT)


def told(days: KzDays) -> Story:
    with days.realm.store(AUDIT_LANE).reading() as tx:
        return story(tx, AUDIT_LANE, "A-2024-000118", None)


def claim(days: KzDays, case_id: str) -> None:
    """Say, on Saturday, that the case was lodged here the day before it was."""
    lane = ForeignLane(FALSE)
    lodged = lane.event(
        id=f"application-{case_id}:1",
        type="intake.application_lodged.v1",
        subject=case_id,
        to=agency(FALSE),
        data={
            "on": str(BEFORE),
            "service_code": "apostille",
            "standard_edition": "1",
            "variant": {"channel": "centre", "form": "paper"},
            "applicants": [],
            "language": "kk",
            "documents_presented": [],
        },
    )
    day = str(days.day)
    closed = lane.event(
        id="day-book:1",
        type="intake.day_closed.v1",
        subject="day-book",
        data={"on": day, "date": day},
    )
    lane.commit(lodged)
    lane.commit(closed)
    write_lane_file(days.realm.home, lane.records, FALSE)
    days.driver.quiet()


def test_the_lane_whose_lodging_was_knowable_first_is_the_window(days: KzDays) -> None:
    assert FIRST_DAY < BEFORE < TAKEN_IN < days.day
    before = told(days)

    claim(days, before.file.subject)
    days.close()

    after = told(days)
    assert after.file.window_lane == before.file.window_lane == WINDOW_LANE
    assert [entry.lane for entry in after.file.strangers] == [FALSE]
    assert days.rules() == ["backdated"]

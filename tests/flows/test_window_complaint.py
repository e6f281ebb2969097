"""What a window hands in is in one file with the body's word, of a case or of none (19.1)."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Final

import pytest

from events.audit import LaneRegistration
from events.complaints import Respondent
from events.intake_course import ComplaintHandedIn
from events.law.complaint_path import TakenIn
from examples.kazakhstan.agencies import (
    AUDIT_LANE,
    CENTRE,
    FIRST_DAY,
    JURISDICTION,
    JUSTICE,
    JUSTICE_ALMATY,
    WINDOW_LANE,
    ZONE,
)
from examples.kazakhstan.cases import HALL, Step
from examples.kazakhstan.scenario import JOINED_AT, REGISTRAR
from examples.kazakhstan.standard import EDITION, SERVICE
from services.audit.application.case_numbers import read_case
from services.audit.domain.commands import RegisterAgency
from services.intake.domain.commands_course import HandInComplaint
from tests.flows.foreign import write_lane_file
from tests.flows.homes import copy_of
from tests.flows.kz_days import LATE_CASE, KzDays, kz_days
from tests.log.foreign_lane import ForeignLane
from tests.log.realm import signer

BODY: Final = "complaints.justice-almaty"
"""The deliverer's complaints are kept by software of its own."""
HANDED_IN: Final = date(2024, 5, 3)
DUE: Final = date(2024, 5, 14)
"""The fifth working day: the 4th is worked, 7 to 9 May are off."""
AFTER: Final = date(2024, 5, 15)
COMPLAINT: Final = "desk4/complaint"
"""The command with which the window hands it in."""
ONE_DAY: Final = timedelta(days=1)


@pytest.fixture
def days(joined: Path, tmp_path: Path) -> Iterator[KzDays]:
    lane = LaneRegistration(
        lane=BODY, key=signer(BODY).vkey.text, first_day=FIRST_DAY, readers=(CENTRE,)
    )
    body = RegisterAgency(
        agency=JUSTICE_ALMATY,
        roles=("deliverer",),
        parent=JUSTICE,
        jurisdiction=JURISDICTION,
        zone=ZONE,
        week="5",
        lanes=(lane,),
    )
    with kz_days(copy_of(joined, tmp_path)) as days:
        commands = [(f"register/{BODY}", body)]
        days.driver.do(AUDIT_LANE, commands, actor=REGISTRAR, time=JOINED_AT)
        yield days


def complaint_id(days: KzDays) -> str:
    return days.realm.instance(WINDOW_LANE).mint.id(COMPLAINT, "complaint")


def hand_in(days: KzDays, case_id: str | None = None) -> None:
    """Hand a complaint in on 3 May, at the window, for the body."""
    command = HandInComplaint(
        complaint_id=complaint_id(days),
        case_id=case_id,
        service_code=SERVICE,
        to_agency=JUSTICE_ALMATY,
        to_lane=BODY,
        respondent=Respondent(agency=JUSTICE_ALMATY, kind="deliverer"),
        medium="paper",
    )
    days.close_until(HANDED_IN)
    days.act(Step("2024-05-03T05:05:00Z", WINDOW_LANE, HALL, COMPLAINT, command))


def keep_book(days: KzDays, *told: tuple[date, bytes]) -> None:
    """Let the body write its lane up to the day after the last one; it closes every day."""
    book = ForeignLane(BODY)
    for number in range(1, (AFTER - FIRST_DAY).days + 2):
        day = FIRST_DAY + (number - 1) * ONE_DAY
        closed = book.event(
            id=f"day-book:{number}",
            type="complaints.day_closed.v1",
            subject="day-book",
            data={"on": str(day), "date": str(day)},
        )
        book.commit(*(raw for on, raw in told if on == day), closed)
    write_lane_file(days.realm.home, book.records, BODY)
    days.driver.quiet()


def said(days: KzDays, on: date, version: int, what: str, **data: object) -> tuple[date, bytes]:
    """Let the body tell of the complaint at the first stage."""
    id_ = complaint_id(days)
    raw = ForeignLane(BODY).event(
        id=f"complaint-{id_}-1:{version}",
        type=f"complaints.{what}.v1",
        subject=id_,
        actor=f"{JUSTICE_ALMATY}/desk/o-1",
        data={"on": str(on), **data},
    )
    return on, raw


def lodged(days: KzDays) -> tuple[date, bytes]:
    return said(
        days,
        HANDED_IN,
        1,
        "complaint_lodged",
        complaint_id=complaint_id(days),
        stage=1,
        service_code=SERVICE,
        respondent={"agency": JUSTICE_ALMATY, "kind": "deliverer"},
        about=[],
        medium="paper",
        handed_in_at=WINDOW_LANE,
        received_on=str(HANDED_IN),
    )


def test_one_that_the_body_never_registers_is_found(days: KzDays) -> None:
    keep_book(days)
    hand_in(days)

    days.close_until(AFTER)
    assert days.standing("complaint_not_registered") == []
    days.close()

    (found,) = days.standing("complaint_not_registered")
    subject = complaint_id(days)
    assert (found.charged, found.subject, found.due_on) == (JUSTICE_ALMATY, subject, DUE)


@pytest.mark.parametrize(("on", "late"), [(DUE, []), (AFTER, [1])], ids=str)
def test_what_the_body_says_of_it_is_in_the_same_file(
    days: KzDays, on: date, late: list[int]
) -> None:
    registered = said(days, on, 2, "complaint_registered", registration_no="C-1")
    keep_book(days, lodged(days), registered)
    hand_in(days)

    days.close_until(AFTER + ONE_DAY)

    assert [one.days_late for one in days.standing("complaint_not_registered")] == late


def test_how_its_request_was_taken_in_is_told_as_the_window_has_it(days: KzDays) -> None:
    keep_book(days)
    days.close_until(HANDED_IN)
    taken = [step for step in days.late_case() if step.time < f"{HANDED_IN + ONE_DAY}"]
    days.act(*taken)
    case_id = days.realm.instance(WINDOW_LANE).mint.id(LATE_CASE, "case")

    hand_in(days, case_id)
    days.close()

    with days.realm.store(AUDIT_LANE).reading() as tx:
        file = read_case(tx, case_id, {head.lane: head.size for head in tx.heads()})
    told = file.first(ComplaintHandedIn)
    assert told is not None
    assert told.data.taken_in == TakenIn(standard_edition=EDITION, deliverer=JUSTICE_ALMATY)

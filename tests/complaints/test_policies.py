"""What follows at a body from a complaint that comes in (policies 12-14)."""

from typing import Any

import pytest
from msgspec.structs import replace

from events.common import Act
from events.complaints import ComplaintDecided, ComplaintForwarded, ComplaintLodged
from events.deciding import Ignored, Reaction
from events.envelope import Recorded
from events.intake_course import ComplaintHandedIn
from events.known import Known
from events.words import ForwardReason
from examples.kazakhstan.agencies import AUTHORITY, JUSTICE, JUSTICE_ALMATY, WINDOW_LANE
from services.complaints.application.policies import Reactions, react
from services.complaints.domain import examining, receiving
from services.complaints.domain.commands import ForwardComplaint, LodgeComplaint, RegisterComplaint
from tests.complaints.examples import (
    CASE,
    DECIDE,
    ELSEWHERE,
    FORWARD,
    HERE,
    ID,
    LODGE,
    LODGED,
    REGISTERED,
)
from tests.complaints.realm import (
    KNOWING_NO_NORM,
    KNOWN,
    STAGE_1_LANE,
    STAGE_2_LANE,
    STAGE_3_LANE,
    STRANGER,
    STRANGERS_LANE,
)
from tests.given import TODAY, live, recorded
from tests.law.calendars_of_kz import day

HANDED_IN_ON = day("2024-05-02")
TARGET = f"complaint-{ID}-1"


def on_complaint(data: Act, lane: str, version: int = 1, stage: int = 1) -> Recorded[Any]:
    return replace(recorded(data, lane=lane, case=CASE), id=f"complaint-{ID}-{stage}:{version}")


def at(event: Recorded[Any], lane: str, agency: str, knows: Known = KNOWN) -> Reactions:
    return react(event, lane, agency, knows)


def handed_in(to_lane: str) -> Recorded[Any]:
    data = ComplaintHandedIn(
        on=HANDED_IN_ON,
        complaint_id=ID,
        case_id=CASE,
        service_code="apostille",
        to_agency=JUSTICE_ALMATY,
        to_lane=to_lane,
        respondent=LODGE.respondent,
        about=LODGE.about,
        medium="paper",
    )
    return recorded(data, lane=WINDOW_LANE, case=CASE)


def lodged(stage: int = 1) -> ComplaintLodged:
    return replace(LODGED.the_lodging(), stage=stage)


def forwarded(handed_in_at: str | None) -> ComplaintForwarded:
    (event,) = receiving.forward(LODGED, FORWARD, live(), ELSEWHERE, JUSTICE_ALMATY)
    assert isinstance(event, ComplaintForwarded)
    assert event.complaint is not None
    complaint = replace(event.complaint, handed_in_at=handed_in_at, received_on=HANDED_IN_ON)
    return replace(event, complaint=complaint)


def decided() -> ComplaintDecided:
    (event,) = examining.decide(REGISTERED, DECIDE, live(), HERE)
    assert isinstance(event, ComplaintDecided)
    return event


def test_what_a_window_hands_in_is_lodged_as_received_there_on_that_day() -> None:
    (reaction,) = at(handed_in(STAGE_1_LANE), STAGE_1_LANE, JUSTICE_ALMATY)

    assert reaction == Reaction(
        command=LodgeComplaint(
            complaint_id=ID,
            stage=1,
            case_id=CASE,
            service_code="apostille",
            respondent=LODGE.respondent,
            about=LODGE.about,
            medium="paper",
            handed_in_at=WINDOW_LANE,
            received_on=HANDED_IN_ON,
            from_lane=WINDOW_LANE,
        ),
        target=TARGET,
    )


def test_what_a_window_hands_in_elsewhere_asks_nothing_here() -> None:
    assert at(handed_in(STAGE_1_LANE), STAGE_2_LANE, JUSTICE) == ()


@pytest.mark.parametrize(
    ("stage", "lane", "agency"),
    [
        (1, STAGE_1_LANE, JUSTICE_ALMATY),
        (2, STAGE_2_LANE, JUSTICE),
        (3, STAGE_3_LANE, AUTHORITY),
    ],
)
def test_who_is_competent_registers_a_complaint(stage: int, lane: str, agency: str) -> None:
    (reaction,) = at(on_complaint(lodged(stage), lane), lane, agency)

    assert reaction == Reaction(
        command=RegisterComplaint(
            complaint_id=ID, stage=stage, registration_no=f"{lane}/R{ID[:8]}-{stage}"
        ),
        target=f"complaint-{ID}-{stage}",
    )


@pytest.mark.parametrize(
    ("stage", "lane", "reason", "to_lane"),
    [
        (1, STRANGERS_LANE, "not_competent", STAGE_1_LANE),
        (3, STRANGERS_LANE, "not_competent", STAGE_3_LANE),
        (1, STAGE_2_LANE, "wrong_stage", STAGE_1_LANE),
        (2, STAGE_1_LANE, "wrong_stage", STAGE_2_LANE),
    ],
)
def test_who_is_not_competent_forwards_a_complaint_to_who_is(
    stage: int, lane: str, reason: ForwardReason, to_lane: str
) -> None:
    agency, to_agency = (KNOWN.register.lanes[one].agency for one in (lane, to_lane))

    (reaction,) = at(on_complaint(lodged(stage), lane), lane, agency)

    assert reaction == Reaction(
        command=ForwardComplaint(
            complaint_id=ID, stage=stage, to_agency=to_agency, to_lane=to_lane, reason=reason
        ),
        target=f"complaint-{ID}-{stage}",
    )


def test_a_complaint_that_came_back_is_registered_not_sent_about() -> None:
    (reaction,) = at(on_complaint(lodged(), STRANGERS_LANE, version=3), STRANGERS_LANE, STRANGER)

    assert isinstance(reaction, Reaction)
    assert isinstance(reaction.command, RegisterComplaint)


@pytest.mark.parametrize(
    "knows",
    [
        KNOWING_NO_NORM,
        replace(KNOWN, register=replace(KNOWN.register, lanes={})),
    ],
    ids=["nobody known to be competent", "no lane of the competent body"],
)
def test_where_a_complaint_can_go_nowhere_it_is_registered_here(knows: Known) -> None:
    (reaction,) = at(on_complaint(lodged(), STRANGERS_LANE), STRANGERS_LANE, STRANGER, knows)

    assert isinstance(reaction, Reaction)
    assert isinstance(reaction.command, RegisterComplaint)


def test_another_bodys_complaint_asks_nothing_here() -> None:
    assert at(on_complaint(lodged(), STAGE_1_LANE), STAGE_2_LANE, JUSTICE) == ()
    assert at(on_complaint(decided(), STAGE_1_LANE), STAGE_2_LANE, JUSTICE) == ()


@pytest.mark.parametrize("window", [WINDOW_LANE, None])
def test_a_forwarded_complaint_is_told_from_its_sending_on_whatever_it_says_of_a_window(
    window: str | None,
) -> None:
    event = on_complaint(forwarded(window), STRANGERS_LANE, version=2)

    (reaction,) = at(event, STAGE_1_LANE, JUSTICE_ALMATY)

    assert reaction == Reaction(
        command=replace(LODGE, handed_in_at=None, received_on=TODAY, from_lane=STRANGERS_LANE),
        target=TARGET,
    )


def test_a_complaint_forwarded_to_another_lane_asks_nothing_here() -> None:
    event = on_complaint(forwarded(WINDOW_LANE), STRANGERS_LANE, version=2)

    assert at(event, STAGE_2_LANE, JUSTICE) == ()
    assert at(event, STRANGERS_LANE, STRANGER) == ()


def test_a_complaint_that_comes_beside_the_lanes_is_an_officers_to_lodge() -> None:
    empty = replace(forwarded(WINDOW_LANE), complaint=None)

    (answer,) = at(on_complaint(empty, STRANGERS_LANE, version=2), STAGE_1_LANE, JUSTICE_ALMATY)

    assert answer == Ignored(because="it comes beside the lanes: an officer lodges it")

"""What follows at a body from a decision, an answer, a restoration (policies 5, 15 and 17)."""

from typing import Any

import pytest
from msgspec.structs import replace

from events.acts.inquiry import NoteAnswer
from events.common import Act, DayClosed
from events.complaints import ComplaintDecided
from events.deciding import Ignored, Reaction
from events.envelope import Recorded
from events.known import Known
from events.provider_course import InquiryAnswered, RightsRestored
from examples.kazakhstan.agencies import AUTHORITY, DELIVERY_LANE, JUSTICE, JUSTICE_ALMATY
from services.complaints.application.policies import Reactions, react
from services.complaints.domain import examining, receiving
from services.complaints.domain.commands import NotifyOutcome, SendDecision
from tests.complaints.examples import CASE, DECIDE, HERE, ID, LODGED, REGISTER, REGISTERED
from tests.complaints.realm import KNOWN, STAGE_1_LANE, STAGE_2_LANE, STAGE_3_LANE
from tests.given import TODAY, live, recorded

TARGET = f"complaint-{ID}-1"


def on_complaint(data: Act, lane: str, version: int = 1, stage: int = 1) -> Recorded[Any]:
    return replace(recorded(data, lane=lane, case=CASE), id=f"complaint-{ID}-{stage}:{version}")


def at(event: Recorded[Any], lane: str, agency: str, knows: Known = KNOWN) -> Reactions:
    return react(event, lane, agency, knows)


def decided() -> ComplaintDecided:
    (event,) = examining.decide(REGISTERED, DECIDE, live(), HERE)
    assert isinstance(event, ComplaintDecided)
    return event


def test_a_decision_is_sent_and_the_authority_notified() -> None:
    reactions = at(on_complaint(decided(), STAGE_2_LANE, version=3), STAGE_2_LANE, JUSTICE)

    assert reactions == [
        Reaction(
            command=SendDecision(complaint_id=ID, stage=1, tells_next_step=True), target=TARGET
        ),
        Reaction(
            command=NotifyOutcome(complaint_id=ID, stage=1, summary=("ground_not_in_standard",)),
            target=TARGET,
        ),
    ]


def test_of_its_own_decision_the_authority_needs_no_notice() -> None:
    (reaction,) = at(on_complaint(decided(), STAGE_3_LANE, 3, stage=3), STAGE_3_LANE, AUTHORITY)

    assert reaction == Reaction(
        command=SendDecision(complaint_id=ID, stage=3, tells_next_step=True),
        target=f"complaint-{ID}-3",
    )


def answered(inquiry: str, to_lane: str = STAGE_2_LANE) -> Recorded[Any]:
    data = InquiryAnswered(
        on=TODAY,
        inquiry=inquiry,
        case_id="*",
        to_lane=to_lane,
        outcome="provided",
        documents=("plan",),
    )
    return recorded(data, lane=DELIVERY_LANE, case=CASE)


def test_the_answer_to_an_own_inquiry_is_noted_under_a_well_formed_case() -> None:
    event = answered(f"{STAGE_2_LANE}/inquiry-i-1:1")

    (reaction,) = at(event, STAGE_2_LANE, JUSTICE)

    assert reaction == Reaction(
        command=NoteAnswer(
            inquiry_id="i-1",
            case_id=CASE,
            outcome="provided",
            answer=event.ref,
            documents=("plan",),
        ),
        target="inquiry-i-1",
    )


@pytest.mark.parametrize(
    "inquiry",
    [f"{STAGE_1_LANE}/inquiry-i-1:1", f"{STAGE_2_LANE}/complaint-i-1:1", "i-1", ""],
)
def test_an_answer_to_what_was_not_asked_here_is_ignored(inquiry: str) -> None:
    (answer,) = at(answered(inquiry), STAGE_2_LANE, JUSTICE)

    assert answer == Ignored(because=f"{inquiry} is no inquiry of this lane")


def test_an_answer_to_another_lane_asks_nothing_here() -> None:
    event = answered(f"{STAGE_2_LANE}/inquiry-i-1:1", to_lane=STAGE_1_LANE)

    assert at(event, STAGE_2_LANE, JUSTICE) == ()


def test_that_rights_are_restored_is_an_officers_to_check() -> None:
    data = RightsRestored(
        on=TODAY, cause="x/y:1", to_lane=STAGE_3_LANE, measures=("result_issued",)
    )
    event = recorded(data, lane=DELIVERY_LANE, case=CASE)

    (answer,) = at(event, STAGE_3_LANE, AUTHORITY)

    assert isinstance(answer, Ignored)
    assert at(event, STAGE_2_LANE, JUSTICE) == ()


@pytest.mark.parametrize(
    "data",
    [
        DayClosed(on=TODAY, date=TODAY),
        *receiving.register(LODGED, REGISTER, live(), HERE),
    ],
    ids=lambda value: type(value).__name__,
)
def test_nothing_follows_from_other_events(data: Act) -> None:
    assert at(on_complaint(data, STAGE_1_LANE), STAGE_1_LANE, JUSTICE_ALMATY) == ()
    assert at(on_complaint(data, STAGE_1_LANE), STAGE_2_LANE, JUSTICE) == ()

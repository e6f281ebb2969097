"""What follows at a deliverer from a decision on a complaint (policies 15 and 16)."""

from typing import Any

import pytest
from msgspec.structs import replace

from events.common import Act
from events.complaints import ComplaintDecided, Verdict
from events.complaints_after import RestorationDemanded
from events.deciding import Ignored, Reaction
from events.envelope import Recorded
from services.provider.application.policies import react
from services.provider.domain.commands_course import ReopenCase
from tests.given import TODAY, recorded
from tests.law.calendars_of_kz import day
from tests.provider.at_lane import ELSEWHERE, HERE
from tests.provider.examples import CASE
from tests.provider.realm import EXAMINER_LANE

BY = day("2024-07-10")
DECIDED = ComplaintDecided(
    on=TODAY,
    outcome=Verdict.SATISFIED,
    reasons_given=True,
    participation="none",
    measures=("decision_changed",),
    measures_by=BY,
)
DEMANDED = RestorationDemanded(
    on=TODAY, to_agency=HERE.agency, to_lane=HERE.lane, measures=("result_issued",), by=BY
)


def said(data: Act, stream: str = "complaint-c-1-3") -> Recorded[Any]:
    return replace(recorded(data, lane=EXAMINER_LANE, case=CASE), id=f"{stream}:4")


@pytest.mark.parametrize(
    "data", [DECIDED, replace(DECIDED, outcome=Verdict.PARTLY), DEMANDED], ids=str
)
def test_where_a_new_decision_is_asked_for_the_case_is_reopened(data: Act) -> None:
    (reaction,) = react(said(data), HERE)

    assert reaction == Reaction(
        command=ReopenCase(
            case_id=CASE,
            complaint_id="c-1",
            cause=f"{EXAMINER_LANE}/complaint-c-1-3:4",
            by=BY,
        ),
        target=f"delivery-{CASE}",
    )


@pytest.mark.parametrize("outcome", [Verdict.REFUSED, Verdict.NOT_RECORDED])
def test_a_complaint_that_is_not_satisfied_changes_nothing(outcome: Verdict) -> None:
    assert react(said(replace(DECIDED, outcome=outcome)), HERE) == ()


@pytest.mark.parametrize("measures", [(), ("apology", "fee_returned")])
@pytest.mark.parametrize("data", [DECIDED, DEMANDED], ids=["decided", "demanded"])
def test_to_restore_rights_otherwise_is_for_an_officer(
    data: ComplaintDecided | RestorationDemanded, measures: tuple[str, ...]
) -> None:
    (reaction,) = react(said(replace(data, measures=measures)), HERE)

    assert isinstance(reaction, Ignored)


def test_a_demand_to_another_lane_asks_nothing_here() -> None:
    assert react(said(DEMANDED), ELSEWHERE) == ()


def test_a_complaint_whose_stream_is_named_otherwise_reopens_without_its_id() -> None:
    (reaction,) = react(said(DECIDED, "protest-7"), HERE)

    assert isinstance(reaction, Reaction)
    assert reaction.command.complaint_id is None

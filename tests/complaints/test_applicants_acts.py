"""The applicant may withdraw, and may go to court at any stage (19.7, 19.8)."""

import pytest
from msgspec.structs import replace

from events.complaints_after import ComplaintWithdrawn, CourtActionReported, CourtOutcomeReported
from services.complaints.domain.applicants_acts import (
    report_court_action,
    report_court_outcome,
    withdraw,
)
from services.complaints.domain.complaint import Complaint, Status
from tests.complaints.examples import (
    ABSENT,
    COURT,
    COURT_SAID,
    LODGED,
    REGISTERED,
    WITHDRAW,
    YEARS_LATER,
    but,
)
from tests.given import TODAY, given, live, refused_for_form

KNOWN_HERE = but(Status.ABSENT)


@pytest.mark.parametrize("state", [LODGED, REGISTERED], ids=lambda state: state.status)
def test_an_open_complaint_is_withdrawn_late_or_not(state: Complaint) -> None:
    (event,) = withdraw(state, WITHDRAW, live(YEARS_LATER))

    assert event == ComplaintWithdrawn(on=YEARS_LATER)
    assert given(state, event).status is Status.WITHDRAWN


@pytest.mark.parametrize(
    "state", but(Status.LODGED, Status.REGISTERED), ids=lambda state: state.status
)
def test_only_an_open_complaint_is_withdrawn(state: Complaint) -> None:
    refused_for_form(lambda by: withdraw(state, WITHDRAW, by), "wrong-state")


@pytest.mark.parametrize("state", KNOWN_HERE, ids=lambda state: state.status)
def test_at_any_stage_the_applicant_goes_to_court_and_the_stage_runs_on(state: Complaint) -> None:
    (action,) = report_court_action(state, COURT, live())
    (outcome,) = report_court_outcome(state, COURT_SAID, live())

    assert action == CourtActionReported(on=TODAY, court="almaty-administrative")
    assert outcome == CourtOutcomeReported(
        on=TODAY, court="almaty-administrative", outcome="overturned"
    )
    assert given(state, action, outcome) == state


def test_a_court_upholds_overturns_or_does_something_else() -> None:
    for outcome in ("upheld", "other"):
        assert report_court_outcome(REGISTERED, replace(COURT_SAID, outcome=outcome), live())


def test_of_a_complaint_that_never_came_nothing_is_reported() -> None:
    refused_for_form(lambda by: report_court_action(ABSENT, COURT, by), "complaint-unknown")
    refused_for_form(lambda by: report_court_outcome(ABSENT, COURT_SAID, by), "complaint-unknown")

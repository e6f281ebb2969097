"""The quality authority demands that rights be restored, and watches that they are (19.5)."""

import pytest
from msgspec.structs import replace

from events.complaints_after import RestorationChecked, RestorationDemanded
from examples.kazakhstan.agencies import DELIVERY_LANE, JUSTICE, JUSTICE_ALMATY
from services.complaints.domain.commands import DemandRestoration
from services.complaints.domain.competence import Competence
from services.complaints.domain.complaint import Complaint, Status
from services.complaints.domain.restoring import check, demand
from tests.complaints.examples import (
    ANSWERED,
    AT_THE_AUTHORITY,
    DECIDED,
    DEMAND,
    DEMANDED,
    HERE,
    REFUSED,
    RESTORED,
    YEARS_LATER,
    but,
)
from tests.given import TODAY, Deed, forbidden_by_law, given, live, refused_for_form, transcribed


def demanding(
    command: DemandRestoration = DEMAND,
    state: Complaint = DECIDED,
    competence: Competence = AT_THE_AUTHORITY,
    addressee: str | None = JUSTICE_ALMATY,
) -> Deed:
    return lambda by: demand(state, command, by, competence, addressee)


def checking(state: Complaint = DECIDED, competence: Competence = AT_THE_AUTHORITY) -> Deed:
    return lambda by: check(state, RESTORED, by, competence)


@pytest.mark.parametrize("state", [DECIDED, ANSWERED, DEMANDED], ids=["decided", "sent", "again"])
def test_after_an_unlawful_act_the_authority_demands_restoration_by_a_date(
    state: Complaint,
) -> None:
    assert demanding(state=state)(live(YEARS_LATER)) == [
        RestorationDemanded(
            on=YEARS_LATER,
            to_agency=JUSTICE_ALMATY,
            to_lane=DELIVERY_LANE,
            measures=("result_issued",),
            by=DEMAND.by or TODAY,
        )
    ]


def test_a_demand_needs_an_established_unlawful_act() -> None:
    forbidden_by_law(demanding(state=REFUSED), "no-unlawful-act", "19.5(2)")


def test_only_the_authority_demands() -> None:
    forbidden_by_law(demanding(competence=HERE), "not-the-authority", "19.5(2)")


def test_a_demand_says_by_when() -> None:
    refused_for_form(demanding(replace(DEMAND, by=None)), "date-missing", "19.5(2)")


@pytest.mark.parametrize("addressee", [None, JUSTICE])
def test_a_demand_goes_to_a_providers_lane_of_the_addressee(addressee: str | None) -> None:
    refused_for_form(demanding(addressee=addressee), "not-the-providers-lane", "19.5(2)")


@pytest.mark.parametrize("state", [DECIDED, DEMANDED], ids=["satisfied", "demanded"])
def test_what_was_granted_or_demanded_is_checked(state: Complaint) -> None:
    checked = RestorationChecked(on=TODAY, timely=True, full=True)

    assert check(state, RESTORED, live(), AT_THE_AUTHORITY) == [checked]


def test_only_the_authority_checks() -> None:
    forbidden_by_law(checking(competence=HERE), "not-the-authority", "19.5(3)")


def test_what_was_demanded_after_a_refused_complaint_is_checked_too() -> None:
    demanded = given(REFUSED, *demanding(state=REFUSED)(transcribed()))

    assert checking(demanded)(live())


def test_where_nothing_is_to_be_restored_nothing_is_checked() -> None:
    refused_for_form(checking(REFUSED), "nothing-to-restore", "19.5(3)")


@pytest.mark.parametrize(
    "state", but(Status.DECIDED, Status.ANSWERED), ids=lambda state: state.status
)
def test_before_the_decision_nothing_is_demanded_or_checked(state: Complaint) -> None:
    refused_for_form(demanding(state=state), "wrong-state")
    refused_for_form(checking(state), "wrong-state")

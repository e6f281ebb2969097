"""What applicants do on the way: bring documents, take the request back (8.1(7))."""

from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from events.intake import Applicant, Carrier
from events.intake_course import ApplicationWithdrawn, DocumentsSupplemented
from services.intake.domain.accepting import accept
from services.intake.domain.applicants import supply, withdraw
from services.intake.domain.application import Application
from services.intake.domain.status import Status
from tests.given import TODAY, forbidden_by_law, given, live, refused_for_form
from tests.intake.examples import (
    ABSENT,
    ACCEPT,
    ACCEPTED,
    ACCEPTED_ELECTRONIC,
    APPLICANT,
    CENTRE,
    FORWARDED,
    LODGE,
    LODGED,
    SUPPLY,
    WITHDRAW,
    but,
    lodged,
)

SECOND = Applicant(applicant_id="a-51c1", kind="natural", citizenship="citizen")
BOTH_LODGED = given(ABSENT, lodged(replace(LODGE, applicants=(APPLICANT, SECOND))))
BOTH = given(BOTH_LODGED, *accept(BOTH_LODGED, ACCEPT, live(), CENTRE))


def by_second(*ids: str) -> Application:
    leaving = replace(WITHDRAW, applicants=ids)
    return given(BOTH, *withdraw(BOTH, leaving, live()))


@pytest.mark.parametrize("state", [ACCEPTED, FORWARDED], ids=lambda s: s.status)
def test_an_applicant_may_bring_more_than_the_standard_lists(state: Application) -> None:
    (event,) = supply(state, SUPPLY, live())

    assert event == DocumentsSupplemented(
        on=TODAY, documents=("power_of_attorney",), carrier=Carrier.ELECTRONIC
    )
    assert given(state, event).documents == (*ACCEPT.documents_accepted, "power_of_attorney")


def test_no_paper_is_brought_in_an_electronic_service() -> None:
    paper = replace(SUPPLY, carrier=Carrier.PAPER)

    forbidden_by_law(
        lambda by: supply(ACCEPTED_ELECTRONIC, paper, by), "paper-in-electronic", "15.1"
    )
    assert supply(ACCEPTED, paper, live())


def test_who_brings_documents_brings_some() -> None:
    nothing = replace(SUPPLY, documents=())

    refused_for_form(lambda by: supply(FORWARDED, nothing, by), "nothing-brought", "8.1(7)")


@pytest.mark.parametrize(
    "state", but(Status.ACCEPTED, Status.WITH_DELIVERER), ids=lambda s: s.status
)
def test_documents_are_brought_to_a_case_that_is_under_way_here(state: Application) -> None:
    refused_for_form(lambda by: supply(state, SUPPLY, by), "wrong-state")


@pytest.mark.parametrize("state", [LODGED, ACCEPTED, FORWARDED], ids=lambda s: s.status)
def test_a_case_whose_only_applicant_withdraws_ends_and_the_event_names_nobody(
    state: Application,
) -> None:
    (event,) = withdraw(state, WITHDRAW, live())

    assert event == ApplicationWithdrawn(on=TODAY, applicants=())
    assert given(state, event).status is Status.WITHDRAWN


def test_a_case_goes_on_for_those_who_have_not_withdrawn() -> None:
    (event,) = withdraw(BOTH, replace(WITHDRAW, applicants=("a-51c1",)), live())

    assert event == ApplicationWithdrawn(on=TODAY, applicants=("a-51c1",))
    assert given(BOTH, event).status is Status.ACCEPTED


def test_a_case_ends_when_the_last_of_several_withdraws() -> None:
    (event,) = withdraw(by_second("a-51c1"), WITHDRAW, live())

    assert event == ApplicationWithdrawn(on=TODAY, applicants=())


def test_several_may_withdraw_together() -> None:
    assert by_second("a-51c1", "a-51c0").status is Status.WITHDRAWN


@pytest.mark.parametrize(
    "ids", [("a-9999",), ("a-51c0", "a-9999"), ()], ids=["stranger", "with a stranger", "nobody"]
)
def test_only_applicants_take_a_request_back(ids: Sequence[str]) -> None:
    leaving = replace(WITHDRAW, applicants=tuple(ids))

    refused_for_form(lambda by: withdraw(FORWARDED, leaving, by), "not-the-applicant")


def test_nobody_withdraws_twice() -> None:
    again = replace(WITHDRAW, applicants=("a-51c1",))

    refused_for_form(lambda by: withdraw(by_second("a-51c1"), again, by), "not-the-applicant")


@pytest.mark.parametrize(
    "state",
    but(Status.LODGED, Status.ACCEPTED, Status.WITH_DELIVERER),
    ids=lambda s: s.status,
)
def test_a_request_is_taken_back_before_its_result_is_here(state: Application) -> None:
    refused_for_form(lambda by: withdraw(state, WITHDRAW, by), "wrong-state")

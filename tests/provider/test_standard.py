"""A central body approves a standard and has it registered (7.1, 7.2, 8.1)."""

from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from events.provider import StandardApproved, StandardRegistered
from examples.kazakhstan.standard import CONTENTS
from services.provider.domain.standard import StandardEditions
from tests.given import TODAY, forbidden_by_law, given, live, refused, refused_for_form
from tests.provider.examples import APPROVE, APPROVED, IN_USE, NO_EDITION, RECORD


def test_a_central_body_approves_an_edition_with_its_contents() -> None:
    (event,) = NO_EDITION.approve(APPROVE, live(), may_approve=True)

    assert event == StandardApproved(
        on=TODAY,
        service_code="apostille",
        edition="1",
        contents=CONTENTS,
        act_no="order 58",
        effective_from=APPROVE.effective_from,
    )


def test_only_the_central_body_approves_standards() -> None:
    forbidden_by_law(
        lambda by: NO_EDITION.approve(APPROVE, by, may_approve=False), "not-central-body", "7.1"
    )


@pytest.mark.parametrize("state", [APPROVED, IN_USE], ids=["approved", "in use"])
def test_an_edition_is_approved_once(state: StandardEditions) -> None:
    refused_for_form(lambda by: state.approve(APPROVE, by, may_approve=True), "edition-exists")
    assert state.approve(replace(APPROVE, edition="2"), live(), may_approve=True)


@pytest.mark.parametrize("field", ["terms", "channels", "result_kinds", "deliverers"])
def test_a_standard_lacks_nothing_without_which_no_case_can_be_taken_in(field: str) -> None:
    without: dict[str, Sequence[str]] = {field: ()}
    hollow = replace(APPROVE, contents=replace(CONTENTS, **without))

    forbidden_by_law(
        lambda by: NO_EDITION.approve(hollow, by, may_approve=True), "content-missing", "8.1"
    )
    assert (
        field
        in refused(lambda by: NO_EDITION.approve(hollow, by, may_approve=True), live()).sentence
    )


def test_a_standard_may_be_free_of_documents_and_of_grounds_of_refusal() -> None:
    plain = replace(APPROVE, contents=replace(CONTENTS, documents=(), refusal_grounds=()))

    assert NO_EDITION.approve(plain, live(), may_approve=True)


def test_an_approved_edition_is_registered_and_in_use() -> None:
    (event,) = APPROVED.record_registration(RECORD, live())

    assert event == StandardRegistered(
        on=TODAY, service_code="apostille", edition="1", registration_no="R-2024-58"
    )


@pytest.mark.parametrize("state", [NO_EDITION, IN_USE], ids=["not approved", "registered"])
def test_only_an_approved_edition_is_registered_and_once(state: StandardEditions) -> None:
    refused_for_form(lambda by: state.record_registration(RECORD, by), "not-approved", "7.2")


def test_editions_are_the_fold_of_what_was_told() -> None:
    second = APPROVED.approve(replace(APPROVE, edition="2"), live(), may_approve=True)

    both = given(IN_USE, *second)

    assert both.approved == {"1", "2"}
    assert both.registered == {"1"}

"""A request reaches a window (art. 4, 6, 7.2, 12)."""

from functools import partial

import pytest
from msgspec.structs import replace

from events.identity import mark
from events.intake import ApplicationLodged
from events.law.variant import Variant
from services.intake.domain.application import Application
from services.intake.domain.taking_in import lodge
from tests.given import TODAY, forbidden_by_law, live, made_at, refused_for_form
from tests.intake.examples import ABSENT, APPLICANT, CENTRE, EVERY_STATUS, LODGE, PAPER, standard
from tests.intake.realm import HERE, OTHER_WINDOW_LANE


def test_a_request_is_noted_under_the_edition_in_use() -> None:
    (event,) = lodge(ABSENT, LODGE, live(), CENTRE)

    assert event == ApplicationLodged(
        on=TODAY,
        service_code="apostille",
        standard_edition="1",
        variant=PAPER,
        applicants=(APPLICANT,),
        language="kk",
        documents_presented=("application", "identity_document", "document_to_certify"),
    )


def test_a_request_is_noted_also_if_documents_are_missing() -> None:
    incomplete = replace(LODGE, documents_presented=())

    (event,) = lodge(ABSENT, incomplete, live(), CENTRE)

    assert isinstance(event, ApplicationLodged)


def test_a_case_bears_an_id_that_this_window_made() -> None:
    theirs = replace(LODGE, case_id=made_at(OTHER_WINDOW_LANE, "case 1"))

    for command in (theirs, replace(LODGE, case_id="17"), replace(LODGE, case_id=mark(HERE))):
        refused_for_form(
            partial(lambda command, by: lodge(ABSENT, command, by, CENTRE), command),
            "id-not-of-this-lane",
            "protocol E3",
        )


@pytest.mark.parametrize("id_", ["ivanov-ivan", "a-51c0-ivanov", "-a", "iin-1", "A1"])
def test_an_applicants_id_says_nothing_of_who_it_is(id_: str) -> None:
    named = replace(LODGE, applicants=(replace(APPLICANT, applicant_id=id_),))

    refused_for_form(lambda by: lodge(ABSENT, named, by, CENTRE), "applicant-id-not-random", "24")


def test_a_service_without_a_known_standard_is_refused() -> None:
    window = replace(CENTRE, standard=None)

    refused_for_form(lambda by: lodge(ABSENT, LODGE, by, window), "service-unknown", "6.1")


def test_a_standard_that_was_not_registered_is_not_in_use() -> None:
    window = replace(CENTRE, standard=standard(registered=False))

    refused_for_form(lambda by: lodge(ABSENT, LODGE, by, window), "edition-not-in-use", "7.2")


def test_only_a_channel_of_the_standard_is_open() -> None:
    by_post = replace(LODGE, variant=Variant(channel="post", form="paper"))

    forbidden_by_law(
        lambda by: lodge(ABSENT, by_post, by, CENTRE), "channel-not-offered", "12, 6.2"
    )


@pytest.mark.parametrize(
    "state", [state for state in EVERY_STATUS.values() if state != ABSENT], ids=lambda s: s.status
)
def test_a_case_is_lodged_once(state: Application) -> None:
    refused_for_form(lambda by: lodge(state, LODGE, by, CENTRE), "wrong-state")

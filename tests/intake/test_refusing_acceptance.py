"""A centre does not take a request in (14.2)."""

import pytest
from msgspec.structs import replace

from events.intake import AcceptanceRefused
from examples.kazakhstan.standard import CONTENTS
from services.intake.domain.application import Application
from services.intake.domain.commands import RefuseAcceptance
from services.intake.domain.taking_in import refuse_acceptance
from services.intake.domain.window import Window
from tests.given import TODAY, Deed, forbidden_by_law, given, live, refused_for_form
from tests.intake.examples import (
    ABSENT,
    CENTRE,
    COUNTER,
    EVERY_STATUS,
    LODGE,
    LODGED,
    REFUSE,
    lodged,
    standard,
)

INCOMPLETE = given(ABSENT, lodged(replace(LODGE, documents_presented=("application",))))


def refusing(
    command: RefuseAcceptance, state: Application = INCOMPLETE, at: Window = CENTRE
) -> Deed:
    return lambda by: refuse_acceptance(state, command, by, at)


def test_a_centre_refuses_an_incomplete_request_and_names_what_is_missing() -> None:
    (event,) = refuse_acceptance(INCOMPLETE, REFUSE, live(), CENTRE)

    assert event == AcceptanceRefused(
        on=TODAY, missing=("identity_document",), ground="incomplete", basis="14.2"
    )


def test_a_centre_refuses_acceptance_only_if_a_document_is_missing() -> None:
    forbidden_by_law(refusing(REFUSE, LODGED), "documents-complete", "14.2")


def test_a_refusal_for_documents_names_them() -> None:
    forbidden_by_law(refusing(replace(REFUSE, missing=())), "nothing-named", "14.2")


def test_only_a_centre_refuses_to_accept() -> None:
    forbidden_by_law(refusing(REFUSE, at=COUNTER), "not-a-centre", "14.2, 5.3(2)")


def test_another_ground_than_missing_documents_is_one_that_the_standard_lists() -> None:
    expired = replace(REFUSE, ground="expired_document", missing=())
    silent = standard(replace(CONTENTS, acceptance_refusal_grounds=()))

    assert refuse_acceptance(LODGED, expired, live(), CENTRE)
    forbidden_by_law(
        refusing(expired, LODGED, replace(CENTRE, standard=silent)),
        "ground-not-listed",
        "14.2, 8.1(8)",
    )


@pytest.mark.parametrize(
    "state", [state for state in EVERY_STATUS.values() if state != LODGED], ids=lambda s: s.status
)
def test_only_a_lodged_request_can_be_turned_away(state: Application) -> None:
    refused_for_form(refusing(REFUSE, state), "wrong-state")

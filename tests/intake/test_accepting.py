"""The window takes a request in (art. 14.2-14.4, 15.2)."""

import pytest
from msgspec.structs import replace

from events.intake import ApplicationAccepted, Signed
from examples.kazakhstan.standard import CONTENTS
from services.intake.domain.accepting import accept
from services.intake.domain.application import Application
from services.intake.domain.commands import AcceptApplication
from services.intake.domain.window import Window
from tests.given import TODAY, Deed, forbidden_by_law, live, refused, refused_for_form
from tests.intake.examples import (
    ACCEPT,
    CENTRE,
    COUNTER,
    EVERY_STATUS,
    LODGED,
    LODGED_ELECTRONIC,
    standard,
)
from tests.intake.realm import UNNAMED, UNNAMED_LANE

BY_ASTANA = replace(ACCEPT, deliverer=UNNAMED, to_lane=UNNAMED_LANE)
UNSIGNED = Signed(by="none")
BY_HAND = Signed(by="applicant")


def accepting(command: AcceptApplication, state: Application = LODGED, at: Window = CENTRE) -> Deed:
    return lambda by: accept(state, command, by, at)


def test_a_complete_request_is_accepted_as_it_was_lodged() -> None:
    (event,) = accept(LODGED, ACCEPT, live(), CENTRE)

    assert isinstance(event, ApplicationAccepted)
    assert LODGED.lodged is not None
    assert event.variant == LODGED.lodged.variant
    assert (event.on, event.service_code, event.standard_edition) == (TODAY, "apostille", "1")
    assert (event.deliverer, event.to_lane) == ("justice-almaty", "provider.justice-almaty")


@pytest.mark.parametrize("at", [CENTRE, COUNTER], ids=["centre", "counter"])
@pytest.mark.parametrize(
    "elsewhere",
    [
        replace(ACCEPT, to_lane="provider.unregistered"),
        replace(ACCEPT, to_lane=UNNAMED_LANE),
        replace(ACCEPT, deliverer=UNNAMED),
    ],
    ids=["nobody's lane", "another's lane", "another deliverer"],
)
def test_a_request_goes_to_a_lane_of_its_deliverer_whoever_tells_of_it(
    elsewhere: AcceptApplication, at: Window
) -> None:
    refused_for_form(accepting(elsewhere, at=at), "not-the-deliverers-lane", "8.1(1)")


@pytest.mark.parametrize("at", [CENTRE, COUNTER], ids=["centre", "counter"])
def test_a_request_is_accepted_for_a_deliverer_that_the_standard_names(at: Window) -> None:
    named = replace(at, standard=standard(replace(CONTENTS, deliverers=(UNNAMED,))))

    forbidden_by_law(accepting(BY_ASTANA, at=at), "not-a-deliverer", "8.1(1)")
    assert accept(LODGED, BY_ASTANA, live(), named)


def test_a_centre_does_not_accept_while_a_document_is_missing() -> None:
    incomplete = replace(ACCEPT, documents_accepted=("application", "identity_document"))

    forbidden_by_law(accepting(incomplete), "documents-missing", "14.2")


def test_the_refusal_names_each_missing_document() -> None:
    refusal = refused(accepting(replace(ACCEPT, documents_accepted=("application",))), live())

    assert refusal.sentence.endswith("missing: identity_document, document_to_certify")


@pytest.mark.parametrize("nothing", [None, ""])
def test_a_centre_identifies_the_applicant(nothing: str | None) -> None:
    forbidden_by_law(accepting(replace(ACCEPT, identified=nothing)), "not-identified", "14.3")


def test_a_deliverers_own_counter_may_accept_what_a_centre_may_not() -> None:
    bare = replace(ACCEPT, documents_accepted=(), identified=None)

    assert accept(LODGED, bare, live(), COUNTER)


@pytest.mark.parametrize("at", [CENTRE, COUNTER], ids=["centre", "counter"])
@pytest.mark.parametrize("nothing", [None, ""])
def test_an_officer_signs_only_on_written_consent(at: Window, nothing: str | None) -> None:
    officer = replace(ACCEPT.signed, by="officer")

    unasked = replace(ACCEPT, signed=officer, consent_on=nothing)
    asked = replace(ACCEPT, signed=officer, consent_on="2024-05-03")

    forbidden_by_law(accepting(unasked, at=at), "consent-missing", "14.4")
    assert accept(LODGED, asked, live(), at)


def test_a_consent_of_the_day_of_acceptance_is_in_time_and_one_of_the_day_after_is_not() -> None:
    officer = replace(ACCEPT, signed=replace(ACCEPT.signed, by="officer"))

    assert accept(LODGED, replace(officer, consent_on="2024-05-03"), live(), CENTRE)
    forbidden_by_law(
        accepting(replace(officer, consent_on="2024-05-04")), "consent-missing", "14.4"
    )


@pytest.mark.parametrize("day", ["3 May", "20240503", "2024-W18-5", "2024-02-30"])
def test_the_day_of_a_consent_is_a_date(day: str) -> None:
    refused_for_form(accepting(replace(ACCEPT, consent_on=day)), "consent-malformed", "14.4")


def test_a_specialised_centre_serves_its_one_deliverer() -> None:
    both = standard(replace(CONTENTS, deliverers=(ACCEPT.deliverer, UNNAMED)))
    specialised = replace(CENTRE, standard=both, only_deliverer=UNNAMED)

    forbidden_by_law(accepting(ACCEPT, at=specialised), "other-deliverer", "1(14)")
    assert accept(LODGED, BY_ASTANA, live(), specialised)


@pytest.mark.parametrize("signed", [UNSIGNED, BY_HAND], ids=["unsigned", "by hand"])
def test_an_electronic_service_needs_an_eds(signed: Signed) -> None:
    without = replace(ACCEPT, signed=signed)

    forbidden_by_law(accepting(without, LODGED_ELECTRONIC), "eds-missing", "15.2")
    assert accept(LODGED, without, live(), CENTRE)  # On paper it needs none.


def test_a_signature_that_does_not_verify_is_none_whoever_tells_of_it() -> None:
    broken = replace(ACCEPT, signed=replace(ACCEPT.signed, verified=False))

    refused_for_form(accepting(broken), "eds-invalid", "15.2")
    refused_for_form(accepting(broken, LODGED_ELECTRONIC), "eds-invalid", "15.2")


def test_an_electronic_service_needs_an_iin_or_a_bin() -> None:
    without = replace(ACCEPT, identifier="none")

    forbidden_by_law(accepting(without, LODGED_ELECTRONIC), "number-missing", "15.2")
    assert accept(LODGED_ELECTRONIC, replace(ACCEPT, identifier="bin"), live(), CENTRE)
    assert accept(LODGED, without, live(), CENTRE)


@pytest.mark.parametrize(
    "state", [state for state in EVERY_STATUS.values() if state != LODGED], ids=lambda s: s.status
)
def test_only_a_lodged_request_is_accepted(state: Application) -> None:
    refused_for_form(accepting(ACCEPT, state), "wrong-state")


def test_a_request_is_not_accepted_under_a_standard_that_this_window_has_not_heard_of() -> None:
    window = replace(CENTRE, standard=None)

    refused_for_form(accepting(ACCEPT, at=window), "edition-not-in-use", "7.2")

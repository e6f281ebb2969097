"""The applicant is asked for documents of the standard, never for what a body holds (5.5, 8.1)."""

import pytest
from msgspec.structs import replace

from events.law.norm_book import Standard
from events.provider_course import DocumentsAsked
from services.provider.domain.asking import ask_documents
from services.provider.domain.commands_course import AskDocuments
from services.provider.domain.delivery import Delivery, Status
from tests.given import TODAY, Deed, forbidden_by_law, given, live, refused, refused_for_form
from tests.provider.examples import ABSENT, HOLDER, REGISTERED, STANDARD
from tests.provider.examples_course import ASK_APPLICANT, ASKED_APPLICANT, EVERY_STATUS


def asking(
    command: AskDocuments, state: Delivery = REGISTERED, standard: Standard | None = STANDARD
) -> Deed:
    return lambda by: ask_documents(state, command, by, standard)


def test_the_applicant_is_asked_for_documents_of_the_standard() -> None:
    (event,) = ask_documents(REGISTERED, ASK_APPLICANT, live(), STANDARD)

    assert event == DocumentsAsked(
        on=TODAY,
        documents=("identity_document", "document_to_certify"),
        answer_by=ASK_APPLICANT.answer_by,
        ground="documents_awaited",
    )


def test_no_document_outside_the_standard_is_asked_for() -> None:
    extra = replace(ASK_APPLICANT, documents=("identity_document", "work_book"))

    forbidden_by_law(asking(extra), "document-not-in-standard", "8.1(7)")
    assert "work_book" in refused(asking(extra), live()).sentence


def test_an_unknown_standard_lists_no_document() -> None:
    forbidden_by_law(asking(ASK_APPLICANT, standard=None), "document-not-in-standard", "8.1(7)")


def test_what_an_agency_holds_is_asked_of_it_and_it_is_named() -> None:
    held = replace(ASK_APPLICANT, documents=("identity_document", "plan"))

    forbidden_by_law(asking(held), "held-by-agency", "5.5(4), 16.1(2)")
    assert HOLDER in refused(asking(held), live()).sentence


def test_who_asks_names_what_is_asked_for() -> None:
    nothing = replace(ASK_APPLICANT, documents=())

    refused_for_form(asking(nothing), "nothing-asked", "8.1(7)")


@pytest.mark.parametrize("status", [Status.DECIDED, Status.SENT, Status.ELSEWHERE])
def test_only_for_an_undecided_case_documents_are_asked_for(status: Status) -> None:
    refused_for_form(asking(ASK_APPLICANT, EVERY_STATUS[status]), "wrong-state")


def test_for_a_case_that_never_came_nothing_is_asked() -> None:
    refused_for_form(asking(ASK_APPLICANT, ABSENT), "case-unknown", "8.1(10)")


def test_what_was_asked_for_on_one_ground_is_awaited_together() -> None:
    again = replace(ASK_APPLICANT, documents=("application",))

    both = given(ASKED_APPLICANT, *ask_documents(ASKED_APPLICANT, again, live(), STANDARD))

    assert both.term.awaited == {
        "documents_awaited": {"application", "identity_document", "document_to_certify"}
    }

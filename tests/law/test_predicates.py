"""What a command refuses with at the agency and a rule judges with at the authority."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from events.law.norms import Document, Term
from events.law.predicates import (
    acceptance_day_counts,
    ground_is_listed,
    missing_documents,
    service_term,
)
from events.law.term import Unit
from events.law.variant import Applies, Variant
from examples.kazakhstan.standard import CONTENTS, DOCUMENTS

PAPER = Variant(channel="centre", form="paper", place="almaty", urgency="normal")
ONLINE = Variant(channel="portal", form="electronic")
PLAIN = Term(term_id="plain", length=3, unit=Unit.WORKING_DAY, calendar="kz")

presented = st.lists(st.sampled_from((*DOCUMENTS, "unasked")), unique=True)


@given(presented)
def test_missing_is_what_the_standard_lists_and_nobody_brought(brought: list[str]) -> None:
    missing = missing_documents(CONTENTS, PAPER, brought)

    assert set(missing) == set(DOCUMENTS) - set(brought)
    assert missing_documents(CONTENTS, PAPER, [*brought, *missing]) == ()


def test_missing_documents_are_named_in_the_order_of_the_standard() -> None:
    assert missing_documents(CONTENTS, PAPER, ["identity_document"]) == (
        "application",
        "document_to_certify",
    )


def test_the_applicant_need_not_bring_what_an_agency_holds() -> None:
    held = Document(code="extract", source="justice")
    contents = replace(CONTENTS, documents=(Document(code="application"), held))

    assert missing_documents(contents, PAPER, []) == ("application",)


def test_a_document_is_needed_only_where_the_standard_says_it_applies() -> None:
    letter = Document(code="letter", applies_when=Applies(condition=("representative",)))
    contents = replace(CONTENTS, documents=(letter,))
    represented = replace(PAPER, conditions=("representative", "first_time"))

    assert missing_documents(contents, PAPER, []) == ()
    assert missing_documents(contents, represented, []) == ("letter",)


@pytest.mark.parametrize(
    ("applies", "centre", "portal"),
    [
        (Applies(), True, True),
        (Applies(channel=("centre",)), True, False),
        (Applies(channel=("centre", "portal")), True, True),
        (Applies(form=("electronic",)), False, True),
        (Applies(place=("almaty",)), True, False),
        (Applies(urgency=("normal", "urgent")), True, False),
        (Applies(condition=("representative",)), False, False),
        (Applies(channel=("centre",), form=("electronic",)), False, False),
    ],
)
def test_a_part_of_a_standard_applies_if_each_of_its_lists_does(
    applies: Applies, *, centre: bool, portal: bool
) -> None:
    assert applies.to(PAPER) is centre
    assert applies.to(ONLINE) is portal


def test_all_conditions_must_hold_together() -> None:
    both = Applies(condition=("minor", "abroad"))

    assert not both.to(replace(PAPER, conditions=("minor",)))
    assert both.to(replace(PAPER, conditions=("abroad", "minor")))


def test_the_term_is_the_first_of_the_standard_that_applies() -> None:
    urgent = replace(PLAIN, term_id="urgent", applies_when=Applies(urgency=("urgent",)))
    contents = replace(CONTENTS, terms=(urgent, PLAIN))

    assert service_term(contents, PAPER) == PLAIN
    assert service_term(contents, replace(PAPER, urgency="urgent")) == urgent


def test_a_term_that_ends_otherwise_is_not_the_terms_of_the_result() -> None:
    refusal = replace(PLAIN, term_id="refusal", ends_at="refusal", length=1)
    contents = replace(CONTENTS, terms=(refusal, PLAIN))

    assert service_term(contents, PAPER) == PLAIN
    assert service_term(contents, PAPER, ends_at="refusal") == refusal


def test_a_standard_may_have_no_term_for_a_variant() -> None:
    contents = replace(CONTENTS, terms=(replace(PLAIN, applies_when=Applies(channel=("portal",))),))

    assert service_term(contents, PAPER) is None


@pytest.mark.parametrize(
    ("first_day_counted", "paper_dispatch", "counts"),
    [
        (False, (), False),
        (True, (), True),
        (False, ("centre",), True),  # 14.1 wins over the standard.
        (True, ("centre",), True),
        (False, ("portal",), False),
    ],
)
def test_the_day_of_acceptance_counts_by_the_standard_or_with_paper_dispatch_by_the_channel(
    paper_dispatch: tuple[str, ...], *, first_day_counted: bool, counts: bool
) -> None:
    contents = replace(CONTENTS, paper_dispatch=paper_dispatch)
    term = replace(PLAIN, first_day_counted=first_day_counted)

    assert acceptance_day_counts(contents, term, PAPER) is counts


def test_paper_dispatch_is_a_property_of_the_service_not_of_the_form_of_one_request() -> None:
    contents = replace(CONTENTS, paper_dispatch=("centre",))
    electronic = replace(PAPER, form="electronic")

    assert acceptance_day_counts(contents, PLAIN, electronic)


def test_a_ground_of_refusal_is_one_that_the_standard_lists() -> None:
    assert ground_is_listed(CONTENTS, "sample_mismatch")
    assert not ground_is_listed(CONTENTS, "expired_document")  # A ground not to take in.
    assert not ground_is_listed(replace(CONTENTS, refusal_grounds=()), "sample_mismatch")

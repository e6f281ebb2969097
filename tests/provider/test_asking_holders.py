"""Which holders a new case asks, and by when they must answer (5.5(4), 11.1(4), 16.1(2))."""

import hashlib
from datetime import date

import pytest
from msgspec.structs import replace

from events.acts.inquiry import SendInquiry
from events.common import Told
from events.law.norms import InquiryTerm
from events.law.term import Unit
from examples.kazakhstan.agencies import CENTRE, DELIVERY_LANE
from services.provider.domain.asking_holders import answer_told, questions
from services.provider.domain.deliverer import Deliverer
from tests.law.calendars_of_kz import day
from tests.provider.examples import ANSWER_TERM, CASE, CONTENTS, HOLDER, STANDARD
from tests.provider.realm import DELIVERER, LANES, registered

REF = f"{DELIVERY_LANE}/delivery-{CASE}:1"
FRIDAY = day("2024-05-03")


def with_terms(*inquiries: InquiryTerm) -> Deliverer:
    contents = replace(CONTENTS, inquiries=inquiries)
    return replace(DELIVERER, standard=replace(STANDARD, contents=contents))


def due(on: str) -> date | None:
    told = answer_told("plan", day(on), DELIVERER)
    return None if told is None else told.due_on


def test_the_holder_of_each_document_that_every_variant_needs_is_asked() -> None:
    (question,) = questions(CASE, REF, FRIDAY, DELIVERER)

    assert question == SendInquiry(
        inquiry_id=hashlib.sha256(f"{REF}\nplan".encode()).hexdigest()[:32],
        case_id=CASE,
        holder=HOLDER,
        to_lane=f"provider.{HOLDER}",
        kind="information",
        documents=("plan",),
        legal_basis="5.5(4)",
        told=Told(
            due_on=day("2024-05-04"),
            term_id="inquiry",
            norm_edition="apostille/1",
            calendar_version="kz/2024/1",
        ),
    )


def test_another_registration_of_the_case_asks_anew() -> None:
    (first,) = questions(CASE, REF, FRIDAY, DELIVERER)
    (second,) = questions(CASE, f"{DELIVERY_LANE}/delivery-{CASE}:7", FRIDAY, DELIVERER)

    assert first.inquiry_id != second.inquiry_id


def test_an_unknown_standard_names_no_holder() -> None:
    assert list(questions(CASE, REF, FRIDAY, replace(DELIVERER, standard=None))) == []


def test_one_working_day_from_friday_3_may_ends_on_the_working_saturday() -> None:
    assert due("2024-05-03") == day("2024-05-04")
    assert due("2024-05-06") == day("2024-05-10")


def test_the_first_term_that_names_the_document_or_none_at_all_holds() -> None:
    slower = replace(ANSWER_TERM, length=5)
    deliverer = with_terms(
        InquiryTerm(documents=("notary_record",), term=slower), InquiryTerm(term=ANSWER_TERM)
    )

    assert answer_told("plan", FRIDAY, deliverer) == answer_told("plan", FRIDAY, DELIVERER)
    assert answer_told("notary_record", FRIDAY, deliverer) != answer_told("plan", FRIDAY, deliverer)


@pytest.mark.parametrize(
    "deliverer",
    [
        with_terms(),
        with_terms(InquiryTerm(documents=("notary_record",), term=ANSWER_TERM)),
        with_terms(InquiryTerm(term=replace(ANSWER_TERM, calendar="nl"))),
        with_terms(InquiryTerm(term=replace(ANSWER_TERM, length=None))),
        with_terms(InquiryTerm(term=replace(ANSWER_TERM, length=None, unit=Unit.AS_TOLD))),
        replace(DELIVERER, standard=None),
    ],
    ids=["no term", "of another document", "no calendar", "no length", "as told", "no standard"],
)
def test_where_no_norm_or_no_calendar_gives_a_date_none_is_told(deliverer: Deliverer) -> None:
    assert answer_told("plan", FRIDAY, deliverer) is None


def test_a_holders_lane_is_its_only_provider_lane_that_has_no_last_day() -> None:
    lane, second = f"provider.{HOLDER}", f"provider.{HOLDER}-2"
    two = {**LANES, second: HOLDER}

    assert registered(LANES).lane_of(HOLDER, "provider") == lane
    assert registered(two).lane_of(HOLDER, "provider") is None
    assert registered(two, ended=(lane,)).lane_of(HOLDER, "provider") == second
    assert registered(LANES, ended=(lane,)).lane_of(HOLDER, "provider") is None
    assert registered(LANES).lane_of(CENTRE, "provider") is None

"""The date that an applicant is told at acceptance (4.1(1), 8.1(5), 14.1)."""

from collections.abc import Sequence
from datetime import date

import pytest
from msgspec.structs import replace

from events.common import Money, Told
from events.deciding import Header, RefusalKind
from events.intake import ApplicationAccepted
from events.intake_course import FeeTaken
from events.law.norms import Term
from events.law.term import Unit
from events.law.variant import Applies
from examples.kazakhstan.standard import CONTENTS
from services.intake.domain.accepting import accept
from services.intake.domain.commands import AcceptApplication
from services.intake.domain.window import Window
from tests.given import given, live, refused, refused_for_form, transcribed
from tests.intake.examples import ACCEPT, CENTRE, LODGED, standard
from tests.intake.norms import BY_INDEX, FEE, FROM_PAYMENT
from tests.law.calendars_of_kz import day

THREE_DAYS = Term(term_id="result", length=3, unit=Unit.WORKING_DAY, calendar="kz")
AS_TOLD = Term(term_id="result", unit=Unit.AS_TOLD)
TOLD = Told(due_on=day("2024-05-20"), term_id="result", norm_edition="apostille/1")


FEE_FIRST = replace(CONTENTS, terms=(FROM_PAYMENT,), fees=(FEE,))


def paid(on: str) -> FeeTaken:
    half = Money(minor=92_300, currency="KZT")
    return FeeTaken(on=day(on), amount=half, method="card", receipt_no="F-2024-31")


def window(*terms: Term, paper_dispatch: Sequence[str] = ()) -> Window:
    contents = replace(CONTENTS, terms=terms, paper_dispatch=tuple(paper_dispatch))
    return replace(CENTRE, standard=standard(contents))


def told(at: Window, by: Header, command: AcceptApplication = ACCEPT) -> Told:
    (event,) = accept(LODGED, command, by, at)
    assert isinstance(event, ApplicationAccepted)
    return event.told


def due(at: Window, on: str) -> date:
    return told(at, live(day(on))).due_on


def test_1_three_working_days_from_3_may_2024_end_on_10_may() -> None:
    answer = told(window(THREE_DAYS), live(day("2024-05-03")))

    assert answer == Told(
        due_on=day("2024-05-10"),
        term_id="result",
        norm_edition="apostille/1",
        calendar_version="kz/2024/1",
    )


def test_2_paper_dispatch_by_the_channel_counts_the_day_of_acceptance() -> None:
    by_centre = window(THREE_DAYS, paper_dispatch=["centre"])
    by_portal = window(THREE_DAYS, paper_dispatch=["portal"])

    assert due(by_centre, "2024-05-03") == day("2024-05-06")
    assert due(by_portal, "2024-05-03") == day("2024-05-10")


def test_3_the_week_is_the_standards() -> None:
    assert due(window(replace(THREE_DAYS, week="6")), "2024-05-03") == day("2024-05-08")


def test_4_one_working_day_ends_on_the_next_or_with_14_1_on_the_same() -> None:
    one_day = replace(THREE_DAYS, length=1)

    assert due(window(one_day), "2024-05-13") == day("2024-05-14")
    assert due(window(one_day, paper_dispatch=["centre"]), "2024-05-13") == day("2024-05-13")


def test_the_date_is_counted_by_the_calendar_known_on_the_day_of_acceptance() -> None:
    at = window(replace(THREE_DAYS, length=8))

    before, after = told(at, live(day("2024-06-05"))), told(at, live(day("2024-06-07")))

    assert (before.due_on, before.calendar_version) == (day("2024-06-18"), "kz/2024/1")
    assert (after.due_on, after.calendar_version) == (day("2024-06-19"), "kz/2024/2")


def test_a_live_acceptance_computes_its_date() -> None:
    given_one = replace(ACCEPT, told=TOLD)

    refusal = refused(lambda by: accept(LODGED, given_one, by, CENTRE), live())

    assert (refusal.code, refusal.article) == ("told-computed", "4.1(1)")
    assert refusal.kind is RefusalKind.FORM


def test_an_acceptance_told_afterwards_keeps_the_date_that_was_told_right_or_wrong() -> None:
    assert told(CENTRE, transcribed(), replace(ACCEPT, told=TOLD)) == TOLD


def test_an_acceptance_told_afterwards_without_its_date_gets_the_counted_one() -> None:
    assert told(CENTRE, transcribed()).due_on == day("2024-05-10")


def test_where_the_norm_leaves_the_date_to_what_was_told_only_a_told_one_can_be_recorded() -> None:
    at = window(AS_TOLD)

    refused_for_form(lambda by: accept(LODGED, ACCEPT, by, at), "date-not-told", "8.1(5)")
    assert told(at, transcribed(), replace(ACCEPT, told=TOLD)) == TOLD


@pytest.mark.parametrize(
    ("at", "code", "says"),
    [
        (window(), "term-missing", "apostille/1 has no term for centre"),
        (
            window(replace(THREE_DAYS, applies_when=Applies(channel=("portal",)))),
            "term-missing",
            "apostille/1 has no term for centre",
        ),
        (window(replace(THREE_DAYS, calendar="nl")), "calendar-missing", "no calendar of nl"),
        (window(replace(THREE_DAYS, length=2000)), "calendar-missing", "no calendar covers"),
        (window(replace(THREE_DAYS, length=None)), "term-uncountable", "0"),
    ],
)
def test_a_norm_that_gives_no_date_is_a_refusal_with_its_reason(
    at: Window, code: str, says: str
) -> None:
    refused_for_form(lambda by: accept(LODGED, ACCEPT, by, at), code, "8.1(5)")

    assert says in refused(lambda by: accept(LODGED, ACCEPT, by, at), live()).sentence


@pytest.mark.parametrize("days", [("2024-05-02", "2024-05-03"), ("2024-05-03", "2024-05-02")])
def test_a_term_from_payment_counts_from_the_day_of_the_last_payment(days: tuple[str, str]) -> None:
    """In whatever order they were told."""
    at = replace(CENTRE, standard=standard(FEE_FIRST))
    state = given(LODGED, *map(paid, days))

    (event,) = accept(state, ACCEPT, live(day("2024-05-06")), at)

    assert isinstance(event, ApplicationAccepted)
    assert event.told.due_on == day("2024-05-10")
    assert given(state, event).the_case().paid_on == day("2024-05-03")


def test_a_term_from_payment_has_no_date_before_a_payment() -> None:
    at = replace(CENTRE, standard=standard(replace(FEE_FIRST, fees=(BY_INDEX,))))

    refused_for_form(lambda by: accept(LODGED, ACCEPT, by, at), "fee-unpaid", "8.1(5)")
    assert told(at, transcribed(), replace(ACCEPT, told=TOLD)) == TOLD


def test_an_act_next_to_the_last_of_all_dates_is_refused_not_an_error() -> None:
    at = window(replace(THREE_DAYS, unit=Unit.CALENDAR_DAY))

    refusal = refused(lambda by: accept(LODGED, ACCEPT, by, at), transcribed(date.max))

    assert (refusal.code, refusal.article) == ("term-uncountable", "8.1(5)")

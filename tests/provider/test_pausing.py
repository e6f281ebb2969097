"""The term stands still and goes on only as the standard says (8.1(5), 8.1(7))."""

import pytest
from msgspec.structs import replace

from events.law.norms import Pause, PauseEffect, Term
from events.law.term import Unit
from events.provider import TermPaused
from events.provider_course import TermResumed
from examples.kazakhstan import standard as apostille
from examples.kazakhstan.agencies import WINDOW_LANE
from services.provider.domain.asking import ask_documents
from services.provider.domain.commands import PauseTerm
from services.provider.domain.commands_course import ResumeTerm
from services.provider.domain.deliverer import Deliverer
from services.provider.domain.delivering import register
from services.provider.domain.delivery import Delivery
from services.provider.domain.moving import forward
from services.provider.domain.pausing import pause, resume
from tests.given import (
    TODAY,
    Deed,
    forbidden_by_law,
    given,
    live,
    refused,
    refused_for_form,
    transcribed,
)
from tests.law.calendars_of_kz import day
from tests.provider.examples import (
    ABSENT,
    CASE,
    CONTENTS,
    PAUSE,
    REGISTER,
    REGISTERED,
    STANDARD,
)
from tests.provider.examples_course import (
    ASK_APPLICANT,
    ASKED_APPLICANT,
    ELSEWHERE,
    MOVE,
    PAUSED,
    RESUME,
)
from tests.provider.realm import DELIVERER, OTHER_WINDOW_LANE

HEARING = PauseTerm(case_id=CASE, ground="hearing", effect=PauseEffect.RESTART)
BROUGHT = ResumeTerm(case_id=CASE, documents=ASK_APPLICANT.documents, from_lane=WINDOW_LANE)


def limited(
    length: int, unit: Unit, terms: tuple[Term, ...] = apostille.CONTENTS.terms
) -> Deliverer:
    """Let the standard allow a hearing so long."""
    hearing = Pause(ground="hearing", effect=PauseEffect.RESTART, length=length, unit=unit)
    contents = replace(CONTENTS, pauses=(hearing,), terms=terms)
    return replace(DELIVERER, standard=replace(STANDARD, contents=contents))


def pausing(until: str, deliverer: Deliverer = DELIVERER) -> Deed:
    command = replace(HEARING, until=day(until))
    return lambda by: pause(REGISTERED, command, by, deliverer)


def resuming(command: ResumeTerm, state: Delivery = PAUSED) -> Deed:
    return lambda by: resume(state, command, by, DELIVERER)


@pytest.mark.parametrize(
    ("length", "unit", "last", "day_after"),
    [
        (10, Unit.CALENDAR_DAY, "2024-05-13", "2024-05-14"),
        (1, Unit.MONTH, "2024-06-03", "2024-06-04"),
        (3, Unit.WORKING_DAY, "2024-05-10", "2024-05-11"),
    ],
)
def test_a_pause_from_3_may_lasts_as_long_as_the_standard_says_and_no_day_longer(
    length: int, unit: Unit, last: str, day_after: str
) -> None:
    deliverer = limited(length, unit)

    assert pausing(last, deliverer)(live())
    forbidden_by_law(pausing(day_after, deliverer), "pause-too-long", "8.1(5)")


def test_a_pause_without_a_limit_in_the_standard_may_last_for_years() -> None:
    assert pause(REGISTERED, replace(PAUSE, until=day("2029-01-01")), live(), DELIVERER)


def test_a_pause_that_says_no_end_is_not_too_long_yet() -> None:
    (event,) = pause(REGISTERED, HEARING, live(), DELIVERER)

    assert replace(event, told=None) == TermPaused(
        on=TODAY, ground="hearing", effect=PauseEffect.RESTART
    )


@pytest.mark.parametrize(
    "deliverer",
    [replace(limited(3, Unit.WORKING_DAY), calendars={}), limited(3, Unit.WORKING_DAY, terms=())],
    ids=["calendar not known", "no calendar named"],
)
def test_a_limit_that_no_calendar_counts_here_is_left_to_judgement(deliverer: Deliverer) -> None:
    assert pausing("2024-08-01", deliverer)(live())


def test_what_a_pause_does_to_the_days_counted_is_for_the_standard_to_say() -> None:
    other = replace(HEARING, effect=PauseEffect.CONTINUE)

    forbidden_by_law(
        lambda by: pause(REGISTERED, other, by, DELIVERER), "effect-not-in-standard", "8.1(5)"
    )


def test_an_officer_resumes_the_term_on_its_ground_with_the_effect_of_the_pause() -> None:
    (event,) = resume(PAUSED, replace(RESUME, effect=None), live(), DELIVERER)

    assert replace(event, told=None) == TermResumed(
        on=TODAY, ground="documents_awaited", effect=PauseEffect.CONTINUE
    )


def test_a_resumption_has_no_other_effect_than_its_pause() -> None:
    anew = replace(RESUME, effect=PauseEffect.RESTART)

    forbidden_by_law(resuming(anew), "effect-not-in-standard", "8.1(5)")


@pytest.mark.parametrize("ground", ["hearing", None])
def test_a_term_that_does_not_stand_still_does_not_go_on(ground: str | None) -> None:
    refusal = refused(resuming(replace(RESUME, ground=ground), REGISTERED), live())

    assert (refusal.code, refusal.article) == ("not-paused", "8.1(5)")


def test_a_resumption_told_afterwards_may_end_a_pause_that_was_not_recorded() -> None:
    anew = replace(RESUME, effect=PauseEffect.RESTART)

    (event,) = resume(REGISTERED, anew, transcribed(), DELIVERER)

    assert event == TermResumed(
        on=TODAY, transcribed=True, ground="documents_awaited", effect=PauseEffect.RESTART
    )


def test_a_resumption_says_which_pause_it_ends() -> None:
    refused_for_form(resuming(replace(RESUME, ground=None), REGISTERED), "not-paused", "8.1(5)")


def test_a_term_goes_on_once() -> None:
    resumed = given(PAUSED, *resume(PAUSED, RESUME, live(), DELIVERER))

    assert not resumed.term.paused
    assert not resumed.term.awaited
    assert refused(resuming(RESUME, resumed), live()).code == "not-paused"


def test_two_pauses_end_each_on_its_own() -> None:
    both = given(PAUSED, *pause(PAUSED, HEARING, live(), DELIVERER))

    one = given(both, *resume(both, RESUME, live(), DELIVERER))

    assert one.term.paused.keys() == {"hearing"}


def test_when_all_that_was_asked_for_has_come_the_term_goes_on_by_itself() -> None:
    (event,) = resume(PAUSED, BROUGHT, live(), DELIVERER)

    assert replace(event, told=None) == TermResumed(
        on=TODAY, ground="documents_awaited", effect=PauseEffect.CONTINUE
    )


def test_while_a_document_is_missing_the_term_stands_still() -> None:
    half = replace(BROUGHT, documents=("identity_document",))

    refused_for_form(resuming(half), "documents-awaited", "8.1(7)")


def test_documents_that_were_asked_for_twice_are_all_awaited() -> None:
    more = replace(ASK_APPLICANT, documents=("application",))
    asked_again = given(PAUSED, *ask_documents(PAUSED, more, live(), STANDARD))

    refused_for_form(resuming(BROUGHT, asked_again), "documents-awaited", "8.1(7)")


def test_documents_resume_no_term_that_stands_still_for_another_reason() -> None:
    heard = given(REGISTERED, *pause(REGISTERED, HEARING, live(), DELIVERER))

    refused_for_form(resuming(BROUGHT, heard), "not-paused", "8.1(5)")


def test_documents_asked_for_without_a_pause_resume_nothing() -> None:
    refused_for_form(resuming(BROUGHT, ASKED_APPLICANT), "not-paused", "8.1(5)")


def test_only_the_window_of_the_case_says_what_was_brought() -> None:
    hostile = replace(BROUGHT, from_lane=OTHER_WINDOW_LANE)

    refused_for_form(resuming(hostile), "not-the-window", "1(4)")


def test_the_term_of_a_case_that_never_came_does_not_go_on() -> None:
    refused_for_form(resuming(RESUME, ABSENT), "case-unknown", "8.1(10)")


def test_who_has_the_case_no_more_keeps_its_term_not_still() -> None:
    forbidden_by_law(lambda by: pause(ELSEWHERE, PAUSE, by, DELIVERER), "case-elsewhere", "5.5(1)")


def test_an_open_pause_ends_when_the_case_goes_to_another_deliverer() -> None:
    gone = given(PAUSED, *forward(PAUSED, MOVE, live(day("2024-05-13")), DELIVERER))
    back = given(gone, *register(gone, REGISTER, live(day("2024-05-14"))))

    assert [one.resumed_on for one in gone.term.pauses] == [day("2024-05-13")]
    assert gone.term.awaited == {}
    assert refused(resuming(RESUME, back), live()).code == "not-paused"
    assert given(back, *pause(back, PAUSE, live(), DELIVERER)).term.paused


def test_a_pause_told_after_the_case_went_to_another_ended_with_that() -> None:
    late = given(ELSEWHERE, *pause(ELSEWHERE, PAUSE, transcribed(), DELIVERER))

    assert late.term.paused == {}

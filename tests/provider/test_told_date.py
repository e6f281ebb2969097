"""What the applicant is told when a term is paused, goes on or gets longer (4.1(1), 8.1(5)).

Three working days from Friday 3 May 2024: Saturday 4 (worked), Monday 6, and, as 7 and 9 May are
holidays and 8 May is a bridge, Friday 10.
"""

from typing import Final

import pytest
from msgspec.structs import replace

from events.common import Act, Told
from events.law.norms import PauseEffect, Term
from events.law.term import Unit
from events.law.variant import TermStart, Variant
from events.provider_course import CaseForwarded
from services.provider.domain.commands import PauseTerm
from services.provider.domain.commands_course import ExtendTerm, ResumeTerm
from services.provider.domain.deliverer import Deliverer
from services.provider.domain.delivering import register
from services.provider.domain.delivery import Delivery
from services.provider.domain.extending import extend
from services.provider.domain.pausing import pause, resume
from tests.given import TODAY, Deed, attempt, given, live, refused, transcribed
from tests.law.calendars_of_kz import day
from tests.provider.examples import ABSENT, CASE, CONTENTS, PAUSE, REGISTER, REGISTERED, STANDARD
from tests.provider.examples_course import EXTEND, RESUME
from tests.provider.realm import DELIVERER, OTHER_DELIVERER, OTHER_DELIVERY_LANE

CENTRE: Final = Variant(channel="centre", form="paper")
OPEN: Final = PauseTerm(case_id=CASE, ground="documents_awaited", effect=PauseEffect.CONTINUE)
HEARING: Final = PauseTerm(case_id=CASE, ground="hearing", effect=PauseEffect.RESTART)
TOLD: Final = Told(due_on=day("2024-05-30"), term_id="result-centre", norm_edition="apostille/1")


def with_terms(*terms: Term) -> Deliverer:
    """Let the standard have these terms."""
    return replace(DELIVERER, standard=replace(STANDARD, contents=replace(CONTENTS, terms=terms)))


def paused(command: PauseTerm, on: str, state: Delivery = REGISTERED) -> Delivery:
    return given(state, *pause(state, command, live(day(on)), DELIVERER))


def due(act: Act) -> str | None:
    told: Told | None = getattr(act, "told", None)
    return None if told is None else told.due_on.isoformat()


def resumed(state: Delivery, command: ResumeTerm, on: str) -> str | None:
    (event,) = resume(state, command, live(day(on)), DELIVERER)
    return due(event)


def test_a_pause_that_says_its_end_tells_the_date_that_follows_from_it() -> None:
    (event,) = pause(REGISTERED, PAUSE, live(), DELIVERER)

    assert getattr(event, "told", None) == Told(
        due_on=day("2024-05-22"),
        term_id="result-centre",
        norm_edition="apostille/1",
        calendar_version="kz/2024/1",
    )


def test_while_nothing_says_until_when_the_term_stands_still_no_date_is_told() -> None:
    (event,) = pause(REGISTERED, OPEN, live(), DELIVERER)

    assert due(event) is None


def test_a_pause_with_a_limit_in_the_standard_ends_there_at_the_latest() -> None:
    (event,) = pause(REGISTERED, HEARING, live(), DELIVERER)

    assert due(event) == "2024-05-16"  # Anew from Monday 13: 14, 15, 16.


@pytest.mark.parametrize(
    ("on", "told"),
    [
        ("2024-05-06", "2024-05-10"),  # On its own day: nothing has changed.
        ("2024-05-10", "2024-05-13"),  # Two days were left: 10, 13.
        ("2024-05-13", "2024-05-14"),
    ],
)
def test_a_term_that_goes_on_has_the_days_that_were_left(on: str, told: str) -> None:
    state = paused(OPEN, "2024-05-06")

    assert resumed(state, RESUME, on) == told


@pytest.mark.parametrize(
    ("on", "told"), [("2024-05-06", "2024-05-14"), ("2024-05-10", "2024-05-15")]
)
def test_a_term_that_begins_anew_has_all_its_days_from_the_next_one(on: str, told: str) -> None:
    state = paused(HEARING, "2024-05-06")
    anew = replace(RESUME, ground="hearing", effect=PauseEffect.RESTART)

    assert resumed(state, anew, on) == told


def test_a_pause_after_the_last_day_of_the_term_moves_nothing() -> None:
    state = paused(OPEN, "2024-05-11")

    assert resumed(state, RESUME, "2024-05-20") == "2024-05-10"


def test_a_pause_on_the_last_day_of_the_term_moves_it() -> None:
    state = paused(OPEN, "2024-05-10")

    assert resumed(state, RESUME, "2024-05-20") == "2024-05-20"


@pytest.mark.parametrize(
    ("on", "told"), [("2024-05-10", "2024-05-17"), ("2024-05-11", "2024-05-10")]
)
def test_an_extension_counts_from_the_last_day_and_not_after_it(on: str, told: str) -> None:
    (event,) = extend(REGISTERED, EXTEND, live(day(on)), DELIVERER)

    assert due(event) == told


def test_extensions_and_pauses_are_told_together() -> None:
    longer = given(REGISTERED, *extend(REGISTERED, EXTEND, live(), DELIVERER))
    state = paused(OPEN, "2024-05-16", longer)

    assert resumed(state, RESUME, "2024-05-20") == "2024-05-21"  # Two days were left: 20, 21.


def test_a_term_from_payment_counts_from_the_fee() -> None:
    paid = TermStart(variant=CENTRE, accepted_on=TODAY, paid_on=day("2024-05-02"))
    state = given(ABSENT, *register(ABSENT, replace(REGISTER, start=paid), live()))
    (term,) = (replace(one, starts="paid") for one in CONTENTS.terms[:1])

    (event,) = extend(state, replace(EXTEND, length=1), live(), with_terms(term))

    assert due(event) == "2024-05-10"  # 3, 4, 6, and one more.


DEEDS: Final[dict[str, Deed]] = {
    "pause": lambda by: pause(REGISTERED, replace(PAUSE, told=TOLD), by, DELIVERER),
    "resume": lambda by: resume(
        paused(OPEN, "2024-05-03"), replace(RESUME, told=TOLD), by, DELIVERER
    ),
    "extend": lambda by: extend(REGISTERED, replace(EXTEND, told=TOLD), by, DELIVERER),
}


@pytest.mark.parametrize("deed", DEEDS.values(), ids=DEEDS)
def test_a_live_act_brings_no_date_of_its_own(deed: Deed) -> None:
    refusal = refused(deed, live())

    assert (refusal.code, refusal.article) == ("told-computed", "4.1(1)")


@pytest.mark.parametrize("deed", DEEDS.values(), ids=DEEDS)
def test_an_act_told_afterwards_says_what_was_told(deed: Deed) -> None:
    (event,) = deed(transcribed())

    assert getattr(event, "told", None) == TOLD


def test_an_act_told_afterwards_without_a_date_tells_none() -> None:
    (event,) = pause(REGISTERED, PAUSE, transcribed(), DELIVERER)

    assert due(event) is None


AS_TOLD: Final = Term(term_id="as-told", unit=Unit.AS_TOLD)
LET_GO: Final = CaseForwarded(
    on=day("2024-05-10"),
    to_agency=OTHER_DELIVERER,
    to_lane=OTHER_DELIVERY_LANE,
    reason="not_competent",
)
STARTLESS: Final = given(ABSENT, *register(ABSENT, replace(REGISTER, start=None), live()))


@pytest.mark.parametrize(
    ("state", "deliverer"),
    [
        (STARTLESS, DELIVERER),
        (REGISTERED, replace(DELIVERER, calendars={})),
        (REGISTERED, with_terms(AS_TOLD)),
        (REGISTERED, with_terms(replace(CONTENTS.terms[0], starts="registered"))),
        (REGISTERED, with_terms(CONTENTS.terms[1])),
    ],
    ids=["no start", "no calendar", "as told", "not begun", "no term"],
)
def test_where_no_date_can_be_counted_none_is_told(state: Delivery, deliverer: Deliverer) -> None:
    told = attempt(lambda by: extend(state, _LONGER, by, deliverer), live())

    assert not isinstance(told, Exception)
    assert [due(event) for event in told] == [None]


_LONGER: Final = ExtendTerm(case_id=CASE, ground="expert_opinion", length=2, unit=Unit.WORKING_DAY)


def test_the_next_deliverer_tells_no_date_where_the_window_told_no_start() -> None:
    (event,) = pause(STARTLESS, PAUSE, live(), DELIVERER)

    assert due(event) is None


def test_a_case_that_came_back_counts_its_pauses_up_to_the_day_on_which_it_went() -> None:
    gone = given(paused(OPEN, "2024-05-06"), LET_GO)
    back = given(gone, *register(gone, REGISTER, live(day("2024-05-10"))))

    (event,) = extend(back, replace(EXTEND, length=1), live(day("2024-05-10")), DELIVERER)

    assert due(event) == "2024-05-14"  # Two days were left: 10, 13; and one more.

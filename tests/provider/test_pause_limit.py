"""The longest pause is counted as its case's term is, by the calendar known that day (H7)."""

from typing import Final

import pytest
from msgspec.structs import replace

from events.deciding import Refused
from events.law.norms import Pause, PauseEffect, Term
from events.law.term import Unit
from events.law.variant import Applies
from services.provider.domain.commands import PauseTerm
from services.provider.domain.deliverer import Deliverer
from services.provider.domain.delivery import Delivery
from services.provider.domain.pausing import pause
from tests.given import attempt, live
from tests.law.calendars_of_kz import day
from tests.provider.examples import CASE, CONTENTS, REGISTERED, STANDARD
from tests.provider.realm import DELIVERER

FIVE_DAYS: Final = Pause(
    ground="hearing", effect=PauseEffect.RESTART, length=5, unit=Unit.WORKING_DAY
)
PORTAL: Final = Applies(channel=("portal",))
FIVE_A_WEEK: Final = Term(term_id="t", length=30, unit=Unit.WORKING_DAY, calendar="kz")
SIX_A_WEEK: Final = replace(FIVE_A_WEEK, week="6")
UNKNOWN: Final = replace(FIVE_A_WEEK, calendar="nl")
AS_TOLD: Final = Term(term_id="t", unit=Unit.AS_TOLD)
MONDAY: Final = "2024-05-20"
FIFTH: Final = "2024-05-27"
AFTER: Final = "2024-05-28"


def case(*, told_start: bool = True) -> Delivery:
    """Take a case in that came through a centre."""
    assert REGISTERED.registered is not None
    start = REGISTERED.registered.start if told_start else None
    return replace(REGISTERED, registered=replace(REGISTERED.registered, start=start))


def under(*terms: Term, days: int = 5) -> Deliverer:
    contents = replace(CONTENTS, pauses=(replace(FIVE_DAYS, length=days),), terms=terms)
    return replace(DELIVERER, standard=replace(STANDARD, contents=contents))


def refusal(on: str, until: str, deliverer: Deliverer, state: Delivery) -> str | None:
    command = PauseTerm(
        case_id=CASE, ground="hearing", effect=PauseEffect.RESTART, until=day(until)
    )
    done = attempt(lambda by: pause(state, command, by, deliverer), live(day(on)))
    return done.code if isinstance(done, Refused) else None


def test_the_week_is_that_of_the_case_s_own_term_whichever_the_standard_names_first() -> None:
    """Six working days a week end on Saturday the 25th, five on Monday the 27th."""
    portals_first = under(replace(SIX_A_WEEK, applies_when=PORTAL), FIVE_A_WEEK)

    assert refusal(MONDAY, FIFTH, portals_first, case()) is None
    assert refusal(MONDAY, AFTER, portals_first, case()) == "pause-too-long"
    assert refusal(MONDAY, FIFTH, under(SIX_A_WEEK), case()) == "pause-too-long"


def test_without_the_window_s_word_the_limit_is_known_where_all_terms_count_alike() -> None:
    of_portals, untold = replace(FIVE_A_WEEK, applies_when=PORTAL), case(told_start=False)

    assert refusal(MONDAY, AFTER, under(of_portals, FIVE_A_WEEK), untold) == "pause-too-long"
    assert refusal(MONDAY, AFTER, under(of_portals, SIX_A_WEEK), untold) is None


@pytest.mark.parametrize("term", [UNKNOWN, AS_TOLD, replace(FIVE_A_WEEK, applies_when=PORTAL)])
def test_where_the_case_s_own_term_counts_by_no_calendar_it_is_left_to_judgement(
    term: Term,
) -> None:
    assert refusal(MONDAY, AFTER, under(term), case()) is None


@pytest.mark.parametrize(
    ("on", "days", "last", "after"),
    [("2024-06-06", 7, "2024-06-18", "2024-06-19"), ("2024-06-10", 5, "2024-06-17", "2024-06-18")],
)
def test_it_is_counted_by_the_calendar_known_on_the_day_of_the_pause(
    on: str, days: int, last: str, after: str
) -> None:
    """On 6 June Monday 17 June is a day off; by the version of the next day it is worked."""
    deliverer = under(FIVE_A_WEEK, days=days)

    assert refusal(on, last, deliverer, case()) is None
    assert refusal(on, after, deliverer, case()) == "pause-too-long"

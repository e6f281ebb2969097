"""The deadlines of a case: what is told and what is judged (8.1(5), 5.5(5), 14.1)."""

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from events.common import Told
from events.law.calendar import Week
from events.law.calendars import Calendars
from events.law.counting import TermAsTold
from events.law.deadlines import NoTerm, ServiceTerm, centre_due, term_of, told_on
from events.law.norm_book import Standard
from events.law.norms import PauseEffect, Term
from events.law.pausing import Pause
from events.law.term import Unit
from events.law.variant import Applies, Variant
from events.law.working_days import CalendarGap
from examples.kazakhstan.standard import CONTENTS
from tests.law.calendars_of_kz import KZ, LATEST, day
from tests.law.strategies import days, weeks

VARIANT = Variant(channel="centre", form="paper")
THREE_DAYS = Term(term_id="result", length=3, unit=Unit.WORKING_DAY, calendar="kz")
ONE_DAY = replace(THREE_DAYS, length=1)
AS_TOLD = Term(term_id="result", unit=Unit.AS_TOLD)
KNOWN: Mapping[str, Calendars] = {"kz": KZ}

FRIDAY = day("2024-05-03")
MONDAY = day("2024-05-13")


def standard(*terms: Term, paper_dispatch: tuple[str, ...] = ()) -> Standard:
    return Standard(
        service_code="apostille",
        edition="1",
        contents=replace(CONTENTS, terms=terms, paper_dispatch=paper_dispatch),
        approved_by="provider.justice/standard-apostille:1",
    )


@pytest.mark.parametrize(
    ("term", "paper_dispatch", "accepted", "due", "to_centre"),
    [
        (THREE_DAYS, (), FRIDAY, "2024-05-10", "2024-05-09"),
        (THREE_DAYS, ("centre",), FRIDAY, "2024-05-06", "2024-05-05"),
        (replace(THREE_DAYS, week="6"), (), FRIDAY, "2024-05-08", "2024-05-07"),
        (ONE_DAY, (), MONDAY, "2024-05-14", "2024-05-13"),
        (ONE_DAY, ("centre",), MONDAY, "2024-05-13", "2024-05-12"),
    ],
    ids=["example 1", "example 2", "example 3", "example 4", "example 4 with 14.1"],
)
def test_the_worked_examples_are_told_and_judged_alike(
    term: Term, paper_dispatch: tuple[str, ...], accepted: date, due: str, to_centre: str
) -> None:
    norm = standard(term, paper_dispatch=paper_dispatch)

    told = told_on(norm, VARIANT, accepted, KNOWN)

    assert told.due_on == term_of(norm, VARIANT).due(accepted, LATEST) == day(due)
    assert centre_due(told.due_on) == day(to_centre)


def test_what_is_told_names_the_term_the_edition_and_the_calendars() -> None:
    over_new_year = replace(THREE_DAYS, length=15)

    assert told_on(standard(over_new_year), VARIANT, day("2012-12-12"), KNOWN) == Told(
        due_on=day("2013-01-09"),
        term_id="result",
        norm_edition="apostille/1",
        calendar_version="kz/2012/1 kz/2013/1",
    )


@pytest.mark.parametrize(
    ("accepted", "due"), [("2024-06-05", "2024-06-18"), ("2024-06-07", "2024-06-19")]
)
def test_a_date_is_told_by_the_calendar_known_that_day(accepted: str, due: str) -> None:
    told = told_on(standard(replace(THREE_DAYS, length=8)), VARIANT, day(accepted), KNOWN)

    assert told.due_on == day(due)


def test_the_first_day_is_settled_once_by_the_standard_and_14_1() -> None:
    counted = replace(THREE_DAYS, first_day_counted=True)

    assert not term_of(standard(THREE_DAYS), VARIANT).first_day_counted
    assert term_of(standard(counted), VARIANT).first_day_counted
    assert term_of(standard(THREE_DAYS, paper_dispatch=("centre",)), VARIANT).first_day_counted


def test_a_standard_without_a_term_for_the_variant_gives_no_date() -> None:
    of_the_portal = replace(THREE_DAYS, applies_when=Applies(channel=("portal",)))

    with pytest.raises(NoTerm, match=r"apostille/1 has no term for channel centre \(8.1\(5\)\)"):
        term_of(standard(of_the_portal), VARIANT)


def test_a_term_as_told_is_not_counted() -> None:
    assert term_of(standard(AS_TOLD), VARIANT).as_told
    assert not term_of(standard(THREE_DAYS), VARIANT).as_told
    with pytest.raises(TermAsTold, match="tell one"):
        told_on(standard(AS_TOLD), VARIANT, FRIDAY, KNOWN)


@pytest.mark.parametrize("calendar", [None, "nl"])
def test_a_calendar_that_nobody_adopted_gives_no_date(calendar: str | None) -> None:
    norm = standard(replace(THREE_DAYS, calendar=calendar))

    with pytest.raises(CalendarGap, match=f"no calendar of {calendar} has been adopted"):
        told_on(norm, VARIANT, FRIDAY, KNOWN)


def test_a_day_before_the_first_adopted_calendar_gives_no_date() -> None:
    with pytest.raises(CalendarGap, match="no calendar had been adopted by 2001-01-01"):
        told_on(standard(THREE_DAYS), VARIANT, day("2001-01-01"), KNOWN)


def test_a_pause_moves_the_last_day_and_an_open_one_leaves_none() -> None:
    term = term_of(standard(THREE_DAYS), VARIANT)
    closed = Pause(on=day("2024-05-06"), until=day("2024-05-20"), effect=PauseEffect.CONTINUE)
    still_open = replace(closed, until=None)

    assert term.paused_due(FRIDAY, LATEST, []) == day("2024-05-10")
    assert term.paused_due(FRIDAY, LATEST, [closed]) == day("2024-05-21")  # Sat 4, Mon 20, Tue 21.
    assert term.paused_due(FRIDAY, LATEST, [still_open]) is None


@given(days, weeks, st.integers(1, 60), st.booleans())
def test_without_pauses_both_ways_of_counting_agree(
    accepted: date,
    week: Week,
    length: int,
    first_day_counted: bool,  # noqa: FBT001 -- drawn
) -> None:
    term = ServiceTerm(
        term=replace(THREE_DAYS, length=length, week=week), first_day_counted=first_day_counted
    )

    assert term.paused_due(accepted, LATEST, []) == term.due(accepted, LATEST)


@given(days)
def test_a_result_is_sent_to_a_centre_one_day_before_and_that_day_never_rolls(due: date) -> None:
    assert (due - centre_due(due)).days == 1

"""The term gets longer only on a ground of the standard and by no more than it says (8.1(5))."""

import pytest
from msgspec.structs import replace

from events.law.norm_book import Standard
from events.law.term import Unit
from events.provider_course import TermExtended
from services.provider.domain.commands_course import ExtendTerm
from services.provider.domain.delivery import Delivery, Status
from services.provider.domain.extending import extend
from tests.given import TODAY, Deed, forbidden_by_law, given, live, refused_for_form
from tests.provider.examples import ABSENT, CONTENTS, REGISTERED, STANDARD
from tests.provider.examples_course import EVERY_STATUS, EXTEND, EXTENDED
from tests.provider.realm import DELIVERER


def extending(
    command: ExtendTerm, state: Delivery = REGISTERED, standard: Standard | None = STANDARD
) -> Deed:
    return lambda by: extend(state, command, by, replace(DELIVERER, standard=standard))


def test_a_term_is_extended_on_a_ground_of_the_standard() -> None:
    (event,) = extend(REGISTERED, EXTEND, live(), DELIVERER)

    assert replace(event, told=None) == TermExtended(
        on=TODAY, ground="expert_opinion", length=5, unit=Unit.WORKING_DAY
    )


def test_no_other_ground_makes_a_term_longer() -> None:
    holiday = replace(EXTEND, ground="officer_on_leave")

    forbidden_by_law(extending(holiday), "ground-not-in-standard", "8.1(5)")


@pytest.mark.parametrize(
    "standard", [None, replace(STANDARD, contents=replace(CONTENTS, extension=None))]
)
def test_a_standard_without_extensions_or_unknown_here_allows_none(
    standard: Standard | None,
) -> None:
    forbidden_by_law(extending(EXTEND, standard=standard), "ground-not-in-standard", "8.1(5)")


@pytest.mark.parametrize(("state", "last"), [(REGISTERED, 10), (EXTENDED, 5)])
def test_all_extensions_together_are_no_longer_than_the_standard_says(
    state: Delivery, last: int
) -> None:
    assert extend(state, replace(EXTEND, length=last), live(), DELIVERER)
    forbidden_by_law(
        extending(replace(EXTEND, length=last + 1), state), "extension-too-long", "8.1(5)"
    )


def test_an_extension_in_another_unit_than_the_standards_is_none_of_it() -> None:
    months = replace(EXTEND, length=1, unit=Unit.MONTH)

    forbidden_by_law(extending(months), "extension-too-long", "8.1(5)")


def test_extensions_are_remembered() -> None:
    twice = given(EXTENDED, *extend(EXTENDED, EXTEND, live(), DELIVERER))

    assert twice.term.extended_by(Unit.WORKING_DAY) == 10
    assert twice.term.extended_by(Unit.MONTH) == 0


@pytest.mark.parametrize("status", [Status.DECIDED, Status.SENT, Status.ELSEWHERE])
def test_only_an_undecided_case_has_a_term_to_extend(status: Status) -> None:
    refused_for_form(extending(EXTEND, EVERY_STATUS[status]), "wrong-state")


def test_a_case_that_never_came_has_no_term() -> None:
    refused_for_form(extending(EXTEND, ABSENT), "case-unknown", "8.1(10)")

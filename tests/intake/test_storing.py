"""A result waits for its applicant as long as the standard says (8.1(3))."""

from datetime import date

import pytest
from msgspec.structs import replace

from events.deciding import RefusalKind
from events.intake import Carrier
from events.intake_course import ResultReturned
from events.law.norms import Term
from events.law.term import Unit
from examples.kazakhstan.standard import CONTENTS
from services.intake.domain.application import Application
from services.intake.domain.status import Status
from services.intake.domain.storing import return_result
from services.intake.domain.window import Window
from tests.given import TODAY, forbidden_by_law, live, refused, refused_for_form
from tests.intake.examples import CENTRE, READY, RETURN, but, standard
from tests.intake.norms import STORAGE
from tests.law.calendars_of_kz import day

LAST = day("2024-06-03")
"""One month from Friday 3 May 2024: Monday 3 June."""
DAY_AFTER = day("2024-06-04")


def storing(term: Term | None) -> Window:
    return replace(CENTRE, standard=standard(replace(CONTENTS, storage=term)))


def refusal_on(on: date, at: Window) -> str:
    refusal = refused(lambda by: return_result(READY, RETURN, by, at), live(on))
    assert refusal.kind is RefusalKind.LAW
    return refusal.code


def test_a_result_goes_back_to_its_deliverer_the_day_after_the_storage_ends() -> None:
    (event,) = return_result(READY, RETURN, live(DAY_AFTER), storing(STORAGE))

    assert event == ResultReturned(
        on=DAY_AFTER, carrier=Carrier.PAPER, to_lane="provider.justice-almaty"
    )


def test_on_the_last_day_of_storage_it_is_still_kept() -> None:
    assert refusal_on(LAST, storing(STORAGE)) == "still-stored"


def test_a_result_is_kept_as_long_as_the_standard_says() -> None:
    forbidden_by_law(
        lambda by: return_result(READY, RETURN, by, storing(STORAGE)), "still-stored", "8.1(3)"
    )


@pytest.mark.parametrize(
    "term", [None, Term(term_id="storage", unit=Unit.AS_TOLD)], ids=["none", "as told"]
)
def test_where_the_standard_sets_no_storage_no_day_is_too_early(term: Term | None) -> None:
    assert return_result(READY, RETURN, live(TODAY), storing(term))


@pytest.mark.parametrize(
    "term",
    [replace(STORAGE, calendar="nl"), replace(STORAGE, length=2000), replace(STORAGE, length=None)],
    ids=["no calendar", "beyond it", "no length"],
)
def test_while_the_storage_cannot_be_counted_the_result_stays(term: Term) -> None:
    assert refusal_on(DAY_AFTER, storing(term)) == "still-stored"


@pytest.mark.parametrize("state", but(Status.READY), ids=lambda s: s.status)
def test_only_a_result_that_is_here_goes_back(state: Application) -> None:
    refused_for_form(lambda by: return_result(state, RETURN, by, CENTRE), "wrong-state")

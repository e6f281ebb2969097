"""A body tells the date by the law in force on the day on which it received the complaint (25)."""

from datetime import date
from typing import Final

import pytest
from msgspec.structs import replace

from events.complaints import ComplaintRegistered
from examples.kazakhstan.agencies import JUSTICE_ALMATY
from services.complaints.application.knowing import competence
from services.complaints.domain.receiving import lodge, register
from tests.complaints.examples import ABSENT, LODGE, REGISTER
from tests.complaints.realm import KNOWN, LAW
from tests.given import given, live
from tests.law.calendars_of_kz import day

FROM: Final = day("2024-05-06")
LAST_BEFORE: Final = day("2024-05-05")
LATER: Final = day("2024-06-03")
"""Both editions are known, and the later one is long in force."""
PATH: Final = LAW.paths[0]
SHORTER: Final = replace(PATH, stages=(replace(PATH.stages[0], working_days=2), *PATH.stages[1:]))
NEXT: Final = replace(LAW, edition="next", in_force_from=FROM, paths=(SHORTER,))
KNOWS_BOTH: Final = replace(KNOWN, norms=replace(KNOWN.norms, law={"kz": (LAW, NEXT)}))


def told(lodged_on: date, received_on: date, registered_on: date) -> tuple[str, date]:
    came = replace(LODGE, received_on=received_on)
    state = given(ABSENT, *lodge(ABSENT, came, live(lodged_on)))
    known = competence(KNOWS_BOTH, JUSTICE_ALMATY, state.the_lodging())
    (event,) = register(state, REGISTER, live(registered_on), known)
    assert isinstance(event, ComplaintRegistered)
    assert event.told is not None
    return event.told.norm_edition, event.told.due_on


@pytest.mark.parametrize(
    ("received", "edition", "due"),
    [(LAST_BEFORE, LAW.edition, "2024-05-15"), (FROM, "next", "2024-05-13")],
)
@pytest.mark.parametrize("registered", [FROM, LATER])
def test_the_day_of_receipt_says_which_edition_binds_whenever_it_is_registered(
    received: date, edition: str, due: str, registered: date
) -> None:
    assert told(received, received, registered) == (edition, day(due))


def test_a_receipt_said_to_be_later_than_the_lodging_takes_no_later_law() -> None:
    assert told(LAST_BEFORE, FROM, FROM)[0] == LAW.edition

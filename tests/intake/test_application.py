"""An application is the fold of its own events."""

import pytest

from events.common import Act
from events.intake import NoticeGiven, StatusTold
from services.intake.domain.application import Application, Status
from tests.given import TODAY, given
from tests.intake.examples import (
    ABSENT,
    ACCEPTED,
    ACCEPTED_ELECTRONIC,
    CLOSED,
    EVERY_STATUS,
    LODGED,
    PAPER,
    READY,
    lodged,
)

CHANGES_NOTHING: list[Act] = [
    NoticeGiven(on=TODAY, kind="receipt", about="intake.almaty-1/x:1"),
    StatusTold(
        on=TODAY, asked_at="2024-05-06T09:00:00Z", stage="lodged", as_of=(), by="contact_centre"
    ),
]


@pytest.mark.parametrize(("status", "state"), EVERY_STATUS.items())
def test_each_event_leads_to_its_state(status: Status, state: Application) -> None:
    assert state.status is status


@pytest.mark.parametrize("event", CHANGES_NOTHING, ids=lambda e: type(e).__name__)
@pytest.mark.parametrize("state", EVERY_STATUS.values(), ids=lambda s: s.status)
def test_what_the_applicant_is_told_changes_nothing(state: Application, event: Act) -> None:
    assert given(state, event) == state


def test_the_way_of_the_service_is_known_from_lodging_on() -> None:
    assert ABSENT.variant is None
    assert LODGED.variant == CLOSED.variant == PAPER


def test_the_deliverer_is_known_from_acceptance_on() -> None:
    assert LODGED.deliverer is None
    assert ACCEPTED.deliverer == READY.deliverer == "justice-almaty"


def test_a_request_and_its_acceptance_are_kept_as_told() -> None:
    assert LODGED.the_lodging() == lodged()
    assert ACCEPTED_ELECTRONIC.the_acceptance().variant.form == "electronic"


def test_what_has_not_happened_is_not_there() -> None:
    with pytest.raises(ValueError, match="was not lodged"):
        ABSENT.the_lodging()
    with pytest.raises(ValueError, match="was not accepted"):
        LODGED.the_acceptance()


def test_the_fold_checks_nothing_for_it_has_happened() -> None:
    assert given(CLOSED, lodged()).status is Status.LODGED

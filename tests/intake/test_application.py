"""An application is the fold of its own events."""

import pytest
from msgspec.structs import replace

from events.common import Act, Told
from events.intake import ApplicationForwarded, Carrier, NoticeGiven, StatusTold
from events.words import NoticeKind
from examples.kazakhstan.agencies import DELIVERY_LANE
from services.intake.domain.application import Application
from services.intake.domain.status import CAME, Status
from tests.given import TODAY, given
from tests.intake.examples import (
    ABSENT,
    ACCEPTED,
    ACCEPTED_ELECTRONIC,
    APPLICANT,
    CLOSED,
    EVERY_STATUS,
    FORWARDED,
    LODGED,
    PAPER,
    READY,
    UNCLAIMED,
    but,
    lodged,
)
from tests.intake.realm import UNNAMED_LANE
from tests.law.calendars_of_kz import day

CHANGES_NOTHING: list[Act] = [
    NoticeGiven(on=TODAY, kind="receipt", about="intake.almaty-1/x:1"),
    StatusTold(
        on=TODAY, asked_at="2024-05-06T09:00:00Z", stage="lodged", as_of=(), by="contact_centre"
    ),
]


LATER = Told(due_on=day("2024-05-20"), term_id="result-centre", norm_edition="apostille/1")
REOPENED_NOTICE = NoticeGiven(on=TODAY, kind="reopened", about=f"{DELIVERY_LANE}/delivery-x:5")
FORWARDED_ON = ApplicationForwarded(
    on=TODAY,
    service_code="apostille",
    standard_edition="1",
    to_lane=UNNAMED_LANE,
    carrier=Carrier.ELECTRONIC,
    documents=(),
)


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


def test_the_deliverers_lane_is_known_from_acceptance_on_and_is_where_it_was_sent_last() -> None:
    assert LODGED.deliverer_lane is None
    assert ACCEPTED.deliverer_lane == READY.deliverer_lane == DELIVERY_LANE
    assert given(FORWARDED, FORWARDED_ON).deliverer_lane == UNNAMED_LANE


def test_a_request_and_its_acceptance_are_kept_as_told() -> None:
    assert LODGED.the_lodging() == lodged()
    assert LODGED.applicants == ACCEPTED.applicants == (APPLICANT,)
    assert ACCEPTED_ELECTRONIC.the_case().variant.form == "electronic"
    assert ACCEPTED.the_case().told.due_on == day("2024-05-10")


@pytest.mark.parametrize("kind", ["pause", "resume", "extension"])
def test_the_date_of_a_case_is_the_one_told_last(kind: NoticeKind) -> None:
    notice = NoticeGiven(on=TODAY, kind=kind, about="provider.x/y:1", told=LATER)

    moved = replace(FORWARDED.the_case(), told=LATER, accepted_on=None)
    assert given(FORWARDED, notice).the_case() == moved
    assert moved.start is None
    assert given(LODGED, notice) == LODGED


@pytest.mark.parametrize("state", but(*CAME), ids=lambda s: s.status)
def test_a_notice_that_a_case_is_reopened_changes_nothing_before_the_result(
    state: Application,
) -> None:
    assert given(state, REOPENED_NOTICE).status is state.status


@pytest.mark.parametrize("state", [READY, CLOSED, UNCLAIMED], ids=lambda s: s.status)
def test_a_reopened_case_is_with_its_deliverer_again(state: Application) -> None:
    assert given(state, REOPENED_NOTICE).status is Status.WITH_DELIVERER


def test_what_has_not_happened_is_not_there() -> None:
    with pytest.raises(ValueError, match="was not lodged"):
        ABSENT.the_lodging()
    with pytest.raises(ValueError, match="was not accepted"):
        LODGED.the_case()
    with pytest.raises(ValueError, match="is not known here"):
        ABSENT.the_variant()


def test_the_fold_checks_nothing_for_it_has_happened() -> None:
    assert given(CLOSED, lodged()).status is Status.LODGED

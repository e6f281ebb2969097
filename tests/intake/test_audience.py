"""Who may read what a window says (art. 24)."""

from collections.abc import Sequence

import pytest

from events.common import Act, DayClosed, LanesHeard
from events.intake import (
    AcceptanceRefused,
    ApplicationAccepted,
    ApplicationForwarded,
    NoticeGiven,
    ResultHandedOut,
    ResultReceived,
)
from services.intake.domain.accepting import accept
from services.intake.domain.application import Application
from services.intake.domain.audience import audience
from services.intake.domain.handing_out import forward, give_notice, hand_out, receive_result
from tests.given import TODAY, given, live
from tests.intake.examples import (
    ACCEPT,
    ACCEPTED,
    CENTRE,
    FORWARD,
    FORWARDED,
    HAND_OUT,
    LODGED,
    NOTICE,
    READY,
    RECEIVE,
    REFUSED,
    lodged,
)


def test_before_acceptance_nobody_else_reads_of_a_request() -> None:
    turned_away = AcceptanceRefused(on=TODAY, missing=("x",), ground="incomplete", basis="14.2")
    notice = NoticeGiven(on=TODAY, kind="receipt", about="intake.almaty-1/x:1")

    assert audience(lodged(), LODGED) == set()
    assert audience(turned_away, REFUSED) == set()
    assert audience(notice, LODGED) == set()


FROM_ACCEPTANCE_ON: list[tuple[type[Act], Sequence[Act], Application]] = [
    (ApplicationAccepted, accept(LODGED, ACCEPT, live(), CENTRE), LODGED),
    (ApplicationForwarded, forward(ACCEPTED, FORWARD, live()), ACCEPTED),
    (NoticeGiven, give_notice(FORWARDED, NOTICE, live()), FORWARDED),
    (ResultReceived, receive_result(FORWARDED, RECEIVE, live()), FORWARDED),
    (ResultHandedOut, hand_out(READY, HAND_OUT, live()), READY),
]


@pytest.mark.parametrize(("kind", "events", "before"), FROM_ACCEPTANCE_ON)
def test_from_acceptance_on_the_deliverer_reads_too(
    kind: type[Act], events: Sequence[Act], before: Application
) -> None:
    (event,) = events
    assert isinstance(event, kind)
    assert audience(event, given(before, event)) == {"justice-almaty"}


def test_everybody_reads_that_a_day_is_closed() -> None:
    assert audience(DayClosed(on=TODAY, date=TODAY), None) == {"*"}


def test_what_was_heard_is_for_the_own_agency_alone() -> None:
    assert audience(LanesHeard(on=TODAY, lanes=()), None) == set()

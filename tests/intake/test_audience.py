"""Who may read what a window says (art. 24)."""

from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from events.common import Act, DayClosed, LanesHeard
from events.intake import (
    AcceptanceRefused,
    ApplicationAccepted,
    ApplicationForwarded,
    Carrier,
    NoticeGiven,
    ResultHandedOut,
    ResultReceived,
)
from events.intake_course import (
    ApplicationWithdrawn,
    DocumentsSupplemented,
    FeeTaken,
    ResultReturned,
)
from services.intake.domain.accepting import accept
from services.intake.domain.applicants import supply, withdraw
from services.intake.domain.application import Application
from services.intake.domain.audience import audience
from services.intake.domain.complaint import hand_in
from services.intake.domain.fees import take_fee
from services.intake.domain.handing_out import forward, hand_out, receive_result
from services.intake.domain.moving import take_over, transfer
from services.intake.domain.storing import return_result
from services.intake.domain.telling import give_notice
from tests.given import TODAY, given, live
from tests.intake.besides import HAND_IN, NO_COMPLAINT, NO_OUTAGE, RECORD
from tests.intake.examples import (
    ABSENT,
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
    RETURN,
    SUPPLY,
    TAKE,
    TAKE_OVER,
    TAKEN_OVER,
    TRANSFER,
    WITHDRAW,
    lodged,
    standard,
)
from tests.intake.norms import BY_INDEX, costing
from tests.intake.realm import AGENCIES, OTHER_WINDOW, UNNAMED, UNNAMED_LANE

COSTS = replace(CENTRE, standard=standard(costing(BY_INDEX)))
(FEE_TAKEN,) = take_fee(ACCEPTED, TAKE, live(), COSTS)


def read_by(event: Act, state: object) -> set[str]:
    return audience(event, state, AGENCIES.get)


def test_before_acceptance_nobody_else_reads_of_a_request() -> None:
    turned_away = AcceptanceRefused(on=TODAY, missing=("x",), ground="incomplete", basis="14.2")
    notice = NoticeGiven(on=TODAY, kind="receipt", about="intake.almaty-1/x:1")

    assert read_by(lodged(), LODGED) == set()
    assert read_by(turned_away, REFUSED) == set()
    assert read_by(notice, LODGED) == set()
    assert read_by(FEE_TAKEN, given(LODGED, FEE_TAKEN)) == set()


FROM_ACCEPTANCE_ON: list[tuple[type[Act], Sequence[Act], Application]] = [
    (ApplicationAccepted, accept(LODGED, ACCEPT, live(), CENTRE), LODGED),
    (ApplicationForwarded, forward(ACCEPTED, FORWARD, live(), CENTRE), ACCEPTED),
    (NoticeGiven, give_notice(FORWARDED, NOTICE, live()), FORWARDED),
    (ResultReceived, receive_result(FORWARDED, RECEIVE, live()), FORWARDED),
    (ResultHandedOut, hand_out(READY, HAND_OUT, live()), READY),
    (FeeTaken, [FEE_TAKEN], ACCEPTED),
    (DocumentsSupplemented, supply(FORWARDED, SUPPLY, live()), FORWARDED),
    (ApplicationWithdrawn, withdraw(FORWARDED, WITHDRAW, live()), FORWARDED),
    (ResultReturned, return_result(READY, RETURN, live(), CENTRE), READY),
]


@pytest.mark.parametrize(("kind", "events", "before"), FROM_ACCEPTANCE_ON)
def test_from_acceptance_on_the_deliverer_reads_too(
    kind: type[Act], events: Sequence[Act], before: Application
) -> None:
    (event,) = events
    assert isinstance(event, kind)
    assert read_by(event, given(before, event)) == {"justice-almaty"}


def test_the_other_deliverer_reads_once_the_case_has_gone_on_to_it() -> None:
    on_to_astana = ApplicationForwarded(
        on=TODAY,
        service_code="apostille",
        standard_edition="1",
        to_lane=UNNAMED_LANE,
        carrier=Carrier.ELECTRONIC,
        documents=(),
    )

    assert read_by(on_to_astana, given(FORWARDED, on_to_astana)) == {UNNAMED}


def test_a_transfer_is_for_both_windows_and_the_deliverer() -> None:
    (transferred,) = transfer(FORWARDED, TRANSFER, live(), CENTRE)
    (taken_over,) = take_over(ABSENT, TAKE_OVER, live(), CENTRE)
    both = {"justice-almaty", OTHER_WINDOW}

    assert read_by(transferred, given(FORWARDED, transferred)) == both
    assert read_by(taken_over, given(ABSENT, taken_over)) == both


def test_after_taking_over_the_window_before_reads_no_more() -> None:
    (event,) = receive_result(TAKEN_OVER, RECEIVE, live())

    assert read_by(event, given(TAKEN_OVER, event)) == {"justice-almaty"}


def test_a_complaint_is_for_the_body_that_examines_it() -> None:
    to_justice = replace(HAND_IN, to_agency=UNNAMED, to_lane=UNNAMED_LANE)
    (event,) = hand_in(NO_COMPLAINT, to_justice, live(), CENTRE)

    assert read_by(event, given(NO_COMPLAINT, event)) == {UNNAMED}


def test_an_outage_is_for_the_authority_alone() -> None:
    (event,) = NO_OUTAGE.record(RECORD, live())

    assert read_by(event, given(NO_OUTAGE, event)) == set()


def test_everybody_reads_that_a_day_is_closed() -> None:
    assert read_by(DayClosed(on=TODAY, date=TODAY), None) == {"*"}


def test_what_was_heard_is_for_the_own_agency_alone() -> None:
    assert read_by(LanesHeard(on=TODAY, lanes=()), None) == set()

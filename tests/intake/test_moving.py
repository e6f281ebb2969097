"""A case moves from window to window; the clock and the told date stay (1(4))."""

import pytest
from msgspec.structs import replace

from events.common import Told
from events.deciding import RefusalKind
from events.intake import ApplicationForwarded, Carrier, NoticeGiven
from events.intake_course import ApplicationWithdrawn, CaseTakenOver, CaseTransferred
from examples.kazakhstan.agencies import DELIVERY_LANE, JUSTICE_ALMATY, WINDOW_LANE
from services.intake.domain.application import Application
from services.intake.domain.commands_course import TransferCase
from services.intake.domain.handing_out import hand_out, receive_result
from services.intake.domain.moving import take_over, transfer
from services.intake.domain.status import CAME, Status
from services.intake.domain.telling import tell_status
from tests.given import TODAY, given, heard, live, refused, refused_for_form
from tests.intake.examples import (
    ABSENT,
    AT_WINDOW,
    CENTRE,
    ELSEWHERE,
    FORWARDED,
    HAND_OUT,
    RECEIVE,
    TAKE_OVER,
    TAKEN_OVER,
    TELL,
    THEIRS,
    TRANSFER,
    but,
)
from tests.intake.realm import (
    AGENCIES,
    COMPLAINTS_LANE,
    OTHER_WINDOW,
    OTHER_WINDOW_LANE,
    UNNAMED,
    UNNAMED_LANE,
)
from tests.law.calendars_of_kz import day

ARTICLE = "1(4), protocol E3"
WINDOW_OF_NOBODY = "intake.astana-9"
SECOND_LANE = "provider.justice-almaty-2"
LATER = Told(due_on=day("2024-05-20"), term_id="result-centre", norm_edition="apostille/1")


def test_a_case_is_handed_over_with_all_that_the_next_window_must_know() -> None:
    (event,) = transfer(FORWARDED, TRANSFER, live(), CENTRE)

    assert event == CaseTransferred(
        on=TODAY,
        to_agency=OTHER_WINDOW,
        to_lane=OTHER_WINDOW_LANE,
        reason="applicant_moved",
        case=AT_WINDOW,
    )
    assert AT_WINDOW.receipt_no == "A-2024-000117"
    assert AT_WINDOW.told.due_on == day("2024-05-10")


def test_what_is_handed_over_is_the_case_as_it_is_now() -> None:
    now = given(
        FORWARDED,
        NoticeGiven(on=TODAY, kind="extension", about="provider.x/y:1", told=LATER),
        ApplicationForwarded(
            on=TODAY,
            service_code="apostille",
            standard_edition="1",
            to_lane=UNNAMED_LANE,
            carrier=Carrier.ELECTRONIC,
            documents=(),
        ),
        ApplicationWithdrawn(on=TODAY, applicants=("a-51c0",)),
    )

    (event,) = transfer(now, TRANSFER, live(), CENTRE)

    assert isinstance(event, CaseTransferred)
    assert event.case == replace(
        AT_WINDOW,
        told=LATER,
        accepted_on=None,  # The term has moved: its start alone tells nobody its end any more.
        deliverer=UNNAMED,
        deliverer_lane=UNNAMED_LANE,
        applicants=(),
    )


@pytest.mark.parametrize(
    "state", [s for s in but() if s.status in CAME], ids=lambda state: state.status
)
def test_a_case_whose_result_is_here_stays(state: Application) -> None:
    refused_for_form(
        lambda by: transfer(state, TRANSFER, by, CENTRE), "result-already-here", "1(4)"
    )


@pytest.mark.parametrize("state", but(Status.WITH_DELIVERER, *CAME), ids=lambda s: s.status)
def test_only_a_case_that_is_with_its_deliverer_is_handed_over(state: Application) -> None:
    refused_for_form(lambda by: transfer(state, TRANSFER, by, CENTRE), "wrong-state")


@pytest.mark.parametrize(
    "elsewhere",
    [
        replace(TRANSFER, to_lane="intake.unregistered"),
        replace(TRANSFER, to_agency=UNNAMED),
        replace(TRANSFER, to_agency=JUSTICE_ALMATY, to_lane=COMPLAINTS_LANE),
        replace(TRANSFER, to_agency=CENTRE.agency_of(WINDOW_LANE) or "", to_lane=WINDOW_LANE),
    ],
    ids=["nobody's lane", "another's lane", "no window", "this window"],
)
def test_a_case_goes_to_another_window(elsewhere: TransferCase) -> None:
    refused_for_form(lambda by: transfer(FORWARDED, elsewhere, by, CENTRE), "not-a-window", "1(4)")


def test_a_case_that_is_handed_over_to_this_window_goes_on_here() -> None:
    (event,) = take_over(ABSENT, TAKE_OVER, live(), CENTRE)

    assert event == CaseTakenOver(
        on=TODAY, from_agency=OTHER_WINDOW, from_lane=OTHER_WINDOW_LANE, case=AT_WINDOW
    )


def test_after_taking_over_the_case_is_as_it_was_with_the_date_that_was_told() -> None:
    assert TAKEN_OVER.status is Status.WITH_DELIVERER
    assert TAKEN_OVER.the_case() == AT_WINDOW
    assert (TAKEN_OVER.variant, TAKEN_OVER.applicants) == (FORWARDED.variant, FORWARDED.applicants)
    assert tell_status(TAKEN_OVER, TELL, live())


def test_after_taking_over_the_result_comes_from_the_deliverer_and_is_handed_out() -> None:
    from_there = replace(RECEIVE, from_lane=DELIVERY_LANE)

    ready = given(TAKEN_OVER, *receive_result(TAKEN_OVER, from_there, live()))

    assert hand_out(ready, HAND_OUT, live())


def test_a_case_is_taken_over_where_it_is_handed_over_to() -> None:
    astray = replace(TAKE_OVER, to_lane=OTHER_WINDOW_LANE)

    refused_for_form(
        lambda by: take_over(ABSENT, astray, by, CENTRE), "not-addressed-here", ARTICLE
    )


def test_applicants_that_are_handed_over_have_random_ids() -> None:
    named = replace(AT_WINDOW.applicants[0], applicant_id="ivanov-ivan")
    theirs = replace(TAKE_OVER, case=replace(AT_WINDOW, applicants=(named,)))

    refused_for_form(
        lambda by: take_over(ABSENT, theirs, by, CENTRE), "applicant-id-not-random", "24"
    )


def test_on_a_windows_word_alone_only_a_case_whose_id_it_made_comes_here() -> None:
    theirs, others = Application(case_id=THEIRS), ABSENT
    word = replace(TAKE_OVER, case_id=THEIRS)

    assert take_over(theirs, word, heard(), CENTRE)
    refusal = refused(lambda by: take_over(others, TAKE_OVER, by, CENTRE), heard())

    assert (refusal.code, refusal.article, refusal.kind) == (
        "not-addressed-here",
        ARTICLE,
        RefusalKind.FORM,
    )


def test_a_false_word_that_came_first_keeps_no_case_from_coming() -> None:
    false = replace(TAKE_OVER, case_id=THEIRS, from_lane=WINDOW_OF_NOBODY)
    absent = Application(case_id=THEIRS)

    refused(lambda by: take_over(absent, false, by, CENTRE), heard())
    here = given(absent, *take_over(absent, replace(TAKE_OVER, case_id=THEIRS), heard(), CENTRE))

    assert here.taken_over is not None
    assert here.taken_over.from_lane == OTHER_WINDOW_LANE
    assert refused(lambda by: take_over(here, false, by, CENTRE), heard()).code == "wrong-state"


def test_an_officer_takes_a_case_over_that_a_third_window_began() -> None:
    assert take_over(ABSENT, TAKE_OVER, live(), CENTRE)


def test_a_case_comes_back_from_where_it_went_alone_or_by_an_officer() -> None:
    stray = replace(TAKE_OVER, from_lane=WINDOW_OF_NOBODY)
    of_all = replace(CENTRE, agency_of={**AGENCIES, WINDOW_OF_NOBODY: OTHER_WINDOW}.get)

    assert take_over(ELSEWHERE, TAKE_OVER, heard(), CENTRE)
    assert refused(lambda by: take_over(ELSEWHERE, stray, by, of_all), heard()).code == (
        "not-addressed-here"
    )
    assert take_over(ELSEWHERE, stray, live(), of_all)


@pytest.mark.parametrize("lane", ["intake.unregistered", UNNAMED_LANE])
def test_only_a_window_hands_a_case_over(lane: str) -> None:
    stray = replace(TAKE_OVER, from_lane=lane)

    refused_for_form(lambda by: take_over(ABSENT, stray, by, CENTRE), "not-a-window", "1(4)")


@pytest.mark.parametrize("state", but(Status.ABSENT, Status.ELSEWHERE), ids=lambda s: s.status)
def test_a_case_that_is_here_is_not_taken_over(state: Application) -> None:
    refused_for_form(lambda by: take_over(state, TAKE_OVER, by, CENTRE), "wrong-state")


def test_a_case_may_come_back_as_it_was_at_the_other_window() -> None:
    told_there = replace(TAKE_OVER, case=replace(AT_WINDOW, told=LATER, applicants=()))

    back = given(ELSEWHERE, *take_over(ELSEWHERE, told_there, live(), CENTRE))

    assert (back.status, back.the_case().told, back.applicants) == (
        Status.WITH_DELIVERER,
        LATER,
        (),
    )


@pytest.mark.parametrize("carrier", Carrier)
def test_a_result_sent_to_the_window_before_is_received_where_the_case_is(carrier: Carrier) -> None:
    result = replace(RECEIVE, carrier=carrier)

    refused_for_form(lambda by: receive_result(ELSEWHERE, result, by), "wrong-state")
    assert receive_result(TAKEN_OVER, result, live())


def test_the_window_before_sends_no_result() -> None:
    stray = replace(RECEIVE, from_lane=OTHER_WINDOW_LANE)

    refused_for_form(
        lambda by: receive_result(TAKEN_OVER, stray, by), "not-the-deliverer", "5.5(5)"
    )


def test_of_a_case_that_comes_back_stands_what_this_window_knows() -> None:
    (one,) = AT_WINDOW.applicants
    rewritten = replace(
        AT_WINDOW,
        service_code="passport",
        standard_edition="9",
        variant=replace(AT_WINDOW.variant, channel="portal"),
        applicants=(replace(one, by_representative=True), replace(one, applicant_id="a-0f")),
        receipt_no="A-1",
        deliverer="nobody",
        deliverer_lane="provider.nobody",
        accepted_on=day("2020-01-01"),
        told=LATER,
    )

    for by in (heard(), live()):
        (event,) = take_over(ELSEWHERE, replace(TAKE_OVER, case=rewritten), by, CENTRE)

        assert isinstance(event, CaseTakenOver)
        assert event.case == replace(AT_WINDOW, told=LATER, accepted_on=TODAY)


def test_the_other_window_may_have_sent_it_on_and_taken_the_fee() -> None:
    meanwhile = replace(
        AT_WINDOW,
        deliverer=JUSTICE_ALMATY,
        deliverer_lane=SECOND_LANE,
        paid_on=day("2024-05-07"),
    )
    of_all = replace(CENTRE, agency_of={**AGENCIES, SECOND_LANE: JUSTICE_ALMATY}.get)

    (event,) = take_over(ELSEWHERE, replace(TAKE_OVER, case=meanwhile), heard(), of_all)

    assert isinstance(event, CaseTakenOver)
    assert event.case == meanwhile


def test_a_fee_that_was_taken_here_was_taken_when_this_window_says() -> None:
    paid = replace(ELSEWHERE, case=replace(AT_WINDOW, paid_on=day("2024-05-03")))
    theirs = replace(TAKE_OVER, case=replace(AT_WINDOW, paid_on=day("2024-05-07")))

    (event,) = take_over(paid, theirs, heard(), CENTRE)

    assert isinstance(event, CaseTakenOver)
    assert event.case.paid_on == day("2024-05-03")


def test_of_a_term_that_moved_at_the_other_window_no_start_is_told_here() -> None:
    paid = replace(ELSEWHERE, case=replace(AT_WINDOW, paid_on=day("2024-05-03")))
    moved = replace(AT_WINDOW, told=LATER, accepted_on=None, paid_on=None)

    (event,) = take_over(paid, replace(TAKE_OVER, case=moved), heard(), CENTRE)

    assert isinstance(event, CaseTakenOver)
    assert event.case == moved

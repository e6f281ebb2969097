"""What follows at a window by itself (policies 1, 5, 6 and 10; cases that move)."""

from typing import Any

import pytest

from events.acts.inquiry import NoteAnswer
from events.common import Act, DayClosed, Told
from events.deciding import Ignored, Reaction
from events.envelope import Recorded
from events.intake import Carrier
from events.intake_course import CaseTakenOver, CaseTransferred
from events.law.norms import PauseEffect
from events.law.term import Unit
from events.provider import DecisionMade, Outcome, ResultSent, TermPaused
from events.provider_course import (
    CaseForwarded,
    CaseReopened,
    DocumentsAsked,
    InquiryAnswered,
    TermExtended,
    TermResumed,
)
from events.words import NoticeKind
from services.intake.application.policies import react
from services.intake.domain.commands import ForwardApplication, GiveNotice, ReceiveResult
from services.intake.domain.commands_course import TakeOverCase
from tests.given import TODAY, recorded
from tests.intake.examples import ACCEPTANCE, ACCEPTANCE_ELECTRONIC, AT_WINDOW, CASE, lodged
from tests.intake.realm import UNNAMED, UNNAMED_LANE
from tests.law.calendars_of_kz import day

HERE = "intake.almaty-1"
ELSEWHERE = "intake.almaty-2"
DELIVERER = "provider.justice-almaty"
TARGET = f"application-{CASE}"


def accepted(data: Act) -> Recorded[Any]:
    return recorded(data, lane=HERE, case=CASE)


def sent(carrier: Carrier) -> Recorded[Any]:
    data = ResultSent(on=TODAY, to_lane=HERE, carrier=carrier, result_kind="e_document")
    return recorded(data, lane=DELIVERER, case=CASE)


def test_an_accepted_electronic_request_goes_to_the_deliverer_by_itself() -> None:
    (reaction,) = react(accepted(ACCEPTANCE_ELECTRONIC), HERE)

    assert reaction == Reaction(
        command=ForwardApplication(case_id=CASE, carrier=Carrier.ELECTRONIC), target=TARGET
    )


def test_an_accepted_paper_request_is_left_to_an_officer_and_that_is_said() -> None:
    answer = react(accepted(ACCEPTANCE), HERE)

    assert answer == [Ignored(because="paper: an officer forwards it")]


def test_an_acceptance_at_another_window_asks_nothing_here() -> None:
    assert react(accepted(ACCEPTANCE_ELECTRONIC), ELSEWHERE) == ()


def test_an_electronic_result_is_here_at_once_and_the_applicant_is_told() -> None:
    event = sent(Carrier.ELECTRONIC)

    receive, notice = react(event, HERE)

    assert receive == Reaction(
        command=ReceiveResult(
            case_id=CASE,
            from_lane=DELIVERER,
            carrier=Carrier.ELECTRONIC,
            result_kind="e_document",
        ),
        target=TARGET,
    )
    assert notice == Reaction(
        command=GiveNotice(case_id=CASE, kind="ready", about=event.ref), target=TARGET
    )


def test_a_paper_result_is_here_when_an_officer_has_it_and_that_is_said() -> None:
    assert react(sent(Carrier.PAPER), HERE) == [Ignored(because="paper: an officer receives it")]


@pytest.mark.parametrize("carrier", Carrier)
def test_a_result_for_another_window_asks_nothing_here(carrier: Carrier) -> None:
    assert react(sent(carrier), ELSEWHERE) == ()


LATER = Told(due_on=day("2024-05-20"), term_id="result-centre", norm_edition="apostille/1")
OF_THE_DELIVERER: list[tuple[Act, str]] = [
    (DocumentsAsked(on=TODAY, documents=("diploma",), ground="illegible"), "supplement"),
    (TermPaused(on=TODAY, ground="awaited", effect=PauseEffect.CONTINUE, told=LATER), "pause"),
    (TermResumed(on=TODAY, ground="awaited", effect=PauseEffect.CONTINUE, told=LATER), "resume"),
    (
        TermExtended(on=TODAY, ground="check", length=5, unit=Unit.WORKING_DAY, told=LATER),
        "extension",
    ),
    (CaseReopened(on=TODAY, cause="complaints.justice/complaint-c-1-1:4"), "reopened"),
]


@pytest.mark.parametrize(("data", "kind"), OF_THE_DELIVERER)
def test_the_applicant_is_told_what_the_deliverer_does_with_the_date_it_tells(
    data: Act, kind: NoticeKind
) -> None:
    event = recorded(data, lane=DELIVERER, case=CASE)

    (reaction,) = react(event, HERE)

    assert reaction == Reaction(
        command=GiveNotice(
            case_id=CASE,
            kind=kind,
            about=event.ref,
            from_lane=DELIVERER,
            told=getattr(data, "told", None),
        ),
        target=TARGET,
    )


def test_a_request_goes_on_to_the_deliverer_whom_the_first_one_names() -> None:
    data = CaseForwarded(on=TODAY, to_agency=UNNAMED, to_lane=UNNAMED_LANE, reason="not_competent")

    (reaction,) = react(recorded(data, lane=DELIVERER, case=CASE), HERE)

    assert reaction == Reaction(
        command=ForwardApplication(
            case_id=CASE,
            carrier=Carrier.ELECTRONIC,
            from_lane=DELIVERER,
            deliverer=UNNAMED,
            to_lane=UNNAMED_LANE,
        ),
        target=TARGET,
    )


def transferred(to_lane: str) -> Recorded[Any]:
    data = CaseTransferred(
        on=TODAY, to_agency="almaty-centre", to_lane=to_lane, reason="moved", case=AT_WINDOW
    )
    return recorded(data, lane=ELSEWHERE, case=CASE)


def test_a_case_that_is_handed_over_to_this_window_is_taken_over() -> None:
    (reaction,) = react(transferred(HERE), HERE)

    assert reaction == Reaction(
        command=TakeOverCase(case_id=CASE, from_lane=ELSEWHERE, to_lane=HERE, case=AT_WINDOW),
        target=TARGET,
    )


def test_a_case_that_is_handed_over_to_another_window_asks_nothing_here() -> None:
    assert react(transferred("intake.astana-1"), HERE) == ()


def answered(inquiry: str, to_lane: str = HERE) -> Recorded[Any]:
    data = InquiryAnswered(
        on=TODAY,
        inquiry=inquiry,
        case_id=CASE,
        to_lane=to_lane,
        outcome="provided",
        documents=("address",),
    )
    return recorded(data, lane="provider.akimat", case=CASE)


def test_an_answer_is_noted_at_the_question_that_it_names() -> None:
    event = answered(f"{HERE}/inquiry-i-1:1")

    (reaction,) = react(event, HERE)

    assert reaction == Reaction(
        command=NoteAnswer(
            inquiry_id="i-1",
            case_id=CASE,
            outcome="provided",
            answer=event.ref,
            documents=("address",),
        ),
        target="inquiry-i-1",
    )


@pytest.mark.parametrize(
    "inquiry", [f"{ELSEWHERE}/inquiry-i-1:1", f"{HERE}/application-{CASE}:1", "inquiry-i-1:1", "x"]
)
def test_an_answer_to_no_question_of_this_window_is_ignored_and_that_is_said(inquiry: str) -> None:
    assert react(answered(inquiry), HERE) == [
        Ignored(because=f"{inquiry} is no question of {HERE}")
    ]


def test_an_answer_to_another_lane_asks_nothing_here() -> None:
    assert react(answered(f"{HERE}/inquiry-i-1:1", ELSEWHERE), HERE) == ()


@pytest.mark.parametrize(
    ("data", "lane"),
    [
        (
            CaseTakenOver(on=TODAY, from_agency="almaty-centre", from_lane=HERE, case=AT_WINDOW),
            ELSEWHERE,
        ),
        (lodged(), HERE),
        (DayClosed(on=TODAY, date=TODAY), HERE),
        (
            DecisionMade(
                on=TODAY, outcome=Outcome.GRANTED, reasons_given=True, result_kind="paper"
            ),
            DELIVERER,
        ),
    ],
    ids=lambda value: type(value).__name__,
)
def test_nothing_follows_from_other_events(data: Act, lane: str) -> None:
    assert react(recorded(data, lane=lane, case=CASE), HERE) == ()

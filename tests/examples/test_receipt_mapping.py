"""Each row of the log becomes one transcribed command, dated as the log dates it."""

from datetime import date

import pytest

from events.acts.inquiry import NoteAnswer, SendInquiry
from events.deciding import Command
from events.law.norms import PauseEffect
from events.provider import Outcome
from examples.receipt.mapping import acts_of
from examples.receipt.office import Act, Office, part_of_actor
from examples.receipt.rows import parse_log
from services.intake.domain.commands import (
    AcceptApplication,
    ForwardApplication,
    GiveNotice,
    LodgeApplication,
    ReceiveResult,
)
from services.provider.domain.commands import CompleteStep, Decide, PauseTerm, RegisterCase
from tests.examples.deciding import AGENCY, OFFICE
from tests.examples.receipt_log import (
    ADVICE_1,
    ADVICE_3,
    ASK,
    CHECK,
    CONFIRMATION,
    HOLD,
    LEAVE,
    SEND,
    TELL_HOLD,
    Line,
    case,
    text,
)


def acts(lines: list[Line]) -> list[Act]:
    (one,) = parse_log(text(lines))
    return acts_of(one, OFFICE)


def commands(lines: list[Line]) -> list[Command]:
    return [act.command for act in acts(lines)]


def test_a_case_begins_with_three_acts_on_its_start_date() -> None:
    lodge, accept, forward, *_ = commands(case(1))

    assert isinstance(lodge, LodgeApplication)
    assert isinstance(accept, AcceptApplication)
    assert isinstance(forward, ForwardApplication)
    assert {one.on for one in (lodge, accept, forward)} == {date(2024, 3, 1)}
    assert {one.at for one in (lodge, accept, forward)} == {"2024-03-01T07:00:00Z"}
    assert lodge.case_id == accept.case_id == forward.case_id
    assert (lodge.source_ref, lodge.variant.channel) == ("case-1", "desk")


@pytest.mark.parametrize(
    ("deadline", "due_on"),
    [
        ("2024-04-26 23:59:59.999+02:00", date(2024, 4, 26)),
        ("2024-04-26 22:00:00+00:00", date(2024, 4, 27)),  # Midnight in Amsterdam, in summer.
    ],
)
def test_the_date_told_is_the_local_date_of_the_deadline(deadline: str, due_on: date) -> None:
    accept = commands(case(1, deadline=deadline))[1]

    assert isinstance(accept, AcceptApplication)
    assert accept.told is not None
    assert (accept.told.due_on, accept.told.calendar_version) == (due_on, None)
    assert accept.told.norm_edition == "environmental-permit/1"


def test_each_command_is_transcribed_with_its_own_date_and_instant() -> None:
    *_, check, send = commands(case(1, CONFIRMATION, CHECK, SEND))

    assert check == CompleteStep(
        transcribed=True,
        on=date(2024, 3, 4),
        at="2024-03-04T09:00:00.500Z",
        case_id=OFFICE.mint(f"receipt/{AGENCY}/case-1/LodgeApplication", "case_id"),
        step="T02",
    )
    assert isinstance(send, GiveNotice)
    assert (send.kind, send.about) == ("receipt", f"intake.{AGENCY}/application-{send.case_id}:2")


def test_the_confirmation_registers_the_case_and_a_second_one_is_a_step() -> None:
    first, second = commands(case(1, CONFIRMATION, CONFIRMATION))[3:]

    assert isinstance(first, RegisterCase)
    assert (first.window, first.from_lane) == (AGENCY, f"intake.{AGENCY}")
    assert (first.received_on, first.registration_no) == (date(2024, 3, 1), "case-1")
    assert isinstance(second, CompleteStep)
    assert second.step == "confirmation"


def test_the_first_document_of_a_request_left_unexamined_decides_and_a_second_is_a_step() -> None:
    first, second = commands(case(1, CONFIRMATION, LEAVE, LEAVE))[4:]

    assert isinstance(first, Decide)
    assert first.outcome is Outcome.LEFT_UNEXAMINED
    assert isinstance(second, CompleteStep)
    assert second.step == "T15"


def test_an_answer_belongs_to_the_oldest_open_inquiry_of_its_case() -> None:
    told = commands(case(1, CONFIRMATION, ASK, ASK, ADVICE_3, ADVICE_1))[4:]

    asked = [one.inquiry_id for one in told if isinstance(one, SendInquiry)]
    answered = [one.inquiry_id for one in told if isinstance(one, NoteAnswer)]
    assert asked == answered
    assert len(set(asked)) == 2


def test_an_answer_to_no_recorded_inquiry_is_told_with_an_inquiry_of_its_own() -> None:
    ask, *answers = commands(case(1, CONFIRMATION, ASK, ADVICE_1, ADVICE_3))[4:]

    assert isinstance(ask, SendInquiry)
    ids = [one.inquiry_id for one in answers if isinstance(one, NoteAnswer)]
    assert ids[0] == ask.inquiry_id
    assert ids[1] not in ("", ask.inquiry_id)


def test_a_pause_has_no_end_and_its_notice_names_it() -> None:
    pause, notice = commands(case(1, CONFIRMATION, CHECK, HOLD, TELL_HOLD))[5:]

    assert isinstance(pause, PauseTerm)
    assert (pause.ground, pause.effect, pause.until) == ("hold", PauseEffect.CONTINUE, None)
    assert isinstance(notice, GiveNotice)
    assert (notice.kind, notice.about) == (
        "pause",
        f"provider.{AGENCY}/delivery-{pause.case_id}:3",
    )


def test_an_open_case_has_no_result_and_an_ended_one_has_it_on_its_end_date() -> None:
    still_open = commands(case(1))
    ended = commands(case(1, end="2024-04-26 23:30:00+02:00"))

    assert not any(isinstance(one, ReceiveResult) for one in still_open)
    assert isinstance(ended[-1], ReceiveResult)
    assert ended[-1].on == date(2024, 4, 26)


def test_an_act_says_who_acted_and_has_a_command_id_of_its_row() -> None:
    lodge, *_, send = acts(case(1))

    assert lodge.actor(AGENCY) == f"{AGENCY}/customer-contact/resource07"
    assert lodge.command_id(AGENCY) == f"receipt/{AGENCY}/case-1/LodgeApplication"
    assert send.actor(AGENCY) == f"{AGENCY}/group-1/resource21"
    assert send.command_id(AGENCY) == f"receipt/{AGENCY}/task-1-2/GiveNotice"


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("Group 2", "group-2"),
        ("a/b", "a-b"),
        ("EMPTY", "unknown"),
        ("", "unknown"),
        ("/", "unknown"),
    ],
)
def test_a_part_of_an_actor_is_never_empty_and_holds_no_slash(name: str, part: str) -> None:
    assert part_of_actor(name) == part


@pytest.mark.parametrize("agency", ["", "a/b", "Gemeente", "a b", "a\n"])
def test_an_agency_id_of_other_letters_is_refused(agency: str) -> None:
    with pytest.raises(ValueError, match="I4"):
        Office(agency=agency, mint=OFFICE.mint)

"""An examination may take ten working days more, for a check or for information (19.6)."""

import pytest
from msgspec.structs import replace

from events.common import Told
from events.complaints import ExaminationExtended, ExtensionNotified
from events.deciding import RefusalKind
from examples.kazakhstan.agencies import JUSTICE
from services.complaints.domain.commands import ExtendExamination, NotifyExtension
from services.complaints.domain.competence import Competence
from services.complaints.domain.complaint import Complaint, Status
from services.complaints.domain.extending import extend, notify_extension
from services.complaints.domain.receiving import lodge, register
from tests.complaints.examples import (
    ABSENT,
    EXTEND,
    EXTENDED,
    HERE,
    LODGE,
    LODGED,
    NOTIFY,
    REGISTER,
    REGISTERED,
    UNKNOWN,
    YEARS_LATER,
    at,
    but,
)
from tests.given import (
    TODAY,
    Deed,
    forbidden_by_law,
    given,
    live,
    refused,
    refused_for_form,
    transcribed,
)
from tests.law.calendars_of_kz import day

TOLD = Told(due_on=day("2024-05-21"), term_id="stage-deliverer", norm_edition="kz/0")


def extending(
    command: ExtendExamination = EXTEND,
    state: Complaint = REGISTERED,
    competence: Competence = HERE,
) -> Deed:
    return lambda by: extend(state, command, by, competence)


def telling(
    command: NotifyExtension = NOTIFY, state: Complaint = EXTENDED, competence: Competence = HERE
) -> Deed:
    return lambda by: notify_extension(state, command, by, competence)


def test_an_extension_tells_the_day_counted_from_the_original_last_day() -> None:
    (event,) = extend(REGISTERED, EXTEND, live(), HERE)

    assert event == ExaminationExtended(
        on=TODAY,
        by_days=10,
        ground="information",
        reasons=("answer_awaited",),
        told=Told(
            due_on=day("2024-05-28"),
            term_id="stage-deliverer",
            norm_edition="kz-draft-1579-2012",
            calendar_version="kz/2024/1",
        ),
    )


def test_the_second_stage_of_21_may_2024_lasts_with_ten_days_more_until_11_june() -> None:
    blank = replace(ABSENT, stage=2)
    came = given(blank, *lodge(blank, replace(LODGE, received_on=day("2024-05-21")), live()))
    central = at(JUSTICE, came)
    state = given(came, *register(came, REGISTER, live(day("2024-05-21")), central))

    (event,) = extend(state, EXTEND, live(day("2024-05-23")), central)

    assert isinstance(event, ExaminationExtended)
    assert event.told is not None
    assert event.told.due_on == day("2024-06-11")


def test_ten_working_days_more_are_the_most_in_all() -> None:
    nine = given(REGISTERED, *extend(REGISTERED, replace(EXTEND, by_days=9), live(), HERE))

    assert extending(replace(EXTEND, by_days=1), nine)(live())
    forbidden_by_law(extending(replace(EXTEND, by_days=11)), "too-long", "19.6")
    forbidden_by_law(extending(replace(EXTEND, by_days=2), nine), "too-long", "19.6")


def test_a_second_extension_is_counted_from_the_original_last_day_too() -> None:
    four = given(REGISTERED, *extend(REGISTERED, replace(EXTEND, by_days=4), live(), HERE))

    (event,) = extend(four, replace(EXTEND, by_days=6), live(), HERE)

    assert isinstance(event, ExaminationExtended)
    assert event.told is not None
    assert event.told.due_on == day("2024-05-28")


def test_only_a_check_or_information_extends() -> None:
    assert extending(replace(EXTEND, ground="check"))(live())
    forbidden_by_law(
        extending(replace(EXTEND, ground="leave")), "ground-not-in-law", "19.6(1), 19.6(2)"
    )


def test_an_extension_and_its_notice_have_reasons() -> None:
    forbidden_by_law(extending(replace(EXTEND, reasons=())), "reasons-missing", "19.6")
    forbidden_by_law(telling(replace(NOTIFY, reasons_given=False)), "reasons-missing", "19.6")


def test_a_live_extension_computes_its_date_and_one_told_afterwards_keeps_its_own() -> None:
    for deed in (extending(replace(EXTEND, told=TOLD)), telling(replace(NOTIFY, told=TOLD))):
        refusal = refused(deed, live())
        assert (refusal.code, refusal.article) == ("told-computed", "4.1(1)")
        assert refusal.kind is RefusalKind.FORM
        (event,) = deed(transcribed())
        assert isinstance(event, ExaminationExtended | ExtensionNotified)
        assert event.told == TOLD


def test_where_the_law_is_unknown_here_an_extension_is_left_to_judgement() -> None:
    unfounded = replace(EXTEND, by_days=30, ground="leave")

    (event,) = extend(REGISTERED, unfounded, live(YEARS_LATER), UNKNOWN)

    assert isinstance(event, ExaminationExtended)
    assert event.told is None


def test_where_no_date_was_told_none_can_be_missed() -> None:
    untold = given(LODGED, *register(LODGED, REGISTER, live(), UNKNOWN))

    (event,) = extend(untold, EXTEND, live(YEARS_LATER), HERE)

    assert isinstance(event, ExaminationExtended)
    assert event.told is None


def test_only_what_is_on_the_books_is_extended() -> None:
    unregistered = given(LODGED, *extending(state=LODGED)(transcribed()))

    forbidden_by_law(extending(state=LODGED), "not-registered", "19.4(1)")
    forbidden_by_law(telling(state=unregistered), "not-registered", "19.4(1)")


@pytest.mark.parametrize(
    "state", but(Status.LODGED, Status.REGISTERED), ids=lambda state: state.status
)
def test_only_a_running_examination_is_extended(state: Complaint) -> None:
    refused_for_form(extending(state=state), "wrong-state")
    refused_for_form(telling(state=state), "wrong-state")

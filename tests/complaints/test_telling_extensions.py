"""The applicant is told of an extension in time, with reasons, in the medium chosen (19.6)."""

from datetime import date

from msgspec.structs import replace

from events.complaints import ExtensionNotified
from events.deciding import RefusalKind
from services.complaints.domain.commands import ExtendExamination, NotifyExtension
from services.complaints.domain.competence import Competence
from services.complaints.domain.complaint import Complaint
from services.complaints.domain.extending import extend, notify_extension
from tests.complaints.examples import (
    DUE,
    EXTEND,
    EXTENDED,
    HERE,
    NOTIFY,
    REGISTERED,
    TELL_BY,
    YEARS_LATER,
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

DAY_AFTER = day("2024-05-07")


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


def refused_as_late(deed: Deed, on: date) -> None:
    refusal = refused(deed, live(on))
    assert (refusal.code, refusal.article, refusal.kind) == ("too-late", "19.6", RefusalKind.LAW)
    assert "2024-05-06" in refusal.sentence
    assert deed(transcribed(on))


def test_the_applicant_can_be_told_on_the_third_working_day_before_the_term_not_later() -> None:
    assert (DUE - TELL_BY).days == 8

    assert extending()(live(TELL_BY))
    assert telling()(live(TELL_BY))
    refused_as_late(extending(), DAY_AFTER)
    refused_as_late(telling(), DAY_AFTER)


def test_years_after_the_term_it_is_late_as_well() -> None:
    refused_as_late(extending(), YEARS_LATER)
    refused_as_late(telling(), YEARS_LATER)


def test_an_extension_does_not_move_the_day_by_which_the_applicant_is_told() -> None:
    nine = given(REGISTERED, *extend(REGISTERED, replace(EXTEND, by_days=9), live(), HERE))

    refused_as_late(extending(replace(EXTEND, by_days=1), nine), DAY_AFTER)
    refused_as_late(telling(state=nine), DAY_AFTER)


def test_the_notice_says_the_date_that_was_told_with_the_extension() -> None:
    (event,) = notify_extension(EXTENDED, NOTIFY, live(), HERE)

    assert event == ExtensionNotified(
        on=TODAY, medium="paper", reasons_given=True, told=EXTENDED.extensions[-1].told
    )


def test_who_complained_on_paper_is_told_on_paper() -> None:
    forbidden_by_law(telling(replace(NOTIFY, medium="electronic")), "wrong-medium", "19.6")


def test_nobody_is_told_of_an_extension_that_was_not_made() -> None:
    refused_for_form(telling(state=REGISTERED), "not-extended", "19.6")

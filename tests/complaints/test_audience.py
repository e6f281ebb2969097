"""Who may read what a body says of a complaint (19, 24)."""

from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from events.acts.inquiry import Inquiry, NoteAnswer, SendInquiry
from events.common import Act, DayClosed, LanesHeard
from events.complaints import ComplaintLodged, Respondent
from events.log.reading.parts import Me
from examples.kazakhstan.agencies import CENTRE, JUSTICE, JUSTICE_ALMATY
from services.complaints import bootstrap
from services.complaints.application.knowing import concerned
from services.complaints.domain import (
    answering,
    applicants_acts,
    examining,
    extending,
    receiving,
    restoring,
)
from services.complaints.domain.audience import Concerned
from services.complaints.domain.complaint import Complaint
from tests.complaints.examples import (
    ABSENT,
    ANSWERED,
    AT_THE_AUTHORITY,
    CASE,
    CHECK,
    COURT,
    COURT_SAID,
    DECIDE,
    DECIDED,
    DEMAND,
    ELSEWHERE,
    EXTEND,
    EXTENDED,
    FORWARD,
    HERE,
    LODGE,
    LODGED,
    NOTIFY,
    OUTCOME,
    REGISTER,
    REGISTERED,
    RESTORED,
    SEND,
    WITHDRAW,
)
from tests.complaints.realm import KNOWN, STAGE_2_LANE
from tests.given import TODAY, given, live, transcribed

SERVICE = bootstrap.service(Me("kz", STAGE_2_LANE, JUSTICE, authority=False), lambda: KNOWN)
BOTH = {JUSTICE_ALMATY, CENTRE}
RESPONDENT = {JUSTICE_ALMATY}

SAID: list[tuple[str, Complaint, Sequence[Act], set[str]]] = [
    ("lodged", ABSENT, receiving.lodge(ABSENT, LODGE, live()), set()),
    ("registered", LODGED, receiving.register(LODGED, REGISTER, live(), HERE), BOTH),
    ("extended", REGISTERED, extending.extend(REGISTERED, EXTEND, live(), HERE), RESPONDENT),
    ("told", EXTENDED, extending.notify_extension(EXTENDED, NOTIFY, live(), HERE), set()),
    ("checked", REGISTERED, examining.make_check(REGISTERED, CHECK, live()), set()),
    ("decided", REGISTERED, examining.decide(REGISTERED, DECIDE, live(), HERE), RESPONDENT),
    ("decided at once", LODGED, examining.decide(LODGED, DECIDE, transcribed(), HERE), RESPONDENT),
    ("sent", DECIDED, answering.send_decision(DECIDED, SEND, live()), {CENTRE}),
    ("notified", DECIDED, answering.notify_outcome(DECIDED, OUTCOME, live()), set()),
    (
        "restored",
        ANSWERED,
        restoring.check(ANSWERED, RESTORED, live(), AT_THE_AUTHORITY),
        RESPONDENT,
    ),
    ("withdrawn", REGISTERED, applicants_acts.withdraw(REGISTERED, WITHDRAW, live()), RESPONDENT),
    ("withdrawn before", LODGED, applicants_acts.withdraw(LODGED, WITHDRAW, live()), set()),
    ("court", LODGED, applicants_acts.report_court_action(LODGED, COURT, live()), set()),
    ("court said", LODGED, applicants_acts.report_court_outcome(LODGED, COURT_SAID, live()), set()),
]


@pytest.mark.parametrize(
    ("state", "events", "readers"),
    [one[1:] for one in SAID],
    ids=[one[0] for one in SAID],
)
def test_what_is_said_of_a_complaint_is_for_those_that_it_binds(
    state: Complaint, events: Sequence[Act], readers: set[str]
) -> None:
    (event,) = events

    assert SERVICE.audience(event, given(state, event)) == readers


def test_a_forwarded_complaint_is_for_the_next_body() -> None:
    (event,) = receiving.forward(LODGED, FORWARD, live(), ELSEWHERE, JUSTICE_ALMATY)

    assert SERVICE.audience(event, given(LODGED, event)) == {JUSTICE_ALMATY}


def test_a_demand_and_its_check_are_for_who_must_restore() -> None:
    of_the_ministry = replace(DEMAND, to_agency=JUSTICE, to_lane="provider.justice")
    (event,) = restoring.demand(DECIDED, of_the_ministry, live(), AT_THE_AUTHORITY, JUSTICE)
    demanded = given(DECIDED, event)
    (checked,) = restoring.check(demanded, RESTORED, live(), AT_THE_AUTHORITY)

    assert SERVICE.audience(event, demanded) == {JUSTICE}
    assert SERVICE.audience(checked, demanded) == {JUSTICE, JUSTICE_ALMATY}


def test_against_a_centre_the_deliverer_for_which_it_acted_must_answer_too() -> None:
    against_centre = replace(LODGE, respondent=Respondent(agency=CENTRE, kind="centre"))
    state = given(ABSENT, *receiving.lodge(ABSENT, against_centre, live()))

    assert concerned(KNOWN, state.lodged).respondents == {CENTRE, JUSTICE_ALMATY}


@pytest.mark.parametrize("named", ["*", "justice-almaty justice", "nobody"])
def test_a_complaint_opens_nothing_to_whom_nobody_registered(named: str) -> None:
    lodged = replace(
        LODGED.the_lodging(),
        service_code=None,
        respondent=Respondent(agency=named, kind="deliverer"),
        handed_in_at=named,
    )
    (event,) = receiving.register(LODGED, REGISTER, live(), HERE)

    assert SERVICE.audience(event, replace(REGISTERED, lodged=lodged)) == set()


def test_a_complaint_that_came_to_the_body_itself_has_no_window() -> None:
    lodged: ComplaintLodged = replace(LODGED.the_lodging(), handed_in_at=None)

    assert concerned(KNOWN, lodged).window is None
    assert concerned(KNOWN, None) == Concerned()


def test_an_inquiry_is_for_its_holder_and_the_note_of_its_answer_is_the_askers_own() -> None:
    unasked = Inquiry(inquiry_id="i-1")
    ask = SendInquiry(
        inquiry_id="i-1", case_id=CASE, holder=CENTRE, kind="complaint", legal_basis="19.6(2)"
    )
    (asked,) = unasked.send(ask, live())
    note = NoteAnswer(inquiry_id="i-1", case_id=CASE, outcome="provided")
    (noted,) = given(unasked, asked).note_answer(note, live())

    assert SERVICE.audience(asked, given(unasked, asked)) == {CENTRE}
    assert SERVICE.audience(noted, given(unasked, asked, noted)) == set()


def test_everybody_reads_that_a_day_is_closed_and_nobody_else_what_was_heard() -> None:
    assert SERVICE.audience(DayClosed(on=TODAY, date=TODAY), None) == {"*"}
    assert SERVICE.audience(LanesHeard(on=TODAY, lanes=()), None) == set()

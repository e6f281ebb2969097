"""The to-do list of a deliverer and of a holder: what, by which day and article, for whom."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

import pytest
from msgspec.structs import replace

from events.audit import FindingReviewed, FindingSuperseded
from events.common import Act, Told
from events.complaints import ComplaintDecided, Verdict
from events.complaints_after import RestorationDemanded
from events.envelope import Recorded
from events.exchange import FindingAnswered
from events.intake import ApplicationAccepted, Signed
from events.law.norms import StandardContents, Term
from events.law.term import Unit
from events.law.variant import Variant
from events.provider import TermPaused
from events.provider_course import DocumentsAsked, InquiryReceived, RightsRestored, TermResumed
from examples.kazakhstan import standard as apostille
from examples.kazakhstan.agencies import AUTHORITY, DELIVERY_LANE, JUSTICE_ALMATY, WINDOW_LANE
from services.provider.domain import asking, delivering, extending, pausing, restoring
from services.provider.projections.todo import todo
from services.todo import APPLICANT, Office, Task
from tests.complaints.realm import STAGE_1_LANE, STAGE_3_LANE, STRANGERS_LANE, known
from tests.given import TODAY, live
from tests.provider import examples as e
from tests.provider import examples_course as c
from tests.provider.realm import DELIVERER
from tests.todo_events import finding, judged, said, tasks

DUE: Final = date(2024, 5, 10)
"""Three working days from Friday 3 May."""
TO_CENTRE: Final = date(2024, 5, 9)
"""A day before, a holiday or not."""
BY: Final = date(2024, 7, 10)
OFFICE: Final = Office(DELIVERY_LANE, JUSTICE_ALMATY, known(e.CONTENTS))
ACCEPTED: Final = ApplicationAccepted(
    on=TODAY,
    service_code=apostille.SERVICE,
    standard_edition=apostille.EDITION,
    variant=Variant(channel="centre", form="paper"),
    documents_accepted=apostille.DOCUMENTS,
    identified="identity_card",
    signed=Signed(by="applicant"),
    identifier="iin",
    receipt_no="A-117",
    deliverer=JUSTICE_ALMATY,
    to_lane=DELIVERY_LANE,
    told=Told(due_on=DUE, term_id="result-centre", norm_edition="apostille/1"),
)

REGISTERED: Final = tuple(delivering.register(e.ABSENT, e.REGISTER, live()))
DECIDED: Final = (*REGISTERED, *delivering.decide(e.REGISTERED, e.GRANT, live(), e.STANDARD))
SENT: Final = (*DECIDED, *delivering.send(e.DECIDED, e.SEND, live()))
REOPENED: Final = (*SENT, *restoring.reopen(e.SENT, c.REOPEN, live(), DELIVERER))
ASKED: Final = (
    *REGISTERED,
    *asking.ask_documents(e.REGISTERED, c.ASK_APPLICANT, live(), e.STANDARD),
)
PAUSED: Final = (*ASKED, *pausing.pause(c.ASKED_APPLICANT, e.PAUSE, live(), DELIVERER))
RECEIVED: Final = InquiryReceived(
    on=TODAY,
    inquiry="provider.other/inquiry-1:1",
    case_id=e.CASE,
    asker="other",
    kind="information",
    documents=("plan",),
    legal_basis="5.5(4)",
    told=Told(due_on=date(2024, 5, 4), term_id="inquiry", norm_edition="x/1"),
)
DEMAND: Final = RestorationDemanded(
    on=TODAY,
    to_agency=JUSTICE_ALMATY,
    to_lane=DELIVERY_LANE,
    measures=("decision_changed",),
    by=BY,
)
SATISFIED: Final = ComplaintDecided(
    on=TODAY,
    outcome=Verdict.SATISFIED,
    reasons_given=True,
    participation="none",
    measures=("fee_returned",),
    measures_by=date(2024, 5, 20),
)
SUPERSEDED: Final = FindingSuperseded(
    on=TODAY, finding_id="f" * 64, charged=JUSTICE_ALMATY, jurisdiction="kz", judged_day=TODAY
)


def own(*acts: Act) -> list[Recorded[Any]]:
    return said(DELIVERY_LANE, f"delivery-{e.CASE}", e.CASE, *acts)


def window(accepted: ApplicationAccepted = ACCEPTED) -> list[Recorded[Any]]:
    return said(WINDOW_LANE, f"application-{e.CASE}", e.CASE, accepted)


def complaint(*acts: Act, lane: str = STAGE_3_LANE) -> list[Recorded[Any]]:
    return said(lane, "complaint-c-1-3", e.CASE, *acts)


def listed(*events: Sequence[Recorded[Any]], office: Office = OFFICE) -> dict[str, Task]:
    return tasks(todo, office, *events)


def under(contents: StandardContents) -> Office:
    return Office(DELIVERY_LANE, JUSTICE_ALMATY, known(contents))


def test_a_case_for_a_centre_is_decided_and_sent_a_day_before_its_term_ends() -> None:
    found = listed(own(*REGISTERED), window())

    task = found.pop("decide")
    assert not found
    assert (task.due_on, task.article, task.since) == (TO_CENTRE, "5.5(5)", TODAY)
    assert str(DUE) in task.sentence
    assert not task.is_overdue(TO_CENTRE)
    assert task.is_overdue(DUE)


def test_for_another_window_than_a_centre_s_the_term_itself_is_the_day() -> None:
    counter = "intake.justice-almaty"
    here = replace(REGISTERED[0], from_lane=counter)
    there = said(counter, f"application-{e.CASE}", e.CASE, ACCEPTED)

    task = listed(own(here), there)["decide"]

    assert (task.due_on, task.article) == (DUE, "5.5(1)")


def test_a_term_so_short_that_nothing_can_be_sent_before_it_keeps_its_own_day() -> None:
    one_day = Term(
        term_id="t", length=1, unit=Unit.CALENDAR_DAY, calendar="kz", first_day_counted=True
    )
    short = under(replace(e.CONTENTS, terms=(one_day,)))

    task = listed(own(*REGISTERED), window(), office=short)["decide"]

    assert (task.due_on, task.article) == (TODAY, "5.5(1)")


def test_where_the_date_is_as_told_the_told_date_is_the_day() -> None:
    as_told = under(replace(e.CONTENTS, terms=(Term(term_id="t", unit=Unit.AS_TOLD),)))
    told = replace(ACCEPTED.told, due_on=date(2024, 6, 1))

    task = listed(own(*REGISTERED), window(replace(ACCEPTED, told=told)), office=as_told)["decide"]

    assert task.due_on == date(2024, 5, 31)


def test_a_wrongly_told_date_moves_nothing() -> None:
    wrong = replace(ACCEPTED.told, due_on=date(2024, 6, 1))

    task = listed(own(*REGISTERED), window(replace(ACCEPTED, told=wrong)))["decide"]

    assert task.due_on == TO_CENTRE


def test_without_the_window_s_word_there_is_a_task_and_no_day() -> None:
    assert listed(own(*REGISTERED))["decide"].due_on is None


def test_another_lane_s_word_is_not_the_window_s() -> None:
    false = said("intake.talgar", f"application-{e.CASE}", e.CASE, ACCEPTED)

    assert listed(own(*REGISTERED), false)["decide"].due_on is None


def test_a_decided_case_is_sent_and_a_sent_one_is_done() -> None:
    found = listed(own(*DECIDED), window())

    assert (found["send_result"].due_on, found["send_result"].article) == (TO_CENTRE, "5.5(5)")
    assert not listed(own(*SENT), window())


def test_an_entry_in_a_register_is_not_sent() -> None:
    entry = replace(DECIDED[-1], result_kind="register_record")

    assert not listed(own(*REGISTERED, entry), window())


def test_documents_asked_of_the_applicant_wait_for_the_applicant() -> None:
    task = listed(own(*ASKED), window())["await_documents"]

    assert task.waits_for == APPLICANT
    assert (task.due_on, task.article) == (date(2024, 5, 20), "8.1(7)")


def test_a_paused_term_is_to_go_on_by_the_day_told_and_moves_the_due_day() -> None:
    found = listed(own(*PAUSED), window())

    task = found["resume_term"]
    assert (task.due_on, task.article) == (date(2024, 5, 20), "8.1(5)")
    assert found["decide"].due_on == date(2024, 5, 21)


def test_while_a_pause_has_no_end_the_case_has_no_day() -> None:
    open_pause = TermPaused(on=TODAY, ground="documents_awaited", effect=e.PAUSE.effect)

    found = listed(own(*REGISTERED, open_pause), window())

    assert found["decide"].due_on is None
    assert found["resume_term"].due_on is None


def test_a_pause_on_a_ground_outside_the_standard_moves_nothing() -> None:
    unfounded = TermPaused(on=TODAY, ground="holidays", effect=e.PAUSE.effect)

    assert listed(own(*REGISTERED, unfounded), window())["decide"].due_on == TO_CENTRE


def test_a_term_that_went_on_is_done_with_what_was_asked_for() -> None:
    resumed = TermResumed(on=date(2024, 5, 6), ground="documents_awaited", effect=e.PAUSE.effect)

    assert listed(own(*PAUSED, resumed), window()).keys() == {"decide"}


def test_an_extension_moves_the_day_by_as_much_as_the_standard_allows() -> None:
    (extended,) = extending.extend(e.REGISTERED, c.EXTEND, live(), DELIVERER)
    too_much = replace(extended, length=100)

    assert listed(own(*REGISTERED, extended), window())["decide"].due_on == date(2024, 5, 16)
    assert listed(own(*REGISTERED, too_much), window())["decide"].due_on == date(2024, 5, 23)


def test_a_reopened_case_is_decided_anew_by_the_day_of_the_demand() -> None:
    found = listed(own(*REOPENED), window())

    assert found.keys() == {"decide_anew"}
    assert (found["decide_anew"].due_on, found["decide_anew"].article) == (BY, "5.5(8)")
    assert not listed(own(*REOPENED, *DECIDED[-1:], *SENT[-1:]), window())


def test_a_question_of_another_agency_is_answered_by_the_day_told() -> None:
    asked = said(DELIVERY_LANE, "answering-1", e.CASE, RECEIVED)

    task = listed(asked)["answer_inquiry"]

    assert (task.due_on, task.article, task.waits_for) == (date(2024, 5, 4), "5.5(4)", None)
    assert not listed(
        said(DELIVERY_LANE, "answering-1", e.CASE, RECEIVED, *c.OPEN.answer(c.REPLY, live()))
    )


def test_a_question_of_this_lane_waits_for_its_holder() -> None:
    asked = e.UNASKED.send(e.ASK, live())
    noted = e.ASKED.note_answer(e.NOTE, live())

    task = listed(said(DELIVERY_LANE, "inquiry-i-1", e.CASE, *asked))["await_answer"]

    assert (task.waits_for, task.article) == (e.HOLDER, "5.5(4)")
    assert not listed(said(DELIVERY_LANE, "inquiry-i-1", e.CASE, *asked, *noted))


def test_a_demand_is_met_by_its_day() -> None:
    task = listed(own(*SENT), complaint(DEMAND))["restore_rights"]

    assert (task.due_on, task.article) == (BY, "19.5(2)")
    assert not task.is_overdue(BY)
    assert task.is_overdue(date(2024, 7, 11))


def test_so_is_a_decision_with_measures_of_the_deliverer_s_own_stage() -> None:
    task = listed(own(*SENT), complaint(SATISFIED, lane=STAGE_1_LANE))["restore_rights"]

    assert (task.due_on, task.article) == (date(2024, 5, 20), "19.4(3), 5.5(8)")


def test_a_decision_and_the_demand_that_follows_it_are_one_task() -> None:
    found = listed(own(*SENT), complaint(SATISFIED, DEMAND))

    assert found.keys() == {"restore_rights"}
    assert found["restore_rights"].due_on == BY


@pytest.mark.parametrize("outcome", [Verdict.REFUSED, Verdict.NOT_RECORDED])
def test_a_decision_against_the_applicant_restores_nothing(outcome: Verdict) -> None:
    assert not listed(own(*SENT), complaint(replace(SATISFIED, outcome=outcome)))


def test_rights_that_were_restored_are_done() -> None:
    cause = f"{STAGE_3_LANE}/complaint-c-1-3:1"
    restored = RightsRestored(on=TODAY, cause=cause, measures=("decision_changed",))

    assert not listed(own(*SENT, restored), complaint(SATISFIED, DEMAND))


@pytest.mark.parametrize("lane", [STRANGERS_LANE, "complaints.nobody"])
def test_who_may_not_order_it_asks_for_nothing(lane: str) -> None:
    assert not listed(own(*SENT), complaint(SATISFIED, DEMAND, lane=lane))


def test_a_demand_to_another_lane_is_not_this_one_s() -> None:
    assert not listed(own(*SENT), complaint(replace(DEMAND, to_lane="provider.justice")))


def test_a_finding_that_stands_may_be_answered() -> None:
    task = listed(judged(finding(JUSTICE_ALMATY)))["answer_finding"]

    assert (task.due_on, task.article, task.case_id) == (None, "20", "5d0e4c61")


def test_a_finding_against_another_agency_is_not_this_one_s() -> None:
    assert not listed(judged(finding(AUTHORITY)))


def test_what_another_lane_than_the_ledger_s_finds_is_nothing() -> None:
    events = judged(finding(JUSTICE_ALMATY))

    assert not listed([replace(one, source="kz-test/audit.false") for one in events])


def test_a_finding_that_was_answered_superseded_or_dismissed_is_done() -> None:
    made = finding(JUSTICE_ALMATY)
    answered = FindingAnswered(on=TODAY, finding_id=made.finding_id, position="accepted")
    dismissed = FindingReviewed(
        on=TODAY,
        finding_id=made.finding_id,
        verdict="dismissed",
        reason="r",
        charged=JUSTICE_ALMATY,
        jurisdiction="kz",
    )

    assert not listed(judged(made, SUPERSEDED))
    assert not listed(judged(made, dismissed))
    assert listed(judged(made, replace(dismissed, verdict="confirmed")))
    for lane in (DELIVERY_LANE, STAGE_1_LANE):
        assert not listed(said(lane, "answer-f", "5d0e4c61", answered), judged(made))


def test_a_finding_is_listed_at_one_lane_of_its_agency() -> None:
    at_complaints = Office(STAGE_1_LANE, JUSTICE_ALMATY, OFFICE.known)

    assert not listed(judged(finding(JUSTICE_ALMATY)), office=at_complaints)


def test_documents_asked_twice_are_two_tasks() -> None:
    again = DocumentsAsked(on=TODAY, documents=("plan",), ground="documents_awaited")
    events = own(*ASKED, again)

    found = list(todo([*events, *window()], OFFICE))

    assert [task.what for task in found].count("await_documents") == 2

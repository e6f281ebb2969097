"""The to-do list of a window: what is left to its officers, by which day and article."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

import pytest
from msgspec.structs import replace

from events.common import Act
from events.envelope import Recorded
from events.intake import Carrier, NoticeGiven
from events.intake_course import DocumentsSupplemented
from events.provider import DecisionMade, Outcome, ResultSent
from events.provider_course import DocumentsAsked
from examples.kazakhstan.agencies import AUTHORITY, CENTRE, DELIVERY_LANE, WINDOW_LANE
from examples.kazakhstan.standard import CONTENTS
from services.intake.domain import applicants, handing_out, storing, taking_in
from services.intake.projections.todo import todo
from services.todo import APPLICANT, Office, Task
from tests.complaints.realm import known
from tests.given import TODAY, live
from tests.intake import examples as e
from tests.intake.norms import STORAGE
from tests.todo_events import said, tasks

TOLD: Final = date(2024, 5, 10)
"""Three working days from Friday 3 May."""
STORED_UNTIL: Final = date(2024, 6, 3)
REGISTERED_BY: Final = date(2024, 5, 4)
DELIVERY: Final = f"delivery-{e.CASE}"
OFFICE: Final = Office(WINDOW_LANE, CENTRE, known(replace(CONTENTS, storage=STORAGE)))

LODGED: Final = (e.lodged(),)
ACCEPTED: Final = (*LODGED, e.ACCEPTANCE)
FORWARDED: Final = (*ACCEPTED, *handing_out.forward(e.ACCEPTED, e.FORWARD, live(), e.CENTRE))
READY: Final = (*FORWARDED, *handing_out.receive_result(e.FORWARDED, e.RECEIVE, live()))
TOLD_READY: Final = NoticeGiven(on=TODAY, kind="ready", about="provider.x/delivery-1:3")
SENT: Final = ResultSent(on=TODAY, to_lane=WINDOW_LANE, carrier=Carrier.PAPER, result_kind="paper")
ASKED: Final = DocumentsAsked(
    on=TODAY,
    documents=("plan", "power_of_attorney"),
    answer_by=date(2024, 5, 20),
    ground="documents_awaited",
)
DECIDED: Final = DecisionMade(
    on=TODAY, outcome=Outcome.GRANTED, reasons_given=True, result_kind="paper"
)


def own(*acts: Act) -> list[Recorded[Any]]:
    return said(WINDOW_LANE, f"application-{e.CASE}", e.CASE, *acts)


def deliverer(*acts: Act, lane: str = DELIVERY_LANE) -> list[Recorded[Any]]:
    return said(lane, DELIVERY, e.CASE, *acts)


def listed(*events: Sequence[Recorded[Any]], office: Office = OFFICE) -> dict[str, Task]:
    return tasks(todo, office, *events)


def told_of_asking(version: int = 1) -> NoticeGiven:
    about = f"{DELIVERY_LANE}/{DELIVERY}:{version}"
    return NoticeGiven(on=TODAY, kind="supplement", about=about)


def brought(*documents: str) -> DocumentsSupplemented:
    return DocumentsSupplemented(on=TODAY, documents=documents, carrier=Carrier.ELECTRONIC)


def test_a_lodged_request_is_to_be_accepted_or_refused() -> None:
    found = listed(own(*LODGED))

    task = found.pop("accept_or_refuse")
    assert not found
    assert (task.case_id, task.agency, task.lane) == (e.CASE, CENTRE, WINDOW_LANE)
    assert (task.due_on, task.article, task.since) == (None, "14.2", TODAY)
    assert task.about == f"{WINDOW_LANE}/application-{e.CASE}:1"


def test_where_the_standard_says_by_when_requests_are_registered_that_is_the_day() -> None:
    term = replace(CONTENTS.terms[0], length=1)
    registering = Office(WINDOW_LANE, CENTRE, known(replace(CONTENTS, registration=term)))

    task = listed(own(*LODGED), office=registering)["accept_or_refuse"]

    assert (task.due_on, task.article) == (REGISTERED_BY, "8.1(10)")
    assert not task.is_overdue(REGISTERED_BY)
    assert task.is_overdue(date(2024, 5, 5))


def test_what_was_refused_is_done() -> None:
    refused = taking_in.refuse_acceptance(
        e.LODGED, replace(e.REFUSE, ground="expired_document"), live(), e.CENTRE
    )

    assert not listed(own(*LODGED, *refused))


def test_paper_that_was_accepted_is_to_be_forwarded_and_no_law_names_the_day() -> None:
    task = listed(own(*ACCEPTED))["forward"]

    assert (task.due_on, task.article) == (None, "14.1")
    assert str(TOLD) in task.sentence


def test_a_case_at_its_deliverer_leaves_nothing_to_do() -> None:
    assert not listed(own(*FORWARDED))


def test_a_paper_result_is_to_be_received_by_the_day_that_was_told() -> None:
    task = listed(own(*FORWARDED), deliverer(DECIDED, SENT))["receive_result"]

    assert (task.due_on, task.article) == (TOLD, "8.1(5), 5.5(5)")
    assert task.about == f"{DELIVERY_LANE}/{DELIVERY}:2"
    assert not task.is_overdue(TOLD)
    assert task.is_overdue(date(2024, 5, 11))


@pytest.mark.parametrize("lane", ["provider.stranger", "provider.justice"])
def test_what_another_lane_than_the_deliverer_s_sends_is_nothing(lane: str) -> None:
    assert not listed(own(*FORWARDED), deliverer(SENT, ASKED, lane=lane))


def test_a_result_sent_to_another_window_is_not_received_here() -> None:
    assert not listed(own(*FORWARDED), deliverer(replace(SENT, to_lane="intake.talgar")))


def test_of_a_reopened_case_only_a_result_sent_after_that_is_awaited() -> None:
    reopened = NoticeGiven(on=TODAY, kind="reopened", about=f"{DELIVERY_LANE}/{DELIVERY}:3")
    case = own(*READY, reopened)

    assert not listed(case, deliverer(DECIDED, SENT))
    assert "receive_result" in listed(case, deliverer(DECIDED, SENT, ASKED, DECIDED, SENT))


def test_a_result_is_to_be_handed_out_until_its_storage_ends() -> None:
    task = listed(own(*READY, TOLD_READY))["hand_out"]

    assert (task.due_on, task.article) == (STORED_UNTIL, "8.1(3)")
    assert not task.is_overdue(STORED_UNTIL)
    assert task.is_overdue(date(2024, 6, 4))


def test_where_the_standard_sets_no_storage_a_result_waits_for_ever() -> None:
    no_storage = Office(WINDOW_LANE, CENTRE, known())

    assert listed(own(*READY), office=no_storage)["hand_out"].due_on is None


def test_an_applicant_who_was_not_told_of_the_result_is_to_be_told() -> None:
    assert listed(own(*READY))["tell_ready"].article == "4.1(1)"
    assert "tell_ready" not in listed(own(*READY, TOLD_READY))


def test_a_result_handed_out_or_sent_back_is_done() -> None:
    handed_out = handing_out.hand_out(e.READY, e.HAND_OUT, live())
    returned = storing.return_result(e.READY, e.RETURN, live(), e.CENTRE)

    assert not listed(own(*READY, *handed_out))
    assert not listed(own(*READY, *returned))


def test_what_the_applicant_was_asked_for_waits_for_the_applicant() -> None:
    task = listed(own(*FORWARDED, told_of_asking()), deliverer(ASKED))["await_documents"]

    assert task.waits_for == APPLICANT
    assert (task.due_on, task.article) == (date(2024, 5, 20), "8.1(7)")


def test_only_what_is_still_missing_is_waited_for() -> None:
    half = own(*FORWARDED, told_of_asking(), brought("plan"))

    sentence = listed(half, deliverer(ASKED))["await_documents"].sentence

    assert "power_of_attorney" in sentence
    assert "plan" not in sentence


def test_when_all_has_come_or_the_case_is_decided_nothing_is_waited_for() -> None:
    whole = own(*FORWARDED, told_of_asking(), brought("plan"), brought("power_of_attorney"))

    assert not listed(whole, deliverer(ASKED))
    assert not listed(own(*FORWARDED, told_of_asking()), deliverer(ASKED, DECIDED))


def test_what_came_before_the_applicant_was_asked_does_not_answer() -> None:
    early = own(*FORWARDED, brought("plan", "power_of_attorney"), told_of_asking())

    assert "await_documents" in listed(early, deliverer(ASKED))


def test_a_withdrawn_request_is_done() -> None:
    withdrawn = applicants.withdraw(e.FORWARDED, e.WITHDRAW, live())

    assert not listed(own(*FORWARDED, *withdrawn))


def test_the_window_s_tasks_do_not_depend_on_the_order_of_other_lanes() -> None:
    events = [deliverer(DECIDED, SENT), said("intake.talgar", "application-x", e.CASE, *LODGED)]

    there = listed(own(*FORWARDED), *events)

    assert there == listed(own(*FORWARDED), *reversed(events))
    assert AUTHORITY not in {task.agency for task in there.values()}

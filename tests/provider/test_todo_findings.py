"""The to-do list of who is charged by a finding: it may answer (20)."""

from msgspec.structs import replace

from events.audit import FindingReviewed
from events.exchange import FindingAnswered
from examples.kazakhstan.agencies import AUTHORITY, DELIVERY_LANE, JUSTICE_ALMATY
from services.todo import Office
from tests.complaints.realm import STAGE_1_LANE
from tests.given import TODAY
from tests.provider.examples_todo import OFFICE, SUPERSEDED, listed
from tests.todo_events import finding, judged, said


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

"""The to-do list of a body that examines complaints: each day with its article (19)."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from msgspec.structs import replace

from events.common import Act
from events.complaints import ComplaintDecided, ComplaintForwarded, Verdict
from events.complaints_after import OutcomeNotified, RestorationDemanded
from events.envelope import Recorded
from events.provider_course import RightsRestored
from examples.kazakhstan.agencies import AUTHORITY, DELIVERY_LANE, JUSTICE, JUSTICE_ALMATY
from services.complaints.domain import applicants_acts, extending, receiving, restoring
from services.complaints.domain.answering import notify_outcome, send_decision
from services.complaints.domain.examining import decide
from services.complaints.projections.todo import todo
from services.todo import Office, Task
from tests.complaints import examples as e
from tests.complaints.realm import KNOWING_NO_NORM, KNOWN, STAGE_1_LANE, STAGE_3_LANE
from tests.given import TODAY, live
from tests.todo_events import said, tasks

EXTENDED_TO: Final = date(2024, 5, 28)
"""Ten working days from 14 May."""
OFFICE: Final = Office(STAGE_1_LANE, JUSTICE_ALMATY, KNOWN)
AT_AUTHORITY: Final = Office(STAGE_3_LANE, AUTHORITY, KNOWN)

LODGED: Final = tuple(receiving.lodge(e.ABSENT, e.LODGE, live()))
REGISTERED: Final = (*LODGED, *receiving.register(e.LODGED, e.REGISTER, live(), e.HERE))
EXTENDED: Final = (*REGISTERED, *extending.extend(e.REGISTERED, e.EXTEND, live(), e.HERE))
(TOLD,) = extending.notify_extension(e.EXTENDED, e.NOTIFY, live(), e.HERE)
DECIDED: Final = (*REGISTERED, *decide(e.REGISTERED, e.DECIDE, live(), e.HERE))
DECISION: Final[ComplaintDecided] = e.DECIDED.the_decision()
ANSWERED: Final = (*DECIDED, *send_decision(e.DECIDED, e.SEND, live()))
(NOTIFIED,) = notify_outcome(e.ANSWERED, e.OUTCOME, live())
(DEMAND,) = restoring.demand(e.ANSWERED, e.DEMAND, live(), e.AT_THE_AUTHORITY, JUSTICE_ALMATY)
CHECKED: Final = restoring.check(e.DEMANDED, e.RESTORED, live(), e.AT_THE_AUTHORITY)
REFUSED: Final = (*REGISTERED, e.REFUSED.the_decision())


def own(*acts: Act, lane: str = STAGE_1_LANE, stage: int = 1) -> list[Recorded[Any]]:
    return said(lane, f"complaint-{e.ID}-{stage}", e.CASE, *acts)


def restored(lane: str = DELIVERY_LANE, to: str = STAGE_1_LANE) -> list[Recorded[Any]]:
    cause = f"{to}/complaint-{e.ID}-1:3"
    act = RightsRestored(on=TODAY, cause=cause, to_lane=to, measures=("result_issued",))
    return said(lane, f"delivery-{e.CASE}", e.CASE, act)


def listed(*events: Sequence[Recorded[Any]], office: Office = OFFICE) -> dict[str, Task]:
    return tasks(todo, office, *events)


def test_a_complaint_that_came_in_is_registered_within_its_stage_at_the_latest() -> None:
    task = listed(own(*LODGED))["register_complaint"]

    assert (task.due_on, task.article, task.case_id) == (e.DUE, "19.4(1)", e.CASE)


def test_a_registered_complaint_is_decided_by_the_last_day_of_its_stage() -> None:
    found = listed(own(*REGISTERED))

    task = found.pop("decide_complaint")
    assert not found
    assert (task.due_on, task.article) == (e.DUE, "19.2")
    assert not task.is_overdue(e.DUE)
    assert task.is_overdue(date(2024, 5, 15))


def test_it_says_by_when_an_extension_is_told_and_to_whom_silence_opens_the_way() -> None:
    sentence = listed(own(*REGISTERED))["decide_complaint"].sentence

    assert f"by {e.TELL_BY} (19.6)" in sentence
    assert sentence.endswith(f"go on to {JUSTICE}"), "19.2 is the task's own article"


def test_after_the_last_stage_there_is_no_other_body_to_go_to() -> None:
    third = (replace(LODGED[0], stage=3), REGISTERED[-1])

    task = listed(own(*third, lane=STAGE_3_LANE, stage=3), office=AT_AUTHORITY)["decide_complaint"]

    assert task.article == "19.5"
    assert "go on to" not in task.sentence
    assert task.due_on == date(2024, 5, 28)


def test_an_extension_that_was_not_told_is_to_be_told_and_moves_nothing() -> None:
    found = listed(own(*EXTENDED))

    assert (found["tell_extension"].due_on, found["tell_extension"].article) == (e.TELL_BY, "19.6")
    assert not found["tell_extension"].is_overdue(e.TELL_BY)
    assert found["tell_extension"].is_overdue(date(2024, 5, 7))
    assert found["decide_complaint"].due_on == e.DUE


def test_an_extension_told_on_the_last_day_moves_the_term() -> None:
    told = replace(TOLD, on=e.TELL_BY)

    found = listed(own(*EXTENDED, told))

    assert found.keys() == {"decide_complaint"}
    assert found["decide_complaint"].due_on == EXTENDED_TO


def test_one_told_the_day_after_does_not() -> None:
    late = replace(TOLD, on=date(2024, 5, 7))

    assert listed(own(*EXTENDED, late))["decide_complaint"].due_on == e.DUE


def test_where_no_norm_is_known_the_told_date_is_all_there_is() -> None:
    unknowing = Office(STAGE_1_LANE, JUSTICE_ALMATY, KNOWING_NO_NORM)

    assert listed(own(*REGISTERED), office=unknowing)["decide_complaint"].due_on == e.DUE
    assert listed(own(*LODGED), office=unknowing)["register_complaint"].due_on is None


def test_a_decision_is_sent_and_notified_by_the_last_day_of_the_stage() -> None:
    found = listed(own(*REFUSED))

    assert found.keys() == {"send_decision", "notify_outcome"}
    assert {(task.due_on, task.article) for task in found.values()} == {(e.DUE, "19.4")}


def test_a_late_decision_is_notified_on_its_own_day() -> None:
    late = replace(REFUSED[-1], on=date(2024, 5, 17))

    assert listed(own(*REGISTERED, late))["notify_outcome"].due_on == date(2024, 5, 17)


def test_an_answered_and_notified_refusal_is_done() -> None:
    assert isinstance(NOTIFIED, OutcomeNotified)
    assert not listed(own(*REFUSED, ANSWERED[-1], NOTIFIED))


def test_the_authority_demands_restoration_where_it_found_an_unlawful_act() -> None:
    found = listed(own(*ANSWERED, lane=STAGE_3_LANE), office=AT_AUTHORITY)

    demand = found["demand_restoration"]
    assert (demand.due_on, demand.article) == (TODAY, "19.5(2)")
    assert "notify_outcome" not in found
    assert "demand_restoration" not in listed(own(*ANSWERED, NOTIFIED))


def test_without_an_unlawful_act_nothing_is_demanded() -> None:
    lawful = replace(DECISION, unlawful_act=False, outcome=Verdict.REFUSED)

    events = own(*REGISTERED, lawful, ANSWERED[-1], lane=STAGE_3_LANE)

    assert not listed(events, office=AT_AUTHORITY)


def test_what_was_decided_in_the_applicant_s_favour_waits_for_the_respondent() -> None:
    task = listed(own(*ANSWERED, NOTIFIED))["await_restoration"]

    assert task.waits_for == JUSTICE_ALMATY
    assert (task.due_on, task.article) == (date(2024, 5, 20), "19.4(3)")


def test_a_demand_waits_for_its_addressee() -> None:
    assert isinstance(DEMAND, RestorationDemanded)
    found = listed(own(*ANSWERED, DEMAND, lane=STAGE_3_LANE), office=AT_AUTHORITY)

    assert found.keys() == {"await_restoration"}
    assert found["await_restoration"].article == "19.5(2)"


def test_the_authority_checks_restoration_once_it_is_said_to_be_done() -> None:
    told, done = (*ANSWERED, DEMAND), restored(to=STAGE_3_LANE)
    found = listed(own(*told, lane=STAGE_3_LANE), done, office=AT_AUTHORITY)

    assert found.keys() == {"check_restoration"}
    assert found["check_restoration"].article == "19.5(3)"
    checked = own(*told, *CHECKED, lane=STAGE_3_LANE)
    assert not listed(checked, done, office=AT_AUTHORITY)


def test_another_body_has_nothing_to_check_once_it_is_said_to_be_done() -> None:
    assert not listed(own(*ANSWERED, NOTIFIED), restored())


def test_a_stranger_s_word_that_rights_were_restored_is_nothing() -> None:
    found = listed(own(*ANSWERED, NOTIFIED), restored("provider.justice"))

    assert found.keys() == {"await_restoration"}


def test_a_withdrawn_or_forwarded_complaint_is_done() -> None:
    withdrawn = applicants_acts.withdraw(e.LODGED, e.WITHDRAW, live())
    gone = receiving.forward(e.LODGED, e.FORWARD, live(), e.ELSEWHERE, JUSTICE_ALMATY)

    assert not listed(own(*LODGED, *withdrawn))
    assert not listed(own(*LODGED, *gone))


def test_a_complaint_sent_on_beside_the_lanes_is_to_be_lodged() -> None:
    forwarded = ComplaintForwarded(
        on=TODAY, to_agency=JUSTICE_ALMATY, to_lane=STAGE_1_LANE, reason="not_competent"
    )
    arrived = said("complaints.justice", f"complaint-{e.ID}-1", e.CASE, forwarded)

    assert listed(arrived)["lodge_complaint"].article == "19.4(1)"
    assert listed(own(*LODGED), arrived).keys() == {"register_complaint"}


def test_a_complaint_that_a_lane_s_word_does_not_make_is_an_officer_s_to_lodge() -> None:
    (gone,) = receiving.forward(e.LODGED, e.FORWARD, live(), e.ELSEWHERE, JUSTICE_ALMATY)
    arrived = said("complaints.justice", f"complaint-{e.ID}-1", e.CASE, gone)
    (lodged,) = own(LODGED[0])
    answered = replace(lodged, causationid=arrived[0].ref)

    task = listed(arrived)["lodge_complaint"]

    assert (task.article, task.about) == ("19.4(1)", arrived[0].ref)
    assert "the applicant" in task.sentence
    assert listed([answered], arrived).keys() == {"register_complaint"}
    assert listed(own(*LODGED, gone), arrived).keys() == {"lodge_complaint"}
    assert not listed([answered, *own(LODGED[0], gone)[1:]], arrived)

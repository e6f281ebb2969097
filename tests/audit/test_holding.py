"""Who held a case on each working day of its delivery (5.5(1), 5.5(4)).

From Friday 3 May 2024 the working days are Saturday 4, Monday 6, Friday 10, Monday 13, Tuesday 14.
"""

import pytest
from msgspec.structs import replace

from events.common import Act
from events.law.norms import StandardContents, Term
from events.law.term import Unit
from services.audit.domain.holding import split
from services.audit.domain.rules.deadline import Deadline
from services.audit.domain.rules.service_deadline import service_deadline
from tests.audit import examples as x
from tests.audit import examples_course as c
from tests.audit.given import case, ref
from tests.audit.ledger_days import ledger_day

BEGUN = (x.LODGED, x.ACCEPTED, x.FORWARDED, x.registered())
QUESTION = ref(2, x.DELIVERER_LANE)


def held(
    *told: Act, on: str = "2024-05-20", contents: StandardContents = x.CONTENTS
) -> list[tuple[str, int]]:
    file, day = case(*told), ledger_day(on, contents)
    deadline = service_deadline(file, day)
    assert isinstance(deadline, Deadline)
    return [(one.holder, one.working_days) for one in split(file, day, deadline)]


def test_the_day_of_an_act_is_its_actors() -> None:
    told = (*BEGUN, x.sent("2024-05-10"), x.received("2024-05-14"))

    assert held(*told) == [(x.DELIVERER, 3), (x.CENTRE, 2)]


def test_a_window_that_forwards_late_held_it_till_then() -> None:
    forwarded = replace(x.FORWARDED, on=x.day("2024-05-06"))
    told = (x.LODGED, x.ACCEPTED, forwarded, x.sent("2024-05-10"), x.received("2024-05-10"))

    assert held(*told) == [(x.CENTRE, 2), (x.DELIVERER, 1)]


def test_a_holder_that_was_asked_held_it_until_it_answered() -> None:
    answered = c.answered(QUESTION, "id", on="2024-05-10")
    told = (*BEGUN, c.inquired("id", on="2024-05-04"), answered, x.sent("2024-05-13"))

    assert held(*told, x.received("2024-05-13")) == [
        (x.DELIVERER, 2),
        (x.HOLDER, 2),
    ]


def test_a_holder_without_a_lane_held_it_until_its_answer_was_noted() -> None:
    asked = c.inquired("id", on="2024-05-04", to_lane=None)
    told = (*BEGUN, asked, c.answer_noted("id", on="2024-05-06"), x.sent("2024-05-10"))

    assert held(*told, x.received("2024-05-10")) == [(x.DELIVERER, 2), (x.HOLDER, 1)]


def test_the_applicant_held_it_while_documents_were_awaited() -> None:
    asked = c.asked("deed", on="2024-05-04")
    told = (*BEGUN, asked, c.supplemented("deed", on="2024-05-10"), x.sent("2024-05-14"))

    assert held(*told, x.received("2024-05-14")) == [
        (x.DELIVERER, 3),
        ("applicant", 2),
    ]


@pytest.mark.parametrize(
    "ended",
    [c.asked("deed", on="2024-05-04", answer_by="2024-05-06"), c.asked("deed", on="2024-05-04")],
)
def test_nothing_is_awaited_after_the_day_to_answer_by_or_the_decision(ended: Act) -> None:
    told = (*BEGUN, ended, x.decided("2024-05-06"), x.sent("2024-05-10"), x.received("2024-05-10"))

    assert held(*told) == [(x.DELIVERER, 2), ("applicant", 1)]


def test_a_case_that_has_not_ended_is_divided_up_to_the_ledger_day() -> None:
    assert held(*BEGUN, on="2024-05-06") == [(x.DELIVERER, 2)]
    assert held(*BEGUN, on="2024-05-03") == []


def test_where_the_day_of_acceptance_counts_it_is_the_windows() -> None:
    dispatch = replace(x.CONTENTS, paper_dispatch=("centre",))

    assert held(*BEGUN, on="2024-05-06", contents=dispatch) == [(x.CENTRE, 1), (x.DELIVERER, 2)]


def test_the_days_of_all_holders_are_the_working_days_of_the_delivery() -> None:
    told = (
        *BEGUN,
        c.inquired("id", on="2024-05-04"),
        c.asked("deed", on="2024-05-06"),
        c.supplemented("deed", on="2024-05-10"),
        x.sent("2024-05-13"),
        x.received("2024-05-14"),
    )

    assert sum(days for _, days in held(*told)) == 5


def test_a_term_as_told_has_no_days_to_divide() -> None:
    as_told = replace(x.CONTENTS, terms=(Term(term_id="result", unit=Unit.AS_TOLD),))

    assert held(*BEGUN, contents=as_told) == []

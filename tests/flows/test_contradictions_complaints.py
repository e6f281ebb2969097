"""At an examiner: what is well-formed and contradicts itself, the case or the law is refused."""

from typing import Final

import pytest
from msgspec.structs import replace

from events.complaints import Verdict
from events.deciding import Command
from examples.kazakhstan.agencies import (
    AUTHORITY,
    WINDOW_LANE,
)
from tests.complaints import examples as complaint
from tests.flows.contradicting import AT_ANY, Row, assert_refused
from tests.flows.front import Front
from tests.intake.test_said_in_full import TOLD

AT_EXAMINER: Final[list[Row]] = [
    (
        "a complaint about nothing",
        replace(complaint.LODGE, complaint_id="c-3", case_id=None, service_code=None, about=()),
        "nothing-to-complain-about",
        "19.1",
    ),
    (
        "a complaint that a lane tells under an id that it did not make",
        replace(complaint.LODGE, complaint_id="c-3", from_lane=WINDOW_LANE),
        "not-theirs-to-lodge",
        "19.1, protocol E3",
    ),
    (
        "a complaint sent on by who must examine it",
        replace(complaint.FORWARD, to_agency=AUTHORITY),
        "competent-here",
        "19.2, 19.3",
    ),
    (
        "a told date given live",
        replace(complaint.EXTEND, told=TOLD),
        "told-computed",
        "4.1(1)",
    ),
    (
        "an extension because of a holiday",
        replace(complaint.EXTEND, ground="holiday"),
        "ground-not-in-law",
        "19.6(1), 19.6(2)",
    ),
    ("eleven days more", replace(complaint.EXTEND, by_days=11), "too-long", "19.6"),
    ("news of no extension", complaint.NOTIFY, "not-extended", "19.6"),
    (
        "a decision that says nothing",
        replace(complaint.DECIDE, outcome=Verdict.NOT_RECORDED),
        "outcome-missing",
        "19.4",
    ),
    (
        "a decision by the officer who is complained of",
        replace(complaint.DECIDE, contested_officers=("o-1",)),
        "same-officer",
        "19.4(2), 20(2)",
    ),
]


@pytest.mark.parametrize(
    ("service", "command", "says"),
    [("complaints", command, says) for _, command, *says in AT_EXAMINER + AT_ANY],
    ids=[f"complaints: {what}" for what, *_ in AT_EXAMINER + AT_ANY],
)
def test_a_contradiction_is_refused_with_its_article_and_nothing_is_written(
    front_of_cases: Front, service: str, command: Command, says: list[str]
) -> None:
    assert_refused(front_of_cases, service, command, says)

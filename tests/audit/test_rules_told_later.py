"""told_wrong, 4.1(1), after acceptance: the date told with a pause, its end, an extension."""

import pytest
from msgspec.structs import replace

from events.common import Act
from events.intake import NoticeGiven
from events.law.norms import Extension, Pause, PauseEffect
from events.law.term import Unit
from services.audit.domain.evidence import Evidence
from tests.audit import examples as x
from tests.audit import examples_course as c
from tests.audit.given import case, findings, ref, the_finding, undecidable
from tests.audit.ledger_days import OTHER_LANE, ledger_day

RULE = "told_wrong"
CONTENTS = replace(
    x.CONTENTS,
    pauses=(Pause(ground="inquiry", effect=PauseEffect.CONTINUE),),
    extension=Extension(grounds=("check",), length=3, unit=Unit.WORKING_DAY),
)
DAY = ledger_day("2024-05-10", CONTENTS, window_role="deliverer")
BEGUN = (x.LODGED, x.ACCEPTED, x.FORWARDED, x.registered())
PAUSED_TO_13 = x.paused("2024-05-06", "2024-05-13", new_date="2024-05-14")
FIRST = ref(2, x.DELIVERER_LANE)


@pytest.mark.parametrize(
    "told",
    [
        (PAUSED_TO_13,),
        (c.extended("2024-05-06", 2, new_date="2024-05-14"),),
        (x.paused("2024-05-06", None), c.resumed("2024-05-10", new_date="2024-05-13")),
        (PAUSED_TO_13, c.resumed("2024-05-10", new_date="2024-05-13")),
        (PAUSED_TO_13, c.extended("2024-05-10", 1, new_date="2024-05-15")),
    ],
    ids=["pause", "extension", "resumption", "resumed earlier", "paused and extended"],
)
def test_the_date_that_the_term_came_to_is_told_rightly(told: tuple[Act, ...]) -> None:
    assert findings(case(*BEGUN, *told), DAY) == {}


@pytest.mark.parametrize("on", ["2024-05-13", "2024-05-15"])
def test_another_date_is_told_wrongly_by_the_deliverer(on: str) -> None:
    file = case(*BEGUN, x.paused("2024-05-06", "2024-05-13", new_date=on))

    assert the_finding(RULE, file, DAY) == Evidence(
        charged=x.DELIVERER,
        began=FIRST,
        subject=x.CASE,
        event_ids=(ref(2), FIRST),
        due_on=x.day("2024-05-14"),
        calendar_version="kz/2024/1",
    )


def test_what_moved_the_term_only_later_makes_the_date_no_less_right() -> None:
    later = (PAUSED_TO_13, c.extended("2024-05-10", 3), c.resumed("2024-05-10"))

    assert findings(case(*BEGUN, *later), DAY) == {}


def test_a_pause_outside_the_standard_moves_no_date() -> None:
    unfounded = x.paused("2024-05-06", "2024-05-13", "holiday", new_date="2024-05-14")

    found = findings(case(*BEGUN, unfounded), DAY)

    assert set(found) == {RULE, "pause_unfounded"}
    assert found[RULE].due_on == x.MAY_10


def test_each_wrong_date_is_a_breach_of_its_own() -> None:
    accepted = replace(x.ACCEPTED, told=x.told(x.day("2024-05-11")))
    wrong = x.paused("2024-05-06", "2024-05-13", new_date="2024-05-15")

    at_acceptance = the_finding(RULE, case(x.LODGED, accepted, x.FORWARDED, PAUSED_TO_13), DAY)
    at_pause = the_finding(RULE, case(*BEGUN, wrong), DAY)

    assert (at_acceptance.charged, at_acceptance.began) == (x.CENTRE, ref(2))
    assert (at_pause.charged, at_pause.began) == (x.DELIVERER, FIRST)


def test_while_a_pause_is_open_no_date_can_be_told() -> None:
    file = case(*BEGUN, x.paused("2024-05-06", None, new_date="2024-05-14"))

    assert findings(file, DAY) == {}
    assert "paused" in undecidable(file, DAY)[RULE]


@pytest.mark.parametrize("until", ["9999-12-31", "2124-05-06"])
def test_a_date_that_no_calendar_counts_cannot_be_compared(until: str) -> None:
    file = case(*BEGUN, x.paused("2024-05-06", until, new_date="2024-05-14"))

    assert findings(file, DAY) == {}
    assert RULE in undecidable(file, DAY)


def passed_on(due_on: str, about: str = FIRST) -> NoticeGiven:
    return replace(x.noticed("2024-05-06", due_on), about=about)


def test_a_window_that_passes_on_what_it_was_told_tells_nothing_of_its_own() -> None:
    wrong = x.paused("2024-05-06", "2024-05-13", new_date="2024-05-15")

    assert findings(case(*BEGUN, PAUSED_TO_13, passed_on("2024-05-14")), DAY) == {}
    finding = the_finding(RULE, case(*BEGUN, wrong, passed_on("2024-05-15")), DAY)
    assert finding.charged == x.DELIVERER


def test_a_window_that_tells_another_date_than_it_was_told_is_charged_unless_it_is_right() -> None:
    wrong = x.paused("2024-05-06", "2024-05-13", new_date="2024-05-15")

    finding = the_finding(RULE, case(*BEGUN, PAUSED_TO_13, passed_on("2024-05-15")), DAY)
    mended = the_finding(RULE, case(*BEGUN, wrong, passed_on("2024-05-14")), DAY)

    assert (finding.charged, finding.began) == (x.CENTRE, ref(4))
    assert finding.event_ids == (ref(2), ref(4), FIRST)
    assert mended.charged == x.DELIVERER


def test_a_notice_from_elsewhere_or_of_something_else_tells_no_date() -> None:
    elsewhere = (OTHER_LANE, passed_on("2024-05-15"))
    of_else = passed_on("2024-05-15", ref(1, x.DELIVERER_LANE))

    assert findings(case(*BEGUN, PAUSED_TO_13, elsewhere), DAY) == {}
    assert findings(case(*BEGUN, PAUSED_TO_13, of_else), DAY) == {}

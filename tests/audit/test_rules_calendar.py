"""Which date is judged: calendars that changed, pauses, dates told wrongly (T-service)."""

from datetime import date

import pytest
from msgspec.structs import replace

from events.common import Act, Told
from events.intake import ApplicationAccepted
from events.law.calendars import Calendars
from events.law.norms import Pause, PauseEffect, StandardContents, Term
from events.law.reference import load_reference
from events.law.term import Unit
from tests.audit import examples as x
from tests.audit.given import case, findings, ref, the_finding, undecidable
from tests.audit.ledger_days import ledger_day

RULE = "service_term_missed"
COUNTER = "deliverer"
PAUSING = replace(x.CONTENTS, pauses=(Pause(ground="inquiry", effect=PauseEffect.CONTINUE),))
RESTARTING = replace(x.CONTENTS, pauses=(Pause(ground="inquiry", effect=PauseEffect.RESTART),))


def working_days(length: int) -> StandardContents:
    term = Term(term_id="result", length=length, unit=Unit.WORKING_DAY, calendar="kz")
    return replace(x.CONTENTS, terms=(term,))


def accepted(on: str, told: Told) -> ApplicationAccepted:
    return replace(x.ACCEPTED, on=x.day(on), told=told)


def begun(on: str, told: Told) -> tuple[Act, ...]:
    return replace(x.LODGED, on=x.day(on)), accepted(on, told), x.registered(x.day(on))


def test_a_calendar_changed_after_telling_never_convicts() -> None:
    """Worked example 10: on 7 June 2024 Monday 17 June became a working day."""
    told = x.told(x.day("2024-06-18"), "kz/2024/1")
    day = ledger_day("2024-06-30", working_days(8), window_role=COUNTER)

    in_time = case(*begun("2024-06-05", told), x.received("2024-06-18"))
    late = case(*begun("2024-06-05", told), x.received("2024-06-19"))

    assert findings(in_time, day) == {}
    finding = the_finding(RULE, late, day)
    assert (finding.due_on, finding.days_late) == (x.day("2024-06-18"), 1)
    assert finding.calendar_version == "kz/2024/1"


def test_a_calendar_changed_after_telling_excuses() -> None:
    """On 8 October 2022 the 25th became a holiday, so 14 working days end on the 26th."""
    told = x.told(x.day("2022-10-25"), "kz/2022/1")
    day = ledger_day("2022-10-30", working_days(14), window_role=COUNTER)

    in_time = case(*begun("2022-10-05", told), x.received("2022-10-26"))
    late = case(*begun("2022-10-05", told), x.received("2022-10-27"))

    assert findings(in_time, day) == {}
    finding = the_finding(RULE, late, day)
    assert (finding.due_on, finding.calendar_version) == (x.day("2022-10-26"), "kz/2022/2")


def test_a_wrongly_told_date_moves_nothing_and_is_a_breach_of_its_own() -> None:
    day = ledger_day("2024-05-20", window_role=COUNTER)
    too_late = x.told(x.day("2024-05-14"))
    too_early = x.told(x.day("2024-05-08"))

    excused_by_it = case(*begun("2024-05-03", too_late), x.received("2024-05-14"))
    convicted_by_it = case(*begun("2024-05-03", too_early), x.received("2024-05-10"))

    both = findings(excused_by_it, day)
    assert set(both) == {"told_wrong", RULE}
    assert {finding.due_on for finding in both.values()} == {x.MAY_10}
    assert list(findings(convicted_by_it, day)) == ["told_wrong"]


@pytest.mark.parametrize(
    ("contents", "due"),
    [(PAUSING, "2024-05-14"), (RESTARTING, "2024-05-16"), (x.CONTENTS, "2024-05-10")],
    ids=["the term goes on", "the term begins anew", "the ground is not listed"],
)
def test_a_pause_moves_the_term_as_the_standard_says(contents: StandardContents, due: str) -> None:
    pause = x.paused("2024-05-06", "2024-05-13")
    day = ledger_day("2024-05-20", contents, window_role=COUNTER)
    the_day_after = date.fromordinal(x.day(due).toordinal() + 1)

    in_time = findings(case(*BEGUN, pause, x.received(due)), day)
    late = findings(case(*BEGUN, pause, x.received(the_day_after.isoformat())), day)

    unfounded = set() if contents.pauses else {"pause_unfounded"}
    assert set(in_time) == unfounded
    assert set(late) == {RULE, *unfounded}
    assert (late[RULE].due_on, late[RULE].days_late) == (x.day(due), 1)
    assert (ref(2, x.DELIVERER_LANE) in late[RULE].event_ids) is (not unfounded)


BEGUN = begun("2024-05-03", x.told(x.MAY_10))


def test_an_open_pause_leaves_the_term_without_an_end_unless_the_result_came_before() -> None:
    pause = x.paused("2024-05-06", None)
    day = ledger_day("2024-05-20", PAUSING, window_role=COUNTER)

    assert list(undecidable(case(*BEGUN, pause), day)) == [RULE]
    assert undecidable(case(*BEGUN, pause, x.received("2024-05-10")), day) == {}
    assert findings(case(*BEGUN, pause), day) == {}


def test_a_pause_to_the_end_of_all_dates_stops_nobody() -> None:
    pause = x.paused("2024-05-06", "9999-12-31")

    assert RULE in undecidable(case(*BEGUN, pause), ledger_day("2024-05-20", PAUSING))


def test_without_the_norm_nothing_is_found_and_the_reason_is_said() -> None:
    file = case(*BEGUN)
    no_term = replace(x.CONTENTS, terms=())
    paid = replace(x.CONTENTS, terms=(replace(x.CONTENTS.terms[0], starts="paid"),))
    none_adopted = Calendars(load_reference("kz")[-1:])

    for day, words in (
        (ledger_day("2024-05-20", None), "apostille/1"),
        (ledger_day("2024-05-20", no_term), "no term for channel centre"),
        (ledger_day("2024-05-20", paid), "paid"),
        (ledger_day("2024-05-20", calendars=none_adopted), "calendar"),
    ):
        assert findings(file, day) == {}
        assert words in undecidable(file, day)[RULE]

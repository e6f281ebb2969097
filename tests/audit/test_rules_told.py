"""told_wrong, 4.1(1): the date told at acceptance is the lawful one as known that day."""

import pytest
from msgspec.structs import replace

from events.law.norms import Pause, PauseEffect, Term
from events.law.term import Unit
from services.audit.domain.evidence import Evidence
from tests.audit import examples as x
from tests.audit.given import case, findings, ref, the_finding, undecidable
from tests.audit.ledger_days import ledger_day

RULE = "told_wrong"
EIGHT = replace(
    x.CONTENTS,
    terms=(Term(term_id="result", length=8, unit=Unit.WORKING_DAY, calendar="kz"),),
)


def test_the_lawful_date_is_told_rightly() -> None:
    assert findings(case(x.LODGED, x.ACCEPTED), ledger_day("2024-05-03")) == {}


@pytest.mark.parametrize("on", ["2024-05-09", "2024-05-11"])
def test_a_date_earlier_or_later_is_told_wrongly_by_the_window_at_once(on: str) -> None:
    file = case(x.LODGED, replace(x.ACCEPTED, told=x.told(x.day(on))))

    assert the_finding(RULE, file, ledger_day("2024-05-03")) == Evidence(
        charged=x.CENTRE,
        began=ref(2),
        subject=x.CASE,
        event_ids=(ref(2),),
        due_on=x.MAY_10,
        calendar_version="kz/2024/1",
    )


@pytest.mark.parametrize(
    ("accepted_on", "told", "version", "wrong"),
    [
        ("2024-06-05", "2024-06-18", "kz/2024/1", False),
        ("2024-06-05", "2024-06-17", "kz/2024/2", True),  # Adopted only on the 7th.
        ("2024-06-07", "2024-06-20", "kz/2024/1", False),  # On that very day both are lawful.
        ("2024-06-07", "2024-06-19", "kz/2024/2", False),
        ("2024-06-10", "2024-06-21", "kz/2024/1", True),  # Replaced.
        ("2024-06-10", "2024-06-20", "kz/2024/2", False),
    ],
)
def test_what_is_lawful_is_counted_by_the_calendar_that_could_be_known(
    accepted_on: str, told: str, version: str, *, wrong: bool
) -> None:
    on = x.day(accepted_on)
    file = case(
        replace(x.LODGED, on=on),
        replace(x.ACCEPTED, on=on, told=x.told(x.day(told), version)),
    )

    assert list(findings(file, ledger_day(accepted_on, EIGHT))) == ([RULE] if wrong else [])


def test_a_calendar_that_changed_later_makes_no_date_wrong() -> None:
    on = x.day("2024-06-05")
    told = x.told(x.day("2024-06-18"), "kz/2024/1")
    file = case(replace(x.LODGED, on=on), replace(x.ACCEPTED, on=on, told=told))

    assert RULE not in findings(file, ledger_day("2024-06-30", EIGHT))


def test_a_pause_does_not_make_the_date_told_at_acceptance_wrong() -> None:
    file = case(x.LODGED, x.ACCEPTED, x.registered(), x.paused("2024-05-06", None))
    pausing = (Pause(ground="inquiry", effect=PauseEffect.CONTINUE),)
    day = ledger_day("2024-05-06", replace(x.CONTENTS, pauses=pausing))

    assert findings(file, day) == {}
    assert RULE not in undecidable(file, day)

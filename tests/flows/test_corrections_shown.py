"""What a lane corrects stays beside what it recorded: both verdicts are shown, one is stored."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from events.acts.answering import Correct
from events.intake import ResultReceived
from events.words import Correctable
from examples.kazakhstan.agencies import AUDIT_LANE, WINDOW_LANE
from services.audit.application.explaining import explanation
from services.audit.application.story import story
from services.audit.domain.entry import Entry
from tests.audit.by_hand import late_case, verified
from tests.cli.calling import call
from tests.flows.kz_days import KzDays

RECEIPT: Final = "A-2024-000118"
ARRIVED: Final = date(2024, 5, 13)
"""The Monday after the service's last day, Friday 10 May."""
CLERK: Final = "almaty-centre/hall-1/o-7f31"


@pytest.fixture
def days(joined: Path, tmp_path: Path) -> Iterator[KzDays]:
    """The result came late, and all are judged; 14 May is open."""
    with late_case(joined, tmp_path) as days:
        steps = [step for step in days.late_case() if step.time > "2024-05-04"]
        while days.day <= ARRIVED:
            days.act(*(step for step in steps if step.time.startswith(str(days.day))))
            days.close()
        yield days


def arrival(days: KzDays) -> Entry:
    with days.realm.store(AUDIT_LANE).reading() as tx:
        found = story(tx, AUDIT_LANE, RECEIPT, None).file.first(ResultReceived)
    assert found is not None
    return found


def correct(days: KzDays, field: Correctable, value: str) -> str:
    """Let the window correct the arrival, and a day judge that; say what was corrected."""
    corrected = arrival(days)
    command = Correct(
        case_id=corrected.event.subject,
        corrects=corrected.event.id,
        field=field,
        value=value,
        ground="slip",
    )
    commands = [(f"correct/{field}", command)]
    days.driver.do(WINDOW_LANE, commands, actor=CLERK, time=f"{days.day}T05:00:00Z")
    days.close()
    return f"{corrected.ref} ({field}, slip)"


def explained(days: KzDays, rule: str) -> list[str]:
    """Explain the first finding of a rule; give what is said of it."""
    (found, *_) = (one for one in days.recorded() if one.stands and one.made.rule == rule)
    with days.realm.store(AUDIT_LANE).reading() as tx:
        lines = list(explanation(tx, AUDIT_LANE, found))
    return lines[lines.index("Said of it") :] if "Said of it" in lines else []


def test_a_finding_stays_as_recorded_and_shows_the_verdict_with_the_correction(
    days: KzDays,
) -> None:
    before = days.standing("service_term_missed")

    which = correct(days, "on", "2024-05-10")

    assert days.standing("service_term_missed") == before
    assert [made.days_late for made in before] == [3]
    line = f"With the correction of {which}: not found"
    assert f"  {line}" in explained(days, "service_term_missed")
    days.realm.close()
    assert verified(days)[0] == []


def test_the_case_and_the_command_line_tell_both_verdicts(days: KzDays) -> None:
    which = correct(days, "on", "2024-05-11")
    (made,) = days.standing("service_term_missed")
    home = days.realm.home
    days.realm.close()

    told, explained_ = call(home, "case", RECEIPT), call(home, "explain", made.finding_id)

    line = f"With the correction of {which}: found, 1 calendar day late"
    assert f"{made.finding_id[:12]}  service_term_missed  {made.charged}  {line}" in told.stdout
    assert line in explained_.stdout


def test_a_correction_counts_from_the_day_that_is_judged_with_it(days: KzDays) -> None:
    correct(days, "on", "2024-05-10")

    with days.realm.store(AUDIT_LANE).reading() as tx:
        before = story(tx, AUDIT_LANE, RECEIPT, str(ARRIVED))
        after = story(tx, AUDIT_LANE, RECEIPT, None)

    assert list(before.corrected.otherwise) == []
    assert {one.rule for one in after.corrected.otherwise} >= {"service_term_missed"}


def test_what_cannot_be_applied_is_said_to_be_so(days: KzDays) -> None:
    which = correct(days, "documents", "form deed")

    line = f"The correction of {which} is not applicable: form deed fits no such field"
    assert f"  {line}" in explained(days, "service_term_missed")
    with days.realm.store(AUDIT_LANE).reading() as tx:
        (unfitting,) = story(tx, AUDIT_LANE, RECEIPT, None).corrected.unfitting
    assert unfitting.told.data.value == "form deed"


def test_without_a_correction_nothing_is_said(days: KzDays) -> None:
    assert explained(days, "service_term_missed") == []

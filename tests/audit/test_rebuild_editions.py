"""`verify` judges again what today's edition of the rules has judged, and says what it left out."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from events import codec
from events.audit import DayJudged
from examples.kazakhstan.agencies import AUDIT_LANE
from services.audit.domain import judging
from services.audit.domain.evidence import RULES_EDITION
from tests.audit.by_hand import (
    FOUND_ON,
    INVENTED,
    OTHER,
    TAKEN_IN,
    count_alone,
    do,
    finding,
    late_case,
    made_elsewhere,
    of_edition,
    take_in,
    verified,
)
from tests.flows.homes import copy_of
from tests.flows.kz_days import KzDays, kz_days
from tests.flows.tampering import file_of, play_everything, raw


@pytest.fixture
def days(joined: Path, tmp_path: Path) -> Iterator[KzDays]:
    with late_case(joined, tmp_path) as days:
        yield days


def test_a_judged_day_names_the_edition_that_judged_it(days: KzDays) -> None:
    with days.realm.store(AUDIT_LANE).reading() as tx:
        raws = tx.all("SELECT state FROM stored_events WHERE topic = 'audit.day_judged.v1'")

    judged = [codec.read(row[0]).data for row in raws]

    assert {one.rules_edition for one in judged if isinstance(one, DayJudged)} == {RULES_EDITION}


def test_days_of_another_edition_are_taken_as_recorded_and_counted(days: KzDays) -> None:
    with of_edition(days, OTHER):
        days.close_until(FOUND_ON + timedelta(days=2))
    days.close_until(FOUND_ON + timedelta(days=5))

    faults, done = verified(days)

    assert {made.rules_edition for made in days.standing()} == {OTHER}
    assert faults == []
    assert done["days_of_other_editions"] == 2


def test_tables_that_another_edition_has_made_are_not_compared(days: KzDays) -> None:
    """Verified after an upgrade, before anything else was started."""
    with of_edition(days, OTHER):
        days.close_until(FOUND_ON + timedelta(days=2))
    tear(days, "DELETE FROM agenda", "DELETE FROM case_event")

    faults, done = verified(days)

    assert faults == []
    assert done["days_of_other_editions"] == 2


def test_tables_that_no_edition_has_made_are_a_fault(days: KzDays) -> None:
    tear(days, "DELETE FROM tracking WHERE application_name LIKE 'derived/%/%'")

    assert verified(days)[0] == ["no edition of the rules made its tables"]


def test_what_another_edition_found_is_not_held_against_todays_rules(
    days: KzDays, tmp_path: Path
) -> None:
    made = made_elsewhere(days, tmp_path)
    count_alone(days)
    do(days, finding(made, finding_id=INVENTED, rules_edition=OTHER))
    with of_edition(days, OTHER):
        days.close_ledger()

    faults, done = verified(days)

    assert done["days_of_other_editions"] == 1
    assert faults == []


def test_a_finding_of_another_edition_in_a_day_of_todays_is_a_fault(
    days: KzDays, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(judging, "RULES_EDITION", OTHER)
    days.close()
    monkeypatch.undo()

    faults, done = verified(days)

    (made,) = days.standing()
    assert faults == [f"finding {made.finding_id} is not what rules give"]
    assert done["days_of_other_editions"] == 0


def test_what_todays_edition_put_on_the_agenda_is_missed_beside_days_of_another(
    joined: Path, tmp_path: Path
) -> None:
    with kz_days(copy_of(joined, tmp_path)) as days:
        with of_edition(days, OTHER):
            days.close_until(TAKEN_IN)
        take_in(days)
        days.close()
        assert verified(days)[0] == []

        tear(days, "DELETE FROM agenda")

        (fault,) = verified(days)[0]
    assert "is missing from agenda" in fault


def test_claims_that_another_edition_has_recounted_are_recounted_again(
    joined: Path, tmp_path: Path
) -> None:
    with kz_days(copy_of(joined, tmp_path)) as days:
        with of_edition(days, OTHER):
            play_everything(days)
        days.close()
        with raw(file_of(days.realm.home, AUDIT_LANE)) as db:
            (settled,) = db.execute("SELECT count(differs) FROM claim").fetchone()

        faults, done = verified(days)

    assert settled > 0
    assert faults == []
    assert done["days_of_other_editions"] > 0


def tear(days: KzDays, *statements: str) -> None:
    """Change the ledger's file without the product."""
    with raw(file_of(days.realm.home, AUDIT_LANE)) as db:
        for statement in statements:
            db.execute(statement)

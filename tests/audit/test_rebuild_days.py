"""A finding stands between its day's count and its judgement; any other is a fault (B3)."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from services.audit.domain.evidence import RULES_EDITION
from tests.audit.by_hand import (
    FOUND_ON,
    INVENTED,
    OTHER,
    count_alone,
    do,
    finding,
    late_case,
    made_elsewhere,
    superseded,
    verified,
)
from tests.flows.kz_days import KzDays


@pytest.fixture
def days(joined: Path, tmp_path: Path) -> Iterator[KzDays]:
    with late_case(joined, tmp_path) as days:
        yield days


@pytest.mark.parametrize("edition", [RULES_EDITION, OTHER])
def test_a_finding_made_after_its_day_was_judged_is_a_fault(days: KzDays, edition: str) -> None:
    days.close()
    (made,) = days.standing()

    do(days, finding(made, finding_id=INVENTED, rules_edition=edition))

    assert verified(days)[0] == [f"finding-{INVENTED}:1 is outside its ledger day"]


def test_a_finding_superseded_after_its_day_was_judged_is_a_fault(days: KzDays) -> None:
    days.close()
    (made,) = days.standing()

    do(days, superseded(made))

    assert verified(days)[0] == [f"finding-{made.finding_id}:2 is outside its ledger day"]


def test_a_finding_of_another_day_than_the_counted_one_is_a_fault(
    days: KzDays, tmp_path: Path
) -> None:
    made = made_elsewhere(days, tmp_path)
    count_alone(days)

    do(days, finding(made, judged_day=FOUND_ON - timedelta(days=1)))

    assert verified(days)[0] == [f"finding-{made.finding_id}:1 is outside its ledger day"]


def test_an_open_day_may_hold_what_the_rules_give(days: KzDays, tmp_path: Path) -> None:
    made = made_elsewhere(days, tmp_path)
    count_alone(days)

    do(days, finding(made))

    faults, done = verified(days)
    assert faults == []
    assert done["open_days"] == 1


def test_an_open_day_that_holds_what_the_rules_do_not_give_is_a_fault(
    days: KzDays, tmp_path: Path
) -> None:
    made = made_elsewhere(days, tmp_path)
    count_alone(days)

    do(days, finding(made, due_on=FOUND_ON))

    assert verified(days)[0] == [f"finding {made.finding_id} is not what rules give"]


def test_an_open_day_of_another_edition_is_left_open_and_said_so(
    days: KzDays, tmp_path: Path
) -> None:
    made = made_elsewhere(days, tmp_path)
    count_alone(days)

    do(days, finding(made, finding_id=INVENTED, rules_edition=OTHER))

    faults, done = verified(days)
    assert faults == []
    assert done["open_days"] == 1

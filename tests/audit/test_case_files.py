"""A case file, made of what a ledger counts: when others could know of an act (protocol B9)."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from events.intake import ApplicationForwarded, Carrier, ResultReceived
from examples.kazakhstan.agencies import AUDIT_LANE, WINDOW_LANE
from examples.kazakhstan.cases import HALL, Step
from services.audit.application.case_numbers import find_case, read_case
from services.intake.domain.commands import ReceiveResult
from tests.audit.by_hand import FOUND_ON, TAKEN_IN, late_case
from tests.flows.kz_days import KzDays

RECEIPT = "A-2024-000118"


@pytest.fixture
def days(joined: Path, tmp_path: Path) -> Iterator[KzDays]:
    """The late case was taken in on 3 May and nothing came back; 10 May is open."""
    with late_case(joined, tmp_path) as days:
        yield days


def knowable(days: KzDays, kind: type[Any]) -> tuple[date, date]:
    """Give the day of the first act of a kind, and the first on which others could know of it."""
    with days.realm.store(AUDIT_LANE).reading() as tx:
        sizes = {head.lane: head.size for head in tx.heads()}
        file = read_case(tx, find_case(tx, RECEIPT), sizes)
        entry = file.first(kind)
        assert entry is not None
        return entry.on, file.knowable_on(entry)


def test_an_act_told_on_its_day_could_be_known_that_day(days: KzDays) -> None:
    assert knowable(days, ApplicationForwarded) == (TAKEN_IN, TAKEN_IN)


def test_an_act_told_later_could_be_known_from_the_day_that_closed_over_it(days: KzDays) -> None:
    with days.realm.store(AUDIT_LANE).reading() as tx:
        case_id = find_case(tx, RECEIPT)
    received = ReceiveResult(
        case_id=case_id,
        carrier=Carrier.PAPER,
        result_kind="paper",
        transcribed=True,
        on=TAKEN_IN,
    )
    days.act(Step(f"{FOUND_ON}T05:00:00Z", WINDOW_LANE, HALL, f"found/{case_id}", received))
    days.close()

    assert knowable(days, ResultReceived) == (TAKEN_IN, FOUND_ON)

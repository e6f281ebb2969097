"""A lane that the register ships to nobody: who was shown nothing owes nothing (B9, C5)."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from events.audit import LaneRegistration
from examples.kazakhstan.agencies import (
    AUDIT_LANE,
    AUTHORITY,
    CENTRE,
    DELIVERY_LANE,
    FIRST_DAY,
    JURISDICTION,
    JUSTICE_ALMATY,
    WINDOW_LANE,
    ZONE,
)
from examples.kazakhstan.scenario import REGISTRAR
from services.audit.domain.commands import RegisterAgency
from tests.audit.by_hand import take_in, verified
from tests.flows.homes import copy_of
from tests.flows.kz_days import KzDays, kz_days

TAKEN_IN: Final = date(2024, 5, 3)
SHIPPED_FROM: Final = date(2024, 5, 13)
"""The Monday after the service's last day."""


def list_readers(days: KzDays, *readers: str) -> None:
    """Register the window's lane with these readers, and the centre as it was."""
    known = days.realm.audit.known.register
    centre, window = known.agencies[CENTRE], known.lane(WINDOW_LANE)
    lane = LaneRegistration(
        lane=WINDOW_LANE, key=window.keys[0][1], first_day=FIRST_DAY, readers=readers
    )
    register = RegisterAgency(
        agency=CENTRE,
        roles=tuple(centre.roles),
        jurisdiction=JURISDICTION,
        zone=ZONE,
        week=centre.week,
        grant_key=centre.grant_key,
        lanes=(lane,),
    )
    commands = [(f"register/{CENTRE}/{days.day}", register)]
    days.driver.do(AUDIT_LANE, commands, actor=REGISTRAR, time=f"{days.day}T04:00:00Z")


def charged(days: KzDays) -> set[tuple[str, str]]:
    return {(made.rule, made.charged) for made in days.standing()}


@pytest.fixture
def days(joined: Path, tmp_path: Path) -> Iterator[KzDays]:
    """The late case was taken in on Friday 3 May, in a lane that has no reader."""
    with kz_days(copy_of(joined, tmp_path)) as days:
        days.close_until(TAKEN_IN)
        list_readers(days)
        take_in(days)
        yield days


def test_a_deliverer_that_was_shipped_nothing_is_charged_with_nothing(days: KzDays) -> None:
    with days.realm.store(DELIVERY_LANE).reading() as tx:
        shipped = tx.held(WINDOW_LANE)
    days.close_until(SHIPPED_FROM)

    with days.realm.store(DELIVERY_LANE).reading() as tx:
        assert tx.held(WINDOW_LANE) == shipped
    assert charged(days) == {("not_addressed", AUTHORITY)}
    assert {made.judged_day for made in days.standing()} == {TAKEN_IN}
    assert len(days.standing()) == len({"accepted", "forwarded"})
    days.realm.close()
    assert verified(days)[0] == []


def test_a_deliverer_that_is_shipped_it_after_the_term_is_not_charged_with_the_term(
    days: KzDays,
) -> None:
    """It comes with the closing of the window's day, and stands in the next day's statement."""
    days.close_until(SHIPPED_FROM)

    list_readers(days, JUSTICE_ALMATY)
    days.close()
    days.close()

    assert charged(days) == set()
    days.realm.close()
    assert verified(days)[0] == []


def test_what_was_shipped_binds_though_the_lane_has_no_reader_any_more(
    joined: Path, tmp_path: Path
) -> None:
    with kz_days(copy_of(joined, tmp_path)) as days:
        days.close_until(TAKEN_IN)
        take_in(days)
        days.close()
        list_readers(days)
        days.close_until(SHIPPED_FROM)

        assert charged(days) == {
            ("service_term_missed", JUSTICE_ALMATY),
            ("result_to_centre_late", JUSTICE_ALMATY),
        }
        days.realm.close()
        assert verified(days)[0] == []

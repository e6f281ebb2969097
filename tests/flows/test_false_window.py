"""A lane that says that it took a case in does not become the window of another one's case."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from events.audit import LaneRegistration
from examples.kazakhstan.agencies import (
    AUDIT_LANE,
    FIRST_DAY,
    JURISDICTION,
    WINDOW_LANE,
    ZONE,
)
from examples.kazakhstan.cases import steps
from examples.kazakhstan.scenario import JOINED_AT, REGISTRAR
from services.audit.application.story import Story, story
from services.audit.domain.commands import RegisterAgency
from tests.flows.foreign import write_lane_file
from tests.flows.homes import copy_of
from tests.flows.kz_days import KzDays, kz_days
from tests.log.foreign_lane import ForeignLane
from tests.log.realm import agency, signer

FALSE = "intake.astana"
OTHER = "intake.aktobe"
UNMARKED = "0" * 32
"""A case whose id names nobody."""
TAKEN_IN = date(2024, 5, 3)
BEFORE = date(2024, 5, 2)


@pytest.fixture
def days(joined: Path, tmp_path: Path) -> Iterator[KzDays]:
    """The late case was taken in on Friday 3 May; the false window owes days from Saturday on."""
    with kz_days(copy_of(joined, tmp_path)) as days:
        days.close_until(TAKEN_IN)
        days.act(*(step for step in days.late_case() if step.time < "2024-05-04"))
        days.close()
        register_false_window(days)
        yield days


def register_false_window(days: KzDays, lane: str = FALSE) -> None:
    register = RegisterAgency(
        agency=agency(lane),
        roles=("centre",),
        jurisdiction=JURISDICTION,
        zone=ZONE,
        week="5",
        lanes=(
            LaneRegistration(
                lane=lane, key=signer(lane).vkey.text, first_day=TAKEN_IN + timedelta(days=1)
            ),
        ),
    )
    commands = [(f"register/{lane}", register)]
    days.driver.do(AUDIT_LANE, commands, actor=REGISTRAR, time=JOINED_AT)


def charged(days: KzDays) -> list[str]:
    """Name the agencies that took something in under an id that they did not make."""
    return sorted(made.charged for made in days.standing("id_not_own"))


def told(days: KzDays, number: str = "A-2024-000118") -> Story:
    with days.realm.store(AUDIT_LANE).reading() as tx:
        return story(tx, AUDIT_LANE, number, None)


class Claiming:
    """A foreign window that may say that it took a case in, and closes days when it likes."""

    def __init__(self, days: KzDays, name: str) -> None:
        self._days = days
        self._name = name
        self._lane = ForeignLane(name)
        self._closed = 0

    def claim(self, case_id: str, on: date) -> None:
        """Say that the case was lodged here on a day."""
        self._lane.commit(
            self._lane.event(
                id=f"application-{case_id}:1",
                type="intake.application_lodged.v1",
                subject=case_id,
                to=agency(self._name),
                data={
                    "on": str(on),
                    "service_code": "apostille",
                    "standard_edition": "1",
                    "variant": {"channel": "centre", "form": "paper"},
                    "applicants": [],
                    "language": "kk",
                    "documents_presented": [],
                },
            )
        )

    def close(self, day: date) -> None:
        """Close a day; ship all that there is."""
        self._closed += 1
        closed = self._lane.event(
            id=f"day-book:{self._closed}",
            type="intake.day_closed.v1",
            subject="day-book",
            data={"on": str(day), "date": str(day)},
        )
        self._lane.commit(closed)
        write_lane_file(self._days.realm.home, self._lane.records, self._name)
        self._days.driver.quiet()


def test_the_lane_that_made_the_case_s_id_is_its_window(days: KzDays) -> None:
    assert FIRST_DAY < BEFORE < TAKEN_IN < days.day
    before = told(days)

    false = Claiming(days, FALSE)
    false.claim(before.file.subject, BEFORE)
    false.close(days.day)
    days.close()

    after = told(days)
    assert after.file.window_lane == before.file.window_lane == WINDOW_LANE
    assert [entry.lane for entry in after.file.strangers] == [FALSE]
    assert days.rules() == ["backdated", "id_not_own"]


def test_a_lane_that_claims_a_case_before_its_window_takes_it_in_gains_nothing(
    days: KzDays,
) -> None:
    next_case = days.realm.instance(WINDOW_LANE).mint.id("desk4/000117", "case")
    false = Claiming(days, FALSE)
    false.claim(next_case, days.day)
    false.close(days.day)
    days.close()
    assert told(days, next_case).file.window_lane is None
    assert [entry.lane for entry in told(days, next_case).file.strangers] == [FALSE]
    assert charged(days) == [agency(FALSE)]

    mint = days.realm.instance(WINDOW_LANE).mint.id
    lodge = next(one for one in steps(mint) if next_case in str(one))
    days.act(lodge._replace(time=f"{days.day}T05:05:00Z"))
    false.close(days.day)
    days.close()

    assert told(days, next_case).file.window_lane == WINDOW_LANE
    assert charged(days) == [agency(FALSE)]


def test_of_a_case_whose_id_names_nobody_the_window_is_who_was_counted_first(
    days: KzDays,
) -> None:
    register_false_window(days, OTHER)
    punctual, lagging = Claiming(days, OTHER), Claiming(days, FALSE)
    first, second = days.day, days.day + timedelta(days=1)
    punctual.claim(UNMARKED, first)
    punctual.close(first)
    days.close(silent=[FALSE])

    lagging.claim(UNMARKED, BEFORE)
    lagging.close(first)
    lagging.close(second)
    punctual.close(second)
    days.close()

    assert told(days, UNMARKED).file.window_lane == OTHER
    assert charged(days) == [agency(OTHER), agency(FALSE)]


def test_of_two_counted_first_on_one_day_neither_is_the_window(days: KzDays) -> None:
    register_false_window(days, OTHER)
    first, second = Claiming(days, OTHER), Claiming(days, FALSE)
    for one in (first, second):
        one.claim(UNMARKED, days.day)
        one.close(days.day)
    days.close()

    assert told(days, UNMARKED).file.window_lane is None
    assert [entry.lane for entry in told(days, UNMARKED).file.strangers] == [OTHER, FALSE]
    assert charged(days) == [agency(OTHER), agency(FALSE)]

"""What is registered once of a lane stands: whose it is, from when, until when (protocol C5)."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from events.audit import AgencyRegistered
from events.common import Act
from events.log.reading.reference import Anchor
from events.register import Register
from services.audit.domain.agency import AgencyRecord
from services.audit.domain.commands import RegisterAgency
from tests.given import Deed, live, refused_for_form
from tests.log.realm import AUDIT, AUTHORITY, FIRST_DAY, ZONE, registration, signer

LANE = "provider.a"
ONE_DAY = timedelta(days=1)
LAST_DAY = FIRST_DAY + 7 * ONE_DAY
FIRST = registration(LANE)
ROTATED = registration(LANE, from_size=5, generation=1)
CONFIGURED = Anchor(AUDIT, AUTHORITY, signer(AUDIT).vkey.text, ZONE).known().register


def changed(command: RegisterAgency, **facts: object) -> RegisterAgency:
    """Tell other facts of the command's one lane."""
    (lane,) = command.lanes
    return replace(command, lanes=(replace(lane, **facts),))


def told(command: RegisterAgency) -> AgencyRegistered:
    return AgencyRegistered(
        on=FIRST_DAY,
        agency=command.agency,
        roles=command.roles,
        jurisdiction=command.jurisdiction,
        zone=command.zone,
        week=command.week,
        lanes=command.lanes,
    )


def recorded(agency: str, *history: RegisterAgency) -> AgencyRecord:
    record = AgencyRecord(agency=agency)
    for command in history:
        record = record.evolve(told(command))
    return record


def known(*history: RegisterAgency) -> Register:
    register = CONFIGURED
    for command in history:
        register = register.evolve(f"{AUDIT}/agency-{command.agency}:1", told(command))
    return register


def registering(command: RegisterAgency, *history: RegisterAgency) -> Deed:
    """Decide a registration after others, all of which the authority knows by now."""
    own = [one for one in history if one.agency == command.agency]
    record, register = recorded(command.agency, *own), known(*history)
    return lambda by: record.register(command, by, register)


def lawful(command: RegisterAgency, *history: RegisterAgency) -> None:
    """Check that a registration is told in full."""
    done: list[Act] = list(registering(command, *history)(live()))

    assert done == [replace(told(command), on=live().on)]


def test_a_lane_of_another_agency_cannot_be_taken() -> None:
    thief = replace(FIRST, agency="agency-b")

    lawful(thief)
    refused_for_form(registering(thief, FIRST), "lane-of-another", "protocol C5")


@pytest.mark.parametrize(
    "facts",
    [
        {"first_day": FIRST_DAY - ONE_DAY},
        {"first_day": FIRST_DAY + ONE_DAY},
        {"historic": True},
    ],
    ids=str,
)
def test_when_a_lane_begins_and_whether_it_is_of_the_past_stands(facts: dict[str, object]) -> None:
    again = changed(FIRST, **facts)

    lawful(again)
    refused_for_form(registering(again, FIRST), "lane-changed", "protocol C5")


def test_a_lane_may_end_on_its_first_day_and_not_the_day_before() -> None:
    lawful(changed(FIRST, last_day=FIRST_DAY), FIRST)
    before = changed(FIRST, last_day=FIRST_DAY - ONE_DAY)
    refused_for_form(registering(before, FIRST), "lane-ends-first")


@pytest.mark.parametrize("last_day", [LAST_DAY - ONE_DAY, LAST_DAY + ONE_DAY, None])
def test_the_end_of_a_lane_is_set_only_once(last_day: date | None) -> None:
    ended = changed(FIRST, last_day=LAST_DAY)
    again = changed(FIRST, last_day=last_day)

    lawful(ended, FIRST, ended)
    refused_for_form(registering(again, FIRST, ended), "lane-changed", "protocol C5")


def test_one_registration_tells_of_a_lane_once() -> None:
    both = replace(FIRST, lanes=(*FIRST.lanes, *ROTATED.lanes))

    refused_for_form(registering(both), "lane-twice", "protocol C5")


def letter(lane: str) -> str:
    """Give a mark that two lanes can have, as nobody comes upon two that have one of 64 bits."""
    return lane[-1]


@pytest.mark.parametrize("others", [registration("intake.a"), registration("provider.b-a")])
def test_no_two_lanes_have_one_mark(others: RegisterAgency) -> None:
    record, register = recorded(FIRST.agency), known(others)

    refused_for_form(
        lambda by: record.register(FIRST, by, register, letter), "lane-mark-taken", "protocol E3"
    )
    lawful(FIRST, others)


def test_no_two_lanes_of_one_registration_have_one_mark() -> None:
    both = replace(FIRST, lanes=(*FIRST.lanes, *registration("intake.a").lanes))

    refused_for_form(
        lambda by: recorded(FIRST.agency).register(both, by, known(), letter),
        "lane-mark-taken",
        "protocol E3",
    )
    lawful(both)


def test_a_lane_has_its_mark_for_ever() -> None:
    again = replace(FIRST, week="6")

    assert recorded(FIRST.agency, FIRST).register(again, live(), known(FIRST), lambda _: "")


@pytest.mark.parametrize("again", [FIRST, ROTATED, changed(FIRST, readers=("agency-b",))])
def test_readers_change_freely_and_what_is_registered_may_be_told_again(
    again: RegisterAgency,
) -> None:
    lawful(again, FIRST, ROTATED)


def test_the_configured_audit_lane_is_registered_with_its_own_day() -> None:
    founding = registration(AUDIT)
    late = changed(founding, first_day=FIRST_DAY + ONE_DAY)

    lawful(founding)
    assert known(founding).lane(AUDIT).first_day == FIRST_DAY
    refused_for_form(registering(late, founding), "lane-changed", "protocol C5")

"""Whatever an audit lane says, what the register holds of a lane stands (protocol A12, C5)."""

from datetime import timedelta
from typing import Final

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from events.audit import LaneRegistration
from events.deciding import Refused
from events.register import Lane, Register
from services.audit.domain.agency import AgencyRecord
from services.audit.domain.commands import RegisterAgency
from tests.audit.test_register import CONFIGURED, changed, known, recorded, told
from tests.given import attempt, live
from tests.log.realm import AUDIT, FIRST_DAY, register, registration, signer

LANE: Final = "provider.a"
FIRST: Final = registration(LANE)
ROTATED: Final = registration(LANE, from_size=5, generation=1)
ONE_DAY: Final = timedelta(days=1)

_DAYS = st.sampled_from([FIRST_DAY, FIRST_DAY + ONE_DAY])
_TOLD = st.builds(
    lambda lane, generation, **facts: LaneRegistration(
        lane=lane, key=signer(lane, generation).vkey.text, **facts
    ),
    st.sampled_from([LANE, AUDIT]),
    st.integers(0, 2),
    from_size=st.integers(0, 3),
    first_day=_DAYS,
    last_day=st.none() | _DAYS,
    historic=st.booleans(),
    readers=st.sampled_from([(), ("agency-c",)]),
)
_COMMANDS = st.builds(
    lambda agency_of, lanes: register(agency_of, *lanes),
    st.sampled_from([LANE, AUDIT, "provider.b"]),
    st.lists(_TOLD, min_size=1, max_size=2),
)
_HISTORIES = st.lists(_COMMANDS, max_size=6)


def key(generation: int) -> str:
    return signer(LANE, generation).vkey.text


def test_a_lane_of_another_agency_is_never_taken_over() -> None:
    thief = replace(changed(FIRST, key=key(1)), agency="agency-b")

    assert known(FIRST, thief).lanes == known(FIRST).lanes


def test_what_a_lane_began_with_stands() -> None:
    other = changed(FIRST, first_day=FIRST_DAY + ONE_DAY, historic=True)

    assert known(FIRST, other).lanes == known(FIRST).lanes


def test_a_set_end_stands_and_no_lane_ends_before_its_first_day() -> None:
    ended = changed(FIRST, last_day=FIRST_DAY)
    later = changed(FIRST, last_day=FIRST_DAY + ONE_DAY)
    before = changed(FIRST, first_day=FIRST_DAY - ONE_DAY, last_day=FIRST_DAY - ONE_DAY)

    assert known(FIRST, ended).lane(LANE).last_day == FIRST_DAY
    assert known(FIRST, ended, later, FIRST).lane(LANE).last_day == FIRST_DAY
    assert known(FIRST, before).lane(LANE).last_day is None


def test_keys_are_only_added_and_only_after_the_last() -> None:
    replaced = registration(LANE, from_size=5, generation=2)
    early = registration(LANE, from_size=4, generation=2)

    found = known(FIRST, ROTATED, replaced, early, FIRST).lane(LANE)

    assert found.keys == ((0, key(0)), (5, key(1)))
    assert [found.key_for(size) for size in (1, 5, 6)] == [key(0), key(0), key(1)]


def test_the_configured_key_stands_when_the_audit_lane_is_registered() -> None:
    found = known(registration(AUDIT, generation=1)).lane(AUDIT)

    assert found.keys == CONFIGURED.lane(AUDIT).keys
    assert (found.first_day, found.registered_by) == (FIRST_DAY, f"{AUDIT}/agency-{found.agency}:1")


@given(_HISTORIES, _COMMANDS)
def test_no_event_changes_what_stands(history: list[RegisterAgency], last: RegisterAgency) -> None:
    before = known(*history)

    after = known(*history, last)

    assert before.lanes.keys() <= after.lanes.keys()
    assert all(_stands(one, after.lane(one.lane)) for one in before.lanes.values())


def _stands(before: Lane, after: Lane) -> bool:
    began = (before.first_day, before.historic) == (after.first_day, after.historic)
    return (
        before.agency == after.agency
        and before.keys == after.keys[: len(before.keys)]
        and (began or not before.registered_by)
        and before.last_day in {None, after.last_day}
        and list(after.keys) == sorted(dict(after.keys).items())
    )


@given(_HISTORIES)
def test_what_is_not_refused_the_register_holds_as_told(history: list[RegisterAgency]) -> None:
    done: list[RegisterAgency] = []
    for command in history:
        own = [one for one in done if one.agency == command.agency]
        record = recorded(command.agency, *own)
        if _refused(record, command, known(*done)):
            continue
        done.append(command)

        assert all(_as_told(one, command.agency, known(*done)) for one in command.lanes)


def _refused(record: AgencyRecord, command: RegisterAgency, register: Register) -> bool:
    answer = attempt(lambda by: record.register(command, by, register), live())
    return isinstance(answer, Refused)


def _as_told(told_: LaneRegistration, agency: str, register: Register) -> bool:
    lane = register.lane(told_.lane)
    return (
        lane.agency == agency
        and (told_.from_size, told_.key) in lane.keys
        and (lane.first_day, lane.last_day) == (told_.first_day, told_.last_day)
        and (lane.historic, lane.readers) == (told_.historic, frozenset(told_.readers))
    )


def test_a_register_without_configuration_reads_the_same() -> None:
    register = Register()
    for command in (FIRST, ROTATED):
        register = register.evolve(f"{AUDIT}/agency-{command.agency}:1", told(command))

    assert register.lane(LANE) == known(FIRST, ROTATED).lane(LANE)

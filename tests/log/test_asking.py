"""What a caller may not ask for: the lane signs only what others can read, under its own ids."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from events.deciding import Refused
from events.log.lane.group import Outcome
from events.log.lane.work import Answer
from tests.log.realm import MORNING, OFFICER, SmallRealm
from tests.log.small_service import Say

LANE = "provider.a"
LATER = "2024-05-02T05:00:00Z"


@pytest.fixture
def realm(tmp_path: Path) -> Iterator[SmallRealm]:
    realm = SmallRealm(tmp_path, LANE)
    yield realm
    realm.close()


def ask(
    realm: SmallRealm,
    command: Say,
    *,
    command_id: str = "one",
    actor: str = OFFICER,
    time: str = MORNING,
) -> Outcome:
    (outcome,) = realm.instances[LANE].do([(command_id, command)], actor=actor, time=time)
    return outcome


def code(outcome: Outcome) -> str:
    assert isinstance(outcome, Refused), outcome
    return outcome.code


@pytest.mark.parametrize(
    "command_id",
    [
        f"close/{LANE}/2024-04-29",
        f"reject/{LANE}/3",
        f"{LANE}/talk-one:1/Say/talk-two",
        "intake.b/application-1:2/Say/talk-two",
    ],
)
def test_the_ids_of_the_lanes_own_work_are_nobodys(realm: SmallRealm, command_id: str) -> None:
    refused = ask(realm, Say(), command_id=command_id)
    answered = ask(realm, Say(), command_id="another", time=LATER)

    assert code(refused) == "command-id-reserved"
    assert isinstance(answered, Answer), "the lane goes on, and closes its days"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("actor", ""),
        ("actor", "a/b"),
        ("actor", "a/b/c\n"),
        ("command_id", ""),
        ("command_id", "a\x00b"),
        ("time", "2024-05-02T05:00:00+05:00"),
        ("time", "2024-05-02"),
    ],
)
def test_what_others_could_not_read_is_not_signed(
    realm: SmallRealm, field: str, value: str
) -> None:
    size = len(realm.evidence(LANE).raws)

    outcome: Outcome | ValueError
    try:
        outcome = ask(realm, Say(), **{field: value})
    except ValueError as refused:
        outcome = refused

    assert not isinstance(outcome, Answer)
    assert len(realm.evidence(LANE).raws) == size
    assert isinstance(ask(realm, Say(), command_id="good"), Answer)


def test_a_stream_that_no_reader_takes_is_not_begun(realm: SmallRealm) -> None:
    assert code(ask(realm, Say(talk="A case"))) == "command-malformed"


@pytest.mark.parametrize("transcribed", [False, True])
@pytest.mark.parametrize("number", ["870412300129", "870412-300129", "8704-1230-0129"])
@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("actor", "a/b/o-{}"),
        ("actor", "a/{}/o-1"),
        ("command_id", "desk/{}"),
        ("command_id", "desk-{}/1"),
        ("talk", "{}"),
        ("talk", "x-{}-1"),
    ],
)
def test_no_number_of_a_person_stands_in_the_envelope(
    realm: SmallRealm, field: str, value: str, number: str, *, transcribed: bool
) -> None:
    said = {field: value.format(number)}
    day = date(2024, 5, 1) if transcribed else None
    command = Say(talk=said.pop("talk", "one"), transcribed=transcribed, on=day)

    refused = ask(realm, command, **said)

    assert code(refused) == "personal-number-in-clear"
    assert number not in str(refused)
    assert str(refused).count("field `") == 1


def test_a_live_act_does_not_choose_its_day(realm: SmallRealm) -> None:
    assert code(ask(realm, Say(on=date(2020, 1, 1)))) == "day-not-given"

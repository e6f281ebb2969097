"""A reader killed in the middle of a record whose effects need several commits."""

from collections import Counter
from pathlib import Path

import pytest

from tests.log.crash_child import READER, WRITER
from tests.log.processes import crash
from tests.log.realm import SmallRealm, agency, signer
from tests.log.small_service import Say

ASKED, EACH, FITS = 6, 400, 800
"""Events that ask for an answer, events of each answer, events of a commit that holds two."""


def asked(home: Path) -> None:
    """Write one record that asks for three commits, and leave the reader to another process."""
    realm = SmallRealm(home, WRITER, READER)
    command = Say(text=f"echo:{EACH}", times=ASKED, to=(agency(READER),))
    realm.do(WRITER, command)
    realm.close()


def answers(realm: SmallRealm) -> Counter[str]:
    evidence = realm.evidence(READER)
    evidence.verify(signer(READER).vkey)
    return Counter(event.causationid for event in evidence.events)


def once() -> dict[str, int]:
    return {f"{WRITER}/talk-one:{version}": EACH for version in range(1, ASKED + 1)}


def begun_again(home: Path) -> Counter[str]:
    """Start again; the transport brings the same record again."""
    realm = SmallRealm(home, WRITER, READER)
    realm.carry(WRITER, READER)
    assert realm.instances[READER].held(WRITER) == ASKED
    realm.close()
    return answers(realm)


@pytest.mark.parametrize(
    ("point", "number", "there"),
    [
        ("before commit", 1, 0),
        ("after commit", 1, FITS),
        ("before commit", 2, FITS),
        ("after commit", 2, 2 * FITS),
        ("after commit", 3, 3 * FITS),
    ],
)
def test_a_killed_reader_answers_each_event_once(
    tmp_path: Path, point: str, number: int, there: int
) -> None:
    asked(tmp_path)

    crash(tmp_path, "receive", point, number)

    realm = SmallRealm(tmp_path)
    assert answers(realm).total() == there
    held = [(ASKED,)] if there == 3 * FITS else []
    lanes = "SELECT size FROM received WHERE lane = 'provider.a'"
    assert realm.rows(READER, lanes) == held, "a record is held when its last effect is there"
    realm.close()
    assert begun_again(tmp_path) == once()


@pytest.mark.parametrize("defences", ["no command ids", "no positions"])
def test_positions_and_command_ids_each_keep_effects_from_being_doubled(
    tmp_path: Path, defences: str
) -> None:
    asked(tmp_path)

    crash(tmp_path, "receive", "after commit", 1, defences)

    assert begun_again(tmp_path) == once()


def test_without_both_effects_are_seen_twice(tmp_path: Path) -> None:
    """Control: the tests above see a double."""
    asked(tmp_path)

    crash(tmp_path, "receive", "after commit", 1, defences="neither")

    assert begun_again(tmp_path).total() == ASKED * EACH + FITS


def test_with_the_position_in_a_commit_before_the_effects_they_are_seen_lost(
    tmp_path: Path,
) -> None:
    """Control: the tests above see a loss."""
    asked(tmp_path)

    crash(tmp_path, "receive", "between", 1, defences="position first")

    assert begun_again(tmp_path).total() == ASKED * EACH - FITS

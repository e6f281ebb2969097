"""A writer killed at any point of a commit: what was answered is there, and nothing twice."""

from pathlib import Path

import pytest

from events.log.lane.work import Answer
from tests.log.crash_child import COMMANDS, WRITER
from tests.log.evidence import Evidence, read_evidence
from tests.log.processes import crash
from tests.log.realm import MORNING, OFFICER, SmallRealm, path_of, signer
from tests.log.small_service import Say

KILLED_IN = 3


def founded(home: Path) -> None:
    """Make a lane that knows the register, and leave it to another process."""
    SmallRealm(home, WRITER).close()


def retried(home: Path) -> tuple[list[str], Evidence]:
    """Start again and send every command again, as a client without an answer does."""
    realm = SmallRealm(home, WRITER)
    commands = [(f"c{number}", Say()) for number in range(COMMANDS)]
    outcomes = realm.instances[WRITER].do(commands, actor=OFFICER, time=MORNING)
    answers = [
        f"c{number} {' '.join(outcome.events)}"
        for number, outcome in enumerate(outcomes)
        if isinstance(outcome, Answer)
    ]
    realm.close()
    return answers, realm.evidence(WRITER)


def left_by_the_dead(home: Path) -> Evidence:
    return read_evidence(path_of(home, WRITER))


@pytest.mark.parametrize(("point", "there"), [("before commit", 2), ("after commit", 3)])
def test_a_killed_writer_loses_no_answered_command_and_doubles_none(
    tmp_path: Path, point: str, there: int
) -> None:
    founded(tmp_path)

    answered = crash(tmp_path, "write", point, KILLED_IN)

    assert answered == ["c0 talk-one:1", "c1 talk-one:2"]
    left = left_by_the_dead(tmp_path)
    assert len(left.raws) == there
    left.verify(signer(WRITER).vkey)
    answers, evidence = retried(tmp_path)
    assert answers[:2] == answered
    assert [event.commandid for event in evidence.events] == ["c0", "c1", "c2", "c3", "c4"]
    evidence.verify(signer(WRITER).vkey)


def test_without_remembered_command_ids_a_retry_is_seen_twice(tmp_path: Path) -> None:
    """Control: the test above sees what command ids are good for."""
    founded(tmp_path)

    crash(tmp_path, "write", "after commit", KILLED_IN, defences="no command ids")

    _, evidence = retried(tmp_path)
    commands = [event.commandid for event in evidence.events]
    assert commands == ["c0", "c1", "c2", "c0", "c1", "c2", "c3", "c4"]


def test_sealed_in_a_second_transaction_an_event_is_seen_without_its_seal(tmp_path: Path) -> None:
    """Control: the check above sees what sealing in the commit is good for."""
    founded(tmp_path)

    crash(tmp_path, "write", "between", KILLED_IN, defences="sealed later")

    with pytest.raises(AssertionError, match="an event is not sealed"):
        left_by_the_dead(tmp_path).verify(signer(WRITER).vkey)

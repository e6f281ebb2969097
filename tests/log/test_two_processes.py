"""Two processes write one lane at once, as after a restart that came too early."""

from collections import Counter
from pathlib import Path

from tests.log.evidence import ids_ascend, read_evidence
from tests.log.processes import start
from tests.log.realm import SmallRealm, path_of, signer
from tests.log.writing_child import COMMANDS, LANE, command_ids


def raced(home: Path, *names: str) -> list[dict[str, str]]:
    """Let processes write at once; give each one's answers by command id."""
    children = [start("writing_child", home, name) for name in names]
    for child in children:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n", child.communicate()
    for child in children:
        assert child.stdin is not None
        child.stdin.write("go\n")
        child.stdin.flush()
    said = []
    for child in children:
        output, errors = child.communicate()
        assert child.returncode == 0, errors
        said.append(dict(line.split(" ", 1) for line in output.splitlines()))
    return said


def test_two_processes_make_one_lane_without_gaps_or_doubles(tmp_path: Path) -> None:
    SmallRealm(tmp_path, LANE).close()

    one, other = raced(tmp_path, "one", "other")

    evidence = read_evidence(path_of(tmp_path, LANE))
    evidence.verify(signer(LANE).vkey)
    ids_ascend(evidence)
    ids = {event.id: event.commandid for event in evidence.events}
    for name, answers in (("one", one), ("other", other)):
        assert list(answers) == command_ids(name)
        for command_id, events in answers.items():
            assert [ids[event] for event in events.split(" ")] == [command_id] * 2
    shared = one.keys() & other.keys()
    assert len(shared) == COMMANDS // 2
    assert [one[command_id] for command_id in shared] == [other[c] for c in shared]
    said = Counter(e.commandid for e in evidence.events if not e.causationid)
    assert said == dict.fromkeys({*one, *other}, 2)


def test_two_processes_answer_each_own_event_once(tmp_path: Path) -> None:
    SmallRealm(tmp_path, LANE).close()

    raced(tmp_path, "one", "other")

    evidence = read_evidence(path_of(tmp_path, LANE))
    asides = [e for e in evidence.events if e.data["step"] == "aside:2"]
    answered = Counter(e.causationid for e in evidence.events if e.causationid)
    assert asides
    assert answered == {f"{LANE}/{event.id}": 2 for event in asides}

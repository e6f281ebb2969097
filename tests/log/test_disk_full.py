"""A full disk: the command fails in words, nothing is half-written, and the lane goes on."""

from pathlib import Path

from tests.log.disk_child import EVENTS, LANE, MORE
from tests.log.evidence import ids_ascend, read_evidence
from tests.log.processes import start
from tests.log.realm import SmallRealm, path_of, signer
from tests.log.small_service import Say

ROOM = 3_000_000
"""Bytes of a file: some commits fit, and then none."""


def test_a_lane_goes_on_when_there_is_room_again(tmp_path: Path) -> None:
    SmallRealm(tmp_path, LANE).close()

    child = start("disk_child", tmp_path, ROOM)
    said, errors = child.communicate()

    assert child.returncode == 0, errors
    lines = said.splitlines()
    failures = [number for number, line in enumerate(lines) if line.startswith("failed:")]
    assert len(failures) == 1
    assert "disk" in lines[failures[0]]
    answered = [line.split(" ") for line in lines if not line.startswith("failed:")]
    assert [command for command, *_ in answered] == [f"c{n}" for n in range(failures[0] + MORE)]
    evidence = read_evidence(path_of(tmp_path, LANE))
    evidence.verify(signer(LANE).vkey)
    ids_ascend(evidence)
    assert [event.id for event in evidence.events] == [id_ for _, *ids in answered for id_ in ids]
    assert [commit.size - commit.previous for commit in evidence.commits] == [EVENTS] * len(
        answered
    )


def test_what_a_full_disk_left_can_be_opened_by_the_next_process(tmp_path: Path) -> None:
    SmallRealm(tmp_path, LANE).close()
    start("disk_child", tmp_path, ROOM).communicate()

    realm = SmallRealm(tmp_path, LANE)
    realm.do(LANE, Say(text="next"))

    realm.evidence(LANE).verify(signer(LANE).vkey)
    assert realm.evidence(LANE).events[-1].data["step"] == "next"
    realm.close()

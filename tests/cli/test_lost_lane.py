"""A lane whose file is gone is not begun anew: others hold what it has signed (protocol A7)."""

import shutil
from pathlib import Path

import pytest

from examples.kazakhstan.agencies import DELIVERY_LANE, WINDOW_LANE
from tests.cli.calling import refused
from tests.flows.homes import copy_of
from tests.flows.tampering import file_of


@pytest.fixture
def home(played: Path, tmp_path: Path) -> Path:
    return copy_of(played, tmp_path)


@pytest.mark.parametrize("lane", [WINDOW_LANE, DELIVERY_LANE])
def test_a_lost_lane_is_said_in_words_and_nothing_is_made_in_its_place(
    home: Path, lane: str
) -> None:
    file = file_of(home, lane)
    for path in file.parent.glob("lane.db*"):
        path.unlink()

    told = refused(home, "todo", "--lane", lane)

    assert "lane.db is gone, and others have read it" in told
    assert "qyzmet restore" in told
    assert not file.exists()


def test_a_role_that_no_rule_knows_is_refused_before_anything_is_signed(home: Path) -> None:
    before = shutil.copytree(home, home.with_name("before"))

    joining = ("--role", "nosuch", "--zone", "Asia/Almaty", "--jurisdiction", "kz", "--week", "5")
    joined = refused(
        home, "agency", "join", "newtown", *joining, "--lane", "intake.newtown", code=2
    )
    reading = ("--agency", "almaty-centre", "--ground", "case", "--role", "nosuch")
    read = refused(home, "read", "A-2024-000118", *reading, code=2)

    assert "'nosuch' is not one of 'deliverer'" in joined
    assert "'nosuch' is not one of 'clerk'" in read
    same = [file_of(one, WINDOW_LANE).read_bytes() for one in (before, home)]
    assert same[0] == same[1]

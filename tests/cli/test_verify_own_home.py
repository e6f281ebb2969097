"""An agency verifies its own home, in which the ledger is not (H3)."""

import shutil
from pathlib import Path

import pytest

from examples.kazakhstan.agencies import AUDIT_LANE, DELIVERY_LANE, WINDOW_LANE
from services.home import Home
from services.realm import Realm
from tests.cli.calling import lines, refused, said
from tests.cli.test_agency_join import LANE, join
from tests.flows.homes import copy_of
from tests.flows.tampering import file_of, raw

WITHOUT = "the ledger is not here, so case table and findings were not checked"


@pytest.fixture
def own(played: Path, tmp_path: Path) -> Path:
    """The home of two agencies, as they would have it on a machine of their own."""
    whole, own = copy_of(played, tmp_path / "whole"), tmp_path / "own"
    own.mkdir()
    shutil.copy(whole / "realm.json", own)
    for lane in (WINDOW_LANE, DELIVERY_LANE):
        shutil.copytree(whole / "lanes" / lane, own / "lanes" / lane)
    return own


def test_it_checks_all_that_is_there_and_says_what_is_not(own: Path) -> None:
    told = said(own, "verify")

    assert told.startswith("verified: 2 lanes here, ")
    assert told.endswith(f"; {WITHOUT}\n")
    (counts,) = lines(own, "verify")
    assert (counts["faults"], counts["without_ledger"], counts["findings"]) == (0, 1, 0)
    assert counts["events"] > 0
    assert counts["received"] > 0


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("UPDATE stored_events SET state = zeroblob(40) WHERE rowid = 3", "at 3: "),
        ("UPDATE sealed SET nodes = x'00' WHERE size = (SELECT max(size) FROM sealed)", "nodes"),
        ("UPDATE sealed SET edge = x'00' WHERE size = (SELECT max(size) FROM sealed)", "edge"),
        ("UPDATE sealed SET note = x'00' WHERE size = (SELECT max(size) FROM sealed)", "point"),
        ("UPDATE received SET root = x'00' WHERE lane = 'audit.authority'", "root"),
        ("DELETE FROM received WHERE lane = 'audit.authority' AND pos = 1", "does not follow"),
        ("UPDATE kept SET seq = seq + 1000 WHERE pos = (SELECT max(pos) FROM kept)", "kept copy"),
        ("DELETE FROM kept WHERE pos = (SELECT max(pos) FROM kept)", "kept copy"),
    ],
)
def test_what_does_not_hold_is_found_there_too(own: Path, sql: str, words: str) -> None:
    with raw(file_of(own, WINDOW_LANE)) as db:
        db.execute(sql)

    assert words in refused(own, "verify")


def test_a_lane_that_lost_what_another_one_there_holds_of_it_is_told(own: Path) -> None:
    file_of(own, DELIVERY_LANE).unlink()

    told = refused(own, "verify")

    assert f"FAULT {DELIVERY_LANE} at " in told
    assert f"{WINDOW_LANE} holds another root for this size, or this file has lost it" in told


def test_a_home_that_has_just_joined_is_verified(played: Path, tmp_path: Path) -> None:
    authority, own = copy_of(played, tmp_path / "whole"), tmp_path / "talgar"
    said(authority, *join("--into", str(own)))

    told = said(own, "verify")

    assert told.startswith("verified: 0 lanes here, ")
    assert "1 lanes without a file: nothing of them is known here" in told
    realm = Realm(own)
    realm.instance(LANE)
    realm.close()
    assert WITHOUT in said(own, "verify"), "nothing was heard of the register yet"


def test_where_the_authority_lost_its_ledger_that_is_a_fault(played: Path, tmp_path: Path) -> None:
    home = copy_of(played, tmp_path)
    shutil.rmtree(home / "lanes" / AUDIT_LANE)
    assert not Home(home).runs_here(AUDIT_LANE)

    assert f"FAULT {AUDIT_LANE} at 0: " in refused(home, "verify")

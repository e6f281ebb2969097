"""A lane whose key was changed after the backup takes back what both keys have signed (A12)."""

from hashlib import sha256
from pathlib import Path

import pytest

from events.audit import LaneRegistration
from events.log.lane.keys import write_key
from examples.kazakhstan.agencies import AUDIT_LANE, CENTRE, WINDOW_LANE
from examples.kazakhstan.scenario import REGISTRAR
from services.audit.domain.commands import RegisterAgency
from services.cli.common import time_of
from services.driver import Driver
from tests.cli.calling import refused, said
from tests.cli.lost_lanes import archived, go_on, kept, lose
from tests.flows.homes import copy_of, driven, lanes_of
from tests.log.realm import signer


def change_key(home: Path) -> None:
    """Register the window's next key from where it is now, and put it in the old one's place."""
    with driven(home) as driver:
        register_next(driver)
    path = home / "lanes" / WINDOW_LANE / "key"
    path.unlink()
    write_key(path, sha256(f"{WINDOW_LANE}/1".encode()).digest())  # As `signer` draws it.


def register_next(driver: Driver) -> None:
    realm = driver.realm
    known = realm.audit.known.register
    agency, lane = known.agencies[CENTRE], known.lanes[WINDOW_LANE]
    following = LaneRegistration(
        lane=WINDOW_LANE,
        key=signer(WINDOW_LANE, 1).vkey.text,
        from_size=realm.grown(WINDOW_LANE),
        first_day=lane.first_day,
        readers=tuple(sorted(lane.readers)),
    )
    command = RegisterAgency(
        agency=CENTRE,
        roles=tuple(sorted(agency.roles)),
        parent=agency.parent,
        jurisdiction=agency.jurisdiction,
        zone=agency.zone,
        week=agency.week,
        grant_key=agency.grant_key,
        lanes=(following,),
    )
    time = time_of(realm, AUDIT_LANE)
    driver.do(AUDIT_LANE, [("next-key", command)], actor=REGISTRAR, time=time)


@pytest.fixture
def home(played: Path, tmp_path: Path) -> Path:
    """The realm after its fortnight, to be changed."""
    return copy_of(played, tmp_path)


def changed_after_backup(home: Path, tmp_path: Path, *options: str) -> tuple[str, str]:
    """Back up, write with one key and then with the next; give the backup and the lane file."""
    folder = kept(home, tmp_path, *options)
    go_on(home)
    change_key(home)
    go_on(home)
    return folder, archived(home, WINDOW_LANE, tmp_path)


def test_it_catches_up_with_what_both_keys_have_signed(home: Path, tmp_path: Path) -> None:
    folder, lane_file = changed_after_backup(home, tmp_path)
    before = lanes_of(home)
    lose(home)
    refused(home, "restore", folder, WINDOW_LANE)

    said(home, "restore", folder, WINDOW_LANE, "--lane-file", lane_file)

    assert lanes_of(home) == before
    go_on(home)
    assert said(home, "verify").startswith("verified: 4 lanes")


def test_with_the_key_of_the_backup_alone_it_says_what_is_missing(
    home: Path, tmp_path: Path
) -> None:
    folder, lane_file = changed_after_backup(home, tmp_path, "--with-keys")
    present = (home / "lanes" / WINDOW_LANE / "key").read_bytes()
    lose(home)
    (home / "lanes" / WINDOW_LANE / "key").unlink()
    refused(home, "restore", folder, WINDOW_LANE)

    words = refused(home, "restore", folder, WINDOW_LANE, "--lane-file", lane_file)

    assert "a commit is signed by a key that is not here" in words
    (home / "lanes" / WINDOW_LANE / "key").write_bytes(present)
    assert "it may be opened" in said(
        home, "restore", folder, WINDOW_LANE, "--lane-file", lane_file
    )


def test_a_lane_is_backed_up_between_its_next_key_and_what_that_signs(
    home: Path, tmp_path: Path
) -> None:
    change_key(home)

    assert kept(home, tmp_path)

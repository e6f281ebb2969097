"""Passwords: drawn once, kept before a broker knows them, of lanes elsewhere only in a file."""

import json
from pathlib import Path

import pytest

from events.log.kafka.access import AccessUnsafe, KafkaAccess, lane_access_file, read_access
from services.home import Home
from services.topics.passwords import NEXT_FILE, LanePasswords, OutThere

HERE, ELSEWHERE = "intake.almaty", "intake.talgar"
ADMIN = KafkaAccess(bootstrap="one:9092", user="admin", password="admins")  # noqa: S106 -- no broker


@pytest.fixture
def home(tmp_path: Path) -> Home:
    made = Home.found(tmp_path / "home", "kz", "audit.authority", "authority", zone="UTC")
    made.join(HERE, "almaty")
    return made


def test_a_user_is_given_a_password_that_its_lane_has_once_the_broker_took_it(home: Home) -> None:
    passwords, path = LanePasswords(home, ADMIN), lane_access_file(home.home, HERE)

    drawn = passwords.drawn([HERE], [], None)

    assert list(passwords.unfinished()) == [HERE]
    assert not path.exists()
    passwords.taken(drawn.of)
    assert list(passwords.unfinished()) == []
    assert read_access(path) == KafkaAccess(
        bootstrap="one:9092", user=HERE, password=drawn.of[HERE]
    )


def test_after_a_crash_the_password_drawn_before_it_is_taken(home: Home) -> None:
    before = LanePasswords(home, ADMIN).drawn([HERE], [], None)

    again = LanePasswords(home, ADMIN).drawn([HERE], [], None)

    assert again == before


def test_a_broker_that_is_new_gets_the_password_that_the_lane_has(home: Home) -> None:
    passwords = LanePasswords(home, ADMIN)
    drawn = passwords.drawn([HERE], [], None)
    passwords.taken(drawn.of)

    assert passwords.drawn([HERE], [], None) == drawn


def test_a_user_that_is_rotated_gets_another(home: Home) -> None:
    passwords = LanePasswords(home, ADMIN)
    drawn = passwords.drawn([HERE], [], None)
    passwords.taken(drawn.of)

    rotated = passwords.drawn([], [HERE], None)

    assert rotated.of[HERE] != drawn.of[HERE]
    assert read_access(lane_access_file(home.home, HERE)).password == drawn.of[HERE]


def test_a_lane_elsewhere_lacks_a_password_unless_a_file_takes_it(
    home: Home, tmp_path: Path
) -> None:
    passwords, out = LanePasswords(home, ADMIN), tmp_path / "out.jsonl"

    without = passwords.drawn([HERE, ELSEWHERE], [], None)
    written = passwords.drawn([HERE, ELSEWHERE], [], out)

    assert (set(without.of), without.lacking) == ({HERE}, (ELSEWHERE,))
    assert (set(written.of), written.lacking) == ({HERE, ELSEWHERE}, ())
    assert out.stat().st_mode & 0o777 == 0o600
    (told,) = out.read_bytes().splitlines()
    assert json.loads(told)["password"] == written.of[ELSEWHERE]


def test_a_file_that_is_there_is_not_written_over_and_nothing_is_drawn(
    home: Home, tmp_path: Path
) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("the only copy")

    with pytest.raises(OutThere, match="name another file"):
        LanePasswords(home, ADMIN).drawn([HERE, ELSEWHERE], [], out)

    assert out.read_text() == "the only copy"
    assert not lane_access_file(home.home, HERE).with_name(NEXT_FILE).exists()


def test_no_file_is_made_where_no_lane_elsewhere_waits(home: Home, tmp_path: Path) -> None:
    LanePasswords(home, ADMIN).drawn([HERE], [], tmp_path / "out.jsonl")

    assert not (tmp_path / "out.jsonl").exists()


def test_a_password_file_that_others_may_read_stops_all_before_a_broker_hears(home: Home) -> None:
    path = lane_access_file(home.home, HERE)
    passwords = LanePasswords(home, ADMIN)
    passwords.taken(passwords.drawn([HERE], [], None).of)
    path.chmod(0o644)

    with pytest.raises(AccessUnsafe, match="readable by others"):
        passwords.drawn([HERE], [], None)


def test_a_lane_here_without_a_file_is_named(home: Home) -> None:
    passwords = LanePasswords(home, ADMIN)

    assert passwords.without([HERE, ELSEWHERE, "audit.authority"]) == [HERE, "audit.authority"]


def test_no_text_of_what_was_drawn_shows_a_password(home: Home) -> None:
    drawn = LanePasswords(home, ADMIN).drawn([HERE], [], None)

    assert drawn.of[HERE] not in f"{drawn} {drawn!r}"

"""How a client comes to the broker: a file for its owner alone, a password that no text shows."""

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from events.log.kafka.access import (
    AccessUnsafe,
    KafkaAccess,
    lane_access_file,
    read_access,
    write_access,
)

SECRET = "canary-7f3a"  # noqa: S105 -- looked for in texts
ACCESS = KafkaAccess(bootstrap="one:9092,two:9092", user="intake.almaty", password=SECRET)


def test_what_is_written_is_read_back_and_is_the_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "kafka.json"

    write_access(path, ACCESS)

    assert read_access(path) == ACCESS
    assert path.stat().st_mode & 0o777 == 0o600
    assert [one.name for one in tmp_path.iterdir()] == ["kafka.json"]


def test_an_access_is_written_over_an_older_one(tmp_path: Path) -> None:
    path = tmp_path / "kafka.json"
    write_access(path, ACCESS)
    path.with_suffix(".making").write_text("left by a crash")

    write_access(path, replace(ACCESS, bootstrap="three:9092"))

    assert read_access(path).bootstrap == "three:9092"


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o610])
def test_a_file_that_others_may_touch_is_refused(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "kafka.json"
    write_access(path, ACCESS)
    path.chmod(mode)

    with pytest.raises(AccessUnsafe, match="readable by others: chmod 600"):
        read_access(path)


def test_a_missing_file_says_what_makes_it(tmp_path: Path) -> None:
    path = lane_access_file(tmp_path, "intake.almaty")

    with pytest.raises(AccessUnsafe, match=r"lanes/intake\.almaty/kafka\.json is missing; `qyzmet"):
        read_access(path)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        json.dumps({"bootstrap": "one:9092", "user": "a"}),
        json.dumps({"bootstrap": "one:9092", "user": "a", "password": ""}),
        json.dumps(
            {"bootstrap": "b", "user": "a", "password": SECRET, "security_protocol": "PLAINTEXT"}
        ),
    ],
)
def test_a_file_that_is_no_access_is_refused_and_shows_no_password(
    tmp_path: Path, content: str
) -> None:
    path = tmp_path / "kafka.json"
    path.touch(mode=0o600)
    path.write_text(content)

    with pytest.raises(AccessUnsafe, match="is no access to a broker") as refused:
        read_access(path)
    assert SECRET not in str(refused.value)


def test_no_text_of_an_access_shows_its_password() -> None:
    texts = [str(ACCESS), repr(ACCESS), f"{ACCESS}", f"{[ACCESS]}", f"{ACCESS.settings()}"]

    assert not [text for text in texts if SECRET in text]
    assert ACCESS.settings()["sasl_plain_password"] == SECRET
    assert ACCESS.settings()["bootstrap_servers"] == ["one:9092", "two:9092"]

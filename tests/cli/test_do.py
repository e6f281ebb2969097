"""`qyzmet do`: one command as JSON is done, or refused with rule and article and exit code 1."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import msgspec
import pytest
from click.testing import CliRunner

from examples.kazakhstan.agencies import CENTRE, STANDARDS_LANE, WINDOW_LANE
from examples.kazakhstan.cases import HALL
from examples.kazakhstan.scenario import CLERK
from services.cli.main import main
from services.home_lock import home_lock
from tests.cli.calling import call, refused, said
from tests.flows.homes import copy_of, driven, lanes_of
from tests.intake.besides import RECORD
from tests.provider.examples import APPROVE

OUTAGE: Final = msgspec.json.encode(RECORD).decode()
NOW: Final = "2024-05-03T06:00:00Z"
BY: Final = ("--id", "out/1", "--actor", HALL, "--time", NOW)
STREAM: Final = f"outage-{RECORD.outage_id}"


@pytest.fixture
def home(joined: Path, tmp_path: Path) -> Path:
    return copy_of(joined, tmp_path)


def do(*more: str, data: str = OUTAGE, by: Sequence[str] = BY) -> list[str]:
    """Give the arguments that record an outage at the window."""
    return ["do", WINDOW_LANE, "RecordOutage", "--data", data, *by, *more]


def test_what_is_done_is_answered_with_stream_version_and_event_ids(home: Path) -> None:
    text = said(home, *do())

    assert text == f"{STREAM} is at version 1\n  {STREAM}:1\n"


def test_for_machines_the_answer_is_a_line_of_json(home: Path) -> None:
    answer = json.loads(said(home, *do("--json")))

    assert answer == {"stream": STREAM, "version": 1, "events": [f"{STREAM}:1"]}


def test_the_same_command_again_is_answered_again_and_adds_nothing(home: Path) -> None:
    first = said(home, *do())
    before = lanes_of(home)

    assert said(home, *do()) == first
    assert lanes_of(home) == before


def test_the_same_id_for_another_command_is_refused(home: Path) -> None:
    said(home, *do())

    words = refused(home, *do(data=OUTAGE.replace("apostille", "other")))

    assert "command-reused" in words


def test_the_command_may_stand_in_a_file_or_come_as_input(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "outage.json"
    file.write_text(json.dumps(json.loads(OUTAGE), indent=2))

    first = said(home, "do", WINDOW_LANE, "RecordOutage", "--file", str(file), *BY)
    again = ["--home", str(home), "do", WINDOW_LANE, "RecordOutage", "--file", "-", *BY]
    second = CliRunner().invoke(main, again, input=OUTAGE)

    assert (second.exit_code, second.stdout) == (0, first)


def test_what_follows_is_carried_to_the_other_lanes(home: Path) -> None:
    approve = msgspec.json.encode(APPROVE).decode()
    by = ("--id", "approve", "--actor", CLERK, "--time", NOW)

    said(home, "do", STANDARDS_LANE, "ApproveStandard", "--data", approve, *by)

    with driven(home) as driver:
        held = driver.realm.instance(WINDOW_LANE).held(STANDARDS_LANE)
        assert held == driver.realm.grown(STANDARDS_LANE) > 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (do(data="{}"), "command-malformed: RecordOutage: field `outage_id` is missing (8.1(3))"),
        (do(data='{"outage_id":"o","from_at":"x'), "not JSON"),
        (do(data="{" + " " * 300_000 + "}"), "too-long"),
        (do(data=OUTAGE.replace(RECORD.until_at, RECORD.from_at)), "outage-empty"),
        (do(data=OUTAGE.replace("services", "service")), "field-unknown"),
        (["do", WINDOW_LANE, "Decide", "--data", "{}", *BY], "command-unknown"),
        (["do", "intake.atlantis", "Decide", "--data", "{}", *BY], "does not run here"),
        (["do", WINDOW_LANE, "RecordOutage", *BY], "one of them"),
        (do(by=("--id", "x", "--actor", CLERK, "--time", NOW)), "not-the-lanes-agency"),
        (do(by=("--id", "x", "--actor", CENTRE, "--time", NOW)), "protocol I4, I5, I6"),
        (do(by=("--id", "close/x", "--actor", HALL, "--time", NOW)), "command-id-reserved"),
        (do(by=("--id", "", "--actor", HALL, "--time", NOW)), "command-malformed"),
    ],
)
def test_what_is_refused_is_said_with_exit_code_1(
    home: Path, arguments: list[str], says: str
) -> None:
    assert says in refused(home, *arguments)


def test_a_refused_command_is_not_recorded(home: Path) -> None:
    said(home, *do())
    before = lanes_of(home)

    empty = OUTAGE.replace(RECORD.until_at, RECORD.from_at).replace(RECORD.outage_id, "o-2")
    refused(home, *do(data=empty, by=("--id", "out/2", *BY[2:])))

    assert lanes_of(home) == before


def test_for_machines_a_refusal_is_a_line_of_json_too(home: Path) -> None:
    result = call(home, *do("--json", data="{}"))

    assert result.exit_code == 1
    assert json.loads(result.stdout) == {
        "code": "command-malformed",
        "sentence": "RecordOutage: field `outage_id` is missing",
        "article": "8.1(3)",
    }


@pytest.mark.parametrize("time", ["now", "2024-02-30T00:00:00Z", "2024-05-03"])
def test_a_time_that_never_was_is_refused_as_misuse(home: Path, time: str) -> None:
    words = refused(home, *do(by=("--id", "x", "--actor", HALL, "--time", time)), code=2)

    assert "2024-05-03T05:05:00Z" in words


def test_while_another_process_writes_the_home_nothing_is_done(home: Path) -> None:
    before = lanes_of(home)

    with home_lock(home):
        words = refused(home, *do())

    assert "another qyzmet" in words
    assert lanes_of(home) == before


def test_a_time_far_after_the_lanes_last_is_refused_and_closes_no_day(home: Path) -> None:
    """A slip in the year would close years of days, and nothing opens them again."""
    said(home, *do())
    before = lanes_of(home)
    far = ("--id", "out/2", "--actor", HALL, "--time", "2030-05-03T06:00:00Z")

    text = refused(home, *do(by=far))

    assert "more than 31 days after the lane's last" in text
    assert lanes_of(home) == before

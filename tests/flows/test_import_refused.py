"""A log that is broken is refused with row and reason, and nothing of it is told (H14)."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from services.cli.main import main
from tests.examples.receipt_log import HEADER, Line, set_cell, text
from tests.flows.homes import copy_of, import_log, lanes_of
from tests.flows.small_log import LATE, ON_TIME, log, told

Break = Callable[[list[Line]], str]
RECORDED_AT = ("--recorded-at", "2024-06-01T00:00:00Z")


def imported(home: Path, log: str, *options: str) -> Result:
    file = home.parent / "log.csv"
    file.write_text(log, "utf-8")
    command = ["--home", str(home), "import", "receipt", str(file), *RECORDED_AT, *options]
    return CliRunner().invoke(main, command)


def cell(place: int, column: str, value: str) -> Break:
    return lambda lines: text(set_cell(lines, place, column, value))


BROKEN: dict[str, tuple[Break, str]] = {
    "an end that is no time": (
        cell(0, "case:enddate", "soon"),
        "row 2: case:enddate",
    ),
    "an activity that nobody knows": (
        cell(1, "concept:name", "T99 Something else"),
        "row 3: the activity 'T99 Something else' is unknown",
    ),
    "a row id twice": (
        cell(1, "concept:instance", "task-1-0"),
        "row 3: concept:instance 'task-1-0' stands in row 2 too",
    ),
    "a case told in two ways": (
        cell(1, "case:deadline", "2024-03-09 10:00:00+01:00"),
        "row 3: case:deadline",
    ),
    "a column missing": (
        lambda lines: text(lines, header=[name for name in HEADER if name != "case:deadline"]),
        "row 1: the column case:deadline is missing",
    ),
    "a row too short": (lambda lines: text(lines) + "Desk,case-2\n", "row 4: 2 fields"),
    "a quote that never ends": (lambda lines: text(lines) + '"Desk,', "row 4: not CSV"),
    "rows out of order": (lambda lines: text(lines[::-1]), "row 3: "),
    "no row": (lambda _: text(), "the log has no case"),
}


@pytest.mark.parametrize(("broken", "says"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_log_makes_no_home(tmp_path: Path, broken: Break, says: str) -> None:
    home = tmp_path / "home"

    result = imported(home, broken(told(1, ON_TIME)))

    assert result.exit_code == 1
    assert says in result.output
    assert not home.exists()


@pytest.mark.parametrize(("broken", "says"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_log_adds_no_lane_and_no_event(
    joined: Path, tmp_path: Path, broken: Break, says: str
) -> None:
    home = copy_of(joined, tmp_path)
    before = lanes_of(home)

    result = imported(home, broken(told(1, ON_TIME)))

    assert says in result.output
    assert lanes_of(home) == before


@pytest.mark.parametrize(
    "other",
    [log(LATE), log(ON_TIME, LATE), log(ON_TIME, ON_TIME), [told(1, LATE)]],
    ids=["a case fewer", "another end", "a case more", "other days"],
)
def test_another_log_under_the_same_agency_is_refused_and_adds_nothing(
    tmp_path: Path, other: list[list[Line]]
) -> None:
    home = tmp_path / "home"
    import_log(home, text(*log(ON_TIME)), agency="town")
    before = lanes_of(home)

    result = imported(home, text(*other), "--agency", "town")

    assert result.exit_code == 1
    assert "other-log" in result.output
    assert "--agency" in result.output
    assert lanes_of(home) == before


@pytest.mark.parametrize("agency", ["", "Town", "../town", "town hall"])
def test_an_agency_s_id_is_refused_in_words_before_anything_is_made(
    tmp_path: Path, agency: str
) -> None:
    result = imported(tmp_path / "home", text(*log()), "--agency", agency)

    assert result.exit_code == 2
    assert "small letters, digits and -" in result.output
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize(
    "time", ["now", "2024-06-01", "2024-06-01T00:00:00+05:00", "2024-02-30T00:00:00Z"]
)
def test_a_malformed_recorded_time_is_refused_in_words_before_anything_is_made(
    tmp_path: Path, time: str
) -> None:
    result = imported(tmp_path / "home", text(*log()), "--recorded-at", time)

    assert result.exit_code == 2
    assert "2024-05-03T05:05:00Z" in result.output
    assert not (tmp_path / "home").exists()

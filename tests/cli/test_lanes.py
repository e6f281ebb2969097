"""`qyzmet lanes`, `lane-file`, `check-lane`: what proves a lane to anybody."""

from pathlib import Path

import pytest

from events.log.tree.keys import VerificationKey
from examples.kazakhstan import foreign
from examples.kazakhstan.agencies import (
    AUTHORITY,
    CENTRE,
    DELIVERY_LANE,
    JUSTICE,
    JUSTICE_ALMATY,
    LANES,
    WINDOW_LANE,
)
from examples.kazakhstan.founding import found
from tests.cli.calling import call, lines, refused, said


def key_of(home: Path, lane: str) -> str:
    keys = {row["lane"]: row["key"] for row in lines(home, "lanes")}
    key: str = keys[lane]
    return key


def written(home: Path, to: Path, lane: str, *options: str) -> Path:
    file = to / f"{lane}.jsonl"
    said(home, "lane-file", lane, "--out", str(file), *options)
    return file


def check(file: Path, key: str) -> dict[str, object]:
    (checked,) = lines(file.parent, "check-lane", str(file), "--key", key)
    return checked


def test_every_lane_is_listed_with_size_root_and_key(played: Path) -> None:
    rows = {row["lane"]: row for row in lines(played, "lanes")}

    assert rows.keys() >= {"audit.authority", *LANES}
    for lane, row in rows.items():
        assert VerificationKey.parse(row["key"]).name == f"kz/{lane}"
        assert row["size"] > 0
        assert len(row["root"]) == 44
        assert f"{row['size']:>7}  {row['root']}" in said(played, "lanes")


def test_a_lane_whose_software_does_not_run_here_is_marked_and_counted_apart(played: Path) -> None:
    rows = {row["lane"]: row["runs_here"] for row in lines(played, "lanes")}

    *listed, counted = said(played, "lanes").splitlines()

    assert rows == {"audit.authority": True, foreign.LANE: False, **dict.fromkeys(LANES, True)}
    marked = [text.split()[0] for text in listed if text.endswith("  (lane file)")]
    assert marked == [foreign.LANE]
    assert counted == (
        "5 lanes: 4 whose software runs here, 1 as archived of a lane file; "
        "keys: qyzmet lanes --json"
    )


def test_where_the_software_of_all_lanes_runs_here_nothing_is_counted_apart(
    tmp_path: Path,
) -> None:
    found(tmp_path)

    assert said(tmp_path, "lanes").splitlines()[-1] == "1 lane; keys: qyzmet lanes --json"


@pytest.mark.parametrize("lane", ["audit.authority", *LANES])
def test_a_lane_s_file_proves_the_size_and_root_that_are_listed(
    played: Path, tmp_path: Path, lane: str
) -> None:
    (row,) = (row for row in lines(played, "lanes") if row["lane"] == lane)

    checked = check(written(played, tmp_path, lane), row["key"])

    assert (checked["size"], checked["root"]) == (row["size"], row["root"])
    assert checked["events"] == row["size"]


def test_a_view_proves_the_same_root_and_shows_less(played: Path, tmp_path: Path) -> None:
    key = key_of(played, WINDOW_LANE)
    view = written(played, tmp_path, WINDOW_LANE, "--reader", JUSTICE_ALMATY)

    checked = check(view, key)

    assert b'"omitted":' in view.read_bytes()
    assert b"application_lodged" not in view.read_bytes()
    assert check(written(played, tmp_path, WINDOW_LANE), key)["root"] == checked["root"]


@pytest.mark.parametrize("reader", [CENTRE, AUTHORITY])
def test_the_own_agency_and_the_authority_see_the_whole_lane(
    played: Path, tmp_path: Path, reader: str
) -> None:
    whole = written(played, tmp_path, WINDOW_LANE).read_bytes()

    assert written(played, tmp_path, WINDOW_LANE, "--reader", reader).read_bytes() == whole


def test_an_agency_that_is_not_registered_has_no_view(played: Path, tmp_path: Path) -> None:
    file = tmp_path / "view.jsonl"

    words = refused(played, "lane-file", WINDOW_LANE, "--reader", "nobody", "--out", str(file))

    assert "'nobody' is no agency here" in words
    assert JUSTICE_ALMATY in words
    assert not file.exists()


def test_an_agency_that_is_no_reader_of_a_lane_is_told_so_and_sees_what_is_for_all(
    played: Path, tmp_path: Path
) -> None:
    file = tmp_path / "view.jsonl"

    result = call(played, "lane-file", WINDOW_LANE, "--reader", JUSTICE, "--out", str(file))

    assert result.exit_code == 0
    assert result.stderr == (
        f"{JUSTICE} is no reader of {WINDOW_LANE}: its view is what is for everybody\n"
    )
    assert check(file, key_of(played, WINDOW_LANE))["types"] == {"intake.day_closed.v1": 16}


@pytest.mark.parametrize(
    ("lane", "reader"),
    [(WINDOW_LANE, JUSTICE_ALMATY), (WINDOW_LANE, AUTHORITY), ("audit.authority", foreign.AGENCY)],
)
def test_a_reader_of_a_lane_is_told_nothing(played: Path, lane: str, reader: str) -> None:
    assert call(played, "lane-file", lane, "--reader", reader).stderr == ""


def test_without_a_name_the_file_goes_to_standard_output(played: Path, tmp_path: Path) -> None:
    file = written(played, tmp_path, WINDOW_LANE)

    assert said(played, "lane-file", WINDOW_LANE).encode() == file.read_bytes()


def test_a_lane_that_is_not_here_is_refused_with_those_that_are(played: Path) -> None:
    assert WINDOW_LANE in refused(played, "lane-file", "intake.nowhere")


def test_any_byte_changed_is_refused_with_its_line(played: Path, tmp_path: Path) -> None:
    key = key_of(played, WINDOW_LANE)
    good = written(played, tmp_path, WINDOW_LANE)
    records = good.read_bytes().splitlines(keepends=True)
    for place in range(0, len(records[4]) - 1, 7):
        changed = bytearray(records[4])
        changed[place] ^= 1
        bad = tmp_path / "bad.jsonl"
        bad.write_bytes(b"".join([*records[:4], changed, *records[5:]]))

        assert "line 5:" in refused(None, "check-lane", str(bad), "--key", key)


def test_another_lane_s_key_is_refused_with_the_line(played: Path, tmp_path: Path) -> None:
    file = written(played, tmp_path, WINDOW_LANE)

    words = refused(None, "check-lane", str(file), "--key", key_of(played, DELIVERY_LANE))

    assert "line 1:" in words


@pytest.mark.parametrize("key", ["", "kz/intake.almaty-1", "kz/intake.almaty-1+00000000+AAAA"])
def test_what_is_no_key_is_refused_in_words(played: Path, tmp_path: Path, key: str) -> None:
    file = written(played, tmp_path, WINDOW_LANE)

    assert refused(None, "check-lane", str(file), "--key", key).startswith("Error: ")


@pytest.mark.parametrize("missing", [0, 3])
def test_a_gap_is_refused_with_the_first_line_after_it(
    played: Path, tmp_path: Path, missing: int
) -> None:
    file = written(played, tmp_path, WINDOW_LANE)
    records = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join(records[:missing] + records[missing + 1 :]))

    words = refused(None, "check-lane", str(file), "--key", key_of(played, WINDOW_LANE))

    assert f"line {missing + 1}:" in words
    assert "object at 0x" not in words


def test_a_refusal_for_machines_is_one_line_too(played: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.jsonl"
    empty.write_bytes(b"")

    words = refused(None, "check-lane", str(empty), "--key", key_of(played, WINDOW_LANE), "--json")

    assert words == '{"holds":false,"why":"line 1: the file is empty"}\n'

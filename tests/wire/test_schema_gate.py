"""`python -m events.schemas`: what may become of a schema file, and what may not."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from events.schemas import todays
from events.schemas.__main__ import Refused, check, main, stored, write

NAME = "provider.result_sent.v1"


def planted(folder: Path, change: Callable[[dict[str, Any]], object]) -> str:
    """Change the file of one type, as if its Struct had been otherwise; return its text."""
    write(folder)
    schema = json.loads(stored(folder)[NAME])
    change(schema["$defs"]["ResultSent"])
    text = json.dumps(schema)
    (folder / f"{NAME}.json").write_text(text, encoding="utf-8")
    return text


def refusal(command: Callable[[Path], object], folder: Path) -> str:
    with pytest.raises(Refused) as refused:
        command(folder)
    return str(refused.value)


def test_what_was_written_passes(tmp_path: Path) -> None:
    write(tmp_path)

    check(tmp_path)

    assert stored(tmp_path) == todays()
    assert write(tmp_path) == ()


def test_a_missing_file_does_not_pass_and_may_be_written(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / f"{NAME}.json").unlink()

    assert f"{NAME}: has no schema file" in refusal(check, tmp_path)
    write(tmp_path)
    check(tmp_path)


def test_a_new_optional_member_does_not_pass_and_may_be_written(tmp_path: Path) -> None:
    planted(tmp_path, lambda shape: shape["properties"].pop("transcribed"))

    assert f"{NAME}: data.transcribed: new and optional" in refusal(check, tmp_path)
    write(tmp_path)
    check(tmp_path)


def test_other_words_do_not_pass_and_may_be_written(tmp_path: Path) -> None:
    planted(tmp_path, lambda shape: shape.update(description="In other words."))

    assert f"{NAME}: texts or layout differ" in refusal(check, tmp_path)
    write(tmp_path)
    check(tmp_path)


def test_a_forbidden_change_does_not_pass_and_is_not_written(tmp_path: Path) -> None:
    text = planted(tmp_path, lambda shape: shape["properties"].update(weight={"type": "integer"}))

    for command in (check, write):
        said = refusal(command, tmp_path)
        assert f"{NAME}: data.weight: removed" in said
        assert "needs a new version (provider.result_sent.v2) and an upcaster" in said
    assert stored(tmp_path)[NAME] == text


def test_one_forbidden_change_stops_all_writing(tmp_path: Path) -> None:
    planted(tmp_path, lambda shape: shape["required"].remove("to_lane"))
    (tmp_path / "intake.day_closed.v1.json").unlink()

    assert "data.to_lane: became required" in refusal(write, tmp_path)
    assert "intake.day_closed.v1" not in stored(tmp_path)


def test_a_type_that_left_the_catalogue_does_not_pass(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "intake.gone.v1.json").write_text("{}", encoding="utf-8")

    for command in (check, write):
        assert "intake.gone.v1: has left the catalogue" in refusal(command, tmp_path)


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    (tmp_path / f"{NAME}.json").write_text("<<<<<<<", encoding="utf-8")

    assert f"{NAME}.json: not JSON" in refusal(check, tmp_path)


@pytest.mark.parametrize("arguments", [[], ["chek"], ["check", "x"]])
def test_what_is_no_command_gets_the_usage(arguments: list[str]) -> None:
    with pytest.raises(Refused, match="usage"):
        main(arguments)

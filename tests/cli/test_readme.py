"""What README.md shows is what the commands print."""

import re
import shlex
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cli.calling import lines, said
from tests.conftest import Demo

README = Path(__file__).parents[2] / "README.md"
QYZMET = ".venv/bin/qyzmet"
ANYTHING = "..."


class Shown(NamedTuple):
    """One command of a console block, and the lines that stand under it."""

    command: str
    output: list[str]


def blocks(kind: str) -> list[list[str]]:
    """Give the lines of each fenced block of a kind."""
    fences = re.findall(
        rf"^```{kind}\n(.*?)^```", README.read_text("utf-8"), re.DOTALL | re.MULTILINE
    )
    return [block.splitlines() for block in fences]


def shown() -> Iterator[Shown]:
    """Give the commands of the console blocks, each with the lines up to the next."""
    for block in blocks("console"):
        starts = [place for place, line in enumerate(block) if line.startswith("$ ")]
        for start, end in pairwise([*starts, len(block)]):
            command = block[start].removeprefix("$ ")
            if command.startswith(QYZMET):
                yield Shown(command, block[start + 1 : end])


SHOWN = list(shown())


def fits(expected: list[str], printed: list[str]) -> bool:
    """Compare lines, where `...` stands for any number of them."""
    if not expected:
        return not printed
    first, *rest = expected
    if first.strip() == ANYTHING:
        return any(fits(rest, printed[skipped:]) for skipped in range(len(printed) + 1))
    return bool(printed) and printed[0] == first and fits(rest, printed[1:])


def arguments(shown: Shown, home: Path) -> list[str]:
    """Give a command's arguments; `$KEY` is the verification key of the lane written last."""
    words = shlex.split(shown.command.removeprefix(QYZMET))
    keys = {row["lane"]: row["key"] for row in lines(home, "lanes")} if "$KEY" in words else {}
    written = [shlex.split(one.command)[2] for one in SHOWN if " lane-file " in one.command]
    return [keys[written[-1]] if word == "$KEY" else word for word in words]


def test_the_readme_shows_commands() -> None:
    assert len(SHOWN) > 5


@pytest.fixture(scope="module")
def printed(demo: Demo, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, list[str]]]:
    """Run all commands of the README in order, in one folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path_factory.mktemp("readme"))
        yield {
            one.command: said(demo.home, *arguments(one, demo.home)).splitlines() for one in SHOWN
        }


@pytest.mark.parametrize("one", SHOWN, ids=lambda one: one.command)
def test_a_command_of_the_readme_prints_what_stands_under_it(
    one: Shown, printed: dict[str, list[str]]
) -> None:
    if one.output:
        assert fits(one.output, printed[one.command]), printed[one.command]


def test_the_demo_prints_what_the_readme_shows_of_it(demo: Demo) -> None:
    expected = next(block for block in blocks("text") if block[0].startswith("The receipt log"))

    assert fits([ANYTHING, *expected, ANYTHING], demo.output.splitlines()), demo.output

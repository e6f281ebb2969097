"""What is printed goes where it is wanted, and no further."""

import os
import subprocess
import sys
from pathlib import Path

from tests.cli.calling import said
from tests.conftest import Demo
from tests.flows.homes import copy_of


def test_who_closes_the_output_early_is_told_of_no_error(played: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "services.cli.main", "--home", str(played), "findings"]

    done = subprocess.run(  # noqa: S603 -- this interpreter, this repository
        command, stdout=writing, stderr=subprocess.PIPE, text=True, check=False
    )

    os.close(writing)
    assert (done.returncode, done.stderr) == (1, "")


def test_a_second_demo_adds_nothing_and_says_so(demo: Demo, tmp_path: Path) -> None:
    home = copy_of(demo.home, tmp_path)
    lanes = said(home, "lanes")

    text = said(home, "demo")

    assert "nothing was added: all of it was here already\n" in text
    assert "nothing was added" not in demo.output
    assert said(home, "lanes") == lanes

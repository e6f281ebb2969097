"""What is printed goes where it is wanted, and no further."""

import os
import subprocess
import sys
from pathlib import Path


def test_who_closes_the_output_early_is_told_of_no_error(played: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "services.cli.main", "--home", str(played), "findings"]

    done = subprocess.run(  # noqa: S603 -- this interpreter, this repository
        command, stdout=writing, stderr=subprocess.PIPE, text=True, check=False
    )

    os.close(writing)
    assert (done.returncode, done.stderr) == (1, "")

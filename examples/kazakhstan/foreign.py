"""The lane of a centre whose software is not ours: a script that knows PROTOCOL.md alone."""

import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Final

from events.audit import LaneRegistration
from examples.kazakhstan.agencies import FIRST_DAY, JURISDICTION, ZONE
from services.audit.domain.commands import RegisterAgency

SCRIPT: Final = Path(__file__).parent.parent / "foreign" / "write_lane.py"
AGENCY: Final = "talgar-centre"
LANE: Final = "intake.talgar"
LAST_DAY: Final = date(2024, 5, 14)


def written(folder: Path) -> str:
    """Let the script write its lane file into a folder; give the key that it prints."""
    folder.mkdir(exist_ok=True)
    command = [sys.executable, str(SCRIPT), str(folder)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 -- own script
    return done.stdout.strip()


def registration(key: str) -> RegisterAgency:
    """Register the centre; the authority is its lane's only reader."""
    lane = LaneRegistration(lane=LANE, key=key, first_day=FIRST_DAY, last_day=LAST_DAY)
    return RegisterAgency(
        agency=AGENCY,
        roles=("centre",),
        jurisdiction=JURISDICTION,
        zone=ZONE,
        week="6",
        lanes=(lane,),
    )

"""Lanes of agencies whose software is not ours: scripts that know PROTOCOL.md alone."""

import subprocess
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from events.audit import LaneRegistration
from events.law.calendar import Week
from examples.kazakhstan.agencies import FIRST_DAY, JURISDICTION, ZONE
from services.audit.domain.commands import RegisterAgency

AGENCY: Final = "talgar-centre"
LANE: Final = "intake.talgar"


class Software(NamedTuple):
    """A program that writes lane files, and whose lanes they are."""

    module: str
    """It runs by itself: `python -m MODULE FOLDER`."""
    lanes: Mapping[str, str]
    """Lane -> agency."""
    roles: Mapping[str, Sequence[str]]
    week: Week
    last_day: date

    def written(self, folder: Path) -> dict[str, str]:
        """Let the script write its lane files into a folder; give the keys that it prints."""
        folder.mkdir(exist_ok=True)
        command = [sys.executable, "-m", self.module, str(folder)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 -- own script
        said = done.stdout.strip()
        if said.startswith("{"):
            return msgspec.json.decode(said, type=dict[str, str])
        return dict.fromkeys(self.lanes, said)

    def registrations(self, keys: Mapping[str, str]) -> list[RegisterAgency]:
        """Register the agencies; of each lane the others are readers, and the authority."""
        agencies = tuple(dict.fromkeys(self.lanes.values()))
        return [
            RegisterAgency(
                agency=agency,
                roles=tuple(self.roles[agency]),
                jurisdiction=JURISDICTION,
                zone=ZONE,
                week=self.week,
                lanes=tuple(
                    LaneRegistration(
                        lane=lane,
                        key=keys[lane],
                        first_day=FIRST_DAY,
                        last_day=self.last_day,
                        readers=tuple(one for one in agencies if one != agency),
                    )
                    for lane, owner in self.lanes.items()
                    if owner == agency
                ),
            )
            for agency in agencies
        ]


TALGAR: Final = Software(
    "examples.foreign.write_lane", {LANE: AGENCY}, {AGENCY: ("centre",)}, "6", date(2024, 5, 14)
)
KEGEN: Final = Software(
    "examples.foreign.kegen",
    {
        "intake.kegen": "kegen-centre",
        "provider.kegen": "kegen-akimat",
        "complaints.kegen": "kegen-akimat",
        "provider.kegen-land": "kegen-land",
    },
    {"kegen-centre": ("centre",), "kegen-akimat": ("deliverer",), "kegen-land": ("deliverer",)},
    "5",
    date(2024, 6, 14),
)

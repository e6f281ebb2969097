"""What a play or an import needs of whatever drives a realm (protocol D).

`services.driver.Driver` drives the instances of one home in one process, and
`examples.over_http.driving.HttpDriver` processes through their front doors. The same commands
under the same ids give the same findings.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from events.deciding import Command
from events.log.lane.work import Answer
from events.register import Register
from services.driver import Personal, Told
from services.home import Draw


class Driving(Protocol):
    """Commands with their time, quiet, the closing of days."""

    @property
    def register(self) -> Register:
        """The agencies and lanes that the authority has registered."""
        ...

    def key(self, lane: str, agency: str, draw: Draw | None = None) -> str:
        """Give the verification key of a lane; its keys are made if absent."""
        ...

    def grant_key(self, agency: str) -> str:
        """Give an agency's public key for grants."""
        ...

    @property
    def lane_files(self) -> Path:
        """The folder of lane files that other software writes."""
        ...

    def begin(self, lanes: Mapping[str, str]) -> None:
        """Let lanes work, once the authority has registered them: lane -> agency."""
        ...

    def mint(self, lane: str) -> Callable[[str, str], str]:
        """Give what makes the ids of a lane: (command id, name) -> id."""
        ...

    def do(
        self, lane: str, commands: Sequence[tuple[str, Command]], *, actor: str, time: str
    ) -> list[Answer]:
        """Send commands to a lane and wait until all is quiet."""
        ...

    def do_sealed(
        self,
        lane: str,
        command: tuple[str, Command],
        personal: Personal,
        *,
        actor: str,
        time: str,
        draw: Draw | None = None,
    ) -> Answer:
        """Send a command with personal data sealed in it, and wait until all is quiet."""
        ...

    def tell(self, lane: str, told: Sequence[Told], *, time: str) -> None:
        """Send acts of the past, in their order; nothing follows from them."""
        ...

    def close_past_day(self, lanes: Sequence[str], day: date, *, actor: str, time: str) -> None:
        """Close a day of lanes of the past, and tell the authority."""
        ...

    def close_day(self, lanes: Sequence[str], day: date, *, time: str) -> None:
        """Close a day on lanes, and carry that to whom it concerns."""
        ...

    def judge_past_day(self, jurisdiction: str, day: date, *, actor: str, time: str) -> None:
        """Close a day of the ledger that only lanes of the past have; nobody waits for it."""
        ...

    def close_ledger_day(self, jurisdiction: str, day: date, *, actor: str, time: str) -> object:
        """Close a day of the authority's ledger, and carry what it says."""
        ...

    def quiet(self) -> None:
        """Wait until nobody has anything new for anybody."""
        ...

    def next_ledger_day(self, jurisdiction: str) -> date:
        """Say which day of a ledger is closed next."""
        ...

    def counted(self, jurisdiction: str) -> Mapping[str, int]:
        """Say how much of each lane counted on the day that was counted last."""
        ...

    def size(self, lane: str) -> int:
        """Count a lane's events."""
        ...

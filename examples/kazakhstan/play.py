"""What is played in a realm: by whom, under which norms, what happens, until when."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final, NamedTuple

from events.deciding import Command
from examples.kazakhstan import foreign
from examples.kazakhstan.agencies import SMALL, Realm
from examples.kazakhstan.cases import Mint, Step, steps
from examples.kazakhstan.standard import approve, register


class Play(NamedTuple):
    """One course of events."""

    realm: Realm
    norms: Callable[[], Sequence[tuple[str, Command]]]
    """Commands to the ministry's lane, on the first morning."""
    steps: Callable[[Mint], Sequence[Step]]
    """From the mint of the centre's window; in order of time."""
    foreign: Sequence[foreign.Software]
    """Agencies whose software is not ours, and who write lane files."""
    last_day: date


def apostille() -> list[tuple[str, Command]]:
    """Approve and register the apostille's standard."""
    return [("apostille/1", approve()), ("apostille/1/in-use", register())]


FORTNIGHT: Final = Play(SMALL, apostille, steps, (foreign.TALGAR,), date(2024, 5, 14))
"""Two cases at one centre; ends on the Tuesday after the late result of Monday 13 May."""

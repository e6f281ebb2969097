"""The whole of it: the fortnight's two cases, a long one to its end, and what others told wrong."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from events.deciding import Command
from examples.almaty.agencies import ALMATY
from examples.almaty.long_case import delivery
from examples.almaty.long_complaint import complaint
from examples.almaty.standards import norms
from examples.kazakhstan import foreign
from examples.kazakhstan.cases import Mint, Step, steps
from examples.kazakhstan.play import Play, apostille


def all_norms() -> Sequence[tuple[str, Command]]:
    """Give the norms of all services."""
    return [*apostille(), *norms()]


def all_steps(mint: Mint) -> Sequence[Step]:
    """Give all acts of officers, in order of time."""
    every = [*steps(mint), *delivery(mint), *complaint(mint)]
    return sorted(every, key=lambda step: step.time)


SUMMER: Final = Play(
    ALMATY, all_norms, all_steps, (foreign.TALGAR, foreign.KEGEN), date(2024, 7, 11)
)
"""From the end of April to the restoration of 9 July, and the days that judge it."""

"""All acts of a log by the day on which each is told, so that every day can be closed."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Final

from events.deciding import Command
from examples.receipt.log_case import LogCase, span
from examples.receipt.mapping import acts_of
from examples.receipt.office import Act, Office
from services.intake.domain.commands import (
    AcceptApplication,
    ForwardApplication,
    LodgeApplication,
    ReceiveResult,
)
from services.provider.domain.commands import RegisterCase

_RANKS: Final[dict[type[Command], int]] = {
    LodgeApplication: 0,
    AcceptApplication: 1,
    ForwardApplication: 2,
    RegisterCase: 3,
    ReceiveResult: 5,
}
"""The order of acts told at one instant; all others stand between."""
_OTHERS: Final = 4
_DAY: Final = timedelta(days=1)


def plan(cases: Sequence[LogCase], office: Office) -> list[tuple[date, list[Act]]]:
    """Return every day of the log, also those without acts, ascending, with the acts to tell.

    Acts of one day stand in order of time; at one instant, in the order of the service. The first
    and the last day are those of `span(cases)`: the lanes' registered `from` and `until`.
    """
    acts = sorted((act for case in cases for act in acts_of(case, office)), key=_order)
    by_day = {day: list(told) for day, told in groupby(acts, key=lambda act: act.day)}
    days = span(cases)
    length = (days.last - days.first).days + 1
    dates = (days.first + number * _DAY for number in range(length))
    return [(day, by_day.get(day, [])) for day in dates]


def _order(act: Act) -> tuple[datetime, int, datetime]:
    return act.told, _RANKS.get(type(act.command), _OTHERS), act.happened

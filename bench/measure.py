"""Rounds that alternate between the product and its baseline, and the table of their ratios."""

import gc
import os
import platform
import sqlite3
import time
from collections.abc import Callable, Iterable, Sequence
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Final, NamedTuple

ROUNDS: Final = 5
"""Pairs of runs: the machine's speed drifts, so each pair gives a ratio of its own."""
WHAT: Final = 60
VALUES: Final = 20
"""Characters of the table's first two columns."""
SMALL: Final = 100
"""Below it a figure is written with a tenth."""
LIBRARIES: Final = ("eventsourcing", "msgspec", "cryptography")


class Pair(NamedTuple):
    """One round: what the product and the baseline took for the same input, in seconds or MB."""

    product: float
    baseline: float


class Ratio(NamedTuple):
    """One line of the table."""

    what: str
    target: float | None
    """None: it is shown, and nothing was promised."""
    unit: str
    values: Sequence[float]
    product: float
    """Median, in the unit."""
    baseline: float
    smaller_is_better: bool = False

    @property
    def reached(self) -> bool:
        """Say whether the median reaches the target."""
        if self.target is None:
            return True
        middle = median(self.values)
        return middle <= self.target if self.smaller_is_better else middle >= self.target


def speed(what: str, target: float | None, unit: str, number: int, pairs: Iterable[Pair]) -> Ratio:
    """Compare speeds: how many times the baseline's is the product's, for `number` of a unit."""
    taken = list(pairs)
    return Ratio(
        what=what,
        target=target,
        unit=f"{unit}/s",
        values=[pair.baseline / pair.product for pair in taken],
        product=number / median(pair.product for pair in taken),
        baseline=number / median(pair.baseline for pair in taken),
    )


def growth(what: str, target: float, unit: str, pairs: Iterable[Pair]) -> Ratio:
    """Compare amounts, of which less is better."""
    taken = list(pairs)
    return Ratio(
        what=what,
        target=target,
        unit=unit,
        values=[pair.product / pair.baseline for pair in taken],
        product=median(pair.product for pair in taken),
        baseline=median(pair.baseline for pair in taken),
        smaller_is_better=True,
    )


def seconds(run: Callable[[], object]) -> float:
    """Time a run, by the wall clock; what was collected before it is not its fault."""
    gc.collect()
    begun = time.perf_counter()
    run()
    return time.perf_counter() - begun


def header() -> str:
    """Say what was measured on what."""
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    return (
        f"{_cpu()}, {os.cpu_count()} CPUs; Python {platform.python_version()}, "
        f"SQLite {sqlite3.sqlite_version}, {libraries}\n"
        f"{ROUNDS} rounds, product and baseline in turn; medians (of ratios: of a round each)\n\n"
        f"{'product / baseline':{WHAT}}  {'ratio (min to max)':{VALUES}}  {'target':8}"
        f"{'product':>9} {'baseline':>9}"
    )


def line(ratio: Ratio) -> str:
    """Write one line of the table."""
    values = f"{median(ratio.values):.2f} ({min(ratio.values):.2f} to {max(ratio.values):.2f})"
    sign, missed = ("<=", "above") if ratio.smaller_is_better else (">=", "below")
    target = "" if ratio.target is None else f"{sign} {ratio.target:g}"
    rates = f"{_figure(ratio.product)} {_figure(ratio.baseline)} {ratio.unit}"
    verdict = "" if ratio.reached else f"  {missed} target"
    return f"{ratio.what:{WHAT}}  {values:{VALUES}}  {target:8}{rates}{verdict}"


def _figure(value: float) -> str:
    return f"{value:9,.{1 if value < SMALL else 0}f}"


def _cpu() -> str:
    for text in Path("/proc/cpuinfo").read_text().splitlines():
        name, _, value = text.partition(":")
        if name.strip() == "model name":
            return value.strip()
    return platform.processor() or platform.machine()

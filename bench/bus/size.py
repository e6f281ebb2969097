"""How much of everything the bench of the bus takes: the whole of it, or a taste in a test."""

from typing import Final, NamedTuple

from bench.measure import ROUNDS


class Size(NamedTuple):
    """How much is measured."""

    rounds: int
    fillings: int
    """Times 64 clients bring 16 cases each: 3,072 events and 48 records a time."""
    apache_records: int
    """Records that Apache's own producer sends after its warm-up."""
    seconds: float
    """For which events are offered at a steady rate."""


FULL: Final = Size(rounds=ROUNDS, fillings=10, apache_records=2_000, seconds=10)
"""Some 30,000 events, 27 MB; 2,000 events offered a round, so that a p99 rests on 20 of them."""

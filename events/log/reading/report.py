"""What became of the records of one call: counts by outcome, and sentences for a person."""

from collections import Counter
from typing import Final

from msgspec import Struct

from events.log.reading.arrivals import Arrival, Convicted, Dropped, Verified, Waiting

ALARMS_MAX: Final = 100
"""Sentences kept of one call: a person reads no more, and a hostile lane's records are many."""


class Report(Struct):
    """Counts by outcome, and alarms: beyond 100 the last one says how many more there were."""

    counts: Counter[str]
    alarms: list[str]
    alarms_left_out: int = 0

    def alarm(self, outcome: str, sentence: str) -> None:
        """Count an outcome and, if something is wrong, say what."""
        self.counts[outcome] += 1
        if sentence:
            self._keep(sentence)

    def _keep(self, sentence: str) -> None:
        if len(self.alarms) < ALARMS_MAX:
            self.alarms.append(sentence)
            return
        self.alarms_left_out += 1
        self.alarms[ALARMS_MAX:] = [f"... and {self.alarms_left_out} more"]

    def add(self, arrival: Arrival) -> None:
        """Count one record's outcome."""
        match arrival:
            case Verified():
                self.alarm("taken", "")
            case Dropped(drop=drop, alarm=alarm):
                self.alarm(drop, alarm)
            case Waiting(alarm=alarm):
                self.alarm("waiting", alarm)
            case Convicted(alarm=alarm):
                self.alarm("convicted", alarm)

"""What became of the records of one call: counts by outcome, and sentences for a person."""

from collections import Counter
from typing import NamedTuple

from events.log.reading.arrivals import Arrival, Convicted, Dropped, Verified, Waiting


class Report(NamedTuple):
    """Counts by outcome, and alarms."""

    counts: Counter[str]
    alarms: list[str]

    def alarm(self, outcome: str, sentence: str) -> None:
        """Count an outcome and, if something is wrong, say what."""
        self.counts[outcome] += 1
        if sentence:
            self.alarms.append(sentence)

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

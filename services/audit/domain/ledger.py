"""The ledger of a jurisdiction: days counted, then judged, in order, never twice (protocol B3)."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from events.audit import DayCounted, DayJudged
from events.common import Act
from events.deciding import Header
from services.audit.domain.commands import CountDay, JudgeDay

_DAY = timedelta(days=1)


class Ledger(Struct, frozen=True, kw_only=True):
    """How far a jurisdiction's ledger is."""

    jurisdiction: str
    counted: date | None = None
    judged: date | None = None

    def count(self, command: CountDay, by: Header) -> Sequence[Act]:
        """Count the next day."""
        by.form(
            self.counted == self.judged
            and (self.judged is None or command.day == self.judged + _DAY),
            "day-out-of-order",
            f"{self.jurisdiction}: counted to {self.counted}, judged to {self.judged}; "
            f"{command.day} is not next",
            "protocol B3",
        )
        counted = DayCounted(
            **by.act(),
            jurisdiction=self.jurisdiction,
            date=command.day,
            silent=command.silent,
        )
        return [counted]

    def judge(self, command: JudgeDay, by: Header) -> Sequence[Act]:
        """Say that the counted day is judged."""
        by.form(
            command.day == self.counted and command.day != self.judged,
            "day-out-of-order",
            f"{self.jurisdiction}: {command.day} is not counted, or judged already",
            "protocol B3",
        )
        judged = DayJudged(
            **by.act(),
            jurisdiction=self.jurisdiction,
            date=command.day,
            rules_edition=command.rules_edition,
        )
        return [judged]

    def evolve(self, event: Any) -> "Ledger":  # noqa: ANN401 -- any event of the stream
        """Fold one past event in."""
        match event:
            case DayCounted(date=day):
                return replace(self, counted=day)
            case DayJudged(date=day):
                return replace(self, judged=day)
            case _:
                return self

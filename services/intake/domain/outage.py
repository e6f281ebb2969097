"""A time in which the window or the portal could not serve (8.1(3))."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from events.common import Act
from events.deciding import Header
from events.envelope import moment
from events.intake_course import OutageRecorded
from services.intake.domain.commands_course import RecordOutage


class Outage(Struct, frozen=True, kw_only=True):
    """Whether an outage is on record."""

    outage_id: str
    recorded: bool = False

    def record(self, command: RecordOutage, by: Header) -> Sequence[Act]:
        """Record an outage."""
        by.form(not self.recorded, "outage-exists", f"Outage {self.outage_id} is on record")
        by.form(
            _ends_after(command),
            "outage-empty",
            f"An outage ends after it began; {command.until_at} is not after {command.from_at}",
            "8.1(3)",
        )
        outage = OutageRecorded(
            **by.act(),
            from_at=command.from_at,
            until_at=command.until_at,
            services=command.services,
        )
        return [outage]

    def evolve(self, event: Any) -> "Outage":  # noqa: ANN401 -- any event of the stream
        """Fold one past event in."""
        return replace(self, recorded=True) if isinstance(event, OutageRecorded) else self


def _ends_after(command: RecordOutage) -> bool:
    """Say so; a day that is in no month ends nothing."""
    try:
        return moment(command.until_at) > moment(command.from_at)
    except ValueError:
        return False

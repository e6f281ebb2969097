"""An agency in the register, and its lanes: whose keys are trusted (1, 5; protocol C5)."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from msgspec import Struct

from events.audit import AgencyRegistered, LaneRegistration
from events.common import Act
from events.deciding import Header, refuse
from events.law.zones import ZoneUnknown, zone_info
from services.audit.domain.commands import RegisterAgency

_AGENCY: Final = re.compile(r"[a-z0-9-]+")
_LANE: Final = re.compile(r"(intake|provider|complaints|audit)\.[a-z0-9-]+")
_KEY: Final = re.compile(r"[a-z0-9-]+/(?P<lane>[^+]+)\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}")


def _must_be_a_lane(lane: LaneRegistration, by: Header) -> None:
    ends, key = lane.last_day or date.max, _KEY.fullmatch(lane.key)
    by.form(
        _LANE.fullmatch(lane.lane) is not None,
        "lane-name-malformed",
        f"{lane.lane!r} is no lane: <service>.<name>",
        "protocol I4",
    )
    by.form(
        key is not None and key["lane"] == lane.lane,
        "key-malformed",
        f"{lane.key!r} is no verification key of {lane.lane}",
        "protocol C5",
    )
    by.form(lane.first_day <= ends, "lane-ends-first", f"{lane.lane} ends before it begins")


class AgencyRecord(Struct, frozen=True, kw_only=True):
    """An agency in the register."""

    agency: str

    def register(self, command: RegisterAgency, by: Header) -> Sequence[Act]:
        """Register the agency, or change it."""
        try:
            zone_info(command.zone)
        except ZoneUnknown as unknown:
            raise refuse("zone-unknown", str(unknown)) from unknown
        by.form(
            _AGENCY.fullmatch(self.agency) is not None,
            "agency-id-malformed",
            f"{self.agency!r} is no agency id: [a-z0-9-]+",
            "protocol I4",
        )
        for lane in command.lanes:
            _must_be_a_lane(lane, by)
        registered = AgencyRegistered(
            **by.act(),
            agency=command.agency,
            roles=command.roles,
            parent=command.parent,
            jurisdiction=command.jurisdiction,
            zone=command.zone,
            week=command.week,
            lanes=command.lanes,
        )
        return [registered]

    def evolve(self, event: Any) -> "AgencyRecord":  # noqa: ANN401, ARG002 -- the fold's shape
        """Fold one past event in."""
        return self

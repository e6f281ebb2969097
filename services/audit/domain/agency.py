"""An agency in the register, and its lanes: whose keys are trusted (1, 5; protocol C5)."""

import re
from collections.abc import Callable, Sequence
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from events.audit import AgencyRegistered, LaneRegistration
from events.common import Act
from events.deciding import Header, refuse
from events.identity import mark
from events.law.zones import ZoneUnknown, zone_info
from events.register import Register
from services.audit.domain.commands import RegisterAgency
from services.audit.domain.registration import must_be_lanes, must_have_own_marks, must_stand

_AGENCY: Final = re.compile(r"[a-z0-9-]+")
_GRANT_KEY: Final = re.compile(r"[A-Za-z0-9+/]{43}=")


class AgencyRecord(Struct, frozen=True, kw_only=True):
    """An agency in the register."""

    agency: str
    own: Register = Register()
    """What this stream has told: the register knows of it only after the commit."""

    def register(
        self,
        command: RegisterAgency,
        by: Header,
        known: Register,
        mark_of: Callable[[str], str] = mark,
    ) -> Sequence[Act]:
        """Register the agency, or change it.

        Args:
            command: the agency's facts, and lanes or next keys of lanes.
            by: who registers it.
            known: all agencies and lanes as the authority knows them.
            mark_of: lane -> the mark that its ids bear (protocol E3).

        Raises:
            Refused: for form alone; the lanes contradict what is registered (protocol A12, C5).
        """
        _must_be_an_agency(command, by)
        must_be_lanes(command.lanes, by)
        for lane in command.lanes:
            self._must_be_ours(lane, known, by)
        must_have_own_marks(command.lanes, {*known.lanes, *self.own.lanes}, by, mark_of)
        registered = AgencyRegistered(
            **by.act(),
            agency=command.agency,
            roles=command.roles,
            parent=command.parent,
            jurisdiction=command.jurisdiction,
            zone=command.zone,
            week=command.week,
            grant_key=command.grant_key,
            lanes=command.lanes,
        )
        return [registered]

    def _must_be_ours(self, told: LaneRegistration, known: Register, by: Header) -> None:
        by.form(
            known.agency_id(told.lane) in {None, self.agency},
            "lane-of-another",
            f"{told.lane} is a lane of {known.agency_id(told.lane)}, not of {self.agency}",
            "protocol C5",
        )
        before = self.own.lanes.get(told.lane) or known.lanes.get(told.lane)
        must_stand(told, before, by)

    def evolve(self, event: Any) -> "AgencyRecord":  # noqa: ANN401 -- any event of the stream
        """Fold one past event in."""
        match event:
            case AgencyRegistered():
                return replace(self, own=self.own.evolve(f"agency-{self.agency}", event))
            case _:
                return self


def _must_be_an_agency(command: RegisterAgency, by: Header) -> None:
    _must_be_in_a_zone(command.zone)
    by.form(
        _AGENCY.fullmatch(command.agency) is not None,
        "agency-id-malformed",
        f"{command.agency!r} is no agency id: [a-z0-9-]+",
        "protocol I4",
    )
    by.form(
        command.grant_key is None or _GRANT_KEY.fullmatch(command.grant_key) is not None,
        "grant-key-malformed",
        f"{command.grant_key!r} is no X25519 public key: 32 bytes in standard base64",
        "protocol F2",
    )


def _must_be_in_a_zone(zone: str) -> None:
    try:
        zone_info(zone)
    except ZoneUnknown as unknown:
        raise refuse("zone-unknown", str(unknown)) from unknown

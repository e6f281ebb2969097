"""Calendars, editions of the law, accepted lanes: versions are only added."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from events.audit import (
    CalendarAdopted,
    LanesAccepted,
    LawEditionAdopted,
)
from events.common import Act
from events.deciding import Header, refuse
from events.law.calendar import CalendarVersion
from events.law.calendar_check import CalendarInvalid
from events.law.calendars import Calendars
from services.audit.domain.commands import (
    AcceptLanes,
    AdoptCalendar,
    AdoptEdition,
)


class AdoptedCalendars(Struct, frozen=True, kw_only=True):
    """The calendar versions of a jurisdiction."""

    jurisdiction: str
    versions: tuple[CalendarVersion, ...] = ()

    def adopt(self, command: AdoptCalendar, by: Header) -> Sequence[Act]:
        """Adopt a version; a calendar that contradicts itself or another one is refused."""
        version = command.calendar
        by.form(
            version.version not in {known.version for known in self.versions},
            "version-exists",
            f"Calendar {version.version} is adopted already",
        )
        try:
            Calendars(self.versions).adopt(version)
        except CalendarInvalid as invalid:
            raise refuse("calendar-invalid", str(invalid), "protocol H7") from invalid
        return [CalendarAdopted(**by.act(), calendar=version)]

    def evolve(self, event: Any) -> "AdoptedCalendars":  # noqa: ANN401 -- any event of the stream
        """Fold one past event in."""
        match event:
            case CalendarAdopted(calendar=version):
                return replace(self, versions=(*self.versions, version))
            case _:
                return self


class LawEditions(Struct, frozen=True, kw_only=True):
    """The editions of a jurisdiction's law."""

    jurisdiction: str
    editions: frozenset[str] = frozenset()

    def adopt(self, command: AdoptEdition, by: Header) -> Sequence[Act]:
        """Adopt an edition."""
        by.form(
            command.edition not in self.editions,
            "version-exists",
            f"Edition {command.edition} is adopted already",
        )
        adopted = LawEditionAdopted(
            **by.act(),
            jurisdiction=command.jurisdiction,
            edition=command.edition,
            act=command.act,
            in_force_from=command.in_force_from,
            paths=command.paths,
        )
        return [adopted]

    def evolve(self, event: Any) -> "LawEditions":  # noqa: ANN401 -- any event of the stream
        """Fold one past event in."""
        match event:
            case LawEditionAdopted(edition=edition):
                return replace(self, editions=self.editions | {edition})
            case _:
                return self


class AcceptedLanes(Struct, frozen=True, kw_only=True):
    """What an agency was told of its lanes in the archive."""

    agency: str

    def accept(self, command: AcceptLanes, by: Header) -> Sequence[Act]:
        """Tell the agency."""
        return [LanesAccepted(**by.act(), agency=command.agency, lanes=command.lanes)]

    def evolve(self, event: Any) -> "AcceptedLanes":  # noqa: ANN401, ARG002 -- the fold's shape
        """Fold one past event in."""
        return self

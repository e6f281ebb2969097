"""The norms told so far: standards in use, calendars, law editions; a fold of their events."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from events.audit import CalendarAdopted, LawEditionAdopted
from events.law.calendar import CalendarVersion
from events.law.calendar_check import CalendarInvalid
from events.law.calendars import Calendars
from events.law.complaint_path import ComplaintPath
from events.law.norms import StandardContents
from events.provider import StandardApproved, StandardRegistered


class Standard(Struct, frozen=True, kw_only=True):
    """One edition of a standard, and by which event it was told."""

    service_code: str
    edition: str
    contents: StandardContents
    approved_by: str
    """`<lane>/<event id>` of the approval."""
    registered: bool = False
    in_use_from: date = date.min
    """The day of its registration (7.2)."""

    @property
    def norm_edition(self) -> str:
        """`<service code>/<edition>`: how told dates and findings name it."""
        return f"{self.service_code}/{self.edition}"


class NormBook(Struct, frozen=True, kw_only=True):
    """Everything that commands and rules count with, as known at one point of the lanes."""

    standards: Mapping[str, Standard] = {}
    """By norm edition."""
    in_use: Mapping[str, str] = {}
    """Service code -> norm edition registered last."""
    calendars: Mapping[str, Calendars] = {}
    """By jurisdiction."""
    law: Mapping[str, tuple[LawEditionAdopted, ...]] = {}
    """By jurisdiction, the editions in the order of their adoption."""

    def evolve(self, ref: str, event: Any) -> "NormBook":  # noqa: ANN401 -- any event's data
        """Fold one event in; what is no norm changes nothing."""
        match event:
            case StandardApproved():
                return self._approve(ref, event)
            case StandardRegistered():
                return self._register(event)
            case CalendarAdopted():
                return self._adopt(event.calendar)
            case LawEditionAdopted():
                editions = (*self.law.get(event.jurisdiction, ()), event)
                return replace(self, law={**self.law, event.jurisdiction: editions})
            case _:
                return self

    def standard(self, service_code: str, edition: str) -> Standard | None:
        """Give an edition of a standard, registered or not."""
        return self.standards.get(f"{service_code}/{edition}")

    def standard_in_use(self, service_code: str) -> Standard | None:
        """Give the edition that new cases take (7.2)."""
        return self.standards.get(self.in_use.get(service_code, ""))

    def in_use_on(self, service_code: str, day: date) -> Standard | None:
        """Give the edition that was in use on a day: the one registered last by then (7.2)."""
        now = self.standard_in_use(service_code)
        if now is None or now.in_use_from <= day:
            return now
        earlier = (
            one
            for one in self.standards.values()
            if one.service_code == service_code and one.registered and one.in_use_from <= day
        )
        return max(earlier, key=lambda one: one.in_use_from, default=None)

    def law_on(self, jurisdiction: str, day: date) -> LawEditionAdopted | None:
        """Give the edition of the law that binds on a day: of those in force the one adopted last.

        One that is in force from a later day binds nobody before it (25.1); None if none does yet.
        """
        editions = reversed(self.law.get(jurisdiction, ()))
        return next((one for one in editions if one.in_force_from <= day), None)

    def path(self, jurisdiction: str, path_id: str, day: date) -> tuple[str, ComplaintPath] | None:
        """Give the edition that binds on a day, and its complaint path of this id (19).

        Args:
            jurisdiction: whose law.
            path_id: as the standard names it (8.1(11)).
            day: the one that decides: on which the complaint was received (`complaint_way.py`).

        Returns:
            None if no edition binds, or the one that does has no such path.
        """
        law = self.law_on(jurisdiction, day)
        if law is None:
            return None
        found = next((path for path in law.paths if path.path_id == path_id), None)
        return None if found is None else (law.edition, found)

    def _adopt(self, version: CalendarVersion) -> "NormBook":
        """Add a calendar; one that contradicts itself or another does not count (protocol H7)."""
        known = self.calendars.get(version.jurisdiction, Calendars())
        try:
            adopted = known.adopt(version)
        except CalendarInvalid:
            return self
        return replace(self, calendars={**self.calendars, version.jurisdiction: adopted})

    def _approve(self, ref: str, event: StandardApproved) -> "NormBook":
        standard = Standard(
            service_code=event.service_code,
            edition=event.edition,
            contents=event.contents,
            approved_by=ref,
        )
        return replace(self, standards={**self.standards, standard.norm_edition: standard})

    def _register(self, event: StandardRegistered) -> "NormBook":
        known = self.standard(event.service_code, event.edition)
        if known is None:
            return self
        name = known.norm_edition
        return replace(
            self,
            standards={
                **self.standards,
                name: replace(known, registered=True, in_use_from=event.on),
            },
            in_use={**self.in_use, known.service_code: name},
        )

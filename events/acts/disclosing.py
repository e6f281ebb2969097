"""Earlier events of a case are shown to a body that must know them, each with its proof (19.6(2)).

The bytes are those that the other lane signed; who gets them asks nobody whether they are true.
"""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from msgspec import Struct

from events.clear import Id, LaneName
from events.codec import CannotRead
from events.common import Act
from events.deciding import Command, Header, refuse
from events.envelope import Recorded
from events.exchange import CaseDisclosed, DisclosedEvent
from events.known import Known
from events.log.reading.disclosed import may_read, proved


class DiscloseCase(Command, frozen=True, kw_only=True):
    """Show events of a case to another agency (19.6(2), 1(4))."""

    case_id: Id
    to_agency: Id
    to_lane: LaneName
    """The lane that is to believe them."""
    events: tuple[DisclosedEvent, ...]


class Disclosures(Struct, frozen=True, kw_only=True):
    """What of one case this lane has shown to others; it may be shown again."""

    case_id: str

    def evolve(self, event: Any) -> "Disclosures":  # noqa: ANN401, ARG002 -- the fold's shape
        """Fold one past event in."""
        return self


class Discloser(NamedTuple):
    """Who shows events: it must have been a reader of each."""

    realm: str
    agency: str
    known: Callable[[], Known]
    """Reads what the instance knows of agencies now."""

    def disclose(self, state: Disclosures, command: DiscloseCase, by: Header) -> Sequence[Act]:
        """Show events, each checked as whoever gets it will check it."""
        known = self.known()
        by.form(bool(command.events), "nothing-disclosed", "Name the events to show", "19.6(2)")
        by.form(
            known.register.agency_id(command.to_lane) == command.to_agency,
            "not-the-readers-lane",
            f"{command.to_lane} is not registered as a lane of {command.to_agency}",
            "24",
        )
        for one in command.events:
            self._check(self._proved(one, known), state.case_id, by, known)
        disclosed = CaseDisclosed(
            **by.act(),
            case_id=command.case_id,
            to_agency=command.to_agency,
            to_lane=command.to_lane,
            events=command.events,
        )
        return [disclosed]

    def _check(self, event: Recorded[Any], case_id: str, by: Header, known: Known) -> None:
        by.form(
            event.subject == case_id,
            "of-another-case",
            f"{event.ref} is of {event.subject}, not of case {case_id}",
            "24",
        )
        by.law(
            may_read(self.agency, event, known),
            "not-a-reader",
            f"{event.ref} was not for {self.agency}: it has nothing to show of it",
            "24",
        )

    def _proved(self, one: DisclosedEvent, known: Known) -> Recorded[Any]:
        try:
            return proved(one, self.realm, known.register)
        except CannotRead as bad:
            sentence = f"Event {one.seq} of {one.lane} is not proved: {bad}"
            raise refuse("proof-wrong", sentence, "protocol G") from bad

"""What a provider's commands and policies ask: who it is, what is known, what answers by itself."""

from typing import NamedTuple

from events.known import Known
from events.roles import authority_over
from services.provider.application.registers import Registers
from services.provider.domain.deliverer import Deliverer


class Here(NamedTuple):
    """One lane of a provider at one point of the lanes that it has heard."""

    lane: str
    agency: str
    known: Known
    registers: Registers | None = None
    """The holder's own, where they answer by themselves."""

    def deliverer(self, service_code: str, edition: str) -> Deliverer:
        """Give what the deliverer knows for a case of this edition."""
        return deliverer(self.agency, self.known, service_code, edition)

    def agency_of(self, lane: str) -> str:
        """Give the agency of a lane that was heard.

        Raises:
            NotRegistered: the register does not name it.
        """
        return self.known.register.lane(lane).agency


def deliverer(agency: str, known: Known, service_code: str, edition: str) -> Deliverer:
    """Give what a deliverer knows for a case of an edition."""
    return Deliverer(
        agency=agency,
        standard=known.norms.standard(service_code, edition),
        calendars=known.norms.calendars,
        register=known.register,
        authority=authority_over(known.register, agency),
    )

"""A complaint as the examining officer has it: its state, and what was told and done since."""

from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from events.complaints import ComplaintDecided, ExtensionNotified
from events.complaints_after import RestorationChecked, RestorationDemanded
from events.envelope import Recorded
from events.provider_course import RightsRestored
from services.complaints.domain.complaint import Complaint


class ComplaintAtBody(Struct, frozen=True, kw_only=True):
    """A complaint at one body, at one stage."""

    complaint: Complaint
    last: Recorded[Any]
    """The own event that brought it where it is."""
    decided: Recorded[ComplaintDecided] | None = None
    demanded: Recorded[RestorationDemanded] | None = None
    """The demand made last."""
    told_days: int = 0
    """Working days of the extensions that the applicant was told of."""
    told_on: date | None = None
    """When, last."""
    checked: bool = False
    restored: Recorded[RightsRestored] | None = None
    """The word of a provider's lane that it has done what was asked for."""

    @classmethod
    def begun(cls, stream_id: str, event: Recorded[Any]) -> "ComplaintAtBody":
        """Give a complaint from the first event of its stream, `<complaint id>-<stage>`."""
        return cls(complaint=Complaint.blank(stream_id), last=event).own(event)

    def own(self, event: Recorded[Any]) -> "ComplaintAtBody":
        """Fold an event of this lane in."""
        complaint = self.complaint.evolve(event.data)
        moved = complaint.status is not self.complaint.status
        after = replace(self, complaint=complaint, last=event if moved else self.last)
        match event.data:
            case ExtensionNotified(on=on):
                return replace(after, told_days=complaint.days_extended, told_on=on)
            case ComplaintDecided():
                return replace(after, decided=event)
            case RestorationDemanded():
                return replace(after, demanded=event, checked=False)
            case RestorationChecked():
                return replace(after, checked=True)
            case _:
                return after

    def restored_by(self, agency: str | None, event: Recorded[RightsRestored]) -> "ComplaintAtBody":
        """Take the word of whom it was demanded, or of the respondent, and of nobody else.

        Args:
            agency: of the event's lane, as registered.
            event: says that rights were restored.
        """
        demanded = None if self.demanded is None else self.demanded.data.to_agency
        lodged = self.complaint.lodged
        respondent = None if lodged is None else lodged.respondent.agency
        may = agency is not None and agency in (demanded, respondent)
        return replace(self, restored=event) if may else self

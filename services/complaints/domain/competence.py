"""Who must examine a complaint, as known at one body (19.2, 19.3, 19.5)."""

from typing import Final

from msgspec import Struct

from events.law.calendars import Calendars
from events.law.complaint_terms import AUTHORITY, BodyStage
from events.law.complaint_way import Way
from events.words import ForwardReason

NOT_COMPETENT: Final = "not_competent"
WRONG_STAGE: Final = "wrong_stage"
HANDED_IN: Final = "handed_in"
"""Why a complaint is forwarded; the last: this body was only the place of handing in."""


class Competence(Struct, frozen=True, kw_only=True):
    """The way of one complaint, as known at one body at one point of the lanes."""

    agency: str
    """This body."""
    is_authority: bool = False
    way: Way | None = None
    """None where a norm that says it is unknown here."""
    calendars: Calendars | None = None
    """By which the way's days count."""

    def at(self, stage: int) -> BodyStage | None:
        """Give a stage with its body; None where nobody is known to be competent."""
        return None if self.way is None else self.way.at(stage)

    def is_here(self, stage: int) -> bool:
        """Say whether this body must examine at this stage, as far as is known."""
        return self.way is not None and self.way.examines(self.agency, stage)

    def elsewhere(self, stage: int) -> str | None:
        """Name the other body that must examine at this stage; None: it is here, or unknown."""
        found = self.at(stage)
        return None if found is None or self.is_here(stage) else found.agency

    def why_not_here(self) -> ForwardReason:
        """Say why a complaint that came here goes to another body."""
        stages = () if self.way is None else self.way.stages
        return WRONG_STAGE if any(one.agency == self.agency for one in stages) else NOT_COMPETENT

    def is_last_word(self, stage: int) -> bool:
        """Say whether this body examines as the quality authority (19.5)."""
        found = self.at(stage)
        return self.is_authority and (found is None or found.stage.body == AUTHORITY)

    def may_extend_on(self, ground: str) -> bool:
        """Say whether the law allows an extension on this ground (19.6); unknown law allows it."""
        return self.way is None or ground in self.way.path.extension_grounds

    def may_extend_by(self, days: int) -> bool:
        """Say whether the law allows so many working days more in all (19.6); as above."""
        return self.way is None or days <= self.way.path.extension_days

"""Who must examine a complaint, as its path and the standard name the bodies (19.2, 19.3, 19.5)."""

from typing import Final

from msgspec import Struct

from events.law.calendars import Calendars
from events.law.complaint_path import ComplaintPath
from events.law.complaint_terms import AUTHORITY, DELIVERER, BodyStage

NOT_COMPETENT: Final = "not_competent"
WRONG_STAGE: Final = "wrong_stage"
CENTRE: Final = "centre"
"""The kind of a respondent that examines nothing: the deliverer for which it acted does (1(13))."""
HANDED_IN: Final = "handed_in"
"""Why a complaint is forwarded; the last: this body was only the place of handing in."""


class Competence(Struct, frozen=True, kw_only=True):
    """The way of one complaint, as known at one body at one point of the lanes."""

    agency: str
    """This body."""
    is_authority: bool = False
    is_local_body: bool = False
    """It is the local executive body over the deliverer: at stage 1 either examines (19.2)."""
    edition: str = ""
    """Of the law."""
    path: ComplaintPath | None = None
    """None where the standard, or its path, is unknown here."""
    stages: tuple[BodyStage, ...] = ()
    """In their order; empty where the path is unknown."""
    calendars: Calendars | None = None

    def at(self, stage: int) -> BodyStage | None:
        """Give a stage with its body; a number beyond the last one is the last body's.

        Returns:
            None where nobody is known to be competent.
        """
        return self.stages[min(stage, len(self.stages)) - 1] if self.stages else None

    def is_here(self, stage: int) -> bool:
        """Say whether this body must examine at this stage, as far as is known."""
        found = self.at(stage)
        if found is None:
            return False
        return found.agency == self.agency or (self.is_local_body and found.stage.body == DELIVERER)

    def elsewhere(self, stage: int) -> str | None:
        """Name the other body that must examine at this stage; None: it is here, or unknown."""
        found = self.at(stage)
        return None if found is None or self.is_here(stage) else found.agency

    def why_not_here(self) -> str:
        """Say why a complaint that came here goes to another body."""
        on_the_way = any(one.agency == self.agency for one in self.stages)
        return WRONG_STAGE if on_the_way else NOT_COMPETENT

    def is_last_word(self, stage: int) -> bool:
        """Say whether this body examines as the quality authority (19.5)."""
        found = self.at(stage)
        return self.is_authority and (found is None or found.stage.body == AUTHORITY)

    def may_extend_on(self, ground: str) -> bool:
        """Say whether the law allows an extension on this ground (19.6); unknown law allows it."""
        return self.path is None or ground in self.path.extension_grounds

    def may_extend_by(self, days: int) -> bool:
        """Say whether the law allows so many working days more in all (19.6); as above."""
        return self.path is None or days <= self.path.extension_days

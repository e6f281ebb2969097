"""Who may read what a body says of a complaint (19, 24)."""

from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple

from events.common import DayClosed
from events.complaints import (
    ComplaintDecided,
    ComplaintForwarded,
    ComplaintRegistered,
    DecisionSent,
    ExaminationExtended,
)
from events.complaints_after import ComplaintWithdrawn, RestorationChecked, RestorationDemanded
from events.envelope import EVERYBODY
from services.complaints.domain.complaint import Complaint


class Concerned(NamedTuple):
    """The registered agencies that a complaint concerns, besides the body and the authority."""

    respondents: AbstractSet[str] = frozenset()
    """Whom it is against, and the deliverer for which a centre acted: they must answer for it."""
    window: str | None = None
    """Where it was handed in: the applicant asks there, and nowhere else (1(4))."""


def audience(data: Any, state: Any, concerned: Concerned) -> set[str]:  # noqa: ANN401 -- any event of this service
    """Give the agencies, besides the own and the authority, that may read an event.

    A complaint is for its respondent once it is on the books: before, it may be another body's
    (24). From then on the respondent knows what binds it: that it must answer, for how much longer,
    what it must restore, and whether it did. How the body examines, and that the applicant goes to
    court, is for nobody. The window knows what it is asked for: the date, and that the answer has
    gone out. Who is asked for an act reads that.
    """
    match data:
        case DayClosed():
            return {EVERYBODY}
        case ComplaintForwarded(to_agency=asked) | RestorationDemanded(to_agency=asked):
            return {asked}
        case _:
            return {*_window(data, concerned), *_respondents(data, state, concerned)}


def _window(data: Any, concerned: Concerned) -> AbstractSet[str]:  # noqa: ANN401 -- as above
    asked = isinstance(data, ComplaintRegistered | DecisionSent)
    return {concerned.window} if asked and concerned.window is not None else frozenset()


def _respondents(data: Any, state: Any, concerned: Concerned) -> AbstractSet[str]:  # noqa: ANN401 -- as above
    match data:
        case ComplaintRegistered() | ExaminationExtended() | ComplaintDecided():
            return concerned.respondents
        case ComplaintWithdrawn() | RestorationChecked() if isinstance(state, Complaint):
            return _who_knows(state, concerned)
        case _:
            return frozenset()


def _who_knows(complaint: Complaint, concerned: Concerned) -> AbstractSet[str]:
    """Give those that read of the complaint before: its respondents, and who was asked to act."""
    known = complaint.registered is not None or complaint.decision is not None
    respondents = concerned.respondents if known else frozenset()
    return {*respondents, *(demand.to_agency for demand in complaint.demands)}

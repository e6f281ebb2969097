"""What is taken over of a case that this window knows: what it knows stands (1(4))."""

from msgspec.structs import replace

from events.intake_course import CaseAtWindow
from services.intake.domain.applicants import still_applying
from services.intake.domain.application import Application
from services.intake.domain.window import Window


def taken_back(application: Application, theirs: CaseAtWindow, window: Window) -> CaseAtWindow:
    """Give the case as it goes on here; as handed over, if this window has never had it.

    Meanwhile the other window may have let applicants go, told another date, heard that the term
    moved, so that its start tells nobody its end any more, taken the fee, and sent the request on
    to another deliverer. All else was settled when the case was accepted: another window's word
    changes none of it, and a rule of the ledger finds that it was changed.
    """
    ours = application.case
    if ours is None:
        return theirs
    left = {one.applicant_id for one in theirs.applicants}
    moved = theirs.accepted_on is None
    applicants = [one for one in still_applying(application) if one.applicant_id in left]
    return replace(
        _sent_to(application, ours, theirs.deliverer_lane, window),
        applicants=tuple(applicants),
        told=theirs.told,
        accepted_on=None if moved else ours.accepted_on,
        paid_on=theirs.paid_on if moved or ours.paid_on is None else ours.paid_on,
    )


def _sent_to(
    application: Application, ours: CaseAtWindow, their_lane: str, window: Window
) -> CaseAtWindow:
    """Note the deliverer that the case is with now; one that the standard does not name is none."""
    deliverer = window.agency_of(their_lane)
    named = () if window.standard is None else window.standard.contents.deliverers
    if deliverer is not None and deliverer in named:
        return replace(ours, deliverer=deliverer, deliverer_lane=their_lane)
    lane = application.deliverer_lane or ours.deliverer_lane
    deliverer = window.agency_of(lane) or ours.deliverer
    return replace(ours, deliverer=deliverer, deliverer_lane=lane)

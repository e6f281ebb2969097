"""What a window knows of a case from acceptance on, and hands over with it (1(4))."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from msgspec.structs import replace

from events.intake import ApplicationAccepted, ApplicationLodged, NoticeGiven
from events.intake_course import CaseAtWindow, FeeTaken

MOVED: Final = frozenset({"pause", "resume", "extension"})
"""Notices of what moves the end of the term (8.1(5))."""


def case_at_window(
    lodged: ApplicationLodged | None, accepted: ApplicationAccepted, fees: Sequence[FeeTaken]
) -> CaseAtWindow:
    """Put together what the request, its acceptance and the fees before it say."""
    return CaseAtWindow(
        service_code=accepted.service_code,
        standard_edition=accepted.standard_edition,
        variant=accepted.variant,
        applicants=() if lodged is None else lodged.applicants,
        receipt_no=accepted.receipt_no,
        deliverer=accepted.deliverer,
        deliverer_lane=accepted.to_lane,
        told=accepted.told,
        accepted_on=accepted.on,
        paid_on=last_paid(fees),
    )


def paid(case: CaseAtWindow | None, fee: FeeTaken) -> CaseAtWindow | None:
    """Note the first fee after acceptance, if there was none before."""
    if case is None or case.paid_on is not None:
        return case
    return replace(case, paid_on=fee.on)


def last_paid(fees: Sequence[FeeTaken]) -> date | None:
    """Give the day on which the last part was paid, in whatever order it was told."""
    return max((fee.on for fee in fees), default=None)


def noticed(case: CaseAtWindow | None, notice: NoticeGiven) -> CaseAtWindow | None:
    """Note the date told last.

    Of a term that has moved, the start alone tells nobody its end any more: who goes on with the
    case does not hear what moved it. So no start is told from then on.
    """
    if case is None:
        return None
    if notice.kind in MOVED:
        case = replace(case, accepted_on=None, paid_on=None)
    return case if notice.told is None else replace(case, told=notice.told)

"""What a window knows of a case from acceptance on, and hands over with it (1(4))."""

from collections.abc import Sequence

from msgspec.structs import replace

from events.intake import ApplicationAccepted, ApplicationLodged
from events.intake_course import CaseAtWindow, FeeTaken
from events.law.variant import TermStart


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
        paid_on=fees[-1].on if fees else None,
    )


def paid(case: CaseAtWindow | None, fee: FeeTaken) -> CaseAtWindow | None:
    """Note the first fee after acceptance, if there was none before."""
    if case is None or case.paid_on is not None:
        return case
    return replace(case, paid_on=fee.on)


def term_start(case: CaseAtWindow) -> TermStart | None:
    """Give what the term counts from; None where a window before this one did not say it."""
    if case.accepted_on is None:
        return None
    return TermStart(variant=case.variant, accepted_on=case.accepted_on, paid_on=case.paid_on)

"""What a window knows of a case from acceptance on, and hands over with it (1(4))."""

from events.intake import ApplicationAccepted, ApplicationLodged
from events.intake_course import CaseAtWindow


def case_at_window(lodged: ApplicationLodged | None, accepted: ApplicationAccepted) -> CaseAtWindow:
    """Put together what the request and its acceptance say."""
    return CaseAtWindow(
        service_code=accepted.service_code,
        standard_edition=accepted.standard_edition,
        variant=accepted.variant,
        applicants=() if lodged is None else lodged.applicants,
        receipt_no=accepted.receipt_no,
        deliverer=accepted.deliverer,
        deliverer_lane=accepted.to_lane,
        told=accepted.told,
    )

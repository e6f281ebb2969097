"""Which deliverer a request may go to, and whose word counts as the deliverer's."""

from events.deciding import Header
from services.intake.domain.application import Application
from services.intake.domain.window import Window


def must_be_a_deliverer(deliverer: str, to_lane: str, by: Header, window: Window) -> None:
    """Refuse what would not reach a deliverer of the service through this window."""
    contents = window.the_standard().contents
    by.form(
        window.agency_of(to_lane) == deliverer,
        "not-the-deliverers-lane",
        f"{to_lane} is not registered as a lane of {deliverer}",
        "8.1(1)",
    )
    by.law(
        deliverer in contents.deliverers,
        "not-a-deliverer",
        f"The standard does not name {deliverer} as a deliverer",
        "8.1(1)",
    )
    by.law(
        window.only_deliverer in (None, deliverer),
        "other-deliverer",
        f"A specialised centre serves one deliverer; this one serves {window.only_deliverer}",
        "1(14)",
    )


def must_come_from_the_deliverer(
    application: Application, from_lane: str | None, by: Header
) -> None:
    """Refuse another lane's word; None: an officer of the window acts."""
    by.form(
        from_lane in (None, application.deliverer_lane),
        "not-the-deliverer",
        f"{from_lane} is not the lane that case {application.case_id} was sent to",
        "5.5(1)",
    )

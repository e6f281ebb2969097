"""No paper moves in an electronic service before the result is received (15.1)."""

from typing import Final

from events.deciding import Header
from events.intake import Carrier
from services.intake.domain.application import Application

ELECTRONIC: Final = "electronic"


def no_paper_in_electronic(application: Application, by: Header, carrier: Carrier) -> None:
    """Refuse paper on the way to the deliverer or from it."""
    variant = application.variant
    electronic = variant is not None and variant.form == ELECTRONIC
    by.law(
        not electronic or carrier is not Carrier.PAPER,
        "paper-in-electronic",
        "No paper moves until the result is received",
        "15.1",
    )

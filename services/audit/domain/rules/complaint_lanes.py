"""The lanes on which an agency examines complaints, or delivers."""

from typing import Final

from services.audit.domain.ledger_day import LedgerDay

BODIES: Final = "complaints."
PROVIDERS: Final = "provider."
"""How such lanes begin."""


def bodies_lanes(day: LedgerDay, agency: str) -> list[str]:
    """Name the lanes on which an agency examines complaints."""
    return _lanes(day, agency, BODIES)


def providers_lanes(day: LedgerDay, agency: str) -> list[str]:
    """Name the lanes on which an agency delivers, and says that it has restored rights."""
    return _lanes(day, agency, PROVIDERS)


def _lanes(day: LedgerDay, agency: str, service: str) -> list[str]:
    lanes = day.register.lanes.values()
    return [one.lane for one in lanes if one.agency == agency and one.lane.startswith(service)]

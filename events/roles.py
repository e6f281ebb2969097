"""The roles of agencies that commands and rules ask for; the authority gives them (1, 5)."""

from typing import Final

APPROVER: Final = "approver"
"""It may approve standards (7.1)."""
CENTRE: Final = "centre"
"""A public service centre (1(13))."""
SPECIALISED_CENTRE: Final = "specialised_centre"
"""A centre that serves one deliverer, its parent in the register (1(14))."""
CENTRES: Final = (CENTRE, SPECIALISED_CENTRE)
"""Both kinds: 5.5(5), 14.2 and 14.3 bind them."""

"""The roles of agencies that commands and rules ask for; the authority gives them (1, 5)."""

from typing import Final

from events.register import Register

APPROVER: Final = "approver"
"""It may approve standards (7.1)."""
CENTRE: Final = "centre"
"""A public service centre (1(13))."""
SPECIALISED_CENTRE: Final = "specialised_centre"
"""A centre that serves one deliverer, its parent in the register (1(14))."""
DELIVERER: Final = "deliverer"
"""It delivers services, or holds what others ask for (1(5), 5.5(4))."""
CENTRES: Final = (CENTRE, SPECIALISED_CENTRE)
"""Both kinds: 5.5(5), 14.2 and 14.3 bind them."""
LOCAL_BODY: Final = "local_body"
"""A local executive body: it examines beside the deliverers below it (19.2)."""
QUALITY_AUTHORITY: Final = "quality_authority"
"""It examines last, controls and judges (19.5, 22)."""

ROLES: Final = (DELIVERER, APPROVER, CENTRE, SPECIALISED_CENTRE, LOCAL_BODY, QUALITY_AUTHORITY)
"""What an agency may be registered as from the command line: rules ask for no other."""


def authority_of(register: Register, jurisdiction: str) -> str | None:
    """Name the quality authority of a jurisdiction; None if nobody is registered as such."""
    for agency in register.agencies.values():
        if QUALITY_AUTHORITY in agency.roles and agency.jurisdiction == jurisdiction:
            return agency.agency
    return None


def authority_over(register: Register, agency: str) -> str | None:
    """Name the quality authority of an agency's jurisdiction; None if it is not known.

    The law's, which demands, watches and examines last (19.5): the role says who it is, for a
    command as for a rule. Who reads every lane is the transport's matter (`readership.py`).
    """
    itself = register.agencies.get(agency)
    return None if itself is None else authority_of(register, itself.jurisdiction)


def local_body_over(register: Register, agency: str) -> str | None:
    """Name the local executive body over an agency; None if there is none."""
    below = register.agencies.get(agency)
    above = None if below is None or below.parent is None else register.agencies.get(below.parent)
    return None if above is None or LOCAL_BODY not in above.roles else above.agency

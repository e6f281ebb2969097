"""The realm of a whole case: windows, deliverers, a holder, complaints to the last stage."""

from collections.abc import Mapping
from typing import Final

from examples.kazakhstan.agencies import (
    AUTHORITY,
    CENTRE,
    DELIVERY_LANE,
    JUSTICE,
    JUSTICE_ALMATY,
    SMALL,
    STANDARDS_LANE,
    WINDOW_LANE,
    Realm,
)

ARCHITECTURE: Final = "akimat-architecture"
SECOND_CENTRE: Final = "turksib-centre"

SECOND_WINDOW: Final = "intake.turksib"
OWN_WINDOW: Final = "intake.justice-almaty"
HOLDER_LANE: Final = "provider.akimat-architecture"
FIRST_STAGE: Final = "complaints.justice-almaty"
SECOND_STAGE: Final = "complaints.justice"
LAST_STAGE: Final = "complaints.authority"

LANES: Final[Mapping[str, str]] = {
    **SMALL.lanes,
    SECOND_WINDOW: SECOND_CENTRE,
    OWN_WINDOW: JUSTICE_ALMATY,
    HOLDER_LANE: ARCHITECTURE,
    FIRST_STAGE: JUSTICE_ALMATY,
    SECOND_STAGE: JUSTICE,
    LAST_STAGE: AUTHORITY,
}

_ALL: Final = (CENTRE, SECOND_CENTRE, JUSTICE, JUSTICE_ALMATY, ARCHITECTURE)
_READERS: Final[Mapping[str, tuple[str, ...]]] = {
    STANDARDS_LANE: _ALL,
    DELIVERY_LANE: (CENTRE, SECOND_CENTRE, ARCHITECTURE, JUSTICE),
    HOLDER_LANE: (JUSTICE_ALMATY, JUSTICE),
    WINDOW_LANE: (SECOND_CENTRE, JUSTICE_ALMATY, JUSTICE),
    SECOND_WINDOW: (CENTRE, JUSTICE_ALMATY, JUSTICE),
    OWN_WINDOW: (CENTRE, SECOND_CENTRE),
    FIRST_STAGE: (CENTRE, SECOND_CENTRE, JUSTICE, ARCHITECTURE),
    SECOND_STAGE: (CENTRE, SECOND_CENTRE, JUSTICE_ALMATY, ARCHITECTURE),
    LAST_STAGE: (CENTRE, SECOND_CENTRE, JUSTICE, JUSTICE_ALMATY, ARCHITECTURE),
}

ALMATY: Final = Realm(
    LANES,
    _READERS,
    {**SMALL.roles, SECOND_CENTRE: ("centre",), ARCHITECTURE: ("deliverer",)},
    SMALL.parents,
)

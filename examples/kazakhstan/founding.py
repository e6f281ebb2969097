"""Founding a realm: the authority's keys, its registration, the reference that it ships."""

from pathlib import Path
from typing import Final

from events.audit import LaneRegistration
from examples.kazakhstan.agencies import AUDIT_LANE, AUTHORITY, FIRST_DAY, JURISDICTION, ZONE
from services.audit.domain.commands import RegisterAgency
from services.driver import answered
from services.home import SETTINGS_FILE, Draw
from services.realm import Realm

REALM: Final = "kz"
FOUNDED_AT: Final = "2024-04-28T06:00:00Z"
"""The day before the realm's first; an import may come before anything else."""
REGISTRAR: Final = f"{AUTHORITY}/register/o-1a2b"


def found(home: Path, draw: Draw | None = None) -> None:
    """Make a home with the authority alone; one that was begun is completed, a whole one stays.

    Args:
        home: an empty or absent folder, or a home.
        draw: gives 32 bytes for a name, where keys come from a seed; None draws at random.
    """
    if not (home / SETTINGS_FILE).exists():
        Realm.found(home, REALM, AUDIT_LANE, AUTHORITY, zone=ZONE, draw=draw).close()
    realm = Realm(home)
    lane = LaneRegistration(lane=AUDIT_LANE, key=realm.settings.anchor, first_day=FIRST_DAY)
    register = RegisterAgency(
        agency=AUTHORITY,
        roles=("quality_authority",),
        jurisdiction=JURISDICTION,
        zone=ZONE,
        week="5",
        lanes=(lane,),
    )
    commands = [(f"register/{AUTHORITY}", register)]
    (outcome,) = realm.audit.do(commands, actor=REGISTRAR, time=FOUNDED_AT)
    answered(outcome)
    realm.close()

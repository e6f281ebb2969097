"""A small realm: an authority, a centre with a deliverer, and an agency that nobody reads."""

from datetime import date

from msgspec.structs import replace

from events.register import Agency, Lane, Register
from services.topics.settings import PlanSettings

AUTHORITY, AUDIT, COMPLAINTS = "authority", "audit.authority", "complaints.authority"
CENTRE, WINDOW, PAST = "almaty", "intake.almaty", "intake.almaty-2023"
DELIVERER, DELIVERY = "akimat", "provider.akimat"
STRANGER, STRANGE = "shymkent", "intake.shymkent"


def lane(name: str, agency: str, *readers: str, last_day: date | None = None) -> Lane:
    return Lane(
        lane=name,
        agency=agency,
        keys=(),
        first_day=date(2023, 1, 1),
        last_day=last_day,
        historic=False,
        readers=frozenset(readers),
        registered_by=f"{AUDIT}/agency-{agency}:1",
    )


def agency(name: str) -> Agency:
    return Agency(
        agency=name, roles=frozenset(), parent=None, jurisdiction="kz", zone="UTC", week="5"
    )


def register(*lanes: Lane) -> Register:
    return Register(
        agencies={one.agency: agency(one.agency) for one in lanes},
        lanes={one.lane: one for one in lanes},
    )


REALM = register(
    lane(AUDIT, AUTHORITY),
    lane(COMPLAINTS, AUTHORITY),
    lane(WINDOW, CENTRE, DELIVERER),
    lane(PAST, CENTRE, DELIVERER, last_day=date(2023, 12, 31)),
    lane(DELIVERY, DELIVERER, CENTRE),
    lane(STRANGE, STRANGER),
)
THREE_BROKERS = PlanSettings(authority=AUTHORITY, audit_lane=AUDIT, ended=frozenset({PAST}))
ONE_BROKER = replace(THREE_BROKERS, replication=1, min_insync=1)

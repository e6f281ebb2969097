"""A lane's days as tests tell them."""

from datetime import date

from events.log.lane.group import Outcome
from tests.log.evidence import Envelope
from tests.log.realm import SmallRealm

LANE = "provider.a"
MONDAY, TUESDAY, WEDNESDAY = date(2024, 4, 29), date(2024, 4, 30), date(2024, 5, 1)
LAST_SECOND_OF_MONDAY = "2024-04-29T18:59:59Z"
"""In Almaty; on that day it is five hours ahead of UTC."""
FIRST_SECOND_OF_TUESDAY = "2024-04-29T19:00:00Z"
THURSDAY_MORNING = "2024-05-02T03:00:00Z"


def told(realm: SmallRealm, lane: str = LANE) -> list[str]:
    """Tell a lane's events in short: what was said on which day, which day was closed."""
    return [_short(event) for event in realm.evidence(lane).events]


def _short(event: Envelope) -> str:
    kind = event.type.split(".")[1]
    match kind:
        case "day_closed":
            return f"closed {event.data['date']}"
        case "lanes_heard":
            return f"heard on {event.data['on']}"
        case _:
            return f"said on {event.data['on']}"


def close(realm: SmallRealm, day: date, time: str = THURSDAY_MORNING) -> Outcome:
    return realm.instances[LANE].close_day(day, actor="agency-a/provider/close", time=time)

"""A writer over any store, and works of the small service for it."""

from typing import Final

from events.deciding import Command
from events.known import Known
from events.log.lane.clock import Clock, LogClock
from events.log.lane.days import LaneDays
from events.log.lane.store import Store
from events.log.lane.streams import Language
from events.log.lane.work import Work
from events.log.lane.writer import Writer
from events.log.reading.parts import Me
from events.log.reading.policies import address
from events.register import Register
from tests.log.realm import FIRST_DAY, MORNING, OFFICER, REALM, ZONE, agency
from tests.log.small_service import Say, small_service

LANE: Final = "provider.a"
SERVICE: Final = small_service(
    Me(REALM, LANE, agency(LANE), authority=False), lambda: Known(register=Register())
)
LANGUAGE: Final = Language(
    realm=REALM,
    lane=LANE,
    service=SERVICE.name,
    agency=agency(LANE),
    empty=SERVICE.empty,
    audience=SERVICE.audience,
)
DAYS: Final = LaneDays(lane=LANE, zone=ZONE, first=FIRST_DAY)


def writer(store: Store, days: LaneDays = DAYS, clock: Clock | None = None) -> Writer:
    return Writer(store, LANGUAGE, clock or LogClock(), lambda: days)


def work(command_id: str, command: Command | None = None, time: str = MORNING) -> Work:
    """Address a command; without one, something is said."""
    return address(
        SERVICE.handlers, command or Say(), command_id=command_id, actor=OFFICER, time=time
    )


FREE: Final = LaneDays(lane=LANE, zone=ZONE, first=None)
"""Of a lane without a day book."""

"""How far a command that brings its own time may go on from where its lane is (protocol D3)."""

from datetime import datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from events import codec
from events.envelope import moment
from services.realm import Realm

AHEAD_MAX: Final = timedelta(days=31)
"""A month in which nothing was closed; beyond it the days between would be closed for good."""


def far_ahead(realm: Realm, lane: str, given: str) -> str:
    """Say since when a time is too far ahead: the lane's last event, or the day it begins.

    Args:
        realm: the home.
        lane: to which a command goes.
        given: the time that it brings.

    Returns:
        The instant from which it is too far; empty if it is not, or the lane is not registered.
    """
    with realm.store(lane).reading() as tx:
        last = tx.last()
    before = _opening(realm, lane) if last is None else moment(codec.read(last).time)
    if before is None or moment(given) - before <= AHEAD_MAX:
        return ""
    return before.isoformat()


def _opening(realm: Realm, lane: str) -> datetime | None:
    register = realm.instance(lane).known.register
    found = register.lanes.get(lane)
    if found is None or found.historic:
        return None
    return datetime.combine(found.first_day, time(), ZoneInfo(register.agencies[found.agency].zone))

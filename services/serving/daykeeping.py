"""Days under the machine's clock: a lane closes those that are over, the ledger judges them.

Under `LogClock` nobody keeps days but the driver: no timer writes events (protocol D3).
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from typing import Final

import msgspec
from eventsourcing.persistence import PersistenceError

from events.deciding import Refused
from events.envelope import instant
from events.known import Known
from events.law.calendar import Week
from events.law.working_days import CalendarGap
from events.law.zones import local_date
from events.log.lane.clock import machine_time
from events.register import NotRegistered
from services.audit.application.closing import NotCovered
from services.driver import answered
from services.realm import Realm
from services.serving.host import Host
from services.serving.loop import Alarm, Loop
from services.todo import open_day

LOOK_SECONDS: Final = 30
"""Until it is asked again whether a day is over: half a minute after midnight nobody waits."""
DAYS_A_LOOK_MAX: Final = 31
"""Days that one look closes of a lane or a ledger: after a long outage others have their turn."""
_DAY: Final = timedelta(days=1)

Now = Callable[[], datetime]


class Daykeeper(Loop):
    """Closes the days of the lanes served, and of the ledger if that is served here."""

    def __init__(self, host: Host, alarm: Alarm, now: Now = machine_time) -> None:
        self._host = host
        self._now = now
        troubles = (NotRegistered, Refused, CalendarGap, OSError, PersistenceError)
        super().__init__("days", self._look, alarm, troubles, pause=LOOK_SECONDS)

    def _look(self) -> None:
        for lane in self._host.lanes:
            self._host.write_and_wait(partial(self.close_lane, lane=lane))
        self._host.write_and_wait(self.close_ledger)

    def close_lane(self, realm: Realm, lane: str) -> None:
        """Close the days of a lane that are over where its agency is."""
        instance = realm.instance(lane)
        register = instance.known.register
        if lane not in register.lanes or lane == realm.settings.audit_lane:
            return
        today = local_date(self._now(), register.agency_of(lane).zone)
        with realm.store(lane).reading() as tx:
            day = open_day(tx, register, lane)
        last = register.lane(lane).last_day or date.max
        for _ in range(DAYS_A_LOOK_MAX):
            if day is None or day >= today or day > last:
                return
            time = instant(self._now())
            answered(instance.close_day(day, actor=instance.me.policy, time=time))
            day += _DAY

    def close_ledger(self, realm: Realm) -> None:
        """Judge the days that all lanes have closed; name who is silent when that is due (B4)."""
        if realm.settings.audit_lane not in self._host.lanes:
            return
        known = realm.audit.known
        for jurisdiction in sorted({one.jurisdiction for one in known.register.agencies.values()}):
            for _ in range(DAYS_A_LOOK_MAX):
                if not self._close_next(realm, known, jurisdiction):
                    break

    def _close_next(self, realm: Realm, known: Known, jurisdiction: str) -> bool:
        """Close the next day of a ledger if it is over; say whether it was."""
        today = local_date(self._now(), realm.settings.zone)
        try:
            day = realm.closing.next_day(jurisdiction)
        except ValueError:  # No lane of it has begun.
            return False
        if day >= today:
            return False
        try:
            self._close(realm, jurisdiction, day)
        except NotCovered as missing:
            if today <= _silent_after(known, realm, day):
                return False
            self._alarm(missing.sentence)
            self._close(realm, jurisdiction, day, missing.lanes)
        return True

    def _close(
        self, realm: Realm, jurisdiction: str, day: date, silent: tuple[str, ...] = ()
    ) -> None:
        actor, time = realm.audit.me.policy, instant(self._now())
        realm.closing.close(jurisdiction, day, actor=actor, time=time, silent=silent)


def _silent_after(known: Known, realm: Realm, day: date) -> date:
    """Give the day at whose end lanes that have not closed `day` are silent (protocol B4).

    Raises:
        CalendarGap: the authority's calendar does not cover it.
    """
    authority = known.register.agencies[realm.settings.authority]
    calendars = known.norms.calendars.get(authority.jurisdiction)
    if calendars is None:
        return day + _DAY
    return calendars.latest().week(msgspec.convert(authority.week, Week)).nth_from(day + _DAY, 1)

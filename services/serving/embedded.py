"""The embedded transport of a host: other lanes' files are read where they lie."""

from typing import Final

from eventsourcing.persistence import PersistenceError

from events.register import NotRegistered
from services.carrying import Carrying
from services.realm import Realm
from services.restored import NotCaughtUp
from services.serving.host import Host
from services.serving.loop import Alarm, Bell, Loop

LOOK_SECONDS: Final = 0.2
"""Until files that other processes write are looked at again: a person does not notice it, and an
idle home costs a process some hundredths of a core."""
TROUBLES: Final = (OSError, PersistenceError, NotRegistered, NotCaughtUp)
"""What comes right again, or is an operator's to mend; a restored lane of the home carries nothing
before it has caught up."""


class Embedded(Loop):
    """Carries records between the lanes of one home, and from lane files into it."""

    def __init__(self, host: Host, alarm: Alarm) -> None:
        self._host = host
        self._bell = Bell()
        self._carrying: Carrying | None = None
        host.after_each_write(self._bell.ring)
        super().__init__("carrying", self._look, alarm, TROUBLES)

    def _look(self) -> None:
        self._bell.wait(LOOK_SECONDS)
        self._host.write_and_wait(self._carry, rings=False)

    def _carry(self, realm: Realm) -> None:
        if self._carrying is None:
            self._carrying = Carrying(realm, self._alarm, serving=self._host.lanes)
        self._carrying.quiet()

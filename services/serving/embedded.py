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


class Embedded:
    """Carries records between the lanes of one home, and from lane files into it."""

    def __init__(self, host: Host, alarm: Alarm) -> None:
        self._host = host
        self._alarm = alarm
        self._bell = Bell()
        self._carrying: Carrying | None = None
        self._loop = Loop("carrying", self._step, alarm, TROUBLES)

    def start(self) -> None:
        """Begin."""
        self._host.after_each_write(self._bell.ring)
        self._loop.start()

    def stop(self) -> None:
        """End."""
        self._loop.stop()

    @property
    def busy(self) -> bool:
        """Nothing is under way but in the host's own queue."""
        return False

    def troubles(self) -> list[str]:
        """Say whether it has ended by itself."""
        return self._loop.troubles()

    def _step(self) -> None:
        self._bell.wait(LOOK_SECONDS)
        self._host.write_and_wait(self._carry, rings=False)

    def _carry(self, realm: Realm) -> None:
        if self._carrying is None:
            self._carrying = Carrying(realm, self._alarm, serving=self._host.lanes)
        self._carrying.quiet()

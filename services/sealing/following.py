"""The follower: what events about keys ask of one instance is done beside its lane (protocol F).

It notes first what it reads, all of it in one commit with the place up to which it has read; then
it settles what that asks, each step so that doing it again does no harm. So a crash loses nothing.
"""

from collections.abc import Sequence

from events.log.instance import Instance
from events.register import Register
from services.sealing.events_here import EventsHere, Here
from services.sealing.key_store import Duty, KeyStore, Seen, StoreBusy
from services.sealing.noting import Announced, notes
from services.sealing.settling import NotHere, Settling
from services.sealing.taking import Alarm, Taking


class Follower:
    """Follows one instance's events about keys; its agency's other instances share the keys."""

    def __init__(
        self,
        instance: Instance,
        events: EventsHere,
        keys: KeyStore,
        taking: Taking,
        settling: Settling,
    ) -> None:
        self._instance = instance
        self._events = events
        self._keys = keys
        self._taking = taking
        self._settling = settling
        self._noted = keys.followed(instance.me.lane)
        """Up to which own event and received record all is noted; what concerns no key moves only
        this, as that would be a commit for each commit."""
        self._waiting: set[Duty] = set()
        """What was said to wait for its event; a realm grows quiet in many rounds."""

    def follow(self, alarm: Alarm) -> int:
        """Note what is new and do what can be done.

        Args:
            alarm: is told of each grant that was refused, and of an erasure that must be repeated.

        Returns:
            How much was done: nothing, if what is left waits for somebody else.
        """
        noted = self._note()
        arrived = self._keys.arrived()
        owed = self._keys.owed(self._instance.me.lane)
        if not arrived and not owed:
            return noted
        register = self._instance.known.register
        taken = self._taking.take(arrived, register, alarm)
        return noted + taken + sum(self._settled(duty, register, alarm) for duty in owed)

    def _settled(self, duty: Duty, register: Register, alarm: Alarm) -> bool:
        try:
            return self._settling.settle(duty, register)
        except StoreBusy as busy:
            alarm(f"{duty.at}: {busy}")
        except NotHere as absent:
            if duty not in self._waiting:
                alarm(f"{duty.at}: key {duty.key_id} waits: {absent}")
            self._waiting.add(duty)
        return False

    def _note(self) -> int:
        """Note what is new among own and received events; say how many of them concern keys."""
        count, (size, records) = 0, self._grown()
        while self._noted[0] < size or self._noted[1] < records:
            register, (own, received) = self._instance.known.register, self._noted
            if own < size:
                own, found = self._events.own_after(own)
            else:
                received, found = self._events.received_after(received, register)
            self._note_all(found, register, (own, received))
            count += len(found)
        return count

    def _grown(self) -> tuple[int, int]:
        """Say how far the instance has grown; begin again if that is less than was noted."""
        grown = self._events.grown()
        if self._noted[0] > grown[0] or self._noted[1] > grown[1]:
            # The lane was restored from a backup; to note the same event again changes nothing.
            self._noted = (0, 0)
            self._keys.follow(self._instance.me.lane, *self._noted)
        return grown

    def _note_all(self, found: Sequence[Here], register: Register, noted: tuple[int, int]) -> None:
        """Note what was found, together with how far that is all."""
        me = self._instance.me
        if found:
            with self._keys.together():
                for here in found:
                    for note in notes(here, me, register.lane(here.lane).agency):
                        self._keep(note)
                self._keys.follow(me.lane, *noted)
        self._noted = noted

    def _keep(self, note: Seen | Announced | Duty) -> None:
        match note:
            case Seen():
                self._keys.see(note)
            case Announced():
                self._keys.announce(*note)
            case Duty():
                self._keys.owe(note)

"""Which keys an erasure destroys here, and destroying them (protocol F6).

An event alone shows nothing of who holds a key: whoever has read a sealed part can repeat it in a
lane of its own. So another agency's erasure reaches only what its lane's own grants brought.
"""

from typing import NamedTuple

from events.log.reading.parts import Me
from services.sealing.granting import GrantRefused, read
from services.sealing.key_store import Duty, KeyStore


class NotFollowed(Exception):
    """The erasure destroys nothing here; the sentence says why. Nobody is told that it is done."""


class Erasing(NamedTuple):
    """One agency's hand at what must be destroyed."""

    me: Me
    keys: KeyStore

    def erase(self, duty: Duty) -> None:
        """Destroy what an erasure asks for; afterwards it may be said that this is done.

        Args:
            duty: of kind `ERASE`.

        Raises:
            NotFollowed: a key is here that its lane cannot have destroyed.
            StoreBusy: a key is deleted and its old bytes are not gone yet.
        """
        own = duty.agency == self.me.agency
        commitments = self._all_here(duty) if own else self._granted_by(duty)
        self._forget_grants(duty, own=own)
        self.keys.erase(duty.key_id, sorted(commitments))

    def _all_here(self, duty: Duty) -> frozenset[str]:
        """Give all keys that this agency has or may still be given, for an erasure of its own."""
        lanes = {lane for lane, key_id, _ in self.keys.announced() if key_id == duty.key_id}
        elsewhere = self._made(duty.key_id, except_by=duty.lane)
        if elsewhere - self.keys.erased(duty.key_id):
            raise NotFollowed(
                "another lane of this agency made the key, and only there it is let go"
            )
        vouched = [self.keys.vouched(lane, duty.key_id) for lane in (duty.lane, *lanes)]
        return self._held(duty.key_id).union(*vouched)

    def _granted_by(self, duty: Duty) -> frozenset[str]:
        """Give the keys that another agency's lane has granted here, for an erasure of its own."""
        if (duty.lane, duty.key_id) not in {place[:2] for place in self.keys.announced()}:
            raise NotFollowed("that lane has not granted the key here")
        sources = self.keys.sources(duty.key_id)
        granted = frozenset(one.commitment for one in sources if one.lane == duty.lane)
        held = self._held(duty.key_id)
        if granted & held & self._made(duty.key_id):
            raise NotFollowed("the key was made here, and only here it is let go")
        if held and not granted & held:
            raise NotFollowed("no key that is here has come from that lane")
        return granted

    def _held(self, key_id: str) -> frozenset[str]:
        return frozenset(key.commitment for key in self.keys.keys(key_id))

    def _made(self, key_id: str, except_by: str = "") -> frozenset[str]:
        sources = self.keys.sources(key_id)
        return frozenset(one.commitment for one in sources if one.made and one.lane != except_by)

    def _forget_grants(self, duty: Duty, *, own: bool) -> None:
        """Forget grants that wait: each holds the key, if only for one reader."""
        for raw in self.keys.arrived():
            try:
                granted = read(raw)
            except GrantRefused:
                continue  # It will be refused aloud.
            if granted.key_id == duty.key_id and (own or granted.lane == duty.lane):
                self.keys.drop(raw)

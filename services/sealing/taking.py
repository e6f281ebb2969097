"""Taking grants that have arrived: only what lane, event and commitment bear out (protocol F3)."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from events.log.reading.parts import Me
from events.register import Register
from services.sealing.agency_keys import AgencyKeys
from services.sealing.cipher import DataKey
from services.sealing.granting import Grant, GrantRefused, check_signature, open_grant, read
from services.sealing.key_store import Erased, KeyStore

Alarm = Callable[[str], None]


class Taking(NamedTuple):
    """One agency's hand at its inbox of grants."""

    me: Me
    agency: AgencyKeys
    keys: KeyStore

    def take(self, arrived: Sequence[bytes], register: Register, alarm: Alarm) -> int:
        """Take what can be taken, refuse what is wrong; the rest waits.

        Args:
            arrived: grants, each as it came.
            register: of lanes and their keys.
            alarm: is told of each refusal.

        Returns:
            How many grants are dealt with.
        """
        done = 0
        for raw in arrived:
            try:
                done += self._take(raw, register)
            except (GrantRefused, Erased) as refused:
                self.keys.drop(raw)
                alarm(f"{self.me.agency}: a key grant was refused: {refused}")
                done += 1
        return done

    def _take(self, raw: bytes, register: Register) -> bool:
        granted = read(raw)
        lane = register.lanes.get(granted.lane)
        self._check_route(granted)
        if lane is None:
            return False  # A lane that the register does not name yet: it is not heard either.
        check_signature(granted, [text for _, text in lane.keys])
        if not self._is_announced(granted):
            return False  # Early: the event that announces it travels by another way.
        if self.keys.let_go(granted.lane, granted.key_id):
            raise Erased(f"key {granted.key_id} was destroyed; it is not taken again")
        self.keys.put(self._opened(granted), granted.lane)
        self.keys.drop(raw)
        return True

    def _check_route(self, granted: Grant) -> None:
        if (granted.realm, granted.reader) != (self.me.realm, self.me.agency):
            reader = f"{granted.reader} in {granted.realm}"
            raise GrantRefused(f"the grant of {granted.key_id} is for another reader, {reader}")

    def _is_announced(self, granted: Grant) -> bool:
        place = (granted.lane, granted.key_id)
        announced = {(lane, key_id) for lane, key_id, _ in self.keys.announced()}
        return place in announced and bool(self.keys.vouched(*place))

    def _opened(self, granted: Grant) -> DataKey:
        """Open a grant: its key must be the one that the lane's own events commit to."""
        key = open_grant(granted, self.agency.private_key)
        if key.commitment not in self.keys.vouched(granted.lane, granted.key_id):
            raise GrantRefused(f"{granted.lane} commits to another key than its grant of {key}")
        return key

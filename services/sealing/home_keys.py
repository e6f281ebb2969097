"""The keys of all agencies whose software runs in one home, and what works with them."""

from pathlib import Path

from events.log.adapters.sqlite_store import SqliteStore
from events.log.instance import Instance
from events.log.lane.ids import Mint
from events.log.tree.keys import Signer
from services.sealing.agency_keys import AgencyKeys, Draw
from services.sealing.events_here import EventsHere
from services.sealing.following import Follower
from services.sealing.reading import PersonalData
from services.sealing.sealer import Sealer
from services.sealing.settling import Deliver, Settling
from services.sealing.sqlite_key_store import SqliteKeyStore
from services.sealing.taking import Taking


class HomeKeys:
    """Opens each agency's store when asked for; grants go from one store to the other."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._open: dict[str, SqliteKeyStore] = {}
        self._elsewhere: Deliver | None = None

    def send_elsewhere_by(self, deliver: Deliver) -> None:
        """Say how grants travel to readers whose software does not run in this home."""
        self._elsewhere = deliver

    def close(self) -> None:
        """Close all stores."""
        for store in self._open.values():
            store.close()
        self._open.clear()

    def store(self, agency: str) -> SqliteKeyStore:
        """Open an agency's store; folder and grant key are made if absent."""
        if agency not in self._open:
            keys = AgencyKeys(self._home, agency)
            keys.make()
            self._open[agency] = SqliteKeyStore(keys.store)
        return self._open[agency]

    def has_store(self, agency: str) -> bool:
        """Say whether an agency has a store, without making one."""
        return AgencyKeys(self._home, agency).store.exists()

    def deliver(self, reader: str, raw: bytes) -> bool:
        """Bring a grant to its reader; False if there is no way to it now."""
        if not AgencyKeys(self._home, reader).exist:
            return self._elsewhere is not None and self._elsewhere(reader, raw)
        self.store(reader).arrive(raw)
        return True

    def follower(self, instance: Instance, store: SqliteStore, signer: Signer) -> Follower:
        """Give what follows an instance's events about keys."""
        me = instance.me
        keys, events = self.store(me.agency), EventsHere(me, store)
        taking = Taking(me, AgencyKeys(self._home, me.agency), keys)
        settling = Settling(instance, events, keys, signer, self.deliver)
        return Follower(instance, events, keys, taking, settling)

    def sealer(self, instance: Instance, mint: Mint, draw: Draw | None = None) -> Sealer:
        """Give what seals personal data for an instance's events."""
        return Sealer(instance.me.lane, mint, self.store(instance.me.agency), draw)

    def personal_data(self, instance: Instance, store: SqliteStore) -> PersonalData:
        """Give the personal data that an instance can see."""
        keys = self.store(instance.me.agency)
        return PersonalData(instance, EventsHere(instance.me, store), keys)

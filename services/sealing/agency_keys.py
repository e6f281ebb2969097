"""An agency's folder of keys: HOME/keys/<agency>/{grant_key, store.db}.

An agency is one domain of trust: all its instances share the keys that it holds.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from events.log.lane.keys import read_key, write_key
from events.log.tree.exact_base64 import to_base64

GRANT_KEY_FILE: Final = "grant_key"
STORE_FILE: Final = "store.db"
FOLDER_MODE: Final = 0o700
"""The store's keys are readable by the owner alone, as is the WAL that SQLite makes beside it."""

Draw = Callable[[str], bytes]
"""Name -> 32 bytes, for a realm whose keys come from a seed."""


class AgencyKeys:
    """One agency's folder."""

    def __init__(self, home: Path, agency: str) -> None:
        self.agency = agency
        self.folder = home / "keys" / agency

    @property
    def store(self) -> Path:
        """Give the file of the keys that the agency holds."""
        return self.folder / STORE_FILE

    @property
    def exist(self) -> bool:
        """Say whether the agency's software runs in this home."""
        return self._grant_key.exists()

    @property
    def private_key(self) -> bytes:
        """Read the key that grants to the agency are opened with.

        Raises:
            KeyFileUnsafe: it is missing, no key, or readable by others.
        """
        return read_key(self._grant_key)

    @property
    def public_key(self) -> str:
        """Give the key that the register tells, in base64 (protocol F2).

        Raises:
            KeyFileUnsafe: as `private_key`.
        """
        private = X25519PrivateKey.from_private_bytes(self.private_key)
        return to_base64(private.public_key().public_bytes_raw())

    def make(self, draw: Draw | None = None) -> None:
        """Make the folder and the agency's grant key, if there is none; whole or not at all.

        Args:
            draw: gives 32 bytes for a name; None draws at random.
        """
        if self.exist:
            return
        self.folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
        making = self._grant_key.with_suffix(".making")
        making.unlink(missing_ok=True)
        write_key(making, None if draw is None else draw(f"{self.agency}/{GRANT_KEY_FILE}"))
        making.rename(self._grant_key)

    @property
    def _grant_key(self) -> Path:
        return self.folder / GRANT_KEY_FILE

"""A restored lane takes its signatures back: its key may have been changed since (A12).

A commit that is appended again must bear the very note that was shipped. Where another key has
signed it than the one that is here, that cannot be signed again, and need not be.
"""

from collections.abc import Iterable, Iterator, Sequence

from events.log.lane.catching_up import CannotCatchUp
from events.log.reading.arrivals import Record
from events.log.tree.keys import Signer, VerificationKey
from events.log.tree.note import NoteRefused, UnknownKey, signature_of


class ShippedSignatures:
    """Signs as the note that is taken back was signed; it is a `Signer` as the present key is."""

    def __init__(self, own: Signer, keys: Sequence[VerificationKey]) -> None:
        """Take the lane's signer and all its keys that are known here."""
        self._keys = keys
        self.name = own.name
        self.vkey = own.vkey
        self._signature = b""

    def of(self, records: Iterable[Record]) -> Iterator[Record]:
        """Pass records on; what is signed meanwhile bears the signature of the one passed last.

        Raises:
            CannotCatchUp: none of the lane's keys that are known here has signed a record.
        """
        for record in records:
            self._take(record.note)
            yield record

    def sign(self, _: bytes) -> bytes:
        """Give the signature of the note; that it is of this text, who appends compares."""
        return self._signature

    def _take(self, note: bytes) -> None:
        for key in self._keys:
            try:
                self._signature = signature_of(note, key)
            except UnknownKey:
                continue
            except NoteRefused as bad:
                raise CannotCatchUp(str(bad)) from bad
            self.vkey = key
            return
        raise CannotCatchUp(
            "a commit is signed by a key that is not here: was the lane's key changed after the "
            "backup? Put its present key file in the place of the old one"
        )

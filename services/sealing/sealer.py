"""Sealing at a lane: whose key, and where the parts stand (24; protocol F5)."""

import secrets
from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from events.common import SealedPart
from events.deciding import refuse
from events.log.lane.ids import Mint
from services.sealing.agency_keys import Draw
from services.sealing.cipher import KEY_BYTES, DataKey, Place, seal
from services.sealing.key_store import KeyStore


def key_id_of(mint: Mint, case_id: str, applicant_id: str) -> str:
    """Name the key of one applicant in one case, as the first window names it."""
    return mint.id(f"key/{case_id}/{applicant_id}", "key")


class Sealer:
    """Seals personal data that go into the events of one lane."""

    def __init__(self, lane: str, mint: Mint, keys: KeyStore, draw: Draw | None = None) -> None:
        """Make a sealer.

        Args:
            lane: whose events the parts go into.
            mint: of the lane.
            keys: of its agency.
            draw: gives 32 bytes for a name, in a realm whose keys come from a seed.
        """
        self._lane = lane
        self._mint = mint
        self._keys = keys
        self._draw = draw

    def seal(
        self, case_id: str, applicant_id: str, command_id: str, parts: Mapping[str, bytes]
    ) -> tuple[SealedPart, ...]:
        """Seal what the first window writes of an applicant; the key is made with the first part.

        When this returns, the key is on disk: only then may the event be committed.

        Args:
            case_id: the case.
            applicant_id: whose data they are.
            command_id: of the command that brings them.
            parts: name -> content; of more than 16 KB the hash is sealed.

        Raises:
            Refused: `key-erased`.
            PartRefused: a name that would be read in two ways.
        """
        key_id = key_id_of(self._mint, case_id, applicant_id)
        _refuse_erased(key_id, self._keys.vouched(self._lane, key_id) & self._keys.erased(key_id))
        held = self._keys.keys(key_id)  # The own key is the oldest: no event could name it before.
        key = held[0] if held else DataKey(key_id, self._random(key_id))
        self._keys.put(key, self._lane, made=True)
        return self._parts(key, command_id, parts)

    def seal_with(
        self, like: SealedPart, command_id: str, parts: Mapping[str, bytes]
    ) -> tuple[SealedPart, ...]:
        """Seal what a later holder writes, with the key of a part that the case's events bear.

        Args:
            like: a part of the same applicant, whose lane the case names.
            command_id: as above.
            parts: as above.

        Raises:
            Refused: `key-erased`, or `key-not-here`: it has not come yet.
            PartRefused: as above.
        """
        key_id = like.key_id
        _refuse_erased(key_id, {like.commitment} & self._keys.erased(key_id))
        key = self._keys.key(key_id, like.commitment)
        if key is None:
            raise refuse("key-not-here", f"Key {key_id} has not come; ask for it", "protocol F4")
        return self._parts(key, command_id, parts)

    def _random(self, key_id: str) -> bytes:
        if self._draw is None:
            return secrets.token_bytes(KEY_BYTES)
        return self._draw(f"key/{key_id}")

    def _parts(
        self, key: DataKey, command_id: str, parts: Mapping[str, bytes]
    ) -> tuple[SealedPart, ...]:
        place = Place(self._lane, command_id)
        return tuple(seal(key, place, name, content) for name, content in parts.items())


def _refuse_erased(key_id: str, erased: AbstractSet[str]) -> None:
    if erased:
        sentence = f"Key {key_id} was destroyed: nothing more is sealed with it"
        raise refuse("key-erased", sentence, "protocol F3")

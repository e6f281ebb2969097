"""A run of omitted events on the wire: `{"omitted": n, "nodes": ["<base64>", ...]}`."""

from typing import Final

import msgspec
from msgspec import Struct

from events.log.tree.checkpoint import SIZE_MAX
from events.log.tree.exact_base64 import from_base64, to_base64
from events.log.tree.hashing import HASH_BYTES
from events.strict_json import NotStrict, check_strict

RUN_NODES_MAX: Final = 104  # Subtrees: a range below 2**53 climbs 52 levels and descends 52.


class RunRefused(ValueError):
    """The object has a member of a run and is not one; the sentence says why."""


class Omitted(Struct, frozen=True):
    """A run of `omitted` events for others: the roots of its maximal aligned subtrees."""

    omitted: int
    nodes: tuple[bytes, ...]


class _Run(Struct, frozen=True, forbid_unknown_fields=True):
    omitted: int
    nodes: list[str]


_read: Final = msgspec.json.Decoder(_Run).decode


def encode_run(run: Omitted) -> bytes:
    """Return the bytes of a run."""
    nodes = ",".join(f'"{to_base64(n)}"' for n in run.nodes)
    return f'{{"omitted":{run.omitted},"nodes":[{nodes}]}}'.encode()


def decode_run(raw: bytes) -> Omitted:
    """Read a run.

    Raises:
        RunRefused: other members, a member twice, spaces, no plain count from 1 to 2**53 - 1, not
            1 to 104 nodes, a node that is not the exact base64 of 32 bytes.
    """
    try:
        run = _read(raw)
        nodes = tuple(map(from_base64, run.nodes))
    except (msgspec.DecodeError, ValueError) as error:
        raise RunRefused(str(error)) from error
    if not 0 < run.omitted <= SIZE_MAX or not 0 < len(nodes) <= RUN_NODES_MAX:
        raise RunRefused(f"{run.omitted} events cannot be {len(nodes)} subtrees")
    if any(len(n) != HASH_BYTES for n in nodes):
        raise RunRefused(f"a node is not {HASH_BYTES} bytes")
    decoded = Omitted(run.omitted, nodes)
    if encode_run(decoded) != raw:
        _check_spelling(raw)
    return decoded


def _check_spelling(raw: bytes) -> None:
    """Accept another order and escapes; refuse repeated members, spaces, 1e1."""
    try:
        check_strict(raw)
    except NotStrict as error:
        raise RunRefused(str(error)) from error

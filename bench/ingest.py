"""Verified ingest: two lanes of the receipt log into the authority's inbox, over hash + decode."""

import shutil
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import cycle
from pathlib import Path
from typing import Final

from bench import baselines
from bench.measure import ROUNDS, Pair, Ratio, seconds, speed
from bench.receipt import AGENCY, LANES, Archived, copied
from events.audit import LaneRegistration
from events.log.reading.arrivals import Record
from events.log.reading.batch import encode_batch
from events.log.tree.checkpoint import Checkpoint, seal
from events.log.tree.edge import Edge
from events.log.tree.hashing import leaf
from events.log.tree.keys import Ed25519Signer
from examples.kazakhstan.agencies import AUDIT_LANE
from examples.kazakhstan.founding import FOUNDED_AT, REALM, REGISTRAR, found
from services.audit.domain.commands import RegisterAgency
from services.driver import Driver
from services.realm import Realm

TARGET: Final = 0.15
COPIES: Final = 3
COMMIT_SIZES: Final = (64, 128, 256, 500)
"""Events a commit, in turn: those of a busy window and those of an import."""
_KEY: Final = bytes(32)


def measure(folder: Path, log: list[Archived]) -> list[Ratio]:
    """Receive both lanes from the beginning in each round, into a fresh copy of the authority."""
    lanes = {lane: list(_raws(log, lane)) for lane in LANES}
    records = {lane: list(_records(lane, raws)) for lane, raws in lanes.items()}
    raws = [raw for of_lane in lanes.values() for raw in of_lane]
    _authority(folder / "authority")
    pairs = [_round(folder, records, raws) for _ in range(ROUNDS)]
    return [speed("verified ingest / SHA-256 + decode", TARGET, "events", len(raws), pairs)]


def _round(folder: Path, records: Mapping[str, Sequence[Record]], raws: Sequence[bytes]) -> Pair:
    home = folder / "round"
    shutil.copytree(folder / "authority", home)
    realm = Realm(home)
    product = seconds(lambda: _receive(realm, records))
    held = sum(realm.audit.held(lane) for lane in records)
    assert held == len(raws), f"{held} of {len(raws)} events were taken"
    realm.close()
    shutil.rmtree(home)
    return Pair(product, seconds(lambda: baselines.hash_and_decode(raws)))


def _receive(realm: Realm, records: Mapping[str, Sequence[Record]]) -> None:
    for lane, of_lane in records.items():
        realm.audit.receive(lane, of_lane)


def _raws(log: list[Archived], lane: str) -> Iterator[bytes]:
    for number in range(COPIES):
        of_lane = [one for one in log if one.lane == lane]
        yield from (raw for _, _, raw in copied(of_lane, number))


def _records(lane: str, raws: Sequence[bytes]) -> Iterator[Record]:
    """Seal a lane's events, as its writer does."""
    signer, edge, sizes = _signer(lane), Edge(), cycle(COMMIT_SIZES)
    done = 0
    while done < len(raws):
        events = raws[done : done + next(sizes)]
        done += len(events)
        edge.extend(map(leaf, events))
        checkpoint = Checkpoint(origin=signer.name, size=edge.size, root=edge.root())
        yield Record(seal(checkpoint, signer), encode_batch(events))


def _authority(home: Path) -> None:
    """Make an authority that knows the lanes, as live ones: of each event policies are asked."""
    found(home)
    realm = Realm(home)
    lanes = tuple(
        LaneRegistration(lane=lane, key=_signer(lane).vkey.text, first_day=date(2010, 10, 1))
        for lane in LANES
    )
    register = RegisterAgency(
        agency=AGENCY,
        roles=("municipality",),
        jurisdiction="nl",
        zone="Europe/Amsterdam",
        week="5",
        lanes=lanes,
    )
    command = (f"register/{AGENCY}", register)
    Driver(realm, print).do(AUDIT_LANE, [command], actor=REGISTRAR, time=FOUNDED_AT)
    realm.close()


def _signer(lane: str) -> Ed25519Signer:
    return Ed25519Signer(f"{REALM}/{lane}", _KEY)

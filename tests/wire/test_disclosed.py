"""A disclosed event is proved by its own lane's signature, whoever shows it (RFC 6962)."""

import pytest

from events.catalogue import SERVICES
from events.codec import read_hostile
from events.exchange import CaseDisclosed, DisclosedEvent
from events.log.reading.admit import read_of_lane
from events.log.tree.checkpoint import open_checkpoint
from events.log.tree.exact_base64 import from_base64
from events.log.tree.hashing import leaf
from events.log.tree.proofs import verify_inclusion
from tests.wire.record import SAMPLES
from tests.wire.sample import LODGED, SIGNER

each = pytest.mark.parametrize("service", SERVICES)


def recorded(wire_name: str) -> bytes:
    return (SAMPLES / f"{wire_name}.json").read_bytes()


def sample(service: str) -> CaseDisclosed:
    data = read_hostile(recorded(f"{service}.case_disclosed.v1")).data
    assert isinstance(data, CaseDisclosed)
    return data


def proves(one: DisclosedEvent, raw: bytes, seq: int) -> bool:
    point = open_checkpoint(one.checkpoint.encode(), SIGNER.vkey)
    proof = [from_base64(text) for text in one.proof]
    return verify_inclusion(leaf(raw), seq - 1, point.size, proof, point.root)


@each
def test_a_disclosed_event_stands_in_the_signed_tree_of_its_lane(service: str) -> None:
    for one in sample(service).events:
        assert proves(one, from_base64(one.raw), one.seq)


@each
def test_the_proof_holds_for_no_other_bytes_and_no_other_place(service: str) -> None:
    for one in sample(service).events:
        raw = from_base64(one.raw)

        assert not proves(one, LODGED, one.seq)
        assert not proves(one, raw + b" ", one.seq)
        assert not proves(one, raw, one.seq - 1)


@each
def test_a_disclosed_event_is_of_the_lane_and_the_case_that_are_named(service: str) -> None:
    data = sample(service)

    for one in data.events:
        event = read_of_lane(from_base64(one.raw), f"kz/{one.lane}")
        assert event.subject == data.case_id

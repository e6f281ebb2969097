"""A part of an event, sealed: readable with the key of its applicant, at its place only."""

import hashlib
from typing import Final

import pytest
from msgspec.structs import replace

from events.log.tree.exact_base64 import from_base64, to_base64
from services.sealing.cipher import (
    PART_BYTES_MAX,
    DataKey,
    DoesNotOpen,
    PartRefused,
    Place,
    open_part,
    seal,
)

KEY: Final = DataKey("k-1", bytes(range(32)))
PLACE: Final = Place("intake.centre", "desk4/000117")
NAME: Final = "Айгерім Сәрсенова".encode()
SEALED: Final = seal(KEY, PLACE, "applicant.name", NAME)


def test_what_is_sealed_opens_with_its_key_at_its_place() -> None:
    assert open_part(KEY, PLACE, SEALED) == NAME


def test_nothing_of_it_can_be_read_without_the_key() -> None:
    assert NAME not in from_base64(SEALED.ciphertext)
    assert to_base64(KEY.secret) not in str(SEALED)


@pytest.mark.parametrize(
    "place",
    [PLACE._replace(lane="intake.other"), PLACE._replace(command_id="desk4/000118")],
    ids=["lane", "command"],
)
def test_it_opens_in_no_other_event(place: Place) -> None:
    with pytest.raises(DoesNotOpen, match="not sealed at"):
        open_part(KEY, place, SEALED)


def test_it_opens_under_no_other_name() -> None:
    with pytest.raises(DoesNotOpen, match="not sealed at"):
        open_part(KEY, PLACE, replace(SEALED, part="applicant.iin"))


@pytest.mark.parametrize("other", [DataKey("k-1", b"x" * 32), DataKey("k-2", KEY.secret)])
def test_it_opens_with_no_other_key(other: DataKey) -> None:
    with pytest.raises(DoesNotOpen, match="another key"):
        open_part(other, PLACE, SEALED)


@pytest.mark.parametrize("member", ["nonce", "ciphertext"])
@pytest.mark.parametrize("text", ["-", "AAAA", to_base64(b"x" * 40)])
def test_bytes_that_were_changed_do_not_open(member: str, text: str) -> None:
    with pytest.raises(DoesNotOpen, match="bytes were changed"):
        open_part(KEY, PLACE, replace(SEALED, **{member: text}))


def test_the_same_command_has_the_same_bytes_so_it_may_be_repeated() -> None:
    assert seal(KEY, PLACE, "applicant.name", NAME) == SEALED


def test_other_words_under_the_same_command_never_use_a_nonce_twice() -> None:
    corrected = seal(KEY, PLACE, "applicant.name", b"Aigerim")

    assert corrected.nonce != SEALED.nonce


def test_the_commitment_is_of_key_id_and_key() -> None:
    told = hashlib.sha256(b"qyzmet key commitment\0k-1\0" + KEY.secret).digest()

    assert to_base64(told) == SEALED.commitment == KEY.commitment


def test_a_part_of_16_kib_is_sealed_whole() -> None:
    content = b"x" * PART_BYTES_MAX

    sealed = seal(KEY, PLACE, "scan", content)

    assert (sealed.part, open_part(KEY, PLACE, sealed)) == ("scan", content)


def test_of_a_larger_one_the_hash_is_sealed_under_a_name_that_says_so() -> None:
    content = b"x" * (PART_BYTES_MAX + 1)

    sealed = seal(KEY, PLACE, "scan", content)

    assert sealed.part == "scan.sha256"
    assert open_part(KEY, PLACE, sealed) == hashlib.sha256(content).digest()


@pytest.mark.parametrize(
    ("place", "part"),
    [
        (PLACE, ""),
        (PLACE, "a\0b"),
        (PLACE._replace(command_id=""), "name"),
        (PLACE._replace(command_id="a\0b"), "name"),
        (PLACE._replace(lane=""), "name"),
    ],
)
def test_a_place_that_could_be_read_in_two_ways_is_refused(place: Place, part: str) -> None:
    with pytest.raises(PartRefused, match="without NUL"):
        seal(KEY, place, part, NAME)


def test_a_key_shows_itself_in_no_log_line() -> None:
    assert str(KEY.secret) not in f"{KEY} {KEY!r}"
    assert "k-1" in repr(KEY)

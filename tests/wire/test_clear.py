"""Nothing of a person stands in clear in an event (24)."""

import json
from collections.abc import Iterator
from typing import Any, Final

import msgspec
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec import inspect

from events import clear, codec
from events.catalogue import CATALOGUE
from events.clear import PERSONAL_NUMBER
from events.codec import CannotRead
from events.envelope import Instant
from events.personal_number import personal_numbers
from tests.wire.numbers import NEIGHBOURS, bins, iins, parted
from tests.wire.record import SAMPLES
from tests.wire.sample import compact

RECORDED: Final = {path.stem: json.loads(path.read_bytes()) for path in SAMPLES.glob("*.json")}
A_PERSON: Final = "760308140711"
A_UUID: Final = f"5d0e4c61-f0a9-4b1e-8f10-{A_PERSON}"
"""A random id, whose last digits are no letters by chance."""
BESIDE: Final = (f"c-{A_PERSON}", f"{A_PERSON}/1", f"1:{A_PERSON}:1")
OPAQUE: Final = frozenset(
    {"nonce", "ciphertext", "raw", "checkpoint", "key", "grant_key", "commitment"}
    | {"root", "leaves", "proof"}
)
"""Fields of ciphertexts, keys, notes and hashes: nobody reads words there."""

each = pytest.mark.parametrize("wire_name", sorted(CATALOGUE))


def patterns(kind: inspect.Type, name: str) -> Iterator[tuple[str, inspect.StrType]]:
    """Give the name and the type of each text of a type."""
    match kind:
        case inspect.StrType():
            yield name, kind
        case inspect.UnionType(types=ways):
            for way in ways:
                yield from patterns(way, name)
        case inspect.VarTupleType(item_type=item):
            yield from patterns(item, name)
        case inspect.StructType(fields=fields):
            for one in fields:
                yield from patterns(one.type, one.encode_name)
        case _:
            return


def planted(value: Any, text: str) -> Iterator[Any]:  # noqa: ANN401 -- JSON
    """Give a document with a text in the place of each text that is not opaque, one at a time."""
    places = value.items() if isinstance(value, dict) else enumerate(value)
    for place, one in list(places):
        if place in OPAQUE:
            continue
        if isinstance(one, str):
            yield _with(value, place, text)
        if isinstance(one, dict | list):
            yield from (_with(value, place, inner) for inner in planted(one, text))


def _with(value: Any, place: Any, one: Any) -> Any:  # noqa: ANN401 -- JSON
    changed = value.copy()
    changed[place] = one
    return changed


@each
def test_each_text_of_an_event_has_a_form_or_is_no_words(wire_name: str) -> None:
    bare = {
        name
        for name, kind in patterns(inspect.type_info(CATALOGUE[wire_name]), "")
        if kind.pattern is None
    }

    assert bare <= OPAQUE


@each
def test_no_field_of_any_event_takes_the_number_of_a_person(wire_name: str) -> None:
    good = RECORDED[wire_name]

    for data in planted(good["data"], A_PERSON):
        with pytest.raises(CannotRead):
            codec.read(compact(good | {"data": data}))
        assert list(personal_numbers(CATALOGUE[wire_name], data)) or "date" in _refusal(good, data)


@settings(max_examples=200)
@given(wire_name=st.sampled_from(sorted(CATALOGUE)), number=parted("-"))
def test_nor_one_with_other_characters_between_its_digits(wire_name: str, number: str) -> None:
    good = RECORDED[wire_name]

    for text in (number, f"c-{number}", f"{number}-1"):
        for data in planted(good["data"], text):
            refusal = _refusal(good, data)
            if list(personal_numbers(CATALOGUE[wire_name], data)):
                assert number not in refusal
            else:
                assert "date" in refusal or "enum" in refusal


@given(number=iins())
def test_nor_does_a_whole_number_of_an_event(number: str) -> None:
    good = RECORDED["intake.fee_taken.v1"]
    fee = good["data"] | {"amount": good["data"]["amount"] | {"minor": int(number)}}

    assume(not number.startswith("0"))
    assert "`amount.minor` holds twelve digits" in _refusal(good, fee)


@given(number=iins() | bins() | parted("-"))
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("id", "correction-{}:1"),
        ("subject", "{}"),
        ("actor", "justice-almaty/unit-1/{}"),
        ("actor", "justice-almaty/{}/o-1"),
        ("actor", "justice-almaty/unit-1/o-{}"),
        ("commandid", "desk4/{}"),
        ("commandid", "desk4-{}/1"),
        ("causationid", "intake.almaty-1/application-{}:1"),
        ("to", "justice-almaty office-{}"),
    ],
)
def test_nor_does_any_attribute(name: str, value: str, number: str) -> None:
    good = RECORDED["provider.case_registered.v1"]

    with pytest.raises(CannotRead, match=f"`{name}` holds twelve digits"):
        codec.read_hostile(compact(good | {name: value.format(number)}))


@given(number=parted("-"))
def test_nor_does_one_hide_in_an_escape(number: str) -> None:
    good = compact(RECORDED["provider.case_registered.v1"] | {"commandid": f"desk-{number}"})
    escaped = good.replace(
        number.encode(), number.replace(number[0], r"\u003" + number[0]).encode()
    )

    with pytest.raises(CannotRead, match="`commandid` holds twelve digits"):
        codec.read_hostile(escaped)


@given(number=parted("\n"))
def test_nor_does_one_in_lines(number: str) -> None:
    good = RECORDED["intake.event_rejected.v1"]

    refusal = _refusal(good, good["data"] | {"reason": f"see {number}"})

    assert "`reason` holds twelve digits" in refusal


@pytest.mark.parametrize("text", NEIGHBOURS)
def test_what_only_looks_like_one_stands_in_every_attribute(text: str) -> None:
    good = RECORDED["provider.case_registered.v1"]

    codec.read_hostile(
        compact(good | {"commandid": text, "actor": f"a/b/{text.replace('/', '-')}"})
    )


def _refusal(good: dict[str, Any], data: object) -> str:
    with pytest.raises(CannotRead) as refusal:
        codec.read_hostile(compact(good | {"data": data}))
    return str(refusal.value)


@pytest.mark.parametrize("name", ["actor", "commandid"])
def test_nor_do_the_attributes_that_people_write_hold_one(name: str) -> None:
    good = RECORDED["provider.case_registered.v1"]
    value = f"justice-almaty/unit-1/{A_PERSON}"

    with pytest.raises(CannotRead, match=f"`{name}` holds twelve digits"):
        codec.read_hostile(compact(good | {name: value}))
    codec.read_hostile(compact(good | {name: value.replace(A_PERSON, A_UUID)}))


def takes(kind: Any, text: str) -> bool:  # noqa: ANN401 -- a type form
    try:
        msgspec.convert(text, kind)
    except msgspec.ValidationError:
        return False
    return True


@pytest.mark.parametrize("text", BESIDE)
@pytest.mark.parametrize(
    "kind", [clear.Code, clear.Codes, clear.Edition, clear.Number, clear.Citation, clear.Text]
)
def test_nor_does_it_stand_inside_what_people_write(kind: Any, text: str) -> None:  # noqa: ANN401 -- a type form
    assert takes(kind, text.replace(A_PERSON, A_PERSON[1:]))
    assert not takes(kind, text)


def test_a_number_that_a_command_gives_has_a_digit() -> None:
    assert takes(clear.NumberGiven, "Э-2024-88")
    assert takes(clear.Number, "intake.almaty/abcdefab")
    assert not takes(clear.NumberGiven, "intake.almaty/abcdefab")
    assert not takes(clear.NumberGiven, "Ivanov/Ivan")


def test_a_hexadecimal_id_holds_twelve_digits_by_chance() -> None:
    by_chance = f"a{A_PERSON}f00"

    assert PERSONAL_NUMBER.search(by_chance)
    assert takes(clear.Id, by_chance)
    assert takes(clear.Ref, f"intake.almaty-1/application-{by_chance}:1")
    assert takes(clear.GroundOrRef, f"intake.almaty-1/key-{by_chance}:1")


@pytest.mark.parametrize("name", ["Иванов Иван", "Ivanov Ivan", "he came drunk.", "Ivanov\n", ""])
@pytest.mark.parametrize(
    "kind", [clear.Code, clear.Number, clear.Citation, clear.Id, clear.Ref, clear.LaneName]
)
def test_a_name_or_a_sentence_is_none_of_these(kind: Any, name: str) -> None:  # noqa: ANN401 -- a type form
    assert not takes(kind, name)


@pytest.mark.parametrize(
    ("kind", "texts"),
    [
        (clear.Code, ("identity_document", "8.1(8)", "e-mail", "T07-1", "kz/2024/1", "Etc/GMT+5")),
        (clear.CodeOrNone, ("", "misread-date")),
        (clear.Codes, ("kz/2024/1", "kz/2024/1 kz/2025/2")),
        (clear.Number, ("case-10011", "Э-2024-88", "№58", "complaints.justice/c0a8e4b2-1", "7")),
        (clear.Citation, ("19.2, 19.3", "8.1(8)", "Act 12, art. 3", "not_recorded")),
        (clear.CitationOrNone, ("", "5.5(4)")),
        (clear.Text, ("order 58", "Апостиль қою", "two\nlines")),
        (Instant, ("2024-05-03T05:05:00Z",)),
    ],
)
def test_what_real_ones_look_like_is_taken(kind: Any, texts: tuple[str, ...]) -> None:  # noqa: ANN401 -- a type form
    assert [text for text in texts if not takes(kind, text)] == []

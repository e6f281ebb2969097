"""What somebody else has signed: strict where two parsers differ, open for what comes later."""

import json

import pytest

from events import codec
from events.codec import CannotRead, UnknownType
from tests.wire.record import SAMPLES

GOOD = (SAMPLES / "intake.application_accepted.v1.json").read_bytes()
FINDING = (SAMPLES / "audit.finding_made.v1.json").read_bytes()
STANDARD = (SAMPLES / "provider.standard_approved.v1.json").read_bytes()
LATE = b'"days_late":3'
DEPTH_MAX = 32


def changed(old: bytes, new: bytes, raw: bytes = GOOD) -> bytes:
    assert raw.count(old) >= 1, old
    return raw.replace(old, new, 1)


def inside(member: bytes, raw: bytes = GOOD) -> bytes:
    """Plant a member at the beginning of the data."""
    return changed(b'"data":{', b'"data":{' + member + b",", raw)


def without(name: str, raw: bytes = GOOD) -> bytes:
    members = {key: value for key, value in json.loads(raw).items() if key != name}
    return json.dumps(members, ensure_ascii=False, separators=(",", ":")).encode()


def refusal(raw: bytes) -> str:
    with pytest.raises(CannotRead) as refused:
        codec.read_hostile(raw)
    return str(refused.value)


@pytest.mark.parametrize(
    "raw",
    [
        changed(b'"subject":', b'"subject":"x","subject":'),
        changed(b'"subject":', b'"subj\\u0065ct":"x","subject":'),
        changed(b'"data":{', b'"data":{},"data":{'),
        changed(b'"type":', b'"type":"intake.day_closed.v1","type":'),
        inside(b'"on":"2024-05-03"'),
        changed(b'"variant":{', b'"variant":{"form":"electronic",'),
        inside(b'"later":[{"a":1,"a":2}]'),
    ],
)
def test_no_member_is_named_twice_on_any_level(raw: bytes) -> None:
    assert "twice" in refusal(raw)


@pytest.mark.parametrize("number", [b"1.0", b"1e2", b"1E2", b"-0", b"0.5"])
def test_a_number_is_a_plain_integer(number: bytes) -> None:
    assert "number" in refusal(changed(LATE, b'"days_late":' + number, FINDING))
    assert "number" in refusal(inside(b'"later":' + number))


def test_an_integer_that_no_double_holds_is_refused_in_a_member_that_nobody_knows() -> None:
    assert "number" in refusal(inside(b'"later":9007199254740992'))


@pytest.mark.parametrize(
    ("member", "sample"), [(LATE, FINDING), (b'"length":5', STANDARD)], ids=["days_late", "length"]
)
def test_an_integer_that_no_double_holds_is_refused(member: bytes, sample: bytes) -> None:
    name = member.partition(b":")[0]

    refusal(changed(member, name + b":9007199254740992", sample))


@pytest.mark.parametrize("raw", [inside(b'"n":9007199254740991'), inside(b'"n":[-1,0]')])
def test_the_integers_of_a_double_are_read(raw: bytes) -> None:
    assert codec.read_hostile(raw) == codec.read(GOOD)


def test_an_event_is_32_deep_and_no_deeper() -> None:
    inner = DEPTH_MAX - 2  # The event and its data are two.

    codec.read_hostile(inside(b'"a":' + b"[" * inner + b"]" * inner))

    assert "deeper" in refusal(inside(b'"a":' + b"[" * (inner + 1) + b"]" * (inner + 1)))


@pytest.mark.parametrize(
    "raw",
    [
        b"[" * 200_000,
        b'{"a":' * 50_000,
        inside(b'"a":' + b"[" * 100_000 + b"]" * 100_000),
    ],
    ids=["arrays", "objects", "in an unknown member"],
)
def test_an_abyss_is_refused(raw: bytes) -> None:
    assert "deeper" in refusal(raw)


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (changed(b'"subject":"', b'"subject":"\\ud800'), "surrogate"),
        (inside(b'"later":"\\udc00"'), "surrogate"),
        (changed(b'"subject":"', b'"subject":"\xed\xa0\x80'), "UTF-8"),
        (b"\xef\xbb\xbf" + GOOD, "byte order mark"),
        (GOOD + b"\n", "outside strings"),
        (b" " + GOOD, "outside strings"),
        (changed(b'"data":', b'"data": '), "outside strings"),
        (changed(b'"told":{', b'"told":\t{'), "outside strings"),
        (GOOD[:-1], "JSON"),
        (GOOD + GOOD, "JSON"),
        (b"[" + GOOD + b"]", "array"),
        (b"", "JSON"),
    ],
)
def test_bytes_that_are_not_one_strict_document_are_refused(raw: bytes, why: str) -> None:
    assert why in refusal(raw)


def test_an_unknown_type_is_kept_under_its_name() -> None:
    with pytest.raises(UnknownType) as unknown:
        codec.read_hostile(changed(b"application_accepted.v1", b"application_accepted.v2"))

    assert unknown.value.wire_name == "intake.application_accepted.v2"
    assert isinstance(unknown.value, CannotRead)


def test_an_unknown_type_is_no_excuse_for_loose_bytes() -> None:
    with pytest.raises(CannotRead, match="twice") as refused:
        codec.read_hostile(changed(b"_accepted.v1", b"_accepted.v2", inside(b'"a":1,"a":2')))

    assert not isinstance(refused.value, UnknownType)


@pytest.mark.parametrize("member", [b'"later":{"a":[1,null]}', b'"\xd2\x9b":"\xd2\x9b"'])
def test_a_member_of_later_times_is_passed_over(member: bytes) -> None:
    at_top = changed(b'"data":{', member + b',"data":{')

    assert codec.read_hostile(inside(member)) == codec.read(GOOD)
    assert codec.read_hostile(at_top) == codec.read(GOOD)


def test_a_member_with_a_default_may_be_absent() -> None:
    assert codec.read_hostile(changed(b'"transcribed":false,', b"")) == codec.read(GOOD)

"""Strict JSON: what two parsers cannot read differently."""

import json
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from events.strict_json import NotStrict, check_strict

scalars = st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(max_size=6)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=12,
)


def nested(depth: int) -> bytes:
    return b"[" * depth + b"]" * depth


def refused(raw: bytes) -> str:
    with pytest.raises(NotStrict) as refusal:
        check_strict(raw)
    return str(refusal.value)


@given(values, st.booleans())
def test_whatever_a_plain_encoder_writes_is_strict(value: object, ascii_only: bool) -> None:  # noqa: FBT001 -- drawn
    raw = json.dumps(value, ensure_ascii=ascii_only, separators=(",", ":"))

    check_strict(raw.encode())


def test_names_that_only_look_alike_are_two_names() -> None:
    check_strict('{"é":1,"e\u0301":2,"a":1,"A":2}'.encode())
    check_strict(b'[{"a":1},{"a":{"a":1}}]')


@pytest.mark.parametrize("number", ["-0.0", "1e400", "1" + "0" * 400_000, "0." + "1" * 400_000])
def test_a_number_is_a_plain_integer_that_a_double_holds(number: str) -> None:
    assert "number" in refused(b'{"a":' + number.encode() + b"}")


@pytest.mark.parametrize("number", ["0", "-1", "9007199254740991", "-9007199254740991"])
def test_the_largest_integers_are_strict(number: str) -> None:
    check_strict(b"[" + number.encode() + b"]")


@pytest.mark.parametrize("raw", [b'"', b'"\\', b'["\\u12"]', b"[1.]", b"tru", b'\\"', b"[1]\x00"])
def test_what_is_not_json_is_refused(raw: bytes) -> None:
    assert "not JSON" in refused(raw)


@pytest.mark.parametrize(
    "raw", [b" []", b"[]\n", b'{"a": 1}', b"[1,\t2]", b"[1\r,2]", b'["a" ]', b'{"a" :1}']
)
def test_nothing_stands_between_the_signs(raw: bytes) -> None:
    assert "outside strings" in refused(raw)


def test_spaces_inside_strings_are_text() -> None:
    check_strict(b'{"a b":" \\" , \\\\"}')


@pytest.mark.parametrize("raw", [b'["\xff"]', b'["\xc0\xaf"]', b'["\xed\xa0\x80"]', b'["\xf5"]'])
def test_strict_json_is_utf8(raw: bytes) -> None:
    assert "not UTF-8" in refused(raw)


def test_no_byte_order_mark_stands_before_it() -> None:
    assert "byte order mark" in refused(b"\xef\xbb\xbf[]")
    assert "not UTF-8" in refused("[]".encode("utf-16"))


@pytest.mark.parametrize(
    "raw", [b'["\\ud800"]', b'{"\\udc00":1}', b'["\\ude00\\ud83d"]', b'[{"a":["\\uD800x"]}]']
)
def test_a_lone_surrogate_is_no_text(raw: bytes) -> None:
    assert "surrogate" in refused(raw)


def test_a_pair_of_surrogates_is_one_character() -> None:
    check_strict(b'["\\ud83d\\ude00"]')


def test_thirty_two_levels_are_read_and_one_more_is_not() -> None:
    check_strict(nested(32))
    check_strict(nested(33), depth_max=33)

    assert "deeper than 32" in refused(nested(33))
    assert "deeper than 32" in refused(b'{"a":' * 32 + b"[]" + b"}" * 32)


def test_brackets_in_strings_are_no_levels() -> None:
    check_strict(b'["' + b"[{" * 100 + b'"]')


@pytest.mark.parametrize(
    "raw",
    [
        nested(300_000),
        b"[" * 600_000,
        b"]" * 600_000,
        b'"' + b'\\"' * 300_000,
        b'"' * 600_001,
        b"\\" * 600_000,
        b'["' + b'\\ud800"' * 80_000,
        b"{" + b",".join(b'"%d":1' % n for n in [*range(50_000), 49_999]) + b"}",
        b"[" + b"9" * 600_000 + b"]",
        b"[" + b"-" * 600_000 + b"]",
    ],
    ids=lambda raw: repr(raw[:12]),
)
def test_a_hostile_half_megabyte_is_answered_at_once(raw: bytes) -> None:
    began = time.perf_counter()

    refused(raw)

    assert time.perf_counter() - began < 5


@given(
    st.binary(max_size=80) | st.text(alphabet='[]{}",:\\u0dD8a1-.e \n', max_size=60).map(str.encode)
)
@example(b"\xef\xbb\xbf")
@example(b'{"a":"\\ud800\\udc00"}')
def test_whatever_the_bytes_they_are_strict_or_refused(raw: bytes) -> None:
    try:
        check_strict(raw)
    except NotStrict:
        return
    value = json.loads(raw)
    again = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    assert json.loads(again) == value

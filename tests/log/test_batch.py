"""Taking a batch apart."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.log.reading.batch import (
    BATCH_BYTES_MAX,
    COMMIT_BYTES_MAX,
    COMMIT_EVENTS_MAX,
    EVENT_BYTES_MAX,
    BatchRefused,
    Item,
    Omitted,
    encode_batch,
    split_batch,
)
from events.log.tree.exact_base64 import to_base64
from events.log.tree.hashing import leaf

HASH = b"\xff" * 32
RUN = Omitted(3, (HASH, leaf(b"b")))
EVENT = '{"id":"a-1:1","data":{"текст":"ж, [в] \\" \\\\","n":[1,{}]}}'.encode()
NODE = to_base64(HASH)


def event_of(length: int) -> bytes:
    return b'{"a":"' + b"x" * (length - 8) + b'"}'


objects = st.dictionaries(st.text(max_size=4), st.text(max_size=8), max_size=3).map(
    lambda members: json.dumps(members, ensure_ascii=False, separators=(",", ":")).encode()
)
runs = st.builds(
    Omitted,
    st.integers(1, 2**53 - 1),
    st.lists(st.binary(min_size=32, max_size=32), min_size=1, max_size=9).map(tuple),
)


@given(st.lists(objects | runs, min_size=1, max_size=12))
def test_a_batch_is_taken_apart_into_what_was_joined(items: list[Item]) -> None:
    assert split_batch(encode_batch(items)) == items


def test_the_bytes_of_an_event_stay_as_they_stand() -> None:
    odd = b'{ "b" : 1.0 ,\t"b":\n"\\u0041" }'

    assert split_batch(b"[" + odd + b"," + EVENT + b"]") == [odd, EVENT]


@pytest.mark.parametrize(
    "broken",
    [
        b'{"a":"\xff"}',
        b'{"a":"\\ud800"}',
        b'{"a":NaN}',
        b'{"a":01}',
        b'{"omitted":01,"nodes":[]}',
        b'{"a":"\x01"}',
        b'{"a":"\\x"}',
        b"{" + b'"a":{' * 3000 + b"}" * 3001,
        b'{"a":' + b"9" * 5000 + b"}",
    ],
)
def test_one_broken_event_does_not_hide_its_neighbours(broken: bytes) -> None:
    assert split_batch(encode_batch([EVENT, broken, RUN])) == [EVENT, broken, RUN]


@pytest.mark.parametrize(
    "spelled",
    [
        '{"nodes":["%s"],"omitted":1}',
        '{"\\u006fmitted":1,"nodes":["%s"]}',
        '{"nod\\u0065s":["%s"],"omitte\\u0064":1}',
    ],
)
def test_a_run_is_known_by_its_members_however_spelled(spelled: str) -> None:
    assert split_batch(f"[{spelled % NODE}]".encode()) == [Omitted(1, (HASH,))]


def test_omitted_and_nodes_are_free_names_below_the_first_level() -> None:
    event = b'{"data":{"omitted":1,"nodes":[]},"note":"omitted nodes"}'

    assert split_batch(encode_batch([event])) == [event]


def test_an_event_of_256_kb_is_read_and_one_byte_more_is_not() -> None:
    assert len(split_batch(encode_batch([event_of(EVENT_BYTES_MAX)]))) == 1

    with pytest.raises(BatchRefused, match="more than 262144"):
        split_batch(encode_batch([event_of(EVENT_BYTES_MAX + 1)]))


def test_events_of_512_kb_are_read_and_one_byte_more_is_not() -> None:
    half = event_of(COMMIT_BYTES_MAX // 2)
    assert len(split_batch(encode_batch([half, half]))) == 2

    with pytest.raises(BatchRefused, match="more than 524288"):
        split_batch(encode_batch([half, event_of(COMMIT_BYTES_MAX // 2 - 7), event_of(8)]))


def test_a_thousand_events_are_read_and_one_more_is_not() -> None:
    assert len(split_batch(encode_batch([b"{}"] * COMMIT_EVENTS_MAX))) == 1000
    assert len(split_batch(encode_batch([Omitted(1, (HASH,)), *[b"{}"] * 1000]))) == 1001

    with pytest.raises(BatchRefused, match="1001 events"):
        split_batch(encode_batch([b"{}"] * 1001))
    with pytest.raises(BatchRefused, match="1002 items"):
        split_batch(encode_batch([b"{}"] * 1002))


def test_a_run_of_104_nodes_is_read_and_one_more_is_not() -> None:
    longest = Omitted(2**53 - 1, (HASH,) * 104)
    assert split_batch(encode_batch([longest])) == [longest]

    with pytest.raises(BatchRefused, match="105 subtrees"):
        split_batch(encode_batch([Omitted(2**53 - 1, (HASH,) * 105)]))


def test_the_largest_lawful_view_fits_into_the_largest_batch() -> None:
    runs = [Omitted(1, (HASH,))] * 500
    own = [event_of(COMMIT_BYTES_MAX // 500)] * 500
    inner = [item for pair in zip(own, runs, strict=True) for item in pair]

    value = encode_batch([Omitted(2**52, (HASH,) * 104), *inner])

    assert len(split_batch(value)) == 1001
    with pytest.raises(BatchRefused, match="at most 655360"):
        split_batch(b" " * (BATCH_BYTES_MAX + 1))


@given(st.binary(max_size=60) | st.text(alphabet='[]{}",:\\ a1', max_size=40).map(str.encode))
def test_whatever_the_bytes_a_batch_is_read_or_refused(value: bytes) -> None:
    try:
        items = split_batch(value)
    except BatchRefused:
        return
    assert b"[" + b",".join(i for i in items if isinstance(i, bytes)) + b"]" == value

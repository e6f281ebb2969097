"""Lane files, a line at a time."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.log.reading.lane_file import LINE_BYTES_MAX, LineRefused, format_line, parse_line
from events.log.tree.checkpoint import Checkpoint, seal
from events.log.tree.hashing import leaf
from events.log.tree.note import Ed25519Signer

ORIGIN = "kz/intake.almaty-1"
CHECKPOINT = Checkpoint(origin=ORIGIN, size=1, root=leaf(b"{}"))
NOTE = seal(CHECKPOINT, Ed25519Signer(ORIGIN, bytes(32)))
TEXT = json.dumps(NOTE.decode(), ensure_ascii=False)
LINE = format_line(NOTE, b"[{}]")


def test_a_line_holds_the_note_as_text_and_the_batch_verbatim() -> None:
    assert f'{{"note":{TEXT},"batch":[{{}}]}}\n'.encode() == LINE
    assert parse_line(LINE, 1) == (NOTE, b"[{}]")
    assert parse_line(LINE[:-1], 1) == (NOTE, b"[{}]")


@given(st.text(max_size=20), st.lists(st.dictionaries(st.text(max_size=3), st.text())))
def test_a_line_is_read_back(text: str, events: list[dict[str, str]]) -> None:
    value = json.dumps(events, separators=(",", ":")).encode()

    assert parse_line(format_line(text.encode(), value), 1) == (text.encode(), value)


@pytest.mark.parametrize(
    "line",
    [
        f'{{"batch":[{{}}],"note":{TEXT}}}',
        f'{{"n\\u006fte":{TEXT},"b\\u0061tch":[{{}}]}}',
        f'{{"note":{json.dumps(NOTE.decode())},"batch":[{{}}]}}',
    ],
)
def test_the_members_may_be_spelled_and_ordered_otherwise(line: str) -> None:
    assert parse_line(line.encode(), 1) == (NOTE, b"[{}]")


def test_the_events_stay_as_they_stand_and_are_not_judged() -> None:
    value = b'[{ "a" : 1.0 },{"a":1,"a":2},{"a":"\\ud800\xff"},{"note":"],\\"batch\\":[1"}]'

    assert parse_line(format_line(NOTE, value), 1)[1] == value


def test_a_refusal_names_the_line() -> None:
    with pytest.raises(LineRefused) as refusal:
        parse_line(b"\n", 12)

    assert refusal.value.number == 12
    assert "blank" in str(refusal.value)


def test_a_line_of_16_mib_is_read_and_one_byte_more_is_not() -> None:
    longest = format_line(NOTE, b'["' + b"x" * (LINE_BYTES_MAX - len(LINE) - 2 + 2) + b'"]')
    assert len(longest) == LINE_BYTES_MAX
    assert parse_line(longest, 1)[0] == NOTE

    with pytest.raises(LineRefused, match="more than 16777216 bytes"):
        parse_line(longest.replace(b"x", b"xx", 1), 1)


@given(
    st.binary(max_size=60) | st.text(alphabet='[]{}",:\\note batch', max_size=60).map(str.encode)
)
def test_whatever_the_bytes_a_line_is_read_or_refused(line: bytes) -> None:
    try:
        note, value = parse_line(line, 1)
    except LineRefused:
        return
    assert value.startswith(b"[")
    note.decode()

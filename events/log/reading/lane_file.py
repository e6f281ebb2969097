"""The lane file: one record a line, `{"note": "<signed note>", "batch": [...]}`.

Only the line is read here: who signed it and what the batch holds is for the next steps.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO, Final

import msgspec
from msgspec import Raw

from events.json_scan import STRING, elements

LINE_BYTES_MAX: Final = 16 * 1024 * 1024  # Bytes; any batch with any note fits many times over.
_NOTE_FIRST: Final = re.compile(
    rb"\{(" + STRING + rb"):(" + STRING + rb"),(" + STRING + rb"):(\[.*\])\}", re.DOTALL
)
_BATCH_FIRST: Final = re.compile(
    rb"\{(" + STRING + rb"):(\[.*\]),(" + STRING + rb"):(" + STRING + rb")\}", re.DOTALL
)
_read_value: Final = msgspec.json.Decoder(Raw).decode
_read_text: Final = msgspec.json.Decoder(str).decode


class LineRefused(ValueError):
    """A line of a lane file is not a record; the sentence names the line, from 1."""

    def __init__(self, number: int, reason: str) -> None:
        super().__init__(f"line {number}: {reason}")
        self.number = number


def format_line(note: bytes, value: bytes) -> bytes:
    """Return one line, ended, of a record's signed note and its batch."""
    return b'{"note":' + msgspec.json.encode(note.decode()) + b',"batch":' + value + b"}\n"


def read_lines(file: BinaryIO) -> Iterator[bytes]:
    """Read lines; of one that is too long a byte more than allowed, for `parse_line` to refuse."""
    return iter(lambda: file.readline(LINE_BYTES_MAX + 1), b"")


def parse_line(line: bytes, number: int) -> tuple[bytes, bytes]:
    """Return the note and the batch of one line, with or without its final newline.

    Raises:
        LineRefused: empty, too long, not exactly the members note and batch, spaces outside
            strings, not a string and an array.
    """
    if len(line) > LINE_BYTES_MAX:
        raise LineRefused(number, f"more than {LINE_BYTES_MAX} bytes")
    line = line.removesuffix(b"\n")
    if not line:
        raise LineRefused(number, "is empty; a lane file has no blank lines")
    note_name, note, batch_name, batch = _members(line, number)
    if (_text(note_name, number), _text(batch_name, number)) != ("note", "batch"):
        raise LineRefused(number, "must have exactly the members note (text) and batch (array)")
    return _text(note, number).encode(), batch


def _members(line: bytes, number: int) -> tuple[bytes, bytes, bytes, bytes]:
    """Part a line into name and text of the note, name and array of the batch."""
    if found := _NOTE_FIRST.fullmatch(line):
        note_name, note, batch_name, batch = found.groups()
    elif found := _BATCH_FIRST.fullmatch(line):
        batch_name, batch, note_name, note = found.groups()
    else:
        raise LineRefused(number, 'is not {"note":"...","batch":[...]} without spaces')
    _check_one_array(batch, number)
    return note_name, note, batch_name, batch


def _check_one_array(batch: bytes, number: int) -> None:
    """Refuse `[..],"batch":[..]`: the same member twice."""
    try:
        _read_value(batch)
    except (msgspec.DecodeError, RecursionError):  # Perhaps only because of one broken event.
        try:
            elements(batch)
        except ValueError as error:
            raise LineRefused(number, f"batch: {error}") from error


def _text(string: bytes, number: int) -> str:
    try:
        return _read_text(string)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise LineRefused(number, f"not a text: {error}") from error

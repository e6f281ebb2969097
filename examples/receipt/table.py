"""The log's text as rows of named cells: columns and form are checked here, meaning is not."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from examples.receipt.refusal import Problems
from examples.receipt.vocabulary import COLUMNS

ROWS_MAX: Final = 100_000
"""Ten times the log at hand; each row becomes a signed event."""
CELL_CHARACTERS_MAX: Final = 500
"""Ten times the longest cell at hand; cells hold codes, names and times, no text."""

_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f]")


class Row(Struct, frozen=True, kw_only=True):
    """One row after the header."""

    number: int
    """Line of the file, the header being 1."""
    cells: dict[str, str]
    """By column, in the order of `vocabulary.COLUMNS`."""


def read_rows(text: str, problems: Problems) -> Iterator[Row]:
    """Yield the well-formed rows; note the others.

    Raises:
        LogRefused: a column is missing or stands twice, there are too many rows, or the text
            stops being CSV (RFC 4180), so that what follows cannot be told apart.
    """
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = next(reader, [])
        places = _places(header)
        for fields in reader:
            if reader.line_num > ROWS_MAX + 1:
                raise problems.and_last(reader.line_num, f"the log has more than {ROWS_MAX} rows")
            wrong = _wrong(fields, header)
            if wrong:
                problems.add(reader.line_num, wrong)
            else:
                cells = {name: fields[place] for name, place in places.items()}
                yield Row(number=reader.line_num, cells=cells)
    except csv.Error as error:
        raise problems.and_last(reader.line_num, f"not CSV from here on: {error}") from error


def _places(header: Sequence[str]) -> dict[str, int]:
    problems = Problems()
    for name in COLUMNS:
        if header.count(name) != 1:
            how = "is missing" if name not in header else "stands more than once"
            problems.add(1, f"the column {name} {how}")
    problems.refuse_if_any()
    return {name: header.index(name) for name in COLUMNS}


def _wrong(fields: Sequence[str], header: Sequence[str]) -> str:
    if len(fields) != len(header):
        return f"{len(fields)} fields where the header has {len(header)}"
    for name, cell in zip(header, fields, strict=True):
        if len(cell) > CELL_CHARACTERS_MAX:
            return f"{name} is longer than {CELL_CHARACTERS_MAX} characters"
        if _CONTROL.search(cell):
            return f"{name} holds a line break or another control character"
    return ""

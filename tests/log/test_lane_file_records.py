"""A lane file as transport: whole lines, never more than a line of it in memory."""

from io import BytesIO
from pathlib import Path

import pytest

from events.log.adapters.local import lane_file_records
from events.log.reading.lane_file import LINE_BYTES_MAX, LineRefused, format_line, read_lines
from tests.log.foreign_lane import ForeignLane


@pytest.fixture
def file(tmp_path: Path) -> Path:
    lane = ForeignLane("provider.foreign")
    file = tmp_path / "lane.jsonl"
    file.write_bytes(format_line(*lane.commit(lane.event())))
    return file


def test_a_last_line_without_its_line_feed_is_not_yet_written(file: Path) -> None:
    file.write_bytes(file.read_bytes() + b'{"note":')

    assert len(list(lane_file_records(file))) == 1


def test_a_last_line_that_is_too_long_already_is_refused(file: Path) -> None:
    file.write_bytes(file.read_bytes() + b"x" * (LINE_BYTES_MAX + 1))

    with pytest.raises(LineRefused, match="line 2: more than 16777216 bytes"):
        list(lane_file_records(file))


def test_of_a_line_that_is_too_long_a_byte_more_than_allowed_is_read() -> None:
    source = BytesIO(b"x" * (2 * LINE_BYTES_MAX))

    assert len(next(read_lines(source))) == LINE_BYTES_MAX + 1
    assert source.tell() == LINE_BYTES_MAX + 1

"""The file of a log is checked before its text is: size, packing, encoding."""

import gzip
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from examples.receipt.log_file import FILE_BYTES_MAX, RECEIPT_LOG, TEXT_BYTES_MAX
from examples.receipt.refusal import LogRefused
from examples.receipt.rows import parse_log, read_log
from tests.examples.receipt_log import case, text

LOG = text(case(1), case(2)).encode()


def problem_of(path: Path) -> str:
    with pytest.raises(LogRefused) as refusal:
        read_log(path)
    (problem,) = refusal.value.problems
    return str(problem)


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_the_same_log_is_read_plain_packed_and_with_a_byte_order_mark(tmp_path: Path) -> None:
    plain = written(tmp_path, "log.csv", LOG)
    packed = written(tmp_path, "log.csv.gz", gzip.compress(LOG))
    marked = written(tmp_path, "marked.csv", b"\xef\xbb\xbf" + LOG)

    assert read_log(plain) == read_log(packed) == read_log(marked) == parse_log(LOG.decode())


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert "cannot be read" in problem_of(tmp_path / "none.csv")


@pytest.mark.parametrize("data", [LOG, gzip.compress(LOG)[:-12], b"", b"\x1f\x8b\x08\x00" + LOG])
def test_a_gz_file_that_is_no_whole_gzip_is_refused(tmp_path: Path, data: bytes) -> None:
    path = written(tmp_path, "log.csv.gz", data)

    with pytest.raises(LogRefused):
        read_log(path)


def test_a_byte_that_is_not_utf_8_is_refused_with_its_row(tmp_path: Path) -> None:
    path = written(tmp_path, "log.csv", LOG.replace(b"Resource21", b"Res\xfcurce", 1))

    assert problem_of(path).startswith("row 2: byte")


def test_a_file_of_the_largest_size_is_read_and_one_byte_more_is_refused(tmp_path: Path) -> None:
    largest = written(tmp_path, "a.csv", b"\n" * FILE_BYTES_MAX)
    larger = written(tmp_path, "b.csv", b"\n" * (FILE_BYTES_MAX + 1))

    with pytest.raises(LogRefused, match="column"):
        read_log(largest)
    assert f"larger than {FILE_BYTES_MAX} bytes" in problem_of(larger)


def test_a_small_file_that_unpacks_to_a_huge_one_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, "log.csv.gz", gzip.compress(b"\n" * (TEXT_BYTES_MAX + 1), 1))

    assert f"larger than {TEXT_BYTES_MAX} bytes of text" in problem_of(path)


@settings(deadline=None)
@given(
    place=st.integers(0, len(LOG) - 1),
    cut=st.integers(0, 40),
    put=st.binary(max_size=4),
)
def test_a_damaged_log_is_read_or_refused_and_nothing_else(
    place: int, cut: int, put: bytes
) -> None:
    damaged = (LOG[:place] + put + LOG[place + cut :]).decode(errors="replace")

    with suppress(LogRefused):
        assert parse_log(damaged)


def test_the_log_that_comes_with_the_product_is_read_whole() -> None:
    cases = read_log(RECEIPT_LOG)

    assert len(cases) == 1_434
    assert sum(len(one.activities) for one in cases) == 8_577

"""The file of a log, plain or gzipped, as text: the only reading that the importer does."""

import gzip
import io
import zlib
from pathlib import Path
from typing import Final

from examples.receipt.refusal import refused

RECEIPT_LOG: Final = Path(__file__).with_name("receipt_events.csv.gz")
"""The log that comes with the product; `README.md` names source and licence."""

FILE_BYTES_MAX: Final = 16 * 2**20
"""A hundred times the log at hand, as stored; more is not a municipality's case log."""
TEXT_BYTES_MAX: Final = 32 * 2**20
"""The same after unpacking: a small gzip file can hold a disk full of zeros."""

_GZIP_MAGIC: Final = b"\x1f\x8b"
"""RFC 1952, section 2.3.1."""


def read_text(path: Path) -> str:
    """Read the file of a log.

    Raises:
        LogRefused: it cannot be read, is too large, not gzip though it says so, or not UTF-8.
    """
    try:
        with path.open("rb") as file:
            data = file.read(FILE_BYTES_MAX + 1)
    except OSError as error:
        raise refused(f"{path} cannot be read: {error.strerror}") from error
    if len(data) > FILE_BYTES_MAX:
        raise refused(f"{path} is larger than {FILE_BYTES_MAX} bytes")
    packed = path.suffix == ".gz" or data.startswith(_GZIP_MAGIC)
    return _decode(_unpack(data) if packed else data)


def _unpack(data: bytes) -> bytes:
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
            return file.read(TEXT_BYTES_MAX + 1)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise refused(f"the file is not gzip, or broken: {error}") from error


def _decode(data: bytes) -> str:
    if len(data) > TEXT_BYTES_MAX:
        raise refused(f"the log is larger than {TEXT_BYTES_MAX} bytes of text")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        raise refused(f"byte {error.start} of the file is not UTF-8", row) from error

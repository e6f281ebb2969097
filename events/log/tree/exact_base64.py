"""Base64 in one exact form (RFC 4648, 4 and 3.5): standard, padded, spare bits zero."""

from binascii import Error, a2b_base64, b2a_base64


def to_base64(data: bytes) -> str:
    """Write bytes as standard padded base64."""
    return b2a_base64(data, newline=False).decode("ascii")


def from_base64(text: str) -> bytes:
    """Read base64 and refuse every other spelling of the same bytes.

    Raises:
        ValueError: another alphabet, missing padding, spare bits that are not zero, line breaks.
    """
    try:
        data = a2b_base64(text.encode("ascii"), strict_mode=True)
    except (Error, UnicodeEncodeError) as error:
        raise ValueError(f"not base64: {error}") from error
    if to_base64(data) != text:
        raise ValueError("not base64: spare bits or padding differ from the exact form")
    return data

"""Looking for a text in every file of a folder, in every form in which software writes texts."""

import json
from base64 import b64encode
from pathlib import Path
from typing import Final

FORMS: Final = ("raw", "base64", "escaped", "utf-16", "hex")


def forms(secret: str | bytes) -> dict[str, list[bytes]]:
    """Give how a secret may stand in a file: form -> byte strings, each of which betrays it."""
    raw = secret.encode() if isinstance(secret, str) else secret
    text = secret if isinstance(secret, str) else ""
    return {
        "raw": [raw],
        "base64": [_base64_core(raw, shift) for shift in range(3)],
        "escaped": _escaped(text),
        "utf-16": [text.encode(one) for one in ("utf-16-le", "utf-16-be") if text],
        "hex": [raw.hex().encode(), raw.hex().upper().encode()],
    }


def found(folder: Path, secret: str | bytes) -> set[tuple[str, str]]:
    """Search every file under a folder.

    Returns:
        (form, name of the file) of each hit.
    """
    files = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return {
        (form, path.name)
        for form, spellings in forms(secret).items()
        for path, content in files.items()
        if any(one in content for one in spellings)
    }


def _base64_core(raw: bytes, shift: int) -> bytes:
    """Give the base64 that stands whatever comes before, if that is `shift` bytes after a triple.

    The first and the last characters depend on the neighbours, so they are left out.
    """
    whole = (len(raw) - (-shift) % 3) // 3 * 3
    begin = (-shift) % 3
    return b64encode(raw[begin : begin + whole])


def _escaped(text: str) -> list[bytes]:
    """Give a text as JSON writes it in ASCII, with small and capital letters, and all escaped."""
    units = text.encode("utf-16-be")
    codes = [units[at : at + 2].hex() for at in range(0, len(units), 2)]
    every = "".join(f"\\u{code}" for code in codes)
    if not text:
        return []
    ascii_only = json.dumps(text)[1:-1]
    capital = "".join(
        f"\\u{code.upper()}" if char > "\x7f" else char
        for char, code in zip(text, codes, strict=True)
    )
    return [one.encode() for one in (ascii_only, capital, every, every.upper().replace("U", "u"))]

"""What is installed is named with its hashes and without an address."""

import re

from tests.architecture.tree import text

PIN = re.compile(r"[A-Za-z0-9][\w.-]*(\[[\w,-]+\])?==[\w.!+-]+( ; [^\\]+)? \\")
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")
LINES = text("requirements.lock").splitlines()


def test_every_line_is_a_pinned_package_or_its_hash() -> None:
    odd = [line for line in LINES if not (PIN.fullmatch(line) or HASH.fullmatch(line))]

    assert not odd, f"requirements.lock: neither a pin nor a hash: {odd[:3]}"


def test_every_package_has_a_hash() -> None:
    pairs = zip(LINES, [*LINES[1:], ""], strict=True)
    bare = [line for line, after in pairs if PIN.fullmatch(line) and not HASH.fullmatch(after)]

    assert LINES
    assert not bare, f"requirements.lock: no hash follows {bare[:3]}"


def test_the_lock_names_no_address() -> None:
    assert "://" not in text("requirements.lock")
    assert "--index" not in text("requirements.lock")

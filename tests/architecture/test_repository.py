"""What the repository holds, and what no file of it says."""

import re
from typing import Final

from tests.architecture.tree import ROOT, committed

FILE_BYTES_MAX: Final = 1024 * 1024
"""One MiB: a clone stays quick; larger data is named by its hash and fetched by who needs it."""

NOT_SAID: Final = {
    "a path that only one machine has": r"[.][.]/shared|/work/(?:main|shared)|/home/\w+/",
    "a package registry's address": (
        r"pypi[.]org|files[.]pythonhosted[.]org|registry[.]npmjs|repo1?[.]maven|crates[.]io"
    ),
    "how the product came to be": (
        r"\bassistant\b|\bsub-?agents?\b|\bprompts?\b|\blanguage models?\b|\bco-authored\b"
    ),
    "what is to be done one day": r"(?-i:\bTODO\b|\bFIXME\b|\bXXX\b)",
}
"""What it would be -> a pattern, in any case; none of them finds itself."""


def readable(name: str) -> str | None:
    """Give a file's text; none if it is not text."""
    try:
        return (ROOT / name).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None


def test_no_file_is_larger_than_a_mebibyte() -> None:
    sizes = {name: (ROOT / name).stat().st_size for name in committed()}
    large = [f"{name}: {size} bytes" for name, size in sizes.items() if size > FILE_BYTES_MAX]

    assert not large, large


def test_the_product_speaks_of_the_product_alone() -> None:
    found = []
    for name in committed():
        says = readable(name) or ""
        for what, pattern in NOT_SAID.items():
            hit = re.search(pattern, says, re.IGNORECASE)
            if hit is not None:
                line = says.count("\n", 0, hit.start()) + 1
                found.append(f"{name}:{line} {hit[0]!r}: {what}")

    assert not found, "\n".join(found)

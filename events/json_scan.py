"""Where strings and brackets stand in JSON bytes, without trusting the rest of them.

Each pattern reads every byte at most once (possessive repeats), whatever the bytes are.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

STRING: Final = rb'"(?:[^"\\]++|\\.)*+"'
# A string that nobody ends reaches to the last byte; tried again at each quote inside it, it
# would cost a square.
_TO_ITS_END: Final = STRING + rb"?"
_STRING: Final = re.compile(_TO_ITS_END, re.DOTALL)
_MARK: Final = re.compile(_TO_ITS_END + rb"|[\[\]{},]", re.DOTALL)
_STEP: Final = {b"[": 1, b"{": 1, b"]": -1, b"}": -1}


def outside_strings(raw: bytes) -> bytes:
    """Return the bytes that stand outside string literals, in order."""
    return _STRING.sub(b"", raw)


def elements(array: bytes) -> list[bytes]:
    """Cut an array at the commas of its own level; what stands between them is not judged.

    Raises:
        ValueError: the bytes are not one bracketed whole, or end inside a string.
    """
    if not (array.startswith(b"[") and array.endswith(b"]")):
        raise ValueError("not an array")
    cuts = list(_cuts(array))
    return [array[begin + 1 : end] for begin, end in pairwise(cuts)]


def _cuts(array: bytes) -> Iterator[int]:
    """Yield the places of the opening bracket, the commas of level 1, the closing bracket."""
    depth, end = 0, 0
    for mark in _MARK.finditer(array):
        if end:
            raise ValueError(f"something follows the array at byte {end}")
        depth += _STEP.get(mark[0], 0)
        if depth == 0:
            end = mark.end()
        if mark.start() == 0 or depth == 0 or (depth == 1 and mark[0] == b","):
            yield mark.start()
    if end != len(array):
        raise ValueError("the array does not end where the bytes end")

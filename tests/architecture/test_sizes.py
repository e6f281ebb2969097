"""Small files and small functions: when one grows, a concept is missing."""

from typing import Final

from tests.architecture.tree import body_lines, functions, is_inner, sources, text

INNER_LINES_MAX: Final = 150
"""A file of the language, of the law or of an inner room: two screens."""
LINES_MAX: Final = 200
INNER_BODY_LINES_MAX: Final = 25
"""A function's body without its docstring: one look."""
BODY_LINES_MAX: Final = 30

LONGER: Final[dict[str, str]] = {}
"""File -> why it cannot be divided."""


def test_no_file_is_longer_than_its_reader_can_hold() -> None:
    found = [
        f"{path} has {lines} lines, {most} at most: find the concept that is missing"
        for path in sources()
        if (lines := text(path).count("\n"))
        > (most := INNER_LINES_MAX if is_inner(path) else LINES_MAX)
        and path not in LONGER
    ]

    assert not found, "\n".join(found)


def test_no_function_is_longer_than_one_look() -> None:
    found = [
        f"{path}:{one.lineno} {one.name} has {lines} lines, {most} at most: divide it"
        for path in sources()
        for one in functions(path)
        if (lines := body_lines(one))
        > (most := INNER_BODY_LINES_MAX if is_inner(path) else BODY_LINES_MAX)
    ]

    assert not found, "\n".join(found)


def test_every_exception_is_still_needed() -> None:
    assert all(text(path).count("\n") > INNER_LINES_MAX and LONGER[path] for path in LONGER)

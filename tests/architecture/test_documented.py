"""Every public name says what it means."""

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.tree import Function, parsed, sources, text


def undocumented(path: str) -> Iterator[str]:
    """Name what is public in a file and says nothing: the file, its classes, functions, methods."""
    module = parsed(path)
    if text(path).strip() and not ast.get_docstring(module):
        yield f"{path}:1 says nothing of the module"
    for line, name in _silent(module):
        yield f"{path}:{line} {name} has no docstring"


def _silent(scope: ast.Module | ast.ClassDef) -> Iterator[tuple[int, str]]:
    for node in scope.body:
        if not isinstance(node, ast.ClassDef | Function) or node.name.startswith("_"):
            continue
        if not ast.get_docstring(node):
            yield node.lineno, node.name
        if isinstance(node, ast.ClassDef):
            yield from _silent(node)


def test_every_public_name_has_a_docstring() -> None:
    found = [one for path in sources() for one in undocumented(path)]

    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("code", "silent"),
    [
        ("def decide(): ...", ["decide"]),
        ("def _decide(): ...", []),
        ("class Case:\n def close(self): ...", ["Case", "close"]),
        ("def outer():\n 'Say.'\n def inner(): ...", []),
    ],
)
def test_a_public_name_without_one_is_found(code: str, silent: list[str]) -> None:
    assert [name for _, name in _silent(ast.parse(code))] == silent

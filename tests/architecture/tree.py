"""The files of the product, as the architecture tests read them."""

import ast
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[2]
PACKAGES: Final = ("events", "services", "examples")
ROOMS: Final = ("domain", "application", "projections", "adapters", "entrypoints")
INNER_ROOMS: Final = frozenset(ROOMS[:3])

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def sources() -> tuple[str, ...]:
    """Every Python file of the product, its path from the root."""
    found = (path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
    return tuple(sorted(path.relative_to(ROOT).as_posix() for path in found))


@cache
def text(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


@cache
def parsed(path: str) -> ast.Module:
    return ast.parse(text(path))


def is_inner(path: str) -> bool:
    """Say whether a file belongs to the language, to the law, or to an inner room of a service."""
    folder = Path(path).parent
    if folder.parts[0] == "services":
        return not INNER_ROOMS.isdisjoint(folder.parts)
    return folder.as_posix() in ("events", "events/law")


def functions(path: str) -> Iterator[Function]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, Function):
            yield node


def body_lines(function: Function) -> int:
    """Count the lines of a function's body without its docstring."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def strings(path: str) -> set[str]:
    """Every string that stands in a Python file."""
    nodes = ast.walk(parsed(path))
    return {n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)}


@cache
def committed() -> tuple[str, ...]:
    """Every file that is, or is about to be, in the repository; skips where there is none."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("not a checkout: only git knows which files belong to the product")
    listing = [git, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(listing, cwd=ROOT, capture_output=True, check=True)  # noqa: S603 -- fixed
    names = done.stdout.decode().split("\0")
    return tuple(name for name in names if name and (ROOT / name).is_file())

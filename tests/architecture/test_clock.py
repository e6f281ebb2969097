"""Time, chance and identity come in with the command; one file and the command line read them."""

import ast
from collections.abc import Iterator
from typing import Final

from tests.architecture.tree import parsed, sources

CLOCK: Final = "events/log/lane/clock.py"
COMMAND_LINE: Final = "services/cli/"
"""A person's "now" is a command's time."""

BANNED: Final = frozenset(
    {
        "date.today",
        "datetime.now",
        "datetime.today",
        "datetime.utcnow",
        "time.time",
        "time.time_ns",
        "uuid.uuid1",
        "uuid.uuid4",
        "uuid4",
    }
)


def banned_calls(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Find calls of what is banned, however far the name is qualified."""
    for node in ast.walk(module):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            if any(called == one or called.endswith(f".{one}") for one in BANNED):
                yield node.lineno, called


def test_only_the_clock_and_the_command_line_read_the_time() -> None:
    found = [
        f"{path}:{line} calls {called}: let it come in with the command ({CLOCK})"
        for path in sources()
        if path != CLOCK and not path.startswith(COMMAND_LINE)
        for line, called in banned_calls(parsed(path))
    ]

    assert not found, "\n".join(found)


def test_the_clock_is_where_the_search_finds_a_call() -> None:
    assert [called for _, called in banned_calls(parsed(CLOCK))] == ["datetime.now"]

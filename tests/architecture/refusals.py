"""The refusals that a service's code can raise, read from its source."""

import ast
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from events.catalogue import SERVICES
from tests.architecture.tree import Function, functions, sources

_ARTICLE_AFTER_CODE: Final = 2
"""Code, sentence, article: in this order in `form`, `law` and `refuse`."""


class Refusal(NamedTuple):
    """One way to say no."""

    service: str
    code: str
    kind: str
    """`form` or `law`."""
    article: str
    """As cited; empty where none is."""
    path: str


@cache
def refusals() -> tuple[Refusal, ...]:
    """Give every refusal of every service, each way and each place once."""
    found = {
        one
        for path in sources()
        if path.startswith(("events/acts/", *(f"services/{service}/" for service in SERVICES)))
        for function in functions(path)
        for one in _of_function(path, function)
    }
    assert found, "no refusal was found: the way to raise one has changed"
    return tuple(sorted(found))


def _of_function(path: str, function: Function) -> Iterator[Refusal]:
    service = path.split("/")[1]
    for call in (node for node in ast.walk(function) if isinstance(node, ast.Call)):
        kind, at = _kind(call)
        if kind and len(call.args) > at:
            article = _strings(call.args[at + _ARTICLE_AFTER_CODE :], function)
            for code in _strings(call.args[at : at + 1], function):
                yield Refusal(service, code, kind, "".join(article[:1]), path)


def _kind(call: ast.Call) -> tuple[str, int]:
    """Say which kind of refusal a call makes, and which argument is its code."""
    match call.func:
        case ast.Attribute(value=ast.Name(id="by"), attr="form" | "law" as kind):
            return kind, 1
        case ast.Name(id="refuse"):
            return "form", 0
        case _:
            return "", 0


def _strings(arguments: list[ast.expr], function: Function) -> list[str]:
    """Give the text of each argument; of a name, all texts that the function gives it."""
    found: list[str] = []
    for argument in arguments:
        if isinstance(argument, ast.Name):
            found += [one for name, one in _assigned(function) if name == argument.id]
        elif isinstance(argument, ast.Constant):
            found.append(str(argument.value))
    return found


def _assigned(function: Function) -> Iterator[tuple[str, str]]:
    for node in ast.walk(function):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                yield from _pairs(target, node.value)


def _pairs(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, str]]:
    match target, value:
        case ast.Name(id=name), ast.Constant(value=str(one)):
            yield name, one
        case ast.Tuple(elts=names), ast.Tuple(elts=values):
            for name_, value_ in zip(names, values, strict=True):
                yield from _pairs(name_, value_)
        case _:
            return

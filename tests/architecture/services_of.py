"""What each service has: its commands, its own event types, its page."""

import importlib
import inspect
import re
from functools import cache
from typing import Final

from events import common, exchange, keys
from events.acts.shared import HANDLERS, disclosing
from events.catalogue import CATALOGUE
from events.deciding import Command
from events.known import Known
from events.log.reading.parts import Me
from events.log.service import Service
from tests.architecture.tree import ROOT, text

ACTS: Final = "acts"
"""What every service does: a page and refusals of its own, beside the four services."""
_EVERYBODYS: Final = {module.__name__ for module in (common, exchange, keys)}


def page(service: str) -> str:
    return text("events/acts/README.md" if service == ACTS else f"services/{service}/README.md")


def section(service: str, title: str) -> str:
    """Give one section of a service's page."""
    return page(service).partition(f"## {title}\n")[2].partition("\n## ")[0]


def first_cells(table: str) -> set[str]:
    """Give what stands in the first column of a section's tables, without the heading."""
    rows = [line.split("|")[1].strip() for line in table.splitlines() if line.startswith("|")]
    return {one for row in rows for one in re.findall(r"[A-Za-z][\w-]+", row)} - {"command", "code"}


def commands(service: str) -> set[str]:
    """Name the commands that a service's domain defines."""
    if service == ACTS:
        return {one.__name__ for one in (*HANDLERS, *disclosing("kz", "one", Known))}
    files = (ROOT / f"services/{service}/domain").glob("commands*.py")
    modules = [f"services.{service}.domain.{file.stem}" for file in files]
    return {name for module in modules for name in _commands_of(module)}


def _commands_of(name: str) -> set[str]:
    kinds = inspect.getmembers(importlib.import_module(name), inspect.isclass)
    return {n for n, one in kinds if issubclass(one, Command) and one.__module__ == name}


@cache
def composed(service: str) -> Service | None:
    """Put a service together; none while it has no composition root."""
    if not (ROOT / f"services/{service}/bootstrap.py").is_file():
        return None
    module = importlib.import_module(f"services.{service}.bootstrap")
    me = Me(realm="kz", lane=f"{service}.one", agency="one", authority=service == "audit")
    made = module.service(me, Known)
    assert isinstance(made, Service)
    return made


def handled(service: str) -> set[str]:
    """Name the commands that a service answers, besides those that every service does."""
    made = composed(service)
    answered = set() if made is None else {command.__name__ for command in made.handlers}
    assert made is None or commands(ACTS) <= answered
    return answered - commands(ACTS)


def own_events(service: str) -> set[str]:
    """Give the wire names of what only this service says."""
    return {
        name
        for name, data in CATALOGUE.items()
        if name.startswith(f"{service}.") and data.__module__ not in _EVERYBODYS
    }


def said_by_every_lane() -> set[str]:
    """Give the names, without service, of what lanes of more than one service say."""
    return {
        name.partition(".")[2] for name, data in CATALOGUE.items() if data.__module__ in _EVERYBODYS
    }

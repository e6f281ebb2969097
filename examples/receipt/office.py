"""Whose lanes the log goes to, and how an act of it is named, signed for and dated."""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Final, Literal, TypedDict

from msgspec import Struct

from events.deciding import Command
from events.envelope import instant
from examples.receipt.log_case import day_of

Lane = Literal["intake", "provider"]

_AGENCY: Final = re.compile(r"[a-z0-9-]+")
"""Protocol I4."""
_NOT_IN_IDS: Final = re.compile(r"[^a-z0-9]+")
_NOBODY: Final = ("", "empty")
"""The log writes `EMPTY`, or nothing, where it does not say who."""


class Office(Struct, frozen=True, kw_only=True):
    """The municipality: one agency is window and deliverer.

    Raises:
        ValueError: the agency's id has other characters than protocol I4 allows.
    """

    agency: str
    mint: Callable[[str, str], str]
    """(command id, name) -> an id that is the same at each import, as the lane's `Mint.id`."""

    def __post_init__(self) -> None:
        if _AGENCY.fullmatch(self.agency) is None:
            raise ValueError(f"{self.agency!r} is no agency id; write [a-z0-9-]+ (protocol I4)")

    @property
    def intake_lane(self) -> str:
        """The window's lane."""
        return f"intake.{self.agency}"

    @property
    def provider_lane(self) -> str:
        """The deliverer's lane."""
        return f"provider.{self.agency}"

    def id_of(self, row_id: str, command: type[Command], name: str) -> str:
        """Mint the id of something that a row's command begins."""
        return self.mint(command_id(self.agency, row_id, command), name)


class Act(Struct, frozen=True, kw_only=True):
    """One act of the log as a command, for one of the two lanes."""

    lane: Lane
    row_id: str
    """The case's own id for its start and end, `concept:instance` for an activity."""
    actor_unit: str
    officer: str
    command: Command
    happened: datetime
    told: datetime
    """When it can be told: as it happened, but at the window never before the application."""

    @property
    def day(self) -> date:
        """The lane's day on which it is told."""
        return day_of(self.told)

    def command_id(self, agency: str) -> str:
        """Name the command, the same at each import."""
        return command_id(agency, self.row_id, type(self.command))

    def actor(self, agency: str) -> str:
        """Say who acted: `<agency>/<unit>/<officer>` (protocol I5)."""
        return f"{agency}/{self.actor_unit}/{self.officer}"


def command_id(agency: str, row_id: str, command: type[Command]) -> str:
    """Name a row's command; the agency and the command's name hold no `/`, so ids never meet."""
    return f"receipt/{agency}/{row_id}/{command.__name__}"


def part_of_actor(name: str) -> str:
    """Write a group or resource of the log as one part of an actor: `Group 2` is `group-2`."""
    part = _NOT_IN_IDS.sub("-", name.lower()).strip("-")
    return "unknown" if part in _NOBODY else part


class Transcribed(TypedDict):
    """The members of every command that is told afterwards."""

    transcribed: bool
    on: date
    at: str


def transcribed(moment: datetime) -> Transcribed:
    """Date an act that happened at this moment."""
    return {"transcribed": True, "on": day_of(moment), "at": instant(moment)}

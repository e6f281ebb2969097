"""A route as data: what it does, and who may ask for it. All that is not said is refused."""

import re
from collections.abc import Awaitable, Callable
from enum import StrEnum
from typing import Any, Final, Literal

from msgspec import Struct

from services.http.asking import Asked, Reply
from services.http.problems import Problematic
from services.officers import CASEWORK, Officer, Role

LANE: Final = "lane"
"""The path's parameter that names a lane."""
KEY_HEADER: Final = "Idempotency-Key"
READING: Final = (*CASEWORK, Role.AUDITOR, Role.PRIVACY)
"""Who reads cases of the own lanes."""
WORKING: Final = (*READING, Role.NORMS, Role.TRANSCRIBER, Role.REGISTRAR, Role.OPERATOR)
"""Everybody but a driver."""
OFFICE: Final = (Role.AUDITOR, Role.EXAMINER)
"""Who answers for what the office did."""


class Whose(StrEnum):
    """Whose officers may ask."""

    ANYONE = "anyone"
    """No token is asked for: nothing about a person or a case is told."""
    LANES_AGENCY = "the lane's agency"
    AUTHORITY = "the authority"
    CHARGED = "the authority, or who is charged"
    """The authority asks for all; another agency for what it is charged with, and gets no more."""
    OFFICER = "any agency"
    """Each for its own."""


class Parameter(Struct, frozen=True, kw_only=True):
    """One word of a query: of some words, of a form, or of a length."""

    name: str
    says: str
    words: tuple[str, ...] = ()
    pattern: str = ""
    length_max: int = 200
    """Characters: longer than any number or id."""
    required: bool = False

    def check(self, text: str) -> None:
        """Refuse another word.

        Raises:
            Problematic: `parameter-malformed`.
        """
        fits = not self.words or text in self.words
        if not fits or not re.search(self.pattern, text) or not 0 < len(text) <= self.length_max:
            raise Problematic("parameter-malformed", f"field `{self.name}`: {self.says}")

    @property
    def schema(self) -> dict[str, Any]:
        """Describe the word."""
        if self.words:
            return {"type": "string", "enum": list(self.words)}
        bounds: dict[str, Any] = {"type": "string", "minLength": 1, "maxLength": self.length_max}
        return {**bounds, "pattern": self.pattern} if self.pattern else bounds


class Route(Struct, frozen=True, kw_only=True):
    """One entry of the table."""

    method: Literal["GET", "POST"]
    path: str
    group: str
    """Under which heading the table of roles shows it."""
    summary: str
    whose: Whose
    roles: tuple[Role, ...] = ()
    answers: Callable[[Asked], Awaitable[Reply]]
    refusals: tuple[str, ...] = ()
    """Codes of its own, besides those that any request may meet."""
    command: str = ""
    """The command's class, of a route that sends one."""
    told_afterwards: bool = False
    """Of a command: it may be transcribed from paper."""
    services: tuple[str, ...] = ()
    """Whose lanes answer it; none: lanes of every service."""
    rehearsal: bool = False
    """Only under `LogClock`: a driver's."""
    body: Any = None
    """The type of the body; None: there is none."""
    says: Any = None
    """The type of the answer."""
    media_type: str = "application/json"
    query: tuple[Parameter, ...] = ()
    tagged: bool = False
    """The answer bears the version of a stream as its ETag."""

    @property
    def name(self) -> str:
        """Give method and path: what metrics and logs name."""
        return f"{self.method} {self.path}"

    @property
    def parameters(self) -> list[str]:
        """Name the path's parameters."""
        return [part[1:-1] for part in self.path.split("/") if part.startswith("{")]

    @property
    def writes(self) -> bool:
        """Say whether it may add events, and so asks for a key."""
        return self.method == "POST" and not self.rehearsal


def roles_for(route: Route, *, log_clock: bool) -> frozenset[Role]:
    """Name the roles that a route admits.

    Args:
        route: of the table.
        log_clock: whether a driver may drive.
    """
    roles = set(route.roles)
    if route.told_afterwards:
        roles.add(Role.TRANSCRIBER)
    if log_clock:
        roles.add(Role.DRIVER)
    else:
        roles -= {Role.DRIVER}
    return frozenset(roles)


def may(route: Route, officer: Officer, *, log_clock: bool) -> bool:
    """Say whether an officer's roles open a route at all."""
    return bool(officer.roles & roles_for(route, log_clock=log_clock))


def may_tell(route: Route, officer: Officer, *, transcribed: bool, log_clock: bool) -> bool:
    """Say whether an officer may send a command as it is: live, or told afterwards."""
    if log_clock and Role.DRIVER in officer.roles:
        return True
    told = {Role.TRANSCRIBER} if route.told_afterwards else set[Role]()
    return bool(officer.roles & (told if transcribed else set(route.roles)))

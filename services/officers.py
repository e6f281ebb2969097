"""Who acts for an agency: its officers, and the roles that say what each may do at the door.

A role is what an officer does, not who they are; the agency's issuer of tokens gives it.
"""

from enum import StrEnum
from typing import Final

from msgspec import Struct


class Role(StrEnum):
    """What an officer may do for the own agency."""

    CLERK = "clerk"
    """Serves applicants at a window: takes in, tells, hands out."""
    EXAMINER = "examiner"
    """Examines and decides: cases at a deliverer, complaints at a body."""
    NORMS = "norms"
    """Brings norms in: standards, calendars, editions of the law."""
    PRIVACY = "privacy"
    """Keeps personal data: asks for keys, lets them go, discloses a case."""
    AUDITOR = "auditor"
    """Reads findings and case files; reviews findings at the authority, answers them elsewhere."""
    REGISTRAR = "registrar"
    """Registers agencies and lanes, at the authority."""
    TRANSCRIBER = "transcriber"
    """Tells afterwards what was done on paper: transcribed acts, and no live one."""
    OPERATOR = "operator"
    """Keeps the software running: sizes, roots, status, outages."""
    DRIVER = "driver"
    """Drives a rehearsal under `LogClock`; under the machine's clock it may do nothing."""


CASEWORK: Final = (Role.CLERK, Role.EXAMINER)
"""Who has to do with a single person's case."""


class Officer(Struct, frozen=True, kw_only=True):
    """An officer as a token names them."""

    agency: str
    unit: str
    officer: str
    """A random id, never a name."""
    roles: frozenset[Role]

    @property
    def actor(self) -> str:
        """Give the actor of what they do (protocol I5)."""
        return f"{self.agency}/{self.unit}/{self.officer}"


class CommandRoutes(Struct, frozen=True, kw_only=True):
    """Which commands of a service an officer may send, and why others are not for officers."""

    live: dict[str, tuple[Role, ...]]
    """Command -> the roles that may send it."""
    closed: dict[str, str]
    """Command -> why no officer sends it."""

"""A request as the handlers see it: who asks, for what, at which lane, with which words."""

import re
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import msgspec

from events.attributes import ACTOR
from events.envelope import INSTANT, moment
from events.log.instance import Instance
from events.number_shown import shows_number
from events.personal_number import ARTICLE, IN_CLEAR, sentence
from services.http.limits import ETAG_DIGITS_MAX
from services.http.problems import Problematic, texts
from services.officers import Officer, Role

if TYPE_CHECKING:
    from services.http.door import Door
    from services.http.route import Route

KEY: Final = "idempotency-key"
KEY_PATTERN: Final = r"^[!-~]{1,200}$"
"""Visible ASCII: the key becomes the command's id, and stands in the event."""
IF_MATCH: Final = "if-match"
TAG_PATTERN: Final = rf'^"(0|[1-9][0-9]{{0,{ETAG_DIGITS_MAX - 1}}})"$'
TIME: Final = "qyzmet-time"
ACTING: Final = "qyzmet-actor"
_KEY: Final = re.compile(KEY_PATTERN)
_TAG: Final = re.compile(TAG_PATTERN)
_TIME: Final = re.compile(INSTANT)
_JSON: Final = re.compile(r"application/json(\s*;\s*charset=\"?utf-8\"?)?", re.IGNORECASE)


class Reply(NamedTuple):
    """What is sent back."""

    value: Any = None
    """As JSON; bytes as they are."""
    headers: Mapping[str, str] = {}
    status: int = 200


class Came(NamedTuple):
    """What the request says."""

    path: Mapping[str, str]
    query: Mapping[str, str]
    headers: Mapping[str, str]
    """By their names in small letters."""
    body: bytes


class Asked:
    """One request, after the door has let it in."""

    def __init__(self, door: "Door", route: "Route", officer: Officer | None, came: Came) -> None:
        """Take what came, and from whom."""
        self.door = door
        self.route = route
        self._officer = officer
        self.path = came.path
        self.query = came.query
        self._headers = came.headers
        self._body = came.body

    @property
    def officer(self) -> Officer:
        """Give who asks; a route that anyone may ask has nobody."""
        if self._officer is None:
            raise LookupError(f"{self.route.name} asks for no token")
        return self._officer

    @property
    def lane(self) -> str:
        """Give the lane that the path names."""
        return self.path["lane"]

    @property
    def instance(self) -> Instance:
        """Give the lane's instance, for what is pure of it."""
        return self.door.instances[self.lane]

    @property
    def drives(self) -> bool:
        """Say whether a driver asks: under `LogClock` alone."""
        return self.door.settings.log_clock and Role.DRIVER in self.officer.roles

    @property
    def body(self) -> bytes:
        """Give the body.

        Raises:
            Problematic: `media-type-unknown`.
        """
        if not _JSON.fullmatch(self._headers.get("content-type", "")):
            raise Problematic("media-type-unknown", "The body is application/json")
        return self._body

    @property
    def key(self) -> str:
        """Give the command's id.

        Raises:
            Problematic: `header-missing`, `header-malformed` or `personal-number-in-clear`.
        """
        key = self._headers.get(KEY)
        if key is None:
            why = "Idempotency-Key is missing: the same key again does nothing twice"
            raise Problematic("header-missing", why)
        if not _KEY.fullmatch(key):
            raise _malformed("Idempotency-Key", "1 to 200 visible ASCII characters")
        if shows_number(key):
            raise Problematic(IN_CLEAR, sentence("Idempotency-Key"), article=ARTICLE)
        return key

    @property
    def if_version(self) -> int | None:
        """Give the version that If-Match names; None without one.

        Raises:
            Problematic: `header-malformed`.
        """
        tag = self._headers.get(IF_MATCH)
        if tag is None:
            return None
        found = _TAG.fullmatch(tag)
        if found is None:
            raise _malformed("If-Match", 'one ETag of this door, as "3"')
        return int(found[1])

    @property
    def actor(self) -> str:
        """Say who acts: the officer; under `LogClock` whom of the agency the driver plays.

        Raises:
            Problematic: `header-malformed`, `role-missing` or `not-the-lanes-agency`.
        """
        acting = self._headers.get(ACTING)
        if acting is None:
            return self.officer.actor
        if not self.drives:
            raise Problematic("role-missing", "Only a driver acts as others, and under LogClock")
        if not ACTOR.fullmatch(acting) or not acting.isascii() or not acting.isprintable():
            raise _malformed("Qyzmet-Actor", "<agency>/<unit>/<officer>")
        if acting.partition("/")[0] != self.officer.agency:
            sentence = "A driver acts as officers of the agency of its token"
            raise Problematic("not-the-lanes-agency", sentence, article="protocol I5")
        return acting

    @property
    def given_time(self) -> str:
        """Give the time that the request brings; empty: the lane's last, or the machine's.

        Raises:
            Problematic: `header-malformed`: not an instant, or not under `LogClock`.
        """
        time = self._headers.get(TIME)
        if time is None:
            return ""
        if not self.door.settings.log_clock:
            raise _malformed("Qyzmet-Time", "nothing: the machine's clock runs here")
        if not _TIME.fullmatch(time) or _never_was(time):
            raise _malformed("Qyzmet-Time", "an instant in UTC, as 2024-05-03T05:05:00Z")
        return time

    def values(self) -> set[str]:
        """Give what the request says in words of its own: no problem repeats it."""
        said = {*self.path.values(), *self.query.values(), self._headers.get(KEY, "")}
        with suppress(msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            said |= texts(msgspec.json.decode(self._body))
        return said - self.door.words


def _malformed(header: str, expected: str) -> Problematic:
    return Problematic("header-malformed", f"{header}: expected {expected}")


def _never_was(text: str) -> bool:
    try:
        moment(text)
    except ValueError:
        return True
    return False

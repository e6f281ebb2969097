"""What every domain needs to decide: who acts and when, and how a refusal is said.

Refused               a rule says no; nothing has happened
  kind FORM           the act itself is malformed or unknown here: refused always
  kind LAW            the law forbids the act: waived for a transcribed act, which is judged
"""

from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum
from typing import Any, Generic, Protocol, Self, TypeVar

from msgspec import UNSET, Struct, UnsetType

from events.common import Act, ActFields
from events.envelope import Instant, Name


class RefusalKind(StrEnum):
    """Whether form or law says no."""

    FORM = "form"
    LAW = "law"


class Refused(Exception):
    """A command is refused: the code for machines, the sentence and the article for people."""

    def __init__(self, code: str, sentence: str, *, article: str, kind: RefusalKind) -> None:
        super().__init__(f"{code}: {sentence} ({article})" if article else f"{code}: {sentence}")
        self.code = code
        self.sentence = sentence
        self.article = article
        self.kind = kind


def refuse(code: str, sentence: str, article: str = "") -> Refused:
    """Make a refusal for form, to be raised."""
    return Refused(code, sentence, article=article, kind=RefusalKind.FORM)


class Header(Struct, frozen=True, kw_only=True):
    """What a command brings along, so that decisions are pure: identity, actor, time."""

    command_id: Name
    actor: Name
    """`<agency>/<unit>/<officer>`."""
    time: Instant
    """When it is recorded."""
    on: date
    """Local civil date of the act."""
    at: Instant | None
    """The instant of the act, where known."""
    transcribed: bool = False
    causation: str | UnsetType = UNSET
    beside: Any = None
    """The state of the other stream that the decision reads, where its handler names one."""

    @property
    def heard(self) -> bool:
        """Whether a policy decides on an event's word; what an officer asks has no cause."""
        return self.causation is not UNSET

    def act(self) -> ActFields:
        """Give the members that every act begins with."""
        return {"on": self.on, "at": self.at, "transcribed": self.transcribed}

    def form(self, holds: bool, code: str, sentence: str, article: str = "") -> None:  # noqa: FBT001 -- reads as a sentence
        """Refuse, whoever tells it, unless it holds."""
        if not holds:
            raise refuse(code, sentence, article)

    def law(self, holds: bool, code: str, sentence: str, article: str) -> None:  # noqa: FBT001 -- reads as a sentence
        """Refuse unless it holds or the act is only told afterwards."""
        if not holds and not self.transcribed:
            raise Refused(code, sentence, article=article, kind=RefusalKind.LAW)


class Command(Struct, frozen=True, kw_only=True):
    """What every command may say of its act."""

    transcribed: bool = False
    """Told afterwards: paper, an import, software that is not ours."""
    on: date | None = None
    """The local date of a transcribed act; a live one gets its lane's day."""
    at: Instant | None = None
    """The instant of a transcribed act, where known."""


class State(Protocol):
    """An aggregate: a fold of its own events, with the decisions that its commands ask for."""

    def evolve(self, event: Any) -> Self:  # noqa: ANN401 -- any event's data; `match` narrows
        """Fold one past event in; nothing is checked here, it has happened."""
        ...


C = TypeVar("C")
S = TypeVar("S")


class Handler(Struct, Generic[C, S], frozen=True, kw_only=True):
    """How one kind of command is answered: which stream, and what is decided on its state."""

    stream: Callable[[C], str]
    decide: Callable[[S, C, Header], Sequence[Act]]
    beside: Callable[[C], str | None] = lambda _: None
    """Another stream of the lane that the decision reads, as `Header.beside`; it adds nothing."""


class Reaction(Struct, frozen=True, kw_only=True):
    """A policy's answer to an event: a command for this service."""

    command: Any
    target: str
    """The stream that the command goes to: part of its id (protocol E3)."""


class Ignored(Struct, frozen=True, kw_only=True):
    """A policy's stated reason to do nothing."""

    because: str

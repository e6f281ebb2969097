"""What others hand over to a lane and no policy of it takes on their word: an officer decides."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, NamedTuple

from events.common import Act
from events.envelope import Recorded
from services.todo import Office, Task


class HandingOver(NamedTuple):
    """What hands something over to one lane, and the task to take it."""

    events: tuple[type[Act], ...]
    """Each names its `to_lane`."""
    stream: Callable[[Recorded[Any]], str]
    """Where that lane has it, once it is taken."""
    comes: tuple[type[Act], ...]
    """Own events with which it is here."""
    goes: type[Act]
    """The own event with which it is elsewhere, and may come back."""
    what: str
    sentence: Callable[[Recorded[Any]], str]
    article: str


class HandedOver:
    """Collects what makes such tasks; add every event, then ask for the tasks."""

    def __init__(self, office: Office, way: HandingOver) -> None:
        self._office = office
        self._way = way
        self._gone: dict[str, date | None] = {}
        """Own stream -> when it went elsewhere; None: it is here."""
        self._answered: set[str] = set()
        """References of events that led to something here."""
        self._heard: dict[tuple[str, str], Recorded[Any]] = {}
        """By stream and lane: who says the same twice makes one task."""

    def add(self, event: Recorded[Any]) -> None:
        """Take one event in, of this lane or of another."""
        if event.lane == self._office.lane:
            self._own(event)
            return
        here = getattr(event.data, "to_lane", None) == self._office.lane
        if here and isinstance(event.data, self._way.events):
            self._heard[self._way.stream(event), event.lane] = event

    def _own(self, event: Recorded[Any]) -> None:
        self._answered.add(str(event.causationid))
        if isinstance(event.data, self._way.goes):
            self._gone[event.stream] = event.data.on
        elif isinstance(event.data, self._way.comes):
            self._gone[event.stream] = None

    def tasks(self) -> Iterator[Task]:
        """Give the tasks."""
        for (stream, _), event in self._heard.items():
            gone = self._gone.get(stream, date.min)
            if event.ref not in self._answered and gone is not None and event.data.on >= gone:
                sentence = self._way.sentence(event)
                yield self._office.task(self._way.what, sentence, event, article=self._way.article)

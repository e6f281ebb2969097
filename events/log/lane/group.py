"""Deciding a group of works in memory, between one read and one write: pure.

Each work sees what the works before it have decided. What is refused adds nothing; a repeated
command gets its remembered answer; the group closes when a commit is full (protocol A1).
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

import msgspec

from events import codec
from events.attributes import odd_header
from events.catalogue import wire_name
from events.common import Act
from events.deciding import Header, RefusalKind, Refused, refuse
from events.envelope import Recorded, audience
from events.known import tells_reference
from events.log.lane.readable import refuse_unreadable
from events.log.lane.store import NewEvent
from events.log.lane.streams import Language, Stream, StreamCache
from events.log.lane.work import ANY_BODY, Answer, CommandReused, Remembered, VersionChanged, Work
from events.log.reading.batch import COMMIT_BYTES_MAX, COMMIT_EVENTS_MAX, EVENT_BYTES_MAX
from events.personal_number import ARTICLE, IN_CLEAR, numbers_in_header, sentence

Outcome = Answer | Refused

_encode_answer: Final = msgspec.json.Encoder().encode
_decode_answer: Final = msgspec.json.Decoder(Answer).decode


class TooLarge(Refused):
    """One event or one command is larger than a commit may be (protocol A1; HTTP 413)."""

    def __init__(self, sentence: str) -> None:
        super().__init__("too-large", sentence, article="protocol A1", kind=RefusalKind.FORM)


class _Said(NamedTuple):
    event: Recorded[Any]
    new: NewEvent
    """The same, encoded."""


class _Written(NamedTuple):
    said: list[_Said]
    after: Stream
    size: int
    """Bytes of the events."""


class Group:
    """The works that go into one commit."""

    def __init__(self, language: Language, answers: Mapping[str, Remembered]) -> None:
        self._language = language
        self._known = answers
        self.streams: dict[str, Stream] = {}
        self.events: list[NewEvent] = []
        self.said: list[Recorded[Any]] = []
        """What the events say, in their order."""
        self.answers: dict[str, Remembered] = {}
        self._bytes = 0

    def copy(self) -> "Group":
        """Return a group that may go on without changing this one."""
        other = Group(self._language, self._known)
        other.streams = self.streams.copy()
        other.events, other.said = self.events.copy(), self.said.copy()
        other.answers = self.answers.copy()
        other._bytes = self._bytes
        return other

    def load(self, stream: str, history: Sequence[bytes]) -> None:
        """Fold a stream's stored events, ascending; of the day book the last one is enough."""
        version, state = 0, self._language.blank(stream)
        for raw in history:
            event = codec.read(raw)
            version, state = event.version, state.evolve(event.data)
        self.streams[stream] = Stream(version, state)

    def take(self, streams: set[str], cache: StreamCache) -> set[str]:
        """Take what the cache holds of some streams; give the rest."""
        found = {stream: cache.streams[stream] for stream in streams if stream in cache.streams}
        self.streams.update(found)
        return streams - set(found)

    def has(self, stream: str) -> bool:
        """Say whether the stream is loaded."""
        return stream in self.streams

    def repeats(self, work: Work) -> bool:
        """Say whether the work's command id has been answered before."""
        return work.command_id in self.answers or work.command_id in self._known

    def state(self, stream: str) -> Any:  # noqa: ANN401 -- any aggregate
        """Give a stream's state with all that the group has decided."""
        return self.streams[stream].state

    def do(self, work: Work, header: Header) -> Outcome | None:
        """Decide one work.

        Returns:
            The answer or the refusal, `TooLarge` among them; None if this commit is full and the
            work waits for the next.
        """
        repeated = self._repeated(work)
        if repeated is not None:
            return repeated
        for name in numbers_in_header(header.actor, header.command_id):
            return refuse(IN_CLEAR, sentence(name), ARTICLE)
        odd = odd_header(
            actor=header.actor,
            command_id=header.command_id,
            time=header.time,
            stream=work.stream,
        )
        if odd:
            return refuse("command-malformed", odd, "protocol I4, I5, I6")
        version = self.streams[work.stream].version
        if work.if_version not in (None, version):
            return VersionChanged(version)
        try:
            written = self._write(work, header, work.decide(self.state(work.stream), header))
        except Refused as refused:
            return refused
        return self._add(work, written)

    def _repeated(self, work: Work) -> Outcome | None:
        known = self.answers.get(work.command_id) or self._known.get(work.command_id)
        if known is None:
            return None
        if known.body_hash not in (ANY_BODY, work.body_hash):
            return CommandReused(work.command_id)
        return _decode_answer(known.answer)

    def _write(self, work: Work, header: Header, decided: Sequence[Act]) -> _Written:
        version, state = self.streams[work.stream]
        said: list[_Said] = []
        for data in decided:
            version, state = version + 1, state.evolve(data)
            said.append(self._event(work, header, Stream(version, state), data))
        size = sum(len(one.new.raw) for one in said)
        _refuse_oversize([one.new for one in said], size)
        return _Written(said, Stream(version, state), size)

    def _event(self, work: Work, header: Header, after: Stream, data: Act) -> _Said:
        language = self._language
        name = wire_name(language.service, data)
        event = codec.record(
            name,
            id=f"{work.stream}:{after.version}",
            source=f"{language.realm}/{language.lane}",
            subject=_subject(work.stream, after.state, data),
            time=header.time,
            actor=header.actor,
            to=audience(language.audience(data, after.state) | {language.agency}),
            causationid=header.causation,
            commandid=header.command_id,
            data=data,
        )
        raw = codec.write(event)
        refuse_unreadable(raw, f"{language.realm}/{language.lane}")
        return _Said(event, NewEvent(work.stream, after.version, name, raw, tells_reference(data)))

    def _add(self, work: Work, written: _Written) -> Outcome | None:
        if len(self.events) + len(written.said) > COMMIT_EVENTS_MAX:
            return None
        if self._bytes + written.size > COMMIT_BYTES_MAX:
            return None
        self._bytes += written.size
        self.events += [one.new for one in written.said]
        self.said += [one.event for one in written.said]
        self.streams[work.stream] = written.after
        answer = Answer(
            stream=work.stream,
            version=written.after.version,
            events=tuple(one.event.id for one in written.said),
        )
        self.answers[work.command_id] = Remembered(
            body_hash=work.body_hash, answer=_encode_answer(answer)
        )
        return answer


def _subject(stream: str, state: Any, data: Act) -> str:  # noqa: ANN401 -- any aggregate
    case = getattr(data, "case_id", None) or getattr(state, "case_id", None)
    return case or stream


def _refuse_oversize(events: Sequence[NewEvent], size: int) -> None:
    if any(len(event.raw) > EVENT_BYTES_MAX for event in events):
        raise TooLarge(f"An event would be larger than {EVENT_BYTES_MAX} bytes")
    if size > COMMIT_BYTES_MAX or len(events) > COMMIT_EVENTS_MAX:
        raise TooLarge(f"{len(events)} events of {size} bytes are more than one commit")

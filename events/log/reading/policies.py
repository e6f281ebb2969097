"""Policies at work: from events to this lane's commands, with ids that no redelivery changes."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from msgspec import UNSET, Struct, UnsetType

from events.deciding import Handler, Ignored, Reaction, Refused
from events.envelope import Recorded
from events.log.lane.ids import policy_command_id
from events.log.lane.store import Position, Transaction
from events.log.lane.work import Work, body_hash

Handlers = Mapping[type[Any], Handler[Any, Any]]
React = Callable[[Recorded[Any]], Sequence[Reaction | Ignored]]


class Consequence(NamedTuple):
    """What one event leads to in this lane."""

    seq: int
    ref: str
    works: Sequence[Work]
    ignored: Sequence[str]


def address(
    handlers: Handlers,
    command: Struct,
    *,
    command_id: str,
    actor: str,
    time: str,
    causation: str | UnsetType = UNSET,
) -> Work:
    """Turn a command into work: find its stream and its decision.

    A command that carries `on` says when the act was; with `transcribed` it tells it afterwards.

    Raises:
        KeyError: no handler answers this kind of command.
    """
    handler = handlers[type(command)]
    return Work(
        command_id=command_id,
        body_hash=body_hash(command),
        actor=actor,
        time=time,
        on=getattr(command, "on", None),
        at=getattr(command, "at", None),
        transcribed=getattr(command, "transcribed", False),
        causation=causation,
        heard=causation is not UNSET,
        stream=handler.stream(command),
        beside=handler.beside(command),
        decide=lambda state, by: handler.decide(state, command, by),
    )


def reached(
    lane: str, consequences: Sequence[Consequence], size: int, answered: int
) -> Callable[[int], Position | None]:
    """Say which position is reached when so many works are answered (protocol E1).

    Args:
        lane: whose events are answered.
        consequences: ascending by seq.
        size: the position when all are answered.
        answered: the position before.
    """

    def position(count: int) -> Position | None:
        seq = size
        for one in consequences:
            count -= len(one.works)
            if count < 0:
                seq = one.seq - 1
                break
        return Position(lane=lane, seq=seq) if seq > answered else None

    return position


def state_ignored(
    tx: Transaction,
    consequences: Sequence[Consequence],
    works: Sequence[Work],
    outcomes: Sequence[object],
) -> None:
    """State why events led to nothing: a policy's own reason, or the refusal of its command."""
    for one in consequences:
        for because in one.ignored:
            tx.ignore(one.ref, because)
    for work, outcome in zip(works, outcomes, strict=False):
        if isinstance(outcome, Refused):
            tx.ignore(str(work.causation), str(outcome))


class Policies:
    """One lane's reactions."""

    def __init__(self, handlers: Handlers, react: React, actor: str) -> None:
        self._handlers = handlers
        self._react = react
        self._actor = actor

    def of(self, events: Iterable[tuple[int, Recorded[Any]]]) -> list[Consequence]:
        """Say what events, each with its seq, lead to; those that lead to nothing are left out."""
        return [
            self._consequence(seq, event, reactions)
            for seq, event in events
            if (reactions := self._react(event))
        ]

    def _consequence(
        self, seq: int, event: Recorded[Any], reactions: Sequence[Reaction | Ignored]
    ) -> Consequence:
        works = [self._work(event, one) for one in reactions if isinstance(one, Reaction)]
        ignored = [one.because for one in reactions if isinstance(one, Ignored)]
        return Consequence(seq, event.ref, works, ignored)

    def _work(self, event: Recorded[Any], reaction: Reaction) -> Work:
        name = type(reaction.command).__name__
        return address(
            self._handlers,
            reaction.command,
            command_id=policy_command_id(event.ref, name, reaction.target),
            actor=self._actor,
            time=event.time,
            causation=event.ref,
        )

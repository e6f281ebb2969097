"""A service that says what it is told to: what the lane and the inbox are tested with.

It speaks the provider's wire: "said" is a step started, an answer to somebody is a step completed.
"""

from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Struct

from events.common import Act, DayClosed, SealedPart
from events.deciding import Command, Handler, Header, Ignored, Reaction, refuse
from events.envelope import EVERYBODY, Name, Recorded
from events.known import Known
from events.log.reading.parts import Me
from events.log.service import Service
from events.provider import StepCompleted, StepStarted
from events.provider_course import DocumentsAsked


class Say(Command, frozen=True, kw_only=True):
    """Says a text; what others make of it, the text itself says.

    `echo:3`: a reader's lane answers with three events; `chorus:3`: with twice three; `refuse`:
    it refuses to; `pass`: it states that it does nothing; `aside:2`: the own lane answers with
    two; `mutter`: it refuses to. Anything else leads to nothing.
    """

    talk: Name = "one"
    text: Name = "said"
    sealed: str = ""
    """A ciphertext, which may be long; then a letter is asked for with it, and no text is said."""
    times: int = 1
    to: tuple[str, ...] = ()


class Echo(Command, frozen=True, kw_only=True):
    """Answers a text."""

    talk: Name
    text: Name
    times: int


class Talk(Struct, frozen=True):
    """How often something was said."""

    said: int = 0

    def say(self, command: Say, by: Header) -> Sequence[Act]:
        by.form(command.text != "forbidden", "forbidden", "This is not to be said")
        if command.sealed:
            return [_letter(by, command.sealed)] * command.times
        readers = "+".join(command.to).replace(EVERYBODY, "all") or None
        one = StepStarted(**by.act(), step=command.text, regulation_edition=readers)
        return [one] * command.times

    def echo(self, command: Echo, by: Header) -> Sequence[Act]:
        if command.text in ("refuse", "mutter"):
            raise refuse("not-answered", "This lane does not answer")
        return [StepCompleted(**by.act(), step=command.text)] * command.times

    def evolve(self, event: Any) -> "Talk":  # noqa: ANN401, ARG002 -- any event; the fold's shape
        return Talk(self.said + 1)


def _letter(by: Header, ciphertext: str) -> DocumentsAsked:
    part = SealedPart(
        part="letter",
        key_id="k-1",
        commitment="A" * 43 + "=",
        nonce="n",
        ciphertext=ciphertext,
    )
    return DocumentsAsked(**by.act(), documents=(), ground="said", sealed=(part,))


def small_service(me: Me, _known: Callable[[], Known]) -> Service:
    return Service(
        name="provider",
        empty={"talk": lambda _: Talk()},
        handlers={
            Say: Handler(stream=_stream, decide=Talk.say),
            Echo: Handler(stream=_stream, decide=Talk.echo),
        },
        react=lambda event: _react(event, own=event.lane == me.lane),
        audience=_audience,
    )


def _stream(command: Say | Echo) -> str:
    return f"talk-{command.talk}"


def _audience(data: Any, _: Any) -> set[str]:  # noqa: ANN401 -- any event, any state
    if isinstance(data, DayClosed):
        return {EVERYBODY}
    named = (getattr(data, "regulation_edition", None) or "").replace("all", EVERYBODY)
    return set(named.split("+")) - {""}


def _react(event: Recorded[Any], *, own: bool) -> Sequence[Reaction | Ignored]:
    if not isinstance(event.data, StepStarted):
        return ()
    word, _, number = event.data.step.partition(":")
    if own != (word in ("aside", "mutter")):
        return ()
    if word == "pass":
        return [Ignored(because="asked to pass")]
    if word not in ("aside", "mutter", "echo", "chorus", "refuse"):
        return ()
    talk = event.stream.removeprefix("talk-")
    talks = (talk, f"{talk}-again") if word == "chorus" else (talk,)
    return [
        Reaction(command=Echo(talk=one, text=word, times=int(number or 1)), target=f"talk-{one}")
        for one in talks
    ]

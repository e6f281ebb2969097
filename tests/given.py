"""What every test of a decision begins with: a history, who acts and when, and who says no."""

from collections.abc import Callable, Sequence
from datetime import date
from hashlib import sha256
from typing import Any, Final, TypeVar

import pytest
from msgspec.structs import replace

from events import codec
from events.catalogue import wire_name
from events.common import Act
from events.deciding import Command, Header, RefusalKind, Refused, State
from events.envelope import Recorded
from events.identity import mark
from events.known import Known
from events.law.norm_book import NormBook
from events.register import Agency, Register

S = TypeVar("S", bound=State)
Deed = Callable[[Header], Sequence[Act]]
"""A decision that only waits to hear who acts and when."""

TODAY: Final = date(2024, 5, 3)


def given(state: S, *history: Act) -> S:
    """Fold a history into a state."""
    for event in history:
        state = state.evolve(event)
    return state


def live(on: date = TODAY) -> Header:
    return _header(on, transcribed=False)


def transcribed(on: date = TODAY) -> Header:
    """Give the header of an act that is told afterwards."""
    return _header(on, transcribed=True)


def heard(on: date = TODAY, cause: str = "intake.almaty-1/x-1:1") -> Header:
    """Give the header of a policy, which acts on an event's word."""
    return replace(live(on), actor="agency/service/policy", causation=cause)


def made_at(lane: str, name: str) -> str:
    """Make an id as a lane's mint does, from a name that is easier to read."""
    return sha256(name.encode()).hexdigest()[:16] + mark(lane)


def attempt(deed: Deed, by: Header) -> Sequence[Act] | Refused:
    """Give what was done, or the refusal; anything else fails the test."""
    try:
        return deed(by)
    except Refused as refusal:
        return refusal


def refused(deed: Deed, by: Header) -> Refused:
    """Give the refusal of a deed; the test fails if it is done."""
    with pytest.raises(Refused) as caught:
        deed(by)
    return caught.value


def forbidden_by_law(deed: Deed, code: str, article: str) -> None:
    """Check that a live deed is refused for law, and that the same is recorded when told later."""
    refusal = refused(deed, live())
    assert (refusal.code, refusal.article, refusal.kind) == (code, article, RefusalKind.LAW)
    assert refusal.sentence
    assert deed(transcribed())


def refused_for_form(deed: Deed, code: str, article: str = "") -> None:
    """Check that a deed is refused for form, live or told later."""
    for by in (live(), transcribed()):
        refusal = refused(deed, by)
        assert (refusal.code, refusal.article, refusal.kind) == (code, article, RefusalKind.FORM)
        assert refusal.sentence


def said_in_full(command: Command, event: Act) -> None:
    """Check that an event says all that its command did, and that the command left nothing out."""
    of_the_header = set(Command.__struct_fields__)
    for name in set(command.__struct_fields__) - of_the_header:
        assert getattr(command, name) not in (None, ()), f"{name} is left out of the example"
    for name in set(command.__struct_fields__) & set(event.__struct_fields__) - of_the_header:
        assert getattr(event, name) == getattr(command, name), name


def knowing(agency: str, *roles: str, norms: NormBook) -> Callable[[], Known]:
    """Let an agency in these roles know these norms."""
    registered = Agency(
        agency=agency,
        roles=frozenset(roles),
        parent=None,
        jurisdiction="kz",
        zone="Asia/Almaty",
        week="5",
    )
    known = Known(register=Register(agencies={agency: registered}), norms=norms)
    return lambda: known


def recorded(data: Act, *, lane: str, case: str) -> Recorded[Any]:
    """Record an event's data in a lane, as policies read it."""
    return codec.record(
        wire_name(lane.partition(".")[0], data),
        id=f"stream-{case}:1",
        source=f"kz-test/{lane}",
        subject=case,
        time="2024-05-03T05:05:00Z",
        actor="agency/unit/o-7f31",
        to="agency",
        data=data,
    )


def _header(on: date, *, transcribed: bool) -> Header:
    return Header(
        command_id="desk4/000117",
        actor="agency/unit/o-7f31",
        time=f"{on.isoformat()}T05:05:00Z",
        on=on,
        at=None,
        transcribed=transcribed,
    )

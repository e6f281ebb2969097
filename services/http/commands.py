"""Commands: read, sealed where they bring personal data, committed once, answered."""

from msgspec.structs import replace

from events import codec
from events.deciding import Refused, refuse
from events.log.lane.group import Outcome
from events.log.lane.work import Answer
from services.ahead import AHEAD_MAX, far_ahead
from services.commanding import check_actor, decode
from services.http.asking import Asked, Reply
from services.http.personal import sealed, take_out
from services.http.problems import Problematic
from services.http.route import may_tell
from services.realm import Realm


async def send(asked: Asked) -> Reply:
    """Do what the route's command says, once under its key."""
    key, if_version = asked.key, asked.if_version
    actor = asked.actor
    check_actor(actor, asked.lane, asked.instance.me.agency)
    brought = take_out(asked.body)
    command = decode(asked.door.services[asked.lane].handlers, asked.route.command, brought.raw)
    _may_tell(asked, transcribed=command.transcribed)
    with asked.door.in_flight(asked.lane, key):
        time = await time_of(asked)
        if brought.personal is not None:
            command = await sealed(asked, command, brought.personal)
        work = asked.instance.work(command, command_id=key, actor=actor, time=time)
        work = replace(work, if_version=if_version)
        return reply(answered(await asked.door.host.do(asked.lane, work)))


def reply(answer: Answer) -> Reply:
    """Write an answer, with the version of its stream as ETag."""
    return Reply(answer, {"ETag": etag(answer.version)})


def etag(version: int) -> str:
    """Write the tag of a stream's version."""
    return f'"{version}"'


def answered(outcome: Outcome) -> Answer:
    """Give the answer.

    Raises:
        Refused: the outcome is a refusal.
    """
    if isinstance(outcome, Refused):
        raise outcome
    return outcome


async def time_of(asked: Asked, lane: str = "") -> str:
    """Give a command's time: the machine's, or under `LogClock` what it brings or the lane's last.

    Args:
        asked: the request.
        lane: to which the command goes; empty: the path's.

    Raises:
        Refused: `request-malformed`: the lane has no time yet, and the request brings none.
        Problematic: `header-malformed`: it is too far ahead of the lane.
    """
    given = asked.given_time
    if not asked.door.settings.log_clock:
        return ""
    return await asked.door.host.read(lambda realm: _time(realm, lane or asked.lane, given))


def _time(realm: Realm, lane: str, given: str) -> str:
    if not given:
        return _last(realm, lane)
    if far_ahead(realm, lane, given):
        sentence = f"Qyzmet-Time: expected {AHEAD_MAX.days} days at most after the lane's last"
        raise Problematic("header-malformed", sentence, article="protocol D3")
    return given


def _last(realm: Realm, lane: str) -> str:
    with realm.store(lane).reading() as tx:
        last = tx.last()
    if last is None:
        raise refuse("request-malformed", "The lane is empty: bring a Qyzmet-Time", "protocol D3")
    return codec.read(last).time


def _may_tell(asked: Asked, *, transcribed: bool) -> None:
    log_clock = asked.door.settings.log_clock
    if not may_tell(asked.route, asked.officer, transcribed=transcribed, log_clock=log_clock):
        told = "tells afterwards what was done" if transcribed else "does this as it happens"
        raise Problematic("role-missing", f"No role of the token {told}", article="24")

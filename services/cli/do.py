"""`qyzmet do`: one command to one lane, as JSON."""

import sys
from typing import BinaryIO

import click

from events.deciding import Refused
from events.log.lane.work import Answer
from services.ahead import AHEAD_MAX, far_ahead
from services.cli.common import AS_JSON, Said, driven, in_words, line
from services.cli.importing import RecordedAt
from services.commanding import BODY_BYTES_MAX, check_actor, decode
from services.driver import Driver
from services.realm import SERVICES


@click.command()
@click.argument("lane")
@click.argument("command")
@click.option("--data", help="The command's fields as a JSON object.")
@click.option("--file", type=click.File("rb"), help="A file that holds them; - is the input.")
@click.option("--id", "id_", required=True, help="The command's id: sent again, it adds nothing.")
@click.option("--actor", required=True, help="Who acts, as agency/unit/officer; never a name.")
@click.option("--time", type=RecordedAt(), required=True, help="When it is recorded (UTC).")
@AS_JSON
@click.pass_context
@in_words
def do(
    context: click.Context,
    lane: str,
    command: str,
    *,
    data: str | None,
    file: BinaryIO | None,
    id_: str,
    actor: str,
    time: str,
    as_json: bool,
) -> None:
    """Send COMMAND, as AcceptApplication, to LANE; what follows from it is carried to all lanes.

    It is done, and the answer names its events; or it is refused, with the rule and its article,
    and nothing is written. Exit code 1 then.
    """
    raw = _body(data, file)
    with driven(context) as driver:
        try:
            answer = _done(driver, lane, command, raw, id_=id_, actor=actor, time=time)
        except Refused as refusal:
            if not as_json:
                raise
            line({"code": refusal.code, "sentence": refusal.sentence, "article": refusal.article})
            sys.exit(1)
    _say(answer, as_json=as_json)


def _body(data: str | None, file: BinaryIO | None) -> bytes:
    """Give the bytes of the JSON; of a file no more than shows that it is too large."""
    if (data is None) is (file is None):
        raise Said("give the command's fields as --data or --file, one of them")
    if file is not None:
        return file.read(BODY_BYTES_MAX + 1)
    return (data or "").encode(errors="surrogateescape")


def _done(
    driver: Driver, lane: str, name: str, raw: bytes, *, id_: str, actor: str, time: str
) -> Answer:
    realm = driver.realm
    if lane not in realm.lanes:
        raise Said(f"{lane} does not run here; there are {', '.join(realm.lanes)}")
    me, instance = realm.me(lane), realm.instance(lane)
    service = SERVICES[lane.partition(".")[0]](me, lambda: instance.known)
    check_actor(actor, lane, me.agency)
    command = decode(service.handlers, name, raw)
    if since := far_ahead(realm, lane, time):
        raise Said(f"{time} is more than {AHEAD_MAX.days} days after the lane's last, {since}")
    (answer,) = driver.do(lane, [(id_, command)], actor=actor, time=time)
    return answer


def _say(answer: Answer, *, as_json: bool) -> None:
    if as_json:
        line(answer)
        return
    click.echo(f"{answer.stream} is at version {answer.version}")
    for event in answer.events:
        click.echo(f"  {event}")

"""`qyzmet agency join`: an agency gets keys, a place in the register, and its topics."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final, get_args

import click

from events.law.calendar import Week
from events.log.kafka.access import admin_access_file
from events.log.kafka.names import NoTopicName
from events.roles import ROLES
from services.cli.common import OFFICER, Said, home_of, in_words, time_of, writing
from services.cli.importing import AgencyId, RecordedAt
from services.cli.joined import done, next_steps, on_broker
from services.driver import Driver
from services.home import Home
from services.joining import Joining, JoinRefused, check, join
from services.realm import SERVICES, Realm
from services.topics.passwords import OutThere, admin_access
from services.topics.trouble import BrokerTrouble

_SERVICES: Final = sorted(set(SERVICES) - {"audit"})


class NewLane(click.ParamType):
    """A lane of one of the services; with its key, if that is made elsewhere."""

    name = "lane"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """Read the name, or say how one is written."""
        service, dot, name = str(value).partition("=")[0].partition(".")
        if service not in _SERVICES or not dot or not name:
            lanes = ", ".join(f"{one}.NAME" for one in _SERVICES)
            self.fail(f"{value!r} is no lane: {lanes}", param, ctx)
        return str(value)


@click.group()
def agency() -> None:
    """Let agencies into the realm: where the authority's software runs."""


@agency.command("join")
@click.argument("name", type=AgencyId())
@click.option(
    "--role",
    "roles",
    type=click.Choice(ROLES),
    multiple=True,
    required=True,
    help="Several may be.",
)
@click.option("--zone", required=True, help="Its IANA time zone, as Asia/Almaty.")
@click.option("--jurisdiction", required=True, help="Whose calendar and law, as kz.")
@click.option("--week", type=click.Choice(get_args(Week)), required=True, help="Working days.")
@click.option("--lane", "lanes", type=NewLane(), multiple=True, help="Keys are made for it in DIR.")
@click.option(
    "--key",
    "keys",
    type=NewLane(),
    multiple=True,
    metavar="LANE=VKEY",
    help="A lane whose key is made elsewhere.",
)
@click.option("--grant-key", help="Its public key for grants, if that is made elsewhere.")
@click.option("--parent", help="The agency above it.")
@click.option("--reader", "readers", multiple=True, help="An agency that reads its lanes.")
@click.option("--from", "first_day", type=click.DateTime(["%Y-%m-%d"]), help="Its first day.")
@click.option(
    "--into",
    type=click.Path(path_type=Path, file_okay=False),
    help="The agency's home, where its keys go.  [default: HOME]",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A new file for the passwords of lanes whose keys are made elsewhere.",
)
@click.option("--time", type=RecordedAt(), help="When (UTC).  [default: the ledger's last event]")
@OFFICER
@click.pass_context
@in_words
def join_(
    context: click.Context,
    *,
    name: str,
    roles: Sequence[str],
    zone: str,
    jurisdiction: str,
    week: Week,
    lanes: Sequence[str],
    keys: Sequence[str],
    grant_key: str | None,
    parent: str | None,
    readers: Sequence[str],
    first_day: datetime | None,
    into: Path | None,
    out: Path | None,
    time: str | None,
    officer: str,
) -> None:
    """Make the keys of agency NAME, register it, and give its lanes topics and access.

    The broker is asked if HOME/kafka.json holds an administrator's access. Run again, it goes on
    where it was cut short, and adds nothing to what is whole.
    """
    if not lanes and not keys:
        raise Said("name a --lane, or a --key of one whose key is made elsewhere")
    asked = Joining(
        agency=name,
        roles=tuple(roles),
        parent=parent,
        jurisdiction=jurisdiction,
        zone=zone,
        week=week,
        lanes=tuple(dict.fromkeys(lanes)),
        keys=dict(_with_key(one) for one in keys),
        grant_key=grant_key,
        readers=tuple(dict.fromkeys(readers)),
        first_day=None if first_day is None else first_day.date(),
    )
    _Join(context, asked, officer, into, out).run(time)


def _with_key(told: str) -> tuple[str, str]:
    lane, equals, key = told.partition("=")
    if not equals:
        raise Said(f"--key {told}: write LANE=VKEY")
    return lane, key


class _Join:
    """One joining, told as it goes."""

    def __init__(
        self,
        context: click.Context,
        asked: Joining,
        officer: str,
        into: Path | None,
        out: Path | None,
    ) -> None:
        self._context = context
        self._asked = asked
        self._officer = officer
        self._into = home_of(context) if into is None else into
        self._out = out

    def run(self, time: str | None) -> None:
        """Do it, and say what was done and what is next."""
        realm = Realm(writing(self._context))
        audit_lane = realm.settings.audit_lane
        try:
            if audit_lane not in realm.lanes:
                raise Said(f"{audit_lane} does not run here: the authority registers agencies")
            into = self._register(realm, time or time_of(realm, audit_lane))
            self._topics(realm, into)
        finally:
            realm.close()
        for text in next_steps(self._asked, self._into):
            click.echo(text)

    def _register(self, realm: Realm, time: str) -> Home:
        driver = Driver(realm, lambda alarm: click.echo(f"alarm: {alarm}", err=True))
        actor = f"{realm.settings.authority}/{self._officer}"
        try:
            check(realm.audit.known.register, self._asked)
            into = Home.adopt(self._into, realm.settings)
            joined = join(driver, into, self._asked, actor=actor, time=time)
        except (JoinRefused, FileExistsError) as refused:
            raise Said(str(refused)) from refused
        for text in done(joined, self._into):
            click.echo(text)
        return into

    def _topics(self, realm: Realm, into: Home) -> None:
        if not admin_access_file(realm.home).exists():
            click.echo("broker: none is known here (HOME/kafka.json); lanes are carried as files")
            return
        from services.joining_topics import join_broker  # noqa: PLC0415 -- 0.3 s, for this alone

        lanes = self._asked.all_lanes
        try:
            joined = join_broker(realm, admin_access(realm.home), into, lanes, self._out)
        except (BrokerTrouble, OutThere, NoTopicName) as trouble:
            raise Said(
                f"broker: {trouble}; {self._asked.agency} is registered: run again"
            ) from trouble
        for text in on_broker(joined):
            click.echo(text)

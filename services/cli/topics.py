"""`qyzmet topics`: the one plan of topics, users, permissions and quotas; a broker made to fit."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from events.log.kafka.access import KafkaAccess
from events.log.kafka.names import NoTopicName
from services.cli.common import AS_JSON, Said, home_of, in_words, line, opened
from services.home import Home
from services.topics.applying import Applied, apply_plan
from services.topics.declared import Declared, Plan
from services.topics.difference import Change, Difference, Odd, difference
from services.topics.of_home import plan_of
from services.topics.passwords import LanePasswords, OutThere, admin_access
from services.topics.plan import SettingsContradict
from services.topics.settings import MIN_INSYNC, REPLICATION
from services.topics.trouble import BrokerTrouble

if TYPE_CHECKING:
    from services.topics.admin import Administrator

_Parts = Sequence[Declared] | Sequence[Change | Odd]
_COPIES = click.IntRange(min=1)
_ADMIN = click.option(
    "--admin",
    type=click.Path(path_type=Path, dir_okay=False),
    help="How the administrator comes to the broker.  [default: HOME/kafka.json]",
)


def _settings(command: Callable[..., None]) -> Callable[..., None]:
    command = click.option(
        "--min-insync",
        type=_COPIES,
        default=MIN_INSYNC,
        show_default=True,
        help="Copies that hold a record before it counts; 1 on one broker.",
    )(command)
    return click.option(
        "--replication",
        type=_COPIES,
        default=REPLICATION,
        show_default=True,
        help="Copies of a topic; 1 on one broker.",
    )(command)


@click.group()
def topics() -> None:
    """Plan what a broker holds for the lanes of the register, and make it hold that."""


@topics.command("plan")
@_settings
@_ADMIN
@click.option("--against", is_flag=True, help="Print what a broker lacks of it or holds beside it.")
@AS_JSON
@click.pass_context
@in_words
def plan_(
    context: click.Context,
    *,
    replication: int,
    min_insync: int,
    admin: Path | None,
    against: bool,
    as_json: bool,
) -> None:
    """Print the plan: topics, users, what each may do, and how much of it a second."""
    with _problems():
        plan = _plan(context, replication, min_insync)
        if against:
            access = admin_access(home_of(context), admin)
            found = difference(plan, _administrator(access).actual())
            parts: _Parts = [*found.changes, *found.odd]
            counted = _counted(found)
        else:
            parts, counted = list(plan), plan.counted
    _print(parts, as_json=as_json)
    if not as_json:
        click.echo(counted)


@topics.command("apply")
@_settings
@_ADMIN
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--rotate", multiple=True, metavar="LANE", help="Give its user another password.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A new file for the passwords of lanes whose software is not here.",
)
@click.pass_context
@in_words
def apply_(
    context: click.Context,
    *,
    replication: int,
    min_insync: int,
    admin: Path | None,
    yes: bool,
    rotate: Sequence[str],
    out: Path | None,
) -> None:
    """Print what a broker lacks of the plan, ask, make it so, read back, and say what is left.

    A topic that is not in the plan is told, never deleted; a permission that is not is removed.
    """
    home = Home(home_of(context))
    with _problems():
        access = admin_access(home.home, admin)
        administrator, passwords = _administrator(access), LanePasswords(home, access)
        plan = _plan(context, replication, min_insync)
        _check_rotated(plan, rotate)
        found, again = difference(plan, administrator.actual()), {*passwords.unfinished(), *rotate}
        _print([*found.changes, *found.odd], as_json=False)
        for user in sorted(again):
            click.echo(f"give user {user} another password")
        count = len(found.changes) + len(again)
        click.echo(f"changes to make: {count or 'none'}")
        if count and not yes:
            click.confirm("Make them?", abort=True)
        applied = apply_plan(plan, found, administrator, passwords, rotate=rotate, out=out)
    _say(applied, passwords.without(user.name for user in plan.users))


def _plan(context: click.Context, replication: int, min_insync: int) -> Plan:
    with opened(context) as realm:
        return plan_of(realm, replication=replication, min_insync=min_insync)


def _administrator(access: KafkaAccess) -> "Administrator":
    from services.topics.admin import Administrator  # noqa: PLC0415 -- 0.3 s, for this alone

    return Administrator(access)


def _check_rotated(plan: Plan, rotate: Sequence[str]) -> None:
    unknown = sorted(set(rotate) - {user.name for user in plan.users})
    if unknown:
        raise Said(f"{', '.join(unknown)}: no such lane in the plan; nothing was changed")


def _say(applied: Applied, without: Sequence[str]) -> None:
    """Say what is left, and whose lane cannot come in.

    Raises:
        Said: something is left that applying should have done.
    """
    for user in without:
        click.echo(f"lane {user} has a user and no password here: --rotate {user} gives it one")
    for user in applied.lacking:
        click.echo(f"user {user} lacks a password, its software is not here: --out FILE takes it")
    left = applied.left
    _print([*left.changes, *left.odd], as_json=False)
    if left.changes or applied.lacking:
        raise Said("not all of the plan is there")
    click.echo("left: nothing" if not left.odd else f"left to a person: {len(left.odd)}")


def _counted(found: Difference) -> str:
    if not found.changes and not found.odd:
        return "the broker holds the plan: nothing to do"
    return f"{len(found.changes)} changes to make, {len(found.odd)} things left to a person"


def _print(parts: _Parts, *, as_json: bool) -> None:
    for part in parts:
        if as_json:
            line(part)
        else:
            click.echo(part.words)


@contextmanager
def _problems() -> Iterator[None]:
    try:
        yield
    except (BrokerTrouble, SettingsContradict, NoTopicName, OutThere) as problem:
        raise Said(str(problem)) from problem

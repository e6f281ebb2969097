"""What the commands share: the home, errors in words, JSON Lines."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import wraps
from itertools import chain
from pathlib import Path
from typing import Any, Final, ParamSpec, TypeVar

import click
import msgspec
from eventsourcing.persistence import PersistenceError

from events import codec
from events.codec import CannotRead
from events.deciding import Refused
from events.log.adapters.sqlite_schema import NewerHome
from events.log.adapters.sqlite_transaction import SqliteTransaction
from events.log.lane.keys import KeyFileUnsafe
from events.register import NotRegistered
from examples.receipt.refusal import LogRefused
from services.driver import Driver
from services.home import NoHome
from services.home_lock import HomeBusy, home_lock
from services.realm import Realm
from services.restored import NotCaughtUp

DEFAULT_HOME: Final = ".demo"
PROBLEMS: Final = (
    Refused,
    LogRefused,
    NoHome,
    HomeBusy,
    NewerHome,
    KeyFileUnsafe,
    NotRegistered,
    NotCaughtUp,
)
"""What says in its own words what is wrong."""
P = ParamSpec("P")
R = TypeVar("R")

AS_JSON = click.option("--json", "as_json", is_flag=True, help="JSON Lines, for machines.")


OFFICER = click.option(
    "--officer",
    default="cli/o-0000",
    show_default=True,
    help="Unit and id of the officer, as unit/id; never a name.",
)


class Said(click.ClickException):
    """A problem said in words; exit code 1."""


def home_of(context: click.Context) -> Path:
    """Give the folder that --home names."""
    home: Path = context.find_root().obj
    return home


def writing(context: click.Context) -> Path:
    """Give the home, and hold it until the command ends.

    Raises:
        HomeBusy: another process writes it.
    """
    home = home_of(context)
    context.with_resource(home_lock(home))
    return home


@contextmanager
def opened(context: click.Context) -> Iterator[Realm]:
    """Open the realm of the home, and close it."""
    realm = Realm(home_of(context))
    try:
        yield realm
    finally:
        realm.close()


@contextmanager
def driven(context: click.Context) -> Iterator[Driver]:
    """Hold the home and open it with its driver."""
    realm = Realm(writing(context))
    try:
        yield Driver(realm, lambda alarm: click.echo(f"alarm: {alarm}", err=True))
    finally:
        realm.close()


def time_of(realm: Realm, lane: str) -> str:
    """Give the time of a lane's last event: the time of a realm is that of its log.

    Raises:
        Said: the lane is empty.
    """
    with realm.store(lane).reading() as tx:
        last = tx.last()
    if last is None:
        raise Said(f"lane {lane} is empty")
    return codec.read(last).time


@contextmanager
def ledger(context: click.Context) -> Iterator[tuple[Realm, SqliteTransaction]]:
    """Open a snapshot of the ledger's store."""
    with opened(context) as realm:
        realm.closing.create_tables()
        with realm.store(realm.settings.audit_lane).reading() as tx:
            yield realm, tx


def check_agency(agency: str, *known: Iterable[str]) -> None:
    """Refuse an agency that is not known.

    Raises:
        Said: with those that are.
    """
    names = sorted(set(chain(*known)))
    if agency not in names:
        raise Said(f"{agency!r} is no agency here; there are {', '.join(names)}")


def in_words(command: Callable[P, R]) -> Callable[P, R]:
    """Turn refusals and missing things into sentences for a person."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except BrokenPipeError:
            raise  # Whoever read the output has seen enough; click ends silently.
        except PROBLEMS as problem:
            raise Said(str(problem)) from problem
        except (OSError, OverflowError, UnicodeEncodeError) as problem:
            raise Said(f"{type(problem).__name__}: {problem}") from problem
        except (sqlite3.Error, PersistenceError, CannotRead) as damage:
            raise Said(f"a file of the home is damaged ({damage}); run qyzmet verify") from damage

    return run


def line(value: Any) -> None:  # noqa: ANN401 -- anything that msgspec writes
    """Print one line of JSON."""
    click.echo(msgspec.json.encode(value).decode())

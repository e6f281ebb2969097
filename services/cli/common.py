"""What the commands share: the home, errors in words, JSON Lines."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any, Final, ParamSpec, TypeVar

import click
import msgspec
from eventsourcing.persistence import PersistenceError

from events.codec import CannotRead
from events.deciding import Refused
from events.log.adapters.sqlite_schema import NewerHome
from events.log.adapters.sqlite_transaction import SqliteTransaction
from events.log.lane.keys import KeyFileUnsafe
from events.register import NotRegistered
from examples.receipt.refusal import LogRefused
from services.home import NoHome
from services.realm import Realm

DEFAULT_HOME: Final = ".demo"
P = ParamSpec("P")
R = TypeVar("R")

AS_JSON = click.option("--json", "as_json", is_flag=True, help="JSON Lines, for machines.")


class Said(click.ClickException):
    """A problem said in words; exit code 1."""


def home_of(context: click.Context) -> Path:
    """Give the folder that --home names."""
    home: Path = context.find_root().obj
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
def ledger(context: click.Context) -> Iterator[tuple[Realm, SqliteTransaction]]:
    """Open a snapshot of the ledger's store."""
    with opened(context) as realm:
        realm.closing.create_tables()
        with realm.store(realm.settings.audit_lane).reading() as tx:
            yield realm, tx


def in_words(command: Callable[P, R]) -> Callable[P, R]:
    """Turn refusals and missing things into sentences for a person."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except (Refused, LogRefused, NoHome, NewerHome, KeyFileUnsafe, NotRegistered) as problem:
            raise Said(str(problem)) from problem
        except (OSError, OverflowError) as problem:
            raise Said(f"{type(problem).__name__}: {problem}") from problem
        except (sqlite3.Error, PersistenceError, CannotRead) as damage:
            raise Said(f"a file of the home is damaged ({damage}); run qyzmet verify") from damage

    return run


def line(value: Any) -> None:  # noqa: ANN401 -- anything that msgspec writes
    """Print one line of JSON."""
    click.echo(msgspec.json.encode(value).decode())

"""A server that runs until it is told to end."""

import signal
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import click

from examples.servers.server import NoServer, Server

One = TypeVar("One", bound=Server)


def run(folder: Path | None, find: Callable[[Path], One], export: Callable[[One], str]) -> None:
    """Find a server, start it, tell, and wait for SIGINT or SIGTERM.

    Args:
        folder: for its data; None: one that goes with it.
        find: finds it, for a folder.
        export: says which variables lead others to it.
    """
    signals = {signal.SIGINT, signal.SIGTERM}
    with _home(folder) as home:
        try:
            server = find(home)
        except NoServer as absent:
            told = [f"no {absent.what}", *absent.reasons]
            raise click.ClickException("\n".join(told)) from absent
        signal.pthread_sigmask(signal.SIG_BLOCK, signals)
        with server:
            click.echo(f"export {export(server)}")
            click.echo("# runs until Ctrl-C", err=True)
            signal.sigwait(signals)


@contextmanager
def _home(folder: Path | None) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as passing:
        home = folder or Path(passing)
        home.mkdir(parents=True, exist_ok=True)
        yield home

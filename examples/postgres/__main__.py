"""Run a server until Ctrl-C, and say how to come to it: `python -m examples.postgres [FOLDER]`."""

import signal
import tempfile
from pathlib import Path

import click

from examples.postgres.finding import find_postgres
from examples.postgres.server import NoPostgres, PostgresServer
from examples.postgres.settings import DSN


@click.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False))
def main(folder: Path | None) -> None:
    """Run a server with its data in FOLDER, or in one that goes with it."""
    with tempfile.TemporaryDirectory() as passing:
        home = folder or Path(passing)
        home.mkdir(parents=True, exist_ok=True)
        try:
            run(find_postgres(home))
        except NoPostgres as absent:
            raise click.ClickException("\n".join(["no PostgreSQL", *absent.reasons])) from absent


def run(server: PostgresServer) -> None:
    """Start, tell, and wait for SIGINT or SIGTERM."""
    signals = {signal.SIGINT, signal.SIGTERM}
    signal.pthread_sigmask(signal.SIG_BLOCK, signals)
    with server:
        click.echo(f"export {DSN}='{server.dsn()}'")
        click.echo("# runs until Ctrl-C", err=True)
        signal.sigwait(signals)


main()

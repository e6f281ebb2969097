"""Run a server until Ctrl-C, and say how to come to it: `python -m examples.postgres [FOLDER]`."""

from pathlib import Path

import click

from examples.postgres.finding import find_postgres
from examples.postgres.settings import DSN
from examples.servers.running import run


@click.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False))
def main(folder: Path | None) -> None:
    """Run a server with its data in FOLDER, or in one that goes with it."""
    run(folder, find_postgres, lambda server: f"{DSN}='{server.dsn()}'")


main()

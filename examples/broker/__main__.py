"""Run a broker until Ctrl-C, and say how to come to it: `python -m examples.broker [FOLDER]`."""

from pathlib import Path

import click

from examples.broker.broker import Broker
from examples.broker.finding import find_broker
from examples.broker.given import ADDRESS, PASSWORD
from examples.servers.running import run


@click.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False))
def main(folder: Path | None) -> None:
    """Run a broker with its data in FOLDER, or in one that goes with it."""
    run(folder, find_broker, _export)


def _export(broker: Broker) -> str:
    return f"{ADDRESS}={broker.bootstrap} {PASSWORD}={broker.admin_password}"


main()

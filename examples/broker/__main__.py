"""Run a broker until Ctrl-C, and say how to come to it: `python -m examples.broker [FOLDER]`."""

import signal
import tempfile
from pathlib import Path

import click

from examples.broker.broker import Broker, NoBroker
from examples.broker.finding import find_broker
from examples.broker.given import ADDRESS, PASSWORD


@click.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False))
def main(folder: Path | None) -> None:
    """Run a broker with its data in FOLDER, or in one that goes with it."""
    with tempfile.TemporaryDirectory() as passing:
        home = folder or Path(passing)
        home.mkdir(parents=True, exist_ok=True)
        try:
            run(find_broker(home))
        except NoBroker as absent:
            raise click.ClickException("\n".join(["no Kafka broker", *absent.reasons])) from absent


def run(broker: Broker) -> None:
    """Start, tell, and wait for SIGINT or SIGTERM."""
    signals = {signal.SIGINT, signal.SIGTERM}
    signal.pthread_sigmask(signal.SIG_BLOCK, signals)
    with broker:
        click.echo(f"export {ADDRESS}={broker.bootstrap} {PASSWORD}={broker.admin_password}")
        click.echo("# runs until Ctrl-C", err=True)
        signal.sigwait(signals)


main()

"""`qyzmet import`: logs of the past into historic lanes."""

from datetime import UTC, datetime
from pathlib import Path

import click

from events.envelope import instant
from examples.receipt.report import lines
from services.cli.common import Said, home_of, in_words
from services.driver import Driver
from services.founding import found
from services.importing import Imported, ReceiptImport
from services.realm import SETTINGS_FILE, Draw, Realm


@click.group(name="import", help="Import a log of the past.")
def import_() -> None:
    """Import a log of the past."""


@import_.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--agency", default="receipt-office", show_default=True, help="Names the two lanes.")
@click.option("--recorded-at", help="Recorded time (RFC 3339, UTC). Default: now.")
@click.pass_context
@in_words
def receipt(context: click.Context, file: Path, agency: str, recorded_at: str | None) -> None:
    """Import FILE, a receipt log (CSV or gzipped CSV), and judge every day of it.

    The whole file is checked first; a broken row is named and nothing is written. The home is
    made if it is absent. A second import of the same file adds nothing.
    """
    home = home_of(context)
    if not (home / SETTINGS_FILE).exists():
        found(home)
    time = recorded_at or instant(datetime.now(UTC))  # noqa: TID251 -- a person's "now"
    realm = Realm(home)
    try:
        driver = Driver(realm, lambda alarm: click.echo(f"alarm: {alarm}", err=True))
        imported = run(driver, file, agency, time)
    finally:
        realm.close()
    for text in report_lines(imported):
        click.echo(text)


def run(driver: Driver, file: Path, agency: str, time: str, draw: Draw | None = None) -> Imported:
    """Import with a progress bar."""
    with click.progressbar(
        length=1, label="importing", file=click.get_text_stream("stderr")
    ) as bar:

        def progress(_: str, done: int, of: int) -> None:
            bar.length = of
            bar.update(done - bar.pos)

        return ReceiptImport(driver, agency, time, draw).run(file, progress)


def report_lines(imported: Imported) -> list[str]:
    """Write what an import did, a line a fact."""
    return [
        f"{imported.events_added} events added to {' and '.join(imported.lanes)}",
        *lines(imported.report),
    ]


__all__ = ["Said", "import_", "report_lines", "run"]

"""`qyzmet import`: logs of the past into historic lanes."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import click
import msgspec

from events.envelope import Instant, instant, moment
from examples.driving import Driving
from examples.kazakhstan.founding import found
from examples.receipt.importing import Imported, ReceiptImport
from examples.receipt.log_case import LogCase
from examples.receipt.report import lines
from examples.receipt.rows import read_log
from services.cli.common import in_words, writing
from services.driver import Driver
from services.home import Draw
from services.realm import Realm

AGENCY_ID: Final = re.compile(r"[a-z0-9-]+")
"""Protocol I4."""


@click.group(name="import", help="Import a log of the past.")
def import_() -> None:
    """Import a log of the past."""


class AgencyId(click.ParamType):
    """An agency's id: it names lanes and folders."""

    name = "agency"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """Read the id, or say how one is written."""
        text = str(value)
        if AGENCY_ID.fullmatch(text) is None:
            self.fail(f"{text!r} is no agency id: small letters, digits and -", param, ctx)
        return text


class RecordedAt(click.ParamType):
    """A recorded time."""

    name = "instant"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """Read the instant, or say how one is written."""
        try:
            text = msgspec.convert(value, Instant)
            moment(text)
        except (msgspec.ValidationError, ValueError):
            self.fail(f"{value!r} is no instant: write 2024-05-03T05:05:00Z", param, ctx)
        return text


@import_.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--agency",
    type=AgencyId(),
    default="receipt-office",
    show_default=True,
    help="Names the two lanes.",
)
@click.option("--recorded-at", type=RecordedAt(), help="When it is recorded (UTC). Default: now.")
@click.pass_context
@in_words
def receipt(context: click.Context, file: Path, agency: str, recorded_at: str | None) -> None:
    """Import FILE, a receipt log (CSV or gzipped CSV), and judge every day of it.

    The whole file is checked first; a broken row is named and nothing is written. The home is
    made if it is absent. A second import of the same file adds nothing.
    """
    cases = read_log(file)
    home = writing(context)
    found(home)
    time = recorded_at or instant(datetime.now(UTC))  # noqa: TID251 -- a person's "now"
    realm = Realm(home)
    try:
        driver = Driver(realm, lambda alarm: click.echo(f"alarm: {alarm}", err=True))
        imported = run(driver, cases, agency, time)
    finally:
        realm.close()
    for text in report_lines(imported):
        click.echo(text)


def run(
    driver: Driving, cases: Sequence[LogCase], agency: str, time: str, draw: Draw | None = None
) -> Imported:
    """Import with a progress bar."""
    with click.progressbar(
        length=1, label="importing", file=click.get_text_stream("stderr")
    ) as bar:

        def progress(_: str, done: int, of: int) -> None:
            bar.length = of
            bar.update(done - bar.pos)

        return ReceiptImport(driver, agency, time, draw).run(cases, progress)


def report_lines(imported: Imported) -> list[str]:
    """Write what an import did, a line a fact."""
    return [
        f"{imported.events_added} events added to {' and '.join(imported.lanes)}",
        *lines(imported.report),
    ]

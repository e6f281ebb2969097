"""`qyzmet demo`: a real log and a small realm, played, judged and verified."""

import hashlib
import hmac
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click

from events.log.adapters.sqlite_transaction import SqliteTransaction
from examples.almaty.play import SUMMER
from examples.driving import Driving
from examples.kazakhstan.agencies import JURISDICTION as KZ
from examples.kazakhstan.founding import FOUNDED_AT, found
from examples.kazakhstan.scenario import Scenario
from examples.receipt.importing import JURISDICTION as NL
from examples.receipt.log_file import RECEIPT_LOG
from examples.receipt.rows import read_log
from services.audit.application.explaining import brief
from services.audit.application.findings import recorded
from services.audit.application.summary import Summary, Tally, summary
from services.audit.projections.recorded import RecordedFinding
from services.cli.common import home_of, in_words, ledger, writing
from services.cli.importing import run as import_log
from services.cli.lanes import lane_rows
from services.cli.verify import words
from services.driver import Driver
from services.realm import Realm
from services.verifying import Verifying

SEED: Final = b"qyzmet demo: these keys protect nothing"
AGENCY: Final = "receipt-office"
INDENT: Final = "  "


def draw(name: str) -> bytes:
    """Give the demo's keys and secrets: from a seed, so that every demo is the same."""
    return hmac.new(SEED, name.encode(), hashlib.sha256).digest()


@click.command()
@click.option(
    "--bus",
    type=click.Choice(["embedded", "kafka"]),
    default="embedded",
    show_default=True,
    help="kafka: each instance its own process and home, over a real broker, driven by HTTP.",
)
@click.pass_context
@in_words
def demo(context: click.Context, *, bus: str) -> None:
    """Import a real receipt log, play a Kazakh realm from April to July, judge, verify.

    All of it goes into --home.

    Run again, it goes on where it was, or adds nothing; over Kafka it begins anew.
    """
    if bus == "kafka":
        from services.cli.demo_on_kafka import over_kafka  # noqa: PLC0415 -- heavy, for this alone

        over_kafka(home_of(context))
        return
    home = writing(context)
    found(home, draw)
    realm = Realm(home)
    try:
        before = _events(realm)
        play_all(Driver(realm, lambda alarm: click.echo(f"alarm: {alarm}", err=True)))
        added = _events(realm) - before
    finally:
        realm.close()
    if not added:
        click.echo("nothing was added: all of it was here already")
    with ledger(context) as (opened, tx):
        for text in report(opened, tx):
            click.echo(text)
    holds = verified(home)
    for text in _next(home, faults=not holds):
        click.echo(text)


def verified(home: Path) -> bool:
    """Verify a home and print what came of it; say whether all holds."""
    verifying = Verifying(Realm(home))
    faults = list(verifying.faults())
    for fault in faults:
        click.echo(f"FAULT {fault}")
    click.echo(words(verifying.done, len(faults)))
    return not faults


def _events(realm: Realm) -> int:
    return sum(realm.grown(lane) for lane in realm.lanes)


def play_all(driver: Driving) -> None:
    """Import the log and play the summer, with a progress bar each."""
    click.echo(f"1/3 a real log of one municipality: {RECEIPT_LOG.name}")
    import_log(driver, read_log(RECEIPT_LOG), AGENCY, FOUNDED_AT, draw)
    click.echo(f"2/3 a realm of Kazakhstan, day by day to {SUMMER.last_day}")
    scenario = Scenario(driver, draw, SUMMER)
    scenario.join()
    with click.progressbar(length=1, label="playing", file=click.get_text_stream("stderr")) as bar:

        def progress(_: str, done: int, of: int) -> None:
            bar.length = of
            bar.update(done - bar.pos)

        scenario.play(progress)
    click.echo("3/3 what the audit found, and what proves it")


def report(realm: Realm, tx: SqliteTransaction) -> Iterator[str]:
    """Say what the audit found, and which lanes prove it."""
    audit_lane = realm.settings.audit_lane
    yield ""
    yield from _channels(summary(tx, audit_lane, NL))
    yield ""
    yield "Kazakhstan: what the law's rules find, with what proves it"
    for finding in _findings(tx, KZ):
        yield ""
        for text in brief(tx, finding):
            yield f"{INDENT}{text}".rstrip()
    yield ""
    yield "Lanes: size and root, each under its lane's signature"
    for row in lane_rows(realm):
        yield f"{INDENT}{row['lane']:28} {row['size']:>6}  {row['root']}"


def _channels(counted: Summary) -> Iterator[str]:
    yield "The receipt log: cases after their told date, by channel"
    yield f"{INDENT}{'channel':10} {'finished':>9} {'late':>6} {'open':>6} {'past due':>9}"
    for channel, tally in counted.by_channel.items():
        yield _row(channel, tally)
    yield _row("all", counted.total)
    for rule, number in sorted(counted.undecidable.items()):
        yield f"{INDENT}{rule}: undecidable in {number} cases (the norm is: as told)"


def _row(name: str, tally: Tally) -> str:
    return (
        f"{INDENT}{name:10} {tally.finished:>9} {tally.finished_late:>6} "
        f"{tally.open:>6} {tally.open_late:>9}"
    )


def _findings(tx: SqliteTransaction, jurisdiction: str) -> list[RecordedFinding]:
    return [
        one
        for one in recorded(tx, tx.size())
        if one.stands and one.made.jurisdiction == jurisdiction
    ]


def _next(home: Path, *, faults: bool) -> Iterator[str]:
    command = f"{INDENT}.venv/bin/qyzmet --home {home}"
    yield ""
    yield "What to type next"
    yield f"{command} case A-2024-000119     # from the window to the last stage of a complaint"
    yield f"{command} case A-2024-000119 --as-of 2024-05-14     # as known then"
    yield f"{command} case A-2024-000118     # a late case: why, day by day"
    yield f"{command} case case-10011     # a case of the log, by its own number"
    yield f"{command} findings --rule result_to_centre_late"
    yield f"{command} due --from 2024-05-03 --term '3 working days' --calendar kz"
    yield f"{command} verify" + ("     # it found faults" if faults else "")

"""`qyzmet event`: was it received? Where an event is sealed, counted and read."""

import sys
from collections.abc import Iterator
from typing import Any

import click

from events.log.tree.exact_base64 import to_base64
from services.answers import seal_data
from services.audit.domain.entry import Entry
from services.audit.projections.narrative import day_text, sentence
from services.cli.common import AS_JSON, in_words, line, opened
from services.event_in_ledger import InLedger
from services.event_receipt import Reading, Receipt, event_receipt
from services.event_seal import Seal


@click.command()
@click.argument("event_id", metavar="ID")
@AS_JSON
@click.pass_context
@in_words
def event(context: click.Context, event_id: str, *, as_json: bool) -> None:
    """Say where an event is sealed, since when the ledger has it, and who has read it.

    ID is LANE/EVENT-ID, as findings and other events name it; the event id alone will do where one
    lane here has it, as will the place LANE #SEQ that a story prints, and a receipt's or a
    complaint's number: it names the event that gave it. The proof of inclusion is checked; exit
    code 1 if it does not hold.
    """
    with opened(context) as realm:
        realm.closing.create_tables()
        receipt = event_receipt(realm, event_id)
    if as_json:
        line(_as_data(receipt))
    else:
        for text in _as_text(receipt):
            click.echo(text)
    if not receipt.seal.holds:
        sys.exit(1)


def _as_text(receipt: Receipt) -> Iterator[str]:
    told, seq = receipt.event, receipt.seq
    yield f"{told.ref}  {told.type}"
    yield f"  says      {sentence(Entry(told.lane, seq, told))}"
    yield f"  recorded  {told.time} by {told.actor}, of {day_text(told.data.on)}"
    yield f"  for       {told.to}"
    yield from _seal(receipt.seal, seq)
    yield from _ledger(receipt.ledger)
    yield from map(_reading, receipt.readings)
    if not receipt.readings:
        yield "  read      by nobody here"


def _seal(seal: Seal, seq: int) -> Iterator[str]:
    yield f"  sealed    #{seq} under size {seal.size}, root {to_base64(seal.root)}"
    way = f"{len(seal.proof)} hash{'' if len(seal.proof) == 1 else 'es'}"
    if seal.holds:
        yield f"  proof     holds: {way} from leaf {to_base64(seal.leaf)} to that root (RFC 6962)"
    else:
        yield "  proof     DOES NOT HOLD: its bytes do not lead to the root that the lane signed"


def _ledger(ledger: InLedger) -> Iterator[str]:
    if ledger.archived is None:
        yield "  ledger    not in the archive: it has not arrived, or is the ledger's own"
        return
    told = "; its agency has not been told"
    if ledger.accepted_on is not None:
        told = f"; its agency was told on {day_text(ledger.accepted_on)} ({ledger.accepted_by})"
    yield f"  ledger    archived with size {ledger.archived}{told}"
    if ledger.counted is None:
        yield "  counted   not yet"
    else:
        judged = "judged" if ledger.judged else "not yet judged"
        yield f"  counted   {ledger.jurisdiction} {day_text(ledger.counted)}, {judged}"


def _reading(one: Reading) -> str:
    stated = "its lane has not stated it"
    if one.stated_on is not None:
        stated = f"stated on {day_text(one.stated_on)} to have heard up to {one.stated_size}"
    return f"  read      {one.lane} ({one.agency}) with size {one.size}; {stated}"


def _as_data(receipt: Receipt) -> dict[str, Any]:
    return {
        "ref": receipt.event.ref,
        "event": receipt.event,
        "seq": receipt.seq,
        "runs_here": receipt.runs_here,
        "seal": seal_data(receipt.seal),
        "ledger": receipt.ledger,
        "readings": receipt.readings,
    }

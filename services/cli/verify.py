"""`qyzmet verify`: recompute everything from stored bytes."""

import sys

import click

from services.cli.common import AS_JSON, home_of, in_words, line
from services.realm import Realm
from services.verifying import Verifying


@click.command()
@AS_JSON
@click.pass_context
@in_words
def verify(context: click.Context, *, as_json: bool) -> None:
    """Recompute leaf hashes, roots, signatures, places, copies, the case table and the findings.

    Before that SQLite checks each file, and each key is held against the register.
    In an agency's own home, where the ledger is not, all that is there is checked: the lanes, and
    what they hold of others, by the register that they hold.
    Exit code 1 if anything does not hold; each fault is named with its lane and place.
    """
    verifying = Verifying(Realm(home_of(context)))
    faults = list(verifying.faults())
    for fault in faults:
        if as_json:
            line(fault)
        else:
            click.echo(f"FAULT {fault}")
    if as_json:
        line({"faults": len(faults), **verifying.done})
    else:
        click.echo(words(verifying.done, len(faults)))
    sys.exit(1 if faults else 0)


def words(done: dict[str, int], faults: int) -> str:
    """Say what was recomputed."""
    told = (
        f"{done['lanes']} lanes here, {done['events']} events under "
        f"{done['checkpoints']} checkpoints, {done['received']} received records, "
        f"{done['findings']} findings recomputed"
    )
    if others := done.get("days_of_other_editions"):
        told += f"; {others} days of other editions of the rules as recorded"
    if waiting := done.get("open_days"):
        told += f"; {waiting} days counted and not yet judged"
    if unread := done.get("lanes_to_be_read"):
        told += f"; after a restoration {unread} lanes are to be read again"
    if again := done.get("days_to_be_judged"):
        told += f"; {again} days are to be judged again after the next ledger day"
    if done.get("without_ledger"):
        told += "; the ledger is not here, so case table and findings were not checked"
    if absent := done.get("not_begun"):
        told += f"; {absent} lanes without a file: nothing of them is known here"
    many = "" if faults == 1 else "s"
    return f"verified: {told}" if not faults else f"{faults} fault{many}; {told}"

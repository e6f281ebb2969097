"""`qyzmet explain`: why a finding was made."""

from contextlib import suppress

import click

from events import codec
from events.codec import CannotRead
from events.deciding import Refused, refuse
from events.log.adapters.sqlite_transaction import SqliteTransaction
from services.audit.application.case_numbers import find_case
from services.audit.application.explaining import explanation
from services.audit.application.findings import recorded
from services.audit.application.places import event_there, place_of
from services.audit.projections.recorded import RecordedFinding
from services.cli.common import in_words, ledger


@click.command()
@click.argument("finding")
@click.pass_context
@in_words
def explain(context: click.Context, finding: str) -> None:
    """Explain FINDING: the rule, the norm, the evidence, the count day by day.

    FINDING is its id or the beginning of it. Any number of a case, or the place LANE #SEQ of an
    event, will do as well: then all findings of the case that stand are explained, or the one that
    was made at that place.
    """
    typed = finding.strip()
    with ledger(context) as (realm, tx):
        for number, one in enumerate(_found(tx, typed)):
            if number:
                click.echo("")
            for text in explanation(tx, realm.settings.audit_lane, one):
                click.echo(text)


def _found(tx: SqliteTransaction, typed: str) -> list[RecordedFinding]:
    """Find what is meant: a finding, else the findings of a case.

    Raises:
        Refused: no finding, or more than one, begins so; and no case is numbered so, or has one.
    """
    every = recorded(tx, tx.size())
    wanted = _made_at(tx, typed) or typed.lower()
    found = [one for one in every if one.made.finding_id.startswith(wanted)] if wanted else []
    if len(found) == 1:
        return found
    if found or not typed:
        raise refuse("which-finding", f"{typed!r} begins {len(found)} findings, not one")
    try:
        case = find_case(tx, typed)
    except Refused as unknown:
        says = f"{typed!r} begins no finding's id, and is no case's number: {unknown.sentence}"
        raise refuse("which-finding", says) from unknown
    standing = [one for one in every if one.stands and one.made.subject == case]
    if not standing:
        raise refuse("which-finding", f"No finding of case {case} stands")
    return standing


def _made_at(tx: SqliteTransaction, typed: str) -> str | None:
    """Give the id of the finding that an event at a place tells of; None if it tells of none."""
    place = place_of(typed)
    if place is None:
        return None
    with suppress(CannotRead):
        found: str | None = getattr(codec.read(event_there(tx, place)).data, "finding_id", None)
        return found
    return None

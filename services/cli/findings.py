"""`qyzmet findings`: what the rules found."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypedDict, Unpack

import click

from events.audit import FindingMade
from events.log.adapters.sqlite_transaction import SqliteTransaction
from services.answers import finding_data
from services.audit.application.as_of import as_of
from services.audit.application.case_numbers import find_case, jurisdiction_of, receipt_no
from services.audit.application.findings import recorded
from services.audit.domain.rulebook import SENTENCES
from services.audit.projections.recorded import RecordedFinding
from services.cli.common import AS_JSON, check_agency, in_words, ledger, line
from services.realm import Realm

RULES = sorted(SENTENCES)


class Asked(TypedDict):
    """Which findings are asked for."""

    rule: str | None
    agency: str | None
    number: str | None
    when: str | None


class Found(NamedTuple):
    """The findings that stood at a point of the ledger."""

    standing: Sequence[RecordedFinding]
    lanes: Mapping[str, int]
    """Lane -> how many of its events counted then."""


@click.command()
@click.option("--rule", type=click.Choice(RULES), metavar="RULE", help="Only this rule's findings.")
@click.option("--agency", help="Only what this agency is charged with.")
@click.option("--case", "number", help="Only of this case: any number that `case` takes.")
@click.option("--as-of", "when", help="A size of the audit lane, or kz:2024-05-13.")
@AS_JSON
@click.pass_context
@in_words
def findings(context: click.Context, *, as_json: bool, **asked: Unpack[Asked]) -> None:
    """List the findings that stand, as recorded, by day.

    Each line begins with the beginning of its id, which is what `explain` takes, and ends with the
    receipt number of its case, where it has one. With --case, a DATE alone is the case's own day.
    """
    with ledger(context) as (realm, tx):
        found = _found(realm, tx, asked)
        if as_json:
            for one in found.standing:
                line(finding_data(one))
        else:
            for text in _lines(tx, found):
                click.echo(text)


def _found(realm: Realm, tx: SqliteTransaction, asked: Asked) -> Found:
    rule, agency, number = asked["rule"], asked["agency"], asked["number"]
    case = None if number is None else find_case(tx, number)
    whose = None if case is None else jurisdiction_of(tx, realm.settings.audit_lane, case)
    at = as_of(tx, asked["when"], whose)
    every = recorded(tx, at.size)
    if agency is not None:
        check_agency(
            agency, realm.audit.known.register.agencies, {one.made.charged for one in every}
        )
    standing = [
        one
        for one in every
        if one.stands
        and rule in (None, one.made.rule)
        and agency in (None, one.made.charged)
        and case in (None, one.made.subject)
    ]
    return Found(standing, at.lanes)


def _lines(tx: SqliteTransaction, found: Found) -> Iterator[str]:
    for one in found.standing:
        receipt = receipt_no(tx, one.made.subject, found.lanes)
        yield as_text(one) + ("" if receipt is None else f"  {receipt}")
    yield f"{len(found.standing)} finding{'' if len(found.standing) == 1 else 's'}"


def as_text(one: RecordedFinding) -> str:
    """Write a finding in one line for a person."""
    made = one.made
    certainty = "" if made.certainty == "certain" else " (arguable)"
    norm, late = f"{made.citation.act} {made.citation.article}", late_text(made)
    return (
        f"{made.finding_id[:12]}  {made.judged_day}  {made.rule}{certainty}  "
        f"{norm}  {made.charged}  {late}"
    )


def late_text(made: FindingMade) -> str:
    """Say how late."""
    if made.due_on is None:
        return "no date"
    if made.days_late is None:
        return f"due {made.due_on}, open"
    return f"due {made.due_on}, {made.days_late} day{'' if made.days_late == 1 else 's'} late"

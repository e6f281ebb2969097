"""`qyzmet findings` and `qyzmet explain`: what the rules found, and why."""

from typing import Any

import click

from events.audit import FindingMade
from events.deciding import refuse
from services.audit.application.explaining import explanation
from services.audit.domain.rulebook import SENTENCES
from services.audit.projections.as_of import as_of
from services.audit.projections.recorded import RecordedFinding, recorded
from services.cli.common import AS_JSON, in_words, ledger, line

RULES = sorted(SENTENCES)


@click.command()
@click.option("--rule", type=click.Choice(RULES), metavar="RULE", help="Only this rule's findings.")
@click.option("--as-of", "when", help="A size of the audit lane, or kz:2024-05-13.")
@AS_JSON
@click.pass_context
@in_words
def findings(context: click.Context, rule: str | None, when: str | None, *, as_json: bool) -> None:
    """List the findings that stand, as recorded.

    Each line begins with the beginning of its id, which is what `explain` takes.
    """
    with ledger(context) as (_, tx):
        found = [
            one
            for one in recorded(tx, as_of(tx, when).size)
            if one.stands and (rule is None or one.made.rule == rule)
        ]
    for one in found:
        if as_json:
            line(as_data(one))
        else:
            click.echo(as_text(one))
    if not as_json:
        click.echo(f"{len(found)} finding{'' if len(found) == 1 else 's'}")


@click.command()
@click.argument("finding")
@click.pass_context
@in_words
def explain(context: click.Context, finding: str) -> None:
    """Explain FINDING: the rule, the norm, the evidence, the count day by day.

    FINDING is its id or the beginning of it.
    """
    with ledger(context) as (realm, tx):
        found = [one for one in recorded(tx, tx.size()) if one.made.finding_id.startswith(finding)]
        if len(found) != 1:
            raise refuse("which-finding", f"{finding!r} begins {len(found)} findings, not one")
        for text in explanation(tx, realm.settings.audit_lane, found[0]):
            click.echo(text)


def as_data(one: RecordedFinding) -> dict[str, Any]:
    """Give a finding for machines."""
    made = one.made
    return {
        "finding_id": made.finding_id,
        "version": one.version,
        "rule": made.rule,
        "rules_edition": made.rules_edition,
        "citation": made.citation,
        "kind": made.kind,
        "certainty": made.certainty,
        "reading": made.reading,
        "charged": made.charged,
        "subject": made.subject,
        "due_on": made.due_on,
        "days_late": made.days_late,
        "event_ids": made.event_ids,
        "calendar_version": made.calendar_version,
        "jurisdiction": made.jurisdiction,
        "judged_day": made.judged_day,
    }


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

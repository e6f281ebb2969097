"""`qyzmet explain`: why a finding was made."""

import click

from events.deciding import refuse
from services.audit.application.explaining import explanation
from services.audit.application.findings import recorded
from services.cli.common import in_words, ledger


@click.command()
@click.argument("finding")
@click.pass_context
@in_words
def explain(context: click.Context, finding: str) -> None:
    """Explain FINDING: the rule, the norm, the evidence, the count day by day.

    FINDING is its id or the beginning of it.
    """
    typed = finding.strip().lower()
    with ledger(context) as (realm, tx):
        found = [one for one in recorded(tx, tx.size()) if one.made.finding_id.startswith(typed)]
        if len(found) != 1 or not typed:
            raise refuse("which-finding", f"{finding!r} begins {len(found)} findings, not one")
        for text in explanation(tx, realm.settings.audit_lane, found[0]):
            click.echo(text)

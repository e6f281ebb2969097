"""`qyzmet disclose`: earlier events of a case go to a body that must know them, with proofs."""

from typing import Final

import click

from events.acts.disclosing import DiscloseCase
from events.log.lane.work import body_hash
from services.cli.common import OFFICER, Said, driven, in_words, time_of
from services.cli.numbers import case_at_hand
from services.disclosing import Disclosing
from services.realm import Realm

_ID_CHARACTERS: Final = 16
"""64 bits of the command's hash: the same events to the same lane are one act."""


@click.command()
@click.argument("number", metavar="CASE")
@click.option("--from", "lane", required=True, help="The lane that shows what its agency has.")
@click.option("--to", "to_lane", required=True, help="The lane of the body that must know it.")
@OFFICER
@click.pass_context
@in_words
def disclose(context: click.Context, number: str, *, lane: str, to_lane: str, officer: str) -> None:
    """Show another body the events of a case that it lacks: their bytes, and what proves them.

    It gets what the agency may read itself, its own events and those of others. Sealed parts stay
    sealed. CASE is the case's id (or its beginning), its receipt number, a complaint's number, or
    the place LANE #SEQ of an event of it.
    """
    with driven(context) as driver:
        command = _command(driver.realm, number, lane, to_lane)
        actor = f"{driver.realm.me(lane).agency}/{officer}"
        command_id = f"disclose/{to_lane}/{body_hash(command).hex()[:_ID_CHARACTERS]}"
        driver.do(lane, [(command_id, command)], actor=actor, time=time_of(driver.realm, lane))
    lanes = ", ".join(dict.fromkeys(one.lane for one in command.events))
    click.echo(
        f"{len(command.events)} events of case {command.case_id} are shown to "
        f"{command.to_agency} at {to_lane}; lanes: {lanes}"
    )


def _command(realm: Realm, number: str, lane: str, to_lane: str) -> DiscloseCase:
    """Gather what the other lane's agency lacks of the one case that is meant."""
    if lane not in realm.lanes:
        raise Said(f"{lane} does not run here; there are {', '.join(realm.lanes)}")
    instance, here = realm.instance(lane), Disclosing(realm.me(lane), realm.store(lane))
    case = case_at_hand(realm, number, here.cases, f"{lane} has no event")
    command = here.command(case, to_lane, instance.known)
    if not command.events:
        raise Said(f"{command.to_agency} lacks nothing that {lane} may show of {case}")
    return command

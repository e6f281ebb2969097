"""`qyzmet erase`: personal data are let go, for ever, once."""

import click
import msgspec

from events.acts.keys import EraseSubject
from events.clear import Code
from services.audit.projections.narrative import day_text
from services.cli.common import OFFICER, Said, driven, in_words, time_of
from services.cli.keys import erased_by
from services.cli.numbers import personal_data
from services.cli.sealed import AGENCY
from services.realm import Realm
from services.sealing.reading import PartHere
from services.sealing.sealer import key_id_of


class Ground(click.ParamType):
    """Why a key is let go: a code, as it stands in clear in an event that cannot be destroyed."""

    name = "code"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """Read the code, or say how one is written."""
        try:
            return msgspec.convert(value, Code)
        except msgspec.ValidationError:
            self.fail(f"{value!r} is no code: no spaces, as applicant_asked", param, ctx)


@click.command()
@click.argument("number")
@AGENCY
@OFFICER
@click.option("--applicant", help="The applicant's random id; at the window that took it in.")
@click.option("--key", "key", help="Or the id of the key.")
@click.option("--ground", type=Ground(), required=True, help="Why: a code, as applicant_asked.")
@click.pass_context
@in_words
def erase(
    context: click.Context,
    number: str,
    *,
    agency: str,
    officer: str,
    applicant: str | None,
    key: str | None,
    ground: str,
) -> None:
    """Destroy the key of an applicant's personal data, for ever: this agency's, and all it granted.

    Who granted it the key still has it: at a window, all that hold it let it go.

    The events stay as they are signed; nobody can read what is sealed in them any more. A key that
    was erased before stays so, and nothing is added.

    NUMBER is the case's id (or its beginning), its receipt number, a complaint's number, or the
    place LANE #SEQ of an event of it.
    """
    if (applicant is None) is (key is None):
        raise Said(
            "name the applicant or the key, one of them: --applicant or --key, "
            "as `qyzmet case` and `qyzmet keys` list them"
        )
    with driven(context) as driver:
        lane, parts = personal_data(driver.realm, agency, number)
        key_id = key or key_id_of(driver.realm.mint(lane), parts[0].case_id, str(applicant))
        _must_be_sealed_with(key_id, parts, agency)
        if _is_told_erased(driver.realm, lane, key_id):
            return
        command = EraseSubject(key_id=key_id, case_id=parts[0].case_id, ground=ground)
        time = time_of(driver.realm, lane)
        commands = [(f"erase/{key_id}", command)]
        driver.do(lane, commands, actor=f"{agency}/{officer}", time=time)
    click.echo(f"key {key_id} is destroyed at {agency}; qyzmet keys says who has not yet said so")


def _must_be_sealed_with(key_id: str, parts: list[PartHere], agency: str) -> None:
    if key_id not in {one.sealed.key_id for one in parts}:
        raise Said(f"{agency} has sealed nothing of case {parts[0].case_id} under that key")


def _is_told_erased(realm: Realm, lane: str, key_id: str) -> bool:
    """Say when the lane has let the key go, if it has."""
    erasure = erased_by(realm, key_id, lane)
    if erasure is None:
        return False
    click.echo(
        f"key {key_id} was erased on {day_text(erasure.on)} by {erasure.by} ({erasure.ref}); "
        "nothing was added; qyzmet keys says who has not yet said so"
    )
    return True

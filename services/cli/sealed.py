"""`qyzmet read`: personal data are read with a ground, which is signed before they are opened."""

import secrets
from collections.abc import Sequence
from typing import Final

import click

from events.acts.keys import AskKey
from events.acts.reading import GROUNDS
from events.words import ReadingGroundOrNone
from services.audit.projections.narrative import day_text
from services.cli.common import OFFICER, Said, driven, in_words, time_of
from services.cli.keys import erased_by
from services.cli.numbers import personal_data
from services.driver import Driver
from services.officers import Role
from services.sealing.reading import KeyNotHere, PartHere, PartRead, Reading

AGENCY = click.option("--agency", required=True, help="Whose officer acts; its lane says so.")
_ID_BYTES: Final = 8
"""64 random bits: each reading is an act of its own, also a second one of the same parts."""


@click.command()
@click.argument("number")
@AGENCY
@OFFICER
@click.option("--ground", required=True, type=click.Choice(GROUNDS), help="What they are read for.")
@click.option(
    "--role",
    type=click.Choice([role.value for role in Role]),
    required=True,
    help="The officer's role in the agency.",
)
@click.option("--part", "names", multiple=True, help="A part by its name; all if none is named.")
@click.option("--ask", is_flag=True, help="Ask for a key that is not here, by the ground given.")
@click.pass_context
@in_words
def read(
    context: click.Context,
    number: str,
    *,
    agency: str,
    officer: str,
    ground: ReadingGroundOrNone,
    role: str,
    names: Sequence[str],
    ask: bool,
) -> None:
    """Read the personal data of a case: who reads and why is signed first, then they are opened.

    NUMBER is the case's id (or its beginning), its receipt number, a complaint's number, or the
    place LANE #SEQ of an event of it.
    """
    with driven(context) as driver:
        lane, parts = personal_data(driver.realm, agency, number)
        actor, time = f"{agency}/{officer}", time_of(driver.realm, lane)
        by = Reading(ground, role, f"read/{secrets.token_hex(_ID_BYTES)}", actor, time)
        wanted = [one for one in parts if not names or one.sealed.part in names]
        if not wanted:
            raise Said(f"there are other parts: {', '.join(_names(parts))}")
        for key_id in dict.fromkeys(one.sealed.key_id for one in wanted):
            of_key = [one for one in wanted if one.sealed.key_id == key_id]
            _read(driver, lane, of_key, by, ask=ask)


def _names(parts: Sequence[PartHere]) -> list[str]:
    return list(dict.fromkeys(one.sealed.part for one in parts))


def _read(driver: Driver, lane: str, parts: Sequence[PartHere], by: Reading, *, ask: bool) -> None:
    """Read the parts under one key, or ask for it."""
    key_id, case_id = parts[0].sealed.key_id, parts[0].case_id
    by = by._replace(command_id=f"{by.command_id}/{key_id}")
    try:
        opened = driver.realm.personal_data(lane).read(case_id, key_id, _names(parts), by)
    except KeyNotHere as absent:
        to_lane = parts[0].place.lane
        _must_not_be_erased(driver, key_id, to_lane)
        if not ask:
            raise Said(f"{absent}; --ask asks {to_lane} for it") from absent
        command = AskKey(key_id=key_id, case_id=case_id, to_lane=to_lane, ground=by.ground)
        driver.do(lane, [(f"ask/{by.command_id}", command)], actor=by.actor, time=by.time)
        click.echo(f"key {key_id} was asked for at {to_lane}; read again when it has come")
        return
    driver.quiet()
    for one in opened:
        click.echo(f"{one.part}: {_text(one)}  [{one.ref}]")


def _must_not_be_erased(driver: Driver, key_id: str, to_lane: str) -> None:
    """Refuse to ask a lane for a key that it has let go."""
    erasure = erased_by(driver.realm, key_id, to_lane)
    if erasure is not None:
        raise Said(
            f"key {key_id} was erased on {day_text(erasure.on)} by {erasure.by} ({erasure.ref}): "
            "nobody can read these parts any more, and there is nothing to ask for"
        )


def _text(read_: PartRead) -> str:
    if read_.content is None:
        return f"does not open: {read_.because}"
    try:
        text = read_.content.decode()
    except UnicodeDecodeError:
        return f"{len(read_.content)} bytes: {read_.content.hex()}"
    return text if text.isprintable() else repr(text)  # Nothing in it steers a terminal.

"""`qyzmet read` and `qyzmet erase`: personal data are read with a ground, and let go for ever."""

import secrets
from collections.abc import Sequence
from typing import Final

import click

from events.acts.keys import AskKey, EraseSubject
from events.acts.reading import GROUNDS
from services.cli.common import OFFICER, Said, check_agency, driven, in_words, time_of
from services.driver import Driver
from services.realm import Realm
from services.sealing.reading import KeyNotHere, PartHere, PartRead, Reading
from services.sealing.sealer import key_id_of

AGENCY = click.option("--agency", required=True, help="Whose officer acts; its lane says so.")
_ID_BYTES: Final = 8
"""64 random bits: each reading is an act of its own, also a second one of the same parts."""


@click.command()
@click.argument("number")
@AGENCY
@OFFICER
@click.option("--ground", required=True, type=click.Choice(GROUNDS), help="What they are read for.")
@click.option("--role", required=True, help="The officer's role in the agency.")
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
    ground: str,
    role: str,
    names: Sequence[str],
    ask: bool,
) -> None:
    """Read the personal data of a case: who reads and why is signed first, then they are opened.

    NUMBER is the case's id, or its beginning.
    """
    with driven(context) as driver:
        lane, parts = _case(driver.realm, agency, number)
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
        if not ask:
            raise Said(f"{absent}; --ask asks {parts[0].place.lane} for it") from absent
        to_lane = parts[0].place.lane
        command = AskKey(key_id=key_id, case_id=case_id, to_lane=to_lane, ground=by.ground)
        driver.do(lane, [(f"ask/{by.command_id}", command)], actor=by.actor, time=by.time)
        click.echo(f"key {key_id} was asked for at {to_lane}; read again when it has come")
        return
    driver.quiet()
    for one in opened:
        click.echo(f"{one.part}: {_text(one)}  [{one.ref}]")


def _text(read_: PartRead) -> str:
    if read_.content is None:
        return f"does not open: {read_.because}"
    try:
        text = read_.content.decode()
    except UnicodeDecodeError:
        return f"{len(read_.content)} bytes: {read_.content.hex()}"
    return text if text.isprintable() else repr(text)  # Nothing in it steers a terminal.


@click.command()
@click.argument("number")
@AGENCY
@OFFICER
@click.option("--applicant", help="The applicant's random id; at the window that took it in.")
@click.option("--key", "key", help="Or the id of the key.")
@click.option("--ground", required=True, help="Why, in words.")
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
    """Destroy the key of an applicant's personal data, for ever, here and at all that hold it.

    The events stay as they are signed; nobody can read what is sealed in them any more.
    NUMBER is the case's id, or its beginning.
    """
    with driven(context) as driver:
        lane, parts = _case(driver.realm, agency, number)
        case_id = parts[0].case_id
        if (applicant is None) is (key is None):
            raise Said("name the applicant or the key, one of them")
        key_id = key or key_id_of(driver.realm.mint(lane), case_id, str(applicant))
        if key_id not in {one.sealed.key_id for one in parts}:
            raise Said(f"{agency} has sealed nothing of case {case_id} under that key")
        command = EraseSubject(key_id=key_id, case_id=case_id, ground=ground)
        time = time_of(driver.realm, lane)
        commands = [(f"erase/{key_id}", command)]
        driver.do(lane, commands, actor=f"{agency}/{officer}", time=time)
    click.echo(f"key {key_id} is destroyed; qyzmet keys says who has not yet said so")


def _case(realm: Realm, agency: str, number: str) -> tuple[str, list[PartHere]]:
    """Find a case by the beginning of its id: a lane of the agency, and the parts it can see."""
    lanes = {lane: realm.me(lane).agency for lane in realm.lanes}
    check_agency(agency, lanes.values())
    own = [lane for lane, keeper in lanes.items() if keeper == agency]
    found = {
        (lane, case_id)
        for lane in own
        for case_id in realm.personal_data(lane).cases()
        if case_id.startswith(number)
    }
    cases = sorted({case_id for _, case_id in found})
    if len(cases) != 1:
        what = "several: " + ", ".join(cases) if cases else "none with personal data"
        raise Said(f"no one case of {agency} begins with {number!r}: {what}")
    lane = min(lane for lane, _ in found)
    return lane, realm.personal_data(lane).parts(cases[0])

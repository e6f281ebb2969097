"""`qyzmet lanes`, `lane-file`, `check-lane`: the lanes, and what proves them to anybody."""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from events.log.adapters.local import LaneFile
from events.log.reading.lane_check import LaneChecked, LaneRefused, check_lane_file
from events.log.reading.lane_file import format_line
from events.log.tree.checkpoint import open_checkpoint
from events.log.tree.exact_base64 import to_base64
from events.log.tree.keys import KeyRefused, VerificationKey
from events.register import Register
from services.cli.common import AS_JSON, Said, in_words, line, opened
from services.realm import Realm


@click.command()
@AS_JSON
@click.pass_context
@in_words
def lanes(context: click.Context, *, as_json: bool) -> None:
    """List every lane: size, root, verification key; and lanes that signed two roots."""
    with opened(context) as realm:
        rows = list(lane_rows(realm))
    for row in rows:
        if as_json:
            line(row)
        else:
            click.echo(f"{row['lane']:32} {row['size']:>7}  {row['root']}")
            for note in row["convicted"]:
                click.echo(f"  STOPPED: signed another root for one size:\n{note}")
    if not as_json:
        click.echo("keys: qyzmet lanes --json")


def lane_rows(realm: Realm) -> Iterator[dict[str, Any]]:
    """Give a row for each registered lane, as its own file or the archive holds it."""
    register = realm.audit.known.register
    with realm.store(realm.settings.audit_lane).reading() as tx:
        archived = {head.lane: head for head in tx.heads()}
        convicted = tx.all("SELECT lane, note FROM convicted")
    for name in sorted(register.lanes):
        lane = register.lane(name)
        size, root = _sealed(realm, name, register)
        if size == 0 and name in archived:
            size, root = archived[name].size, archived[name].root
        yield {
            "lane": name,
            "agency": lane.agency,
            "size": size,
            "root": to_base64(root),
            "key": lane.keys[-1][1],
            "archived": archived[name].size if name in archived else None,
            "historic": lane.historic,
            "convicted": [note.decode() for convict, note in convicted if convict == name],
        }


def _sealed(realm: Realm, lane: str, register: Register) -> tuple[int, bytes]:
    """Read and verify a lane's last checkpoint, where its software runs here."""
    if lane not in realm.lanes:
        return 0, b""
    with realm.store(lane).reading() as tx:
        rows = tx.all("SELECT size, note FROM sealed ORDER BY size DESC LIMIT 1")
    if not rows:
        return 0, b""
    key = VerificationKey.parse(register.lane(lane).key_for(rows[0][0]) or "")
    return rows[0][0], open_checkpoint(rows[0][1], key).root


@click.command("lane-file")
@click.argument("lane")
@click.option("--reader", help="An agency: write its view. Default: the whole lane.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Default: stdout.")
@click.pass_context
@in_words
def lane_file(context: click.Context, lane: str, reader: str | None, out: Path | None) -> None:
    """Write LANE, or an agency's view of it, as a lane file (PROTOCOL.md)."""
    with opened(context) as realm:
        if lane not in realm.lanes:
            raise Said(f"{lane} does not run here; there are {', '.join(realm.lanes)}")
        whole = reader is None or reader in (realm.me(lane).agency, realm.settings.authority)
        realm.store(lane)  # Refuses a file of a newer version.
        records = LaneFile(realm.path(lane)).records(None if whole else reader)
        lines = b"".join(format_line(note, value) for note, value in records)
    if out is None:
        sys.stdout.buffer.write(lines)
    else:
        out.write_bytes(lines)


@click.command("check-lane")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--key", "key", required=True, help="The lane's verification key.")
@AS_JSON
@in_words
def check_lane(file: Path, key: str, *, as_json: bool) -> None:
    """Check a lane file with nothing but the lane's verification key. Exit code 1 if it fails."""
    try:
        checked = check_lane_file(file, VerificationKey.parse(key))
    except (LaneRefused, KeyRefused) as bad:
        if as_json:
            line({"holds": False, "why": str(bad)})
            sys.exit(1)
        raise Said(str(bad)) from bad
    if as_json:
        line({"holds": True, **_as_data(checked)})
    else:
        click.echo(
            f"{checked.origin} holds: {checked.events} events shown of {checked.size}, "
            f"{checked.records} records, root {to_base64(checked.root)}"
        )


def _as_data(checked: LaneChecked) -> dict[str, Any]:
    return {
        "origin": checked.origin,
        "size": checked.size,
        "root": to_base64(checked.root),
        "events": checked.events,
        "records": checked.records,
        "types": dict(sorted(Counter(checked.types).items())),
    }

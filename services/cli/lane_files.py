"""`qyzmet lane-file` and `check-lane`: a lane as a file, which proves itself to anybody."""

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import click

from events.log.adapters.local import LaneFile
from events.log.reading.arrivals import Record
from events.log.reading.lane_check import LaneChecked, LaneRefused, check_lane_file
from events.log.reading.lane_file import format_line
from events.log.tree.exact_base64 import to_base64
from events.log.tree.keys import KeyRefused, VerificationKey
from services.cli.common import AS_JSON, Said, check_agency, in_words, line, opened
from services.realm import Realm
from services.restored import is_restored


@click.command("lane-file")
@click.argument("lane")
@click.option("--reader", help="An agency: write its view. Default: the whole lane.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Default: stdout.")
@click.pass_context
@in_words
def lane_file(context: click.Context, lane: str, reader: str | None, out: Path | None) -> None:
    """Write LANE, or an agency's view of it, as a lane file (PROTOCOL.md).

    An agency that is no reader of the lane is shown what is for everybody, and you are told so. Of
    a lane that does not run here, or was restored and waits, the whole is written as archived.
    """
    with opened(context) as realm:
        archived = lane not in realm.lanes or is_restored(realm.home, lane)
        records = _archived(realm, lane, reader) if archived else _own(realm, lane, reader)
        lines = b"".join(format_line(note, value) for note, value in records)
    if out is None:
        sys.stdout.buffer.write(lines)
    else:
        out.write_bytes(lines)


def _own(realm: Realm, lane: str, reader: str | None) -> Iterator[Record]:
    if reader is not None:
        _check_reader(realm, lane, reader)
    whole = reader is None or reader in (realm.me(lane).agency, realm.settings.authority)
    realm.store(lane)  # Refuses a file of a newer version.
    return LaneFile(realm.path(lane)).records(None if whole else reader)


def _archived(realm: Realm, lane: str, reader: str | None) -> Iterator[Record]:
    """Give the authority's archive of a lane; no agency's view can be cut from it.

    Raises:
        Said: it holds nothing of the lane, or a view is asked for.
    """
    audit_lane = realm.settings.audit_lane
    with realm.store(audit_lane).reading() if audit_lane in realm.lanes else nullcontext() as tx:
        sql = "SELECT note, value FROM received WHERE lane = ? ORDER BY size"
        rows = [] if tx is None else tx.all(sql, lane)
    if not rows:
        here = ", ".join(realm.lanes)
        raise Said(f"{lane} does not run here and is not archived here; there are {here}")
    if reader is not None:
        raise Said(f"{lane} does not run here: its archive is written whole, without --reader")
    return (Record(*row) for row in rows)


def _check_reader(realm: Realm, lane: str, reader: str) -> None:
    """Refuse an agency that is not registered; say it aloud if the lane is not for it."""
    register = realm.audit.known.register
    check_agency(reader, register.agencies)
    if not realm.readership.may_read(reader, register.lane(lane)):
        click.echo(f"{reader} is no reader of {lane}: its view is what is for everybody", err=True)


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

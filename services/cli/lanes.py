"""`qyzmet lanes`: the lanes, each with size, root and key."""

from collections.abc import Iterator, Sequence
from typing import Any

import click

from events.log.tree.checkpoint import open_checkpoint
from events.log.tree.exact_base64 import to_base64
from events.log.tree.keys import VerificationKey
from events.register import Register
from services.cli.common import AS_JSON, in_words, line, opened
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
            mark = "" if row["runs_here"] else "  (lane file)"
            click.echo(f"{row['lane']:32} {row['size']:>7}  {row['root']}{mark}")
            for note in row["convicted"]:
                click.echo(f"  STOPPED: signed another root for one size:\n{note}")
    if not as_json:
        click.echo(f"{_counted(rows)}; keys: qyzmet lanes --json")


def _counted(rows: Sequence[dict[str, Any]]) -> str:
    here = sum(row["runs_here"] for row in rows)
    told = f"{len(rows)} lane{'' if len(rows) == 1 else 's'}"
    if here == len(rows):
        return told
    return f"{told}: {here} whose software runs here, {len(rows) - here} as archived of a lane file"


def lane_rows(realm: Realm) -> Iterator[dict[str, Any]]:
    """Give a row for each registered lane, as its own file or the archive holds it."""
    register, here = realm.audit.known.register, realm.lanes
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
            "runs_here": name in here,
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

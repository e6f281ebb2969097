"""`qyzmet keys`: who holds whose key, and who has not yet said that it is gone."""

from collections.abc import Iterator
from typing import Any

import click

from services.cli.common import AS_JSON, in_words, line, opened
from services.realm import Realm
from services.sealing.events_here import EventsHere
from services.sealing.holders import Erasure, KeyRecord, key_records


@click.command()
@AS_JSON
@click.pass_context
@in_words
def keys(context: click.Context, *, as_json: bool) -> None:
    """List the keys of personal data: granted, asked for, read with, destroyed or still held.

    All of it stands in events; no key does. What waits in an agency's store is told after it.
    """
    with opened(context) as realm:
        records, waiting = _records(realm), list(_waiting(realm))
    for record in records:
        if as_json:
            line(_as_data(record))
            continue
        for text in _as_text(record):
            click.echo(text)
    for one in waiting:
        if as_json:
            line(one)
        else:
            click.echo(
                "{agency}: {arrived} grants wait to be taken, {owed} acts are owed".format(**one)
            )
    if not as_json and not records:
        click.echo("no key was ever granted")


def _records(realm: Realm) -> list[KeyRecord]:
    """Fold what the authority has archived, and its own lane."""
    register = realm.audit.known.register
    events = EventsHere(realm.audit.me, realm.store(realm.settings.audit_lane))
    return key_records(
        (here.event, register.lane(here.lane).agency) for here in events.all(register)
    )


def erased_by(realm: Realm, key_id: str, lane: str) -> Erasure | None:
    """Give the first erasure of a key by a lane, as archived; None if it has let none go.

    What other lanes say of a key that this one has made or granted destroys nothing.
    """
    told = (one for record in _records(realm) if record.key_id == key_id for one in record.erasures)
    return next((one for one in told if one.ref.startswith(f"{lane}/")), None)


def _waiting(realm: Realm) -> Iterator[dict[str, Any]]:
    for agency in sorted({realm.me(lane).agency for lane in realm.lanes}):
        if not realm.keys.has_store(agency):
            continue
        store = realm.keys.store(agency)
        lanes = [lane for lane in realm.lanes if realm.me(lane).agency == agency]
        arrived, owed = len(store.arrived()), sum(len(store.owed(lane)) for lane in lanes)
        if arrived or owed:
            yield {"agency": agency, "arrived": arrived, "owed": owed}


def _as_text(record: KeyRecord) -> Iterator[str]:
    yield f"key {record.key_id} of case {record.case_id}"
    for lane, reader in record.granted:
        yield f"  granted by {lane} to {reader}"
    for agency, lane in record.asked:
        yield f"  asked for by {agency} at {lane}"
    for actor, day, ground in record.read:
        yield f"  read by {actor} on {day}, ground: {ground}"
    for erasure in record.erasures:
        said = ", ".join(erasure.said) or "nobody"
        yield f"  erased on {erasure.on} by {erasure.by} ({erasure.ref}); said so: {said}"
    if record.silent:
        yield f"  has not said so: {', '.join(record.silent)}"
    elif record.gone_from is not None:
        yield f"  all have said so; no grant of it is on its way from {record.gone_from}"


def _as_data(record: KeyRecord) -> dict[str, Any]:
    return {
        "key_id": record.key_id,
        "case_id": record.case_id,
        "granted": [{"lane": lane, "reader": reader} for lane, reader in record.granted],
        "asked": [{"agency": agency, "lane": lane} for agency, lane in record.asked],
        "read": [{"actor": who, "on": day, "ground": why} for who, day, why in record.read],
        "erasures": record.erasures,
        "silent": record.silent,
        "gone_from": record.gone_from,
    }

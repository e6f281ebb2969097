"""`qyzmet retry`: what waits at the lanes of a home is tried again once, and told."""

from collections import Counter
from collections.abc import Iterable, Iterator

import click

from services.cli.common import AS_JSON, Said, in_words, line, writing
from services.driver import Driver
from services.home import Home
from services.realm import Realm
from services.retrying import (
    NotDone,
    NothingIgnored,
    Waits,
    not_done,
    try_again,
    unread_before,
    waits,
)


@click.command()
@click.option("--event", "ref", metavar="REF", help="Send again what this ignored event asks for.")
@AS_JSON
@click.pass_context
@in_words
def retry(context: click.Context, ref: str | None, *, as_json: bool) -> None:
    """Try again what waits, once, and tell what still does.

    Events of an unknown type are read again, records that waited for the register are carried, and
    what is owed of keys is settled. What policies ignored, or a lane refused, is listed: --event
    sends it again under its own id, for one event, if the lane may do it by now.
    """
    path = writing(context)
    before = {lane: unread_before(Home(path), lane) for lane in Home(path).lanes}
    realm, alarms = Realm(path), list[str]()
    try:
        driver = Driver(realm, alarms.append)
        driver.quiet()
        if ref is not None:
            _again(driver, ref, as_json=as_json)
        else:
            _tell(realm, before, dict.fromkeys(alarms), as_json=as_json)
    finally:
        realm.close()


def _again(driver: Driver, ref: str, *, as_json: bool) -> None:
    try:
        tried = try_again(driver.realm, ref)
    except NothingIgnored as unknown:
        raise Said(str(unknown)) from unknown
    driver.quiet()
    for one in tried:
        if as_json:
            line(one._asdict())
        else:
            click.echo(f"{one.lane}: {one.outcome}")
    if not tried:
        click.echo("nothing follows from it here, by today's policies", err=as_json)


def _tell(realm: Realm, before: dict[str, int], alarms: Iterable[str], *, as_json: bool) -> None:
    quiet = True
    for lane in realm.lanes:
        found, ignored = waits(realm, lane), list(not_done(realm, lane))
        read = before[lane] - len(found.unread)
        quiet = quiet and not (read or any(found) or any(one.refused for one in ignored))
        if as_json:
            line({"lane": lane, "read": read, **found._asdict(), "ignored": _as_data(ignored)})
            continue
        for text in (*_waiting(found, read), *_counted(ignored)):
            click.echo(f"{lane}: {text}")
    for alarm in alarms:
        click.echo(f"alarm: {alarm}", err=True)
        quiet = False
    if quiet and not as_json:
        click.echo("nothing waits")


def _waiting(found: Waits, read: int) -> Iterator[str]:
    if read:
        yield f"{_events(read)} read, of a type that was unknown before"
    for one in found.unread:
        yield f"waits for a version that knows its type: {one}"
    for one in found.owed:
        yield f"owed: {one}"
    if found.grants:
        yield f"{found.grants} grants of keys wait for what they are granted with"


def _counted(ignored: Iterable[NotDone]) -> Iterator[str]:
    """Say each reason once, with how many events it kept, and the first of them."""
    first: dict[tuple[bool, str], str] = {}
    times: Counter[tuple[bool, str]] = Counter()
    for one in ignored:
        first.setdefault((one.refused, one.because), one.ref)
        times[one.refused, one.because] += 1
    for (refused, because), ref in sorted(first.items(), reverse=True):
        events = _events(times[refused, because])
        what = "refused, --event tries it again" if refused else "let be, as policies say"
        yield f"{events} {what}: {because} (as {ref})"


def _events(count: int) -> str:
    return "1 event" if count == 1 else f"{count} events"


def _as_data(ignored: Iterable[NotDone]) -> list[dict[str, object]]:
    return [{"ref": one.ref, "because": one.because, "refused": one.refused} for one in ignored]

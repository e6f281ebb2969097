"""`qyzmet serve`: the services of a home, as a process with a front door."""

import asyncio
from collections.abc import Sequence
from typing import Final

import click

from services.cli.common import Said, home_of, in_words
from services.home import Home
from services.home_lock import serving_lock

LOOPBACK: Final = "127.0.0.1"
PORT: Final = 8080
"""Where a person looks first; above 1023 no privilege is needed."""


@click.command("serve")
@click.argument("instances", nargs=-1)
@click.option("--address", default=LOOPBACK, show_default=True, help="Where to listen.")
@click.option("--port", type=click.IntRange(1, 65535), default=PORT, show_default=True)
@click.option("--log-clock", is_flag=True, help="Time comes with commands; a driver closes days.")
@click.pass_context
@in_words
def serve_(
    context: click.Context,
    instances: Sequence[str],
    *,
    address: str,
    port: int,
    log_clock: bool,
) -> None:
    """Serve INSTANCES, the lanes named, or all whose software runs in the home.

    It ends in good order on Ctrl-C or SIGTERM. Another process may serve other lanes of the home;
    the same lane twice is refused.
    """
    from services.http.settings import DoorUnsafe  # noqa: PLC0415 -- no other command needs a web
    from services.serving.catching_up import catch_up_all  # noqa: PLC0415 -- framework and a
    from services.serving.logging import log_as_json  # noqa: PLC0415 -- broker's client, which
    from services.serving.serve import Serving, serve  # noqa: PLC0415 -- take half a second

    home = Home(home_of(context))
    lanes = _lanes(home, instances)
    context.with_resource(serving_lock(home.home, lanes))
    catch_up_all(home, lanes)
    log_as_json()
    try:
        asyncio.run(serve(Serving(home.home, lanes, log_clock, address, port)))
    except DoorUnsafe as unsafe:
        raise Said(str(unsafe)) from unsafe


def _lanes(home: Home, named: Sequence[str]) -> Sequence[str]:
    unknown = sorted(set(named) - set(home.lanes))
    if unknown:
        here = ", ".join(home.lanes)
        raise Said(f"{', '.join(unknown)} does not run here; there are {here}")
    return tuple(dict.fromkeys(named)) or tuple(home.lanes)

"""Who is let in to which route: token, role, agency, lane; in this order, and denied by default."""

from time import monotonic
from typing import Final

from services.http.door import Door
from services.http.problems import Problematic
from services.http.route import LANE, Route, Whose, may
from services.http.tokens import TokenRefused, officer
from services.officers import Officer, Role

CHALLENGE: Final = 'Bearer realm="qyzmet", error="invalid_token"'


def enter(
    door: Door, route: Route, authorization: str | None, address: str, path: dict[str, str]
) -> Officer | None:
    """Let a request in.

    Args:
        door: what is asked.
        route: of the table.
        authorization: the header.
        address: from which the request came.
        path: the path's parameters.

    Returns:
        Who asks; None of a route that anyone may ask.

    Raises:
        Problematic: 401, 403, 404 or 429.
    """
    if route.whose is Whose.ANYONE:
        return None
    who = _known(door, authorization, address)
    _slow_down(door, who)
    if not may(route, who, log_clock=door.settings.log_clock):
        raise Problematic("role-missing", "No role of the token opens this", article="24")
    _of_the_agency(door, route, who, path)
    return who


def _known(door: Door, authorization: str | None, address: str) -> Officer:
    """Read the token; who comes without one too often waits, whoever it is."""
    now = monotonic()
    wait = door.of_addresses.wait(address, now)
    if wait:
        raise too_many(wait)
    try:
        return officer(authorization, door.settings, door.now())
    except TokenRefused as refused:
        door.of_addresses.take(address, now)
        headers = {"WWW-Authenticate": CHALLENGE if authorization else 'Bearer realm="qyzmet"'}
        raise Problematic("token-refused", str(refused), headers) from refused


def _slow_down(door: Door, who: Officer) -> None:
    if door.settings.log_clock and Role.DRIVER in who.roles:
        return  # A rehearsal plays years in minutes, and is alone.
    now = monotonic()
    wait = door.of_officers.wait(who.actor, now)
    if wait:
        raise too_many(wait)
    door.of_officers.take(who.actor, now)


def too_many(wait: float) -> Problematic:
    """Ask to come back later."""
    headers = {"Retry-After": str(int(wait) + 1)}
    return Problematic("too-many-requests", "Too many requests; come back later", headers)


def _of_the_agency(door: Door, route: Route, who: Officer, path: dict[str, str]) -> None:
    match route.whose:
        case Whose.LANES_AGENCY:
            _at_lane(door, route, who, path[LANE])
        case Whose.AUTHORITY if who.agency != door.authority:
            raise Problematic("not-the-authority", "Only the authority does this", article="22.1")
        case Whose.AUTHORITY | Whose.CHARGED if door.audit_lane not in door.instances:
            raise Problematic("ledger-not-here", "The ledger is at another door: the authority's")
        case _:
            return


def _at_lane(door: Door, route: Route, who: Officer, lane: str) -> None:
    found = door.instances.get(lane)
    if found is None:
        raise Problematic("lane-unknown", "This lane is not served here")
    if found.me.agency != who.agency:
        sentence = "Only the lane's own officers and software act there"
        raise Problematic("not-the-lanes-agency", sentence, article="protocol I5")
    if route.services and lane.partition(".")[0] not in route.services:
        raise Problematic("command-unknown", "Lanes of this service know no such command")

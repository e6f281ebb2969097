"""The application: the table of routes made into handlers, each request read, let in, answered."""

from collections.abc import Callable
from typing import Any, Final

import msgspec
from litestar import Litestar, Request, Response
from litestar.handlers import HTTPRouteHandler

from services.http.asking import Asked, Came, Reply
from services.http.door import Door
from services.http.entering import enter
from services.http.failing import answer_to, of_litestar
from services.http.limits import BODY_BYTES_MAX
from services.http.openapi import document
from services.http.outer import Outer
from services.http.problems import Problematic
from services.http.route import Route
from services.http.routes import ROUTES
from services.http.schemas import words_of
from services.http.settings import DoorSettings
from services.serving.host import Host

NO_STORE: Final = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
"""Answers are of persons' cases; nobody between keeps them, nothing guesses their kind."""

AnyRequest = Request[Any, Any, Any]


def app(
    host: Host, settings: DoorSettings, is_busy: Callable[[], bool] = lambda: False
) -> Litestar:
    """Make the application of one process.

    Args:
        host: serves the lanes; it is opened before the first request and closed after the last.
        settings: of the door, as `DoorSettings.read` gives them.
        is_busy: whether this process does something that may still make a lane grow, as carrying
            records; `/status` says so.
    """
    door = Door(host, settings, is_busy)
    told = document(ROUTES, settings, host.lanes)
    door.document, door.words = msgspec.json.encode(told), words_of(told)
    made = Litestar(
        route_handlers=[_handler(door, route) for route in ROUTES],
        openapi_config=None,
        logging_config=None,
        request_max_body_size=BODY_BYTES_MAX,
        exception_handlers={Exception: lambda request, error: of_litestar(door, request, error)},
    )
    made.asgi_handler = Outer(door, made.asgi_handler)
    made.state["door"] = door
    return made


def _handler(door: Door, route: Route) -> HTTPRouteHandler:
    async def handle(request: AnyRequest) -> Response[bytes]:
        request.scope["state"]["route"] = route
        asked: Asked | None = None
        try:
            await door.open()
            asked = await _asked(door, route, request)
            reply = await route.answers(asked)
        except Exception as error:  # noqa: BLE001 -- each is answered, none is shown
            return answer_to(door, request, error, asked)
        return _response(route, reply)

    path = route.path
    for name in route.parameters:
        path = path.replace(f"{{{name}}}", f"{{{name}:str}}")
    return HTTPRouteHandler(path, http_method=route.method, status_code=200)(handle)


async def _asked(door: Door, route: Route, request: AnyRequest) -> Asked:
    """Let a request in, then read it."""
    path = {name: str(value) for name, value in request.path_params.items()}
    address = "" if request.client is None else request.client.host
    who = enter(door, route, request.headers.get("authorization"), address, path)
    request.scope["state"]["agency"] = None if who is None else who.agency
    query = _query(route, request)
    body = await request.body() if route.command or route.body is not None else b""
    return Asked(door, route, who, Came(path, query, dict(request.headers), body))


def _query(route: Route, request: AnyRequest) -> dict[str, str]:
    """Read the words of the query; none stands twice, none is unknown.

    Raises:
        Problematic: `parameter-unknown` or `parameter-malformed`.
    """
    pairs = list(request.query_params.multi_items())
    words = dict(pairs)
    known = {one.name: one for one in route.query}
    if len(words) != len(pairs) or words.keys() - known.keys():
        names = ", ".join(known) or "none"
        raise Problematic("parameter-unknown", f"The query's words, each once: {names}")
    for name, one in known.items():
        if name in words:
            one.check(words[name])
        elif one.required:
            raise Problematic("parameter-malformed", f"field `{name}` is missing: {one.says}")
    return words


def _response(route: Route, reply: Reply) -> Response[bytes]:
    value = reply.value
    content = value if isinstance(value, bytes) else msgspec.json.encode(value)
    headers = {**NO_STORE, **reply.headers}
    return Response(content, media_type=route.media_type, headers=headers, status_code=reply.status)

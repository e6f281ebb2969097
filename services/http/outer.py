"""Around every request, also one that fits no route: limits, time, the log line, the figures."""

import asyncio
from http import HTTPStatus
from time import monotonic
from typing import TYPE_CHECKING, Any, Final

from litestar.response.base import ASGIResponse

from events.deciding import Refused
from services.http.door import Door
from services.http.failing import RETRY, as_refusal, problem
from services.http.limits import HEADER_BYTES_MAX, URL_BYTES_MAX
from services.http.logs import say
from services.http.problems import MEDIA_TYPE, Problematic

if TYPE_CHECKING:
    from litestar.types import ASGIApp, Message, Receive, Scope, Send

AnyRefusal = Refused | Problematic
NO_ROUTE: Final = "none"


class Outer:
    """An ASGI application around the door's."""

    def __init__(self, door: Door, inner: "ASGIApp") -> None:
        self._door = door
        self._inner = inner
        self._under_way = 0

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Answer one request."""
        began, status = monotonic(), 0
        state: dict[str, Any] = scope["state"]
        state["id"] = self._door.request_id()

        async def counted(message: "Message") -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        self._under_way += 1
        self._door.metrics.under_way.inc()
        try:
            await self._limited(scope, receive, counted)
        except Exception as error:  # noqa: BLE001 -- each is answered, none is shown
            if status == 0:
                await self._refuse(scope, receive, counted, as_refusal(error))
        finally:
            self._under_way -= 1
            self._door.metrics.under_way.dec()
            self._log(scope, status, monotonic() - began)

    async def _limited(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        limits = self._door.settings.limits
        if self._under_way > limits.concurrent:
            raise Problematic("too-busy", "Too many requests at once; ask again", RETRY)
        if len(scope["raw_path"]) + len(scope["query_string"]) > URL_BYTES_MAX:
            raise Problematic("url-too-long", f"Path and query have {URL_BYTES_MAX} bytes at most")
        if sum(len(name) + len(value) for name, value in scope["headers"]) > HEADER_BYTES_MAX:
            sentence = f"The headers have {HEADER_BYTES_MAX} bytes at most"
            raise Problematic("headers-too-large", sentence)
        async with asyncio.timeout(limits.seconds):
            await self._inner(scope, receive, send)

    async def _refuse(
        self, scope: "Scope", receive: "Receive", send: "Send", refusal: AnyRefusal
    ) -> None:
        told = problem(self._door, scope["state"]["id"], refusal)
        answer = ASGIResponse(
            body=told.content,
            status_code=told.status_code or HTTPStatus.INTERNAL_SERVER_ERROR,
            headers=told.headers,
            media_type=MEDIA_TYPE,
        )
        await answer(scope, receive, send)

    def _log(self, scope: "Scope", status: int, seconds: float) -> None:
        """Write the line: never a path's value, a query or a body."""
        state = scope["state"]
        route = state["route"].path if "route" in state else NO_ROUTE
        self._door.metrics.answered(route, status, seconds)
        say(
            "request",
            id=state["id"],
            method=state["route"].method if "route" in state else NO_ROUTE,
            route=route,
            status=status,
            ms=round(seconds * 1_000, 1),
            agency=state.get("agency"),
        )

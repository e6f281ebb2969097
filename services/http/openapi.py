"""The description of the door (OpenAPI 3.1), made from the table of routes and its types."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from events.envelope import INSTANT
from services.http.asking import KEY_PATTERN, TAG_PATTERN
from services.http.problems import MEDIA_TYPE, STATUS
from services.http.route import KEY_HEADER, Route, Whose, roles_for
from services.http.schemas import Schemas
from services.http.settings import DoorSettings
from services.http.words import DAY_PATTERN

Json = dict[str, Any]

ID: Final[Mapping[str, Any]] = {"type": "string", "pattern": "^[A-Za-z0-9.:_-]{1,200}$"}
PATH_SCHEMAS: Final[Mapping[str, Mapping[str, Any]]] = {
    "date": {"type": "string", "pattern": DAY_PATTERN},
    "jurisdiction": {"type": "string", "pattern": "^[a-z0-9-]{1,64}$"},
}
"""Of the path's parameters; of others `ID`."""
_TEXT: Final = {"type": "string"}
ALWAYS: Final = (
    "path-unknown",
    "request-malformed",
    "parameter-unknown",
    "failed",
    "home-damaged",
    "too-busy",
    "url-too-long",
    "headers-too-large",
)
OF_OFFICERS: Final = ("token-refused", "role-missing", "too-many-requests", "lane-unknown")
OF_BODIES: Final = ("media-type-unknown", "too-large", "command-malformed")
OF_COMMANDS: Final = ("header-missing", "version-changed", "command-reused", "closing", "in-flight")
SAYS: Final[Mapping[int, str]] = {
    400: "The request's form is wrong; `field` names where.",
    401: "No valid token.",
    403: "The token's roles or agency do not open this.",
    404: "There is no such thing here.",
    409: "The case, or the ledger, is not in a state for this; `article` says why.",
    412: "The stream has moved on.",
    413: "The body is too large.",
    414: "Path and query are too long.",
    415: "The body is not JSON.",
    422: "The law forbids it (`article`), or the key was used for other data.",
    429: "Too many requests; Retry-After says when.",
    431: "The headers are too large.",
    500: "Something failed here.",
    503: "Not now; Retry-After says when.",
}


def document(routes: Sequence[Route], settings: DoorSettings, lanes: Sequence[str]) -> Json:
    """Describe a door.

    Args:
        routes: the table.
        settings: of the door.
        lanes: those that are served.
    """
    schemas = Schemas(routes)
    paths: dict[str, Json] = {}
    for route in routes:
        operation = _operation(route, schemas, settings, lanes)
        paths.setdefault(route.path, {})[route.method.lower()] = operation
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Qyzmet",
            "version": "1",
            "summary": "Public services: commands of officers, cases, findings.",
        },
        "paths": paths,
        "components": {
            "schemas": schemas.components,
            "securitySchemes": {
                "officer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}
            },
        },
    }


def _operation(
    route: Route, schemas: Schemas, settings: DoorSettings, lanes: Sequence[str]
) -> Json:
    roles = ", ".join(sorted(roles_for(route, log_clock=settings.log_clock))) or "nobody"
    token = route.whose is not Whose.ANYONE
    operation: Json = {
        "operationId": _operation_id(route),
        "tags": [route.group],
        "summary": route.summary,
        "description": f"Whose officers: {route.whose}. Roles: {roles}." if token else "Anyone.",
        "parameters": [
            *(_path(name, route, lanes) for name in route.parameters),
            *(_query(one) for one in route.query),
            *_headers(route, settings),
        ],
        "responses": {"200": _answer(route, schemas), **_problems(route)},
    }
    if token:
        operation["security"] = [{"officer": []}]
    body = schemas.body(route)
    if body is not None:
        operation["requestBody"] = {
            "required": True,
            "content": {"application/json": {"schema": body}},
        }
    return operation


def _operation_id(route: Route) -> str:
    return route.command or "-".join(
        (route.method.lower(), *(part.strip("{}") for part in route.path.split("/") if part))
    )


def _path(name: str, route: Route, lanes: Sequence[str]) -> Json:
    schema: Json = dict(PATH_SCHEMAS.get(name, ID))
    if name == "lane":
        fitting = [one for one in lanes if not route.services or one.startswith(route.services)]
        schema = {"enum": sorted(fitting)} if fitting else dict(ID)
        schema["type"] = "string"
    return {"name": name, "in": "path", "required": True, "schema": schema}


def _query(one: Any) -> Json:  # noqa: ANN401 -- a `Parameter`
    return {
        "name": one.name,
        "in": "query",
        "required": one.required,
        "description": one.says,
        "schema": one.schema,
    }


def _headers(route: Route, settings: DoorSettings) -> Iterator[Json]:
    if route.writes:
        says = "The command's id: sent again, it adds nothing."
        yield _header(KEY_HEADER, KEY_PATTERN, says, required=True)
    if route.tagged and route.command:
        yield _header("If-Match", TAG_PATTERN, "The version of the stream that was read.")
    if settings.log_clock and route.method == "POST":
        yield _header("Qyzmet-Time", INSTANT, "When it is recorded; the lane's last if absent.")
    if settings.log_clock and route.writes:
        pattern = "^[a-z0-9-]+/[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$"
        yield _header("Qyzmet-Actor", pattern, "Whom of its agency a driver plays.")


def _header(name: str, pattern: str, says: str, *, required: bool = False) -> Json:
    schema = {"type": "string", "pattern": pattern}
    return {
        "name": name,
        "in": "header",
        "required": required,
        "description": says,
        "schema": schema,
    }


def _answer(route: Route, schemas: Schemas) -> Json:
    media_type = route.media_type.partition(";")[0]
    content = {"schema": _TEXT if route.says is None else schemas.of(route.says)}
    answer: Json = {"description": "Done." if route.writes else "The answer."}
    answer["content"] = {media_type: content}
    if route.tagged:
        says = "The version of the stream, for If-Match."
        answer["headers"] = {"ETag": {"description": says, "schema": _TEXT, "required": True}}
    return answer


def _problems(route: Route) -> Json:
    codes = [*ALWAYS, *route.refusals]
    statuses = {STATUS.get(code, 409) for code in codes}
    if route.whose is not Whose.ANYONE:
        statuses |= {STATUS[code] for code in OF_OFFICERS}
    if route.method == "POST":
        statuses |= {STATUS[code] for code in OF_BODIES} | {409, 422}
        statuses |= {STATUS.get(code, 409) for code in OF_COMMANDS}
    if route.query:
        statuses.add(STATUS["parameter-malformed"])
    schema = {"$ref": "#/components/schemas/Problem"}
    return {
        str(status): {
            "description": SAYS[status],
            "content": {MEDIA_TYPE: {"schema": schema}},
        }
        for status in sorted(statuses)
    }

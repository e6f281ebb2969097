"""Routes of a process: its lanes, its status and health, and how terms are counted."""

from typing import Any, Final

from services.due_answers import Due
from services.http import health, lanes, law
from services.http.metrics import MEDIA_TYPE as METRICS
from services.http.route import WORKING, Parameter, Route, Whose
from services.http.words import DAY_PATTERN
from services.officers import Role

_FLAGS: Final = ("true", "false")
OF_THE_PROCESS: Final = (
    Route(
        method="GET",
        path="/lanes",
        group="lanes",
        summary="List the lanes served here with size, root and key.",
        whose=Whose.OFFICER,
        roles=(Role.OPERATOR, Role.AUDITOR),
        answers=lanes.list_lanes,
        says=lanes.LaneList,
    ),
    Route(
        method="GET",
        path="/status",
        group="status",
        summary="Say how far the agency's lanes have said and heard (protocol D1).",
        whose=Whose.OFFICER,
        roles=(Role.OPERATOR,),
        answers=lanes.show_status,
        says=dict[str, lanes.LaneStatus],
    ),
    Route(
        method="GET",
        path="/law/due",
        group="law",
        summary="Tell the last day of a term, and why, day by day.",
        whose=Whose.OFFICER,
        roles=WORKING,
        answers=law.due,
        refusals=("calendar-gap",),
        says=Due,
        query=(
            Parameter(
                name="from", says="Local date of the start.", pattern=DAY_PATTERN, required=True
            ),
            Parameter(
                name="term",
                says="As `3 working days` or `1 month`.",
                length_max=40,
                required=True,
            ),
            Parameter(name="calendar", says="The jurisdiction; `kz` if not named."),
            Parameter(name="week", says="Of five or six days.", words=law.WEEKS),
            Parameter(name="first_day_counted", says="The start is day 1 (14.1).", words=_FLAGS),
            Parameter(name="backward", says="Back from the start (19.6).", words=_FLAGS),
            Parameter(name="known_on", says="The calendar as known then.", pattern=DAY_PATTERN),
        ),
    ),
    Route(
        method="GET",
        path="/livez",
        group="health",
        summary="Say that the process runs.",
        whose=Whose.ANYONE,
        answers=health.live,
        says=health.Well,
    ),
    Route(
        method="GET",
        path="/readyz",
        group="health",
        summary="Say that lanes can be read and commands are taken.",
        whose=Whose.ANYONE,
        answers=health.ready,
        refusals=("not-ready",),
        says=health.Well,
    ),
    Route(
        method="GET",
        path="/metrics",
        group="health",
        summary="Give figures for Prometheus: of routes and lanes, never of a case or a person.",
        whose=Whose.ANYONE,
        answers=health.metrics,
        media_type=METRICS,
    ),
    Route(
        method="GET",
        path="/openapi.json",
        group="health",
        summary="Describe this door (OpenAPI 3.1).",
        whose=Whose.ANYONE,
        answers=health.document,
        says=dict[str, Any],
    ),
)

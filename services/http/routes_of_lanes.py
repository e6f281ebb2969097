"""Routes at one lane, besides its commands: for officers of its own agency."""

from typing import Final

from events.log.lane.work import Answer
from services.http import cases, lanes, reading, received
from services.http.bodies import ReadBody
from services.http.route import READING, WORKING, Parameter, Route, Whose
from services.officers import Role

AT_LANES: Final = (
    Route(
        method="GET",
        path="/lanes/{lane}/cases",
        group="cases of a lane",
        summary="List the lane's cases.",
        whose=Whose.LANES_AGENCY,
        roles=READING,
        answers=cases.list_cases,
        refusals=("case-unknown",),
        says=cases.CaseList,
        query=(Parameter(name="after", says="The case after which to go on."),),
    ),
    Route(
        method="GET",
        path="/lanes/{lane}/cases/{case}",
        group="cases of a lane",
        summary="Tell a case as this lane has said it.",
        whose=Whose.LANES_AGENCY,
        roles=READING,
        answers=cases.show_case,
        refusals=("case-unknown",),
        says=cases.CaseView,
        tagged=True,
    ),
    Route(
        method="POST",
        path="/lanes/{lane}/cases/{case}/personal-data",
        group="personal data",
        summary="Read personal data of a case; who reads and why becomes an event first (24).",
        whose=Whose.LANES_AGENCY,
        roles=reading.READERS,
        answers=reading.read,
        refusals=("case-unknown", "key-not-here", "reading-repeated", "ground-missing"),
        body=ReadBody,
        says=reading.PartsShown,
    ),
    Route(
        method="GET",
        path="/lanes/{lane}/todo",
        group="to-do list",
        summary="List what the lane's officers must do next, by last lawful day.",
        whose=Whose.LANES_AGENCY,
        roles=WORKING,
        answers=cases.list_tasks,
        refusals=("case-unknown",),
        says=cases.TaskList,
    ),
    Route(
        method="GET",
        path="/lanes/{lane}/events/{event}",
        group="was it received",
        summary="Say where an event of the lane is sealed, counted and read.",
        whose=Whose.LANES_AGENCY,
        roles=(*READING, Role.OPERATOR),
        answers=received.show_event,
        refusals=("event-unknown", "not-sealed"),
        says=received.EventReceipt,
    ),
    Route(
        method="POST",
        path="/lanes/{lane}/days/{date}",
        group="days",
        summary="Close a local day of the lane (protocol D4).",
        whose=Whose.LANES_AGENCY,
        answers=lanes.close_day,
        refusals=("day-out-of-order",),
        rehearsal=True,
        says=Answer,
        tagged=True,
    ),
)

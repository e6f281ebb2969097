"""The words of the log, spelled as it spells them: columns, activities, channels."""

from typing import Final

CASE_ID: Final = "case:concept:name"
CHANNEL: Final = "case:channel"
START: Final = "case:startdate"
DEADLINE: Final = "case:deadline"
PLANNED_END: Final = "case:enddate_planned"
END: Final = "case:enddate"
DEPARTMENT: Final = "case:department"
CASE_GROUP: Final = "case:group"
RESPONSIBLE: Final = "case:responsible"
INSTANCE: Final = "concept:instance"
ACTIVITY: Final = "concept:name"
TRANSITION: Final = "lifecycle:transition"
GROUP: Final = "org:group"
RESOURCE: Final = "org:resource"
TIME: Final = "time:timestamp"

CASE_COLUMNS: Final = (
    CASE_ID,
    CHANNEL,
    START,
    DEADLINE,
    PLANNED_END,
    END,
    DEPARTMENT,
    CASE_GROUP,
    RESPONSIBLE,
)
"""What is said of the case; the same in each of its rows."""
COLUMNS: Final = (*CASE_COLUMNS, INSTANCE, ACTIVITY, TRANSITION, GROUP, RESOURCE, TIME)

COMPLETE: Final = "complete"
"""The one transition that the log has: it knows steps only when they are done."""

CHANNELS: Final = {
    "Internet": "internet",
    "Desk": "desk",
    "Post": "post",
    "e-mail": "e-mail",
    "Intern": "intern",
}
"""The log's word -> the standard's code."""

CONFIRMATION: Final = "confirmation"
_STEPS: Final = (
    "T02 Check confirmation of receipt",
    "T03 Adjust confirmation of receipt",
    "T04 Determine confirmation of receipt",
    "T05 Print and send confirmation of receipt",
    "T06 Determine necessity of stop advice",
    "T07-1 Draft intern advice aspect 1",
    "T07-2 Draft intern advice aspect 2",
    "T07-3 Draft intern advice hold for aspect 3",
    "T07-4 Draft internal advice to hold for type 4",
    "T07-5 Draft intern advice aspect 5",
    "T08 Draft and send request for advice",
    "T09-1 Process or receive external advice from party 1",
    "T09-2 Process or receive external advice from party 2",
    "T09-3 Process or receive external advice from party 3",
    "T09-4 Process or receive external advice from party 4",
    "T10 Determine necessity to stop indication",
    "T11 Create document X request unlicensed",
    "T12 Check document X request unlicensed",
    "T13 Adjust document X request unlicensed",
    "T14 Determine document X request unlicensed",
    "T15 Print document X request unlicensed",
    "T16 Report reasons to hold request",
    "T17 Check report Y to stop indication",
    "T18 Adjust report Y to stop indicition",
    "T19 Determine report Y to stop indication",
    "T20 Print report Y to stop indication",
)
ACTIVITIES: Final = {
    "Confirmation of receipt": CONFIRMATION,
    **{name: name.partition(" ")[0] for name in _STEPS},
}
"""The log's activity -> its code: `confirmation`, `T02` to `T20`."""

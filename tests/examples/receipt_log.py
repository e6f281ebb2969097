"""Other logs in the same columns, small enough to be changed one cell at a time."""

import csv
import io
from collections.abc import Sequence

HEADER = [
    "case:channel",
    "case:concept:name",
    "case:deadline",
    "case:department",
    "case:enddate",
    "case:enddate_planned",
    "case:group",
    "case:responsible",
    "case:startdate",
    "concept:instance",
    "concept:name",
    "lifecycle:transition",
    "org:group",
    "org:resource",
    "time:timestamp",
]

Line = dict[str, str]

CONFIRMATION = "Confirmation of receipt"
CHECK = "T02 Check confirmation of receipt"
SEND = "T05 Print and send confirmation of receipt"
ASK = "T08 Draft and send request for advice"
ADVICE_1 = "T09-1 Process or receive external advice from party 1"
ADVICE_3 = "T09-3 Process or receive external advice from party 3"
LEAVE = "T15 Print document X request unlicensed"
HOLD = "T16 Report reasons to hold request"
TELL_HOLD = "T20 Print report Y to stop indication"


def case(number: int, *activities: str, **changed: str) -> list[Line]:
    """One case: a row an activity, an hour apart; `changed` takes `end=...`, `start=...`."""
    said = {
        "case:channel": "Desk",
        "case:concept:name": f"case-{number}",
        "case:deadline": "2024-04-26 10:00:00+02:00",
        "case:department": "Customer contact",
        "case:enddate": "",
        "case:enddate_planned": "2024-04-26 10:00:00+02:00",
        "case:group": "Group 5",
        "case:responsible": "Resource07",
        "case:startdate": "2024-03-01 08:00:00+01:00",
    }
    said |= {_column(name, said): value for name, value in changed.items()}
    return [
        said
        | {
            "concept:instance": f"task-{number}-{place}",
            "concept:name": activity,
            "lifecycle:transition": "complete",
            "org:group": "Group 1",
            "org:resource": "Resource21",
            "time:timestamp": f"2024-03-04 {9 + place:02}:00:00.500000+01:00",
        }
        for place, activity in enumerate(activities or (CONFIRMATION, CHECK, SEND))
    ]


def _column(name: str, said: Line) -> str:
    (column,) = (
        column
        for column in said
        if column.removeprefix("case:") in (name, f"{name}date", f"{name}:name")
    )
    return column


def text(*cases: Sequence[Line], header: Sequence[str] = tuple(HEADER)) -> str:
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, header, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(line for lines in cases for line in lines)
    return file.getvalue()


def set_cell(lines: Sequence[Line], place: int, column: str, value: str) -> list[Line]:
    """Change one cell of one row."""
    return [
        line | {column: value} if number == place else line for number, line in enumerate(lines)
    ]

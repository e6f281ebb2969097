"""Late cases counted straight from the file, by other code than the importer's."""

import csv
import io
from datetime import date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


class Count(NamedTuple):
    ended: int
    ended_late: int
    still_open: int
    open_past_due: int


def count(log: str) -> Count:
    rows = list(csv.DictReader(io.StringIO(log)))
    cases = {row["case:concept:name"]: row for row in rows}.values()
    moments = [row["time:timestamp"] for row in rows]
    moments += [row["case:enddate"] for row in rows if row["case:enddate"]]
    last = max(_day(moment) for moment in moments)
    ended = [case for case in cases if case["case:enddate"]]
    still_open = [case for case in cases if not case["case:enddate"]]
    return Count(
        ended=len(ended),
        ended_late=sum(_day(one["case:enddate"]) > _day(one["case:deadline"]) for one in ended),
        still_open=len(still_open),
        open_past_due=sum(_day(one["case:deadline"]) < last for one in still_open),
    )


def _day(moment: str) -> date:
    return datetime.fromisoformat(moment).astimezone(AMSTERDAM).date()

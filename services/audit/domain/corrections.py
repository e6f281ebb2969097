"""What lanes have said of earlier events of their own, and how much of that is judged (22.1(1))."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

import msgspec
from msgspec.structs import fields

from events.envelope import moment
from events.exchange import RecordCorrected
from services.audit.domain.case_file import CaseFile
from services.audit.domain.entry import Entry

JUDGED_MAX: Final = 20
"""Corrections of a lane in a case that are judged: its last ones. Each costs a judging of the case
whenever that is shown; counted by lane, so that no lane's many push out another's few."""


INSTANT: Final = "at"
"""The field that is an instant: 30 February has its form, and is none."""


class Correction(NamedTuple):
    """What a lane has said of an earlier event of its own."""

    told: Entry
    corrects: Entry
    fields: Mapping[str, Any] | None
    """The field and its value, of the event's own type; None if the value does not fit it."""


def corrections_of(file: CaseFile) -> Sequence[Correction]:
    """Give the corrections of a case that are judged; of each field of an event the last told."""
    judged: list[Correction] = []
    of_lane = Counter[str]()
    for told, corrects in reversed(_last_told(file)):
        of_lane[told.lane] += 1
        if of_lane[told.lane] <= JUDGED_MAX:
            judged.append(Correction(told, corrects, _fitting(corrects.data, told.data)))
    return judged[::-1]


def left_out(file: CaseFile) -> int:
    """Count the corrections that are not judged, as their lane has told many more since."""
    lanes = Counter(told.lane for told, _ in _last_told(file))
    return sum(max(0, count - JUDGED_MAX) for count in lanes.values())


def _last_told(file: CaseFile) -> Sequence[tuple[Entry, Entry]]:
    """Give each correction that no later one replaces, with what it corrects; by seq."""
    earlier = {one.ref: one for one in sorted(file.entries, key=_seq, reverse=True)}
    last: dict[tuple[str, str], tuple[Entry, Entry]] = {}
    for told in sorted(file.all(RecordCorrected), key=_seq):
        corrects = earlier.get(f"{told.lane}/{told.data.corrects}")
        if corrects is not None and corrects.seq < told.seq:
            last.pop((corrects.ref, told.data.field), None)
            last[corrects.ref, told.data.field] = told, corrects
    return list(last.values())


def _seq(entry: Entry) -> int:
    return entry.seq


def _fitting(data: Any, told: RecordCorrected) -> Mapping[str, Any] | None:  # noqa: ANN401 -- any event's data
    """Read a correction's value as the event's field has it; several codes are parted by spaces."""
    types = {one.name: one.type for one in fields(data)}
    for value in (told.value, told.value.split(" ")):
        try:
            fitting: dict[str, Any] = {told.field: msgspec.convert(value, types[told.field])}
            if told.field == INSTANT:
                moment(fitting[INSTANT])
        except (KeyError, ValueError):  # What msgspec refuses is a ValueError, too.
            continue
        return fitting
    return None

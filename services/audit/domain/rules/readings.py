"""The readings under which a missed term is none, where the Kazakh text bears two (T-service)."""

from datetime import date
from typing import Final, NamedTuple

from events.provider import CaseRegistered
from services.audit.domain.case_file import CaseFile
from services.audit.domain.entry import Entry
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rules.deadline import Deadline
from services.audit.domain.rules.facts import decision, first_at, open_from

DECISION_ENDS: Final = (
    "The decision ends the term, not the arrival of the result where it is handed out: "
    "8.1(5) does not say what ends it"
)
DELIVERER_BEGINS: Final = (
    "The deliverer's acceptance begins the term, not the centre's: "
    "14.1 does not say who accepts («құжаттар қабылданған күн»)"
)
BOTH: Final = f"{DELIVERER_BEGINS}. {DECISION_ENDS}"


class Lenient(NamedTuple):
    """How a term that has passed may still have been kept."""

    reading: str | None = None
    """None if the term was missed in every reading: the breach is certain."""
    shown_by: tuple[Entry | None, ...] = ()
    """What the reading rests on."""
    open_from: date = date.min
    """The first day on which an act that would change this may still be told."""


def lenient(file: CaseFile, day: LedgerDay, deadline: Deadline, ended: Entry | None) -> Lenient:
    """Say under which reading a term was kept whose judged date has passed."""
    still_open = open_from(day, file.lanes)
    if deadline.as_told:
        return Lenient(open_from=still_open)
    made, begun = decision(file), first_at(file, file.deliverers, CaseRegistered)
    decided_on = still_open if made is None else made.on
    ended_on = still_open if ended is None else ended.on
    if decided_on <= deadline.least:
        return Lenient(DECISION_ENDS, (made,), still_open)
    if ended_on <= deadline.lenient_due:
        return Lenient(DELIVERER_BEGINS, (begun,), still_open)
    if decided_on <= deadline.lenient_due:
        return Lenient(BOTH, (begun, made), still_open)
    return Lenient(open_from=still_open)

"""What the rules ask of a case file: by whom, where, and when."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Final

from events.intake import ResultReceived
from events.law.norm_book import Standard
from events.provider import REGISTER_RECORD, DecisionMade, Outcome, ResultSent
from events.roles import CENTRES
from services.audit.domain.case_file import CaseFile
from services.audit.domain.entry import Entry
from services.audit.domain.evidence import Undecidable
from services.audit.domain.ledger_day import LedgerDay

ONE_DAY: Final = timedelta(days=1)
NOT_SHOWN: Final = Undecidable(reason="nothing shows that who owes it was shown what asks for it")


def at_centre(file: CaseFile, day: LedgerDay) -> bool:
    """Say whether the request was taken in at a centre of either kind."""
    return file.window_lane is not None and day.has_role(file.window_lane, *CENTRES)


def standard_of(file: CaseFile, day: LedgerDay) -> Standard | Undecidable:
    """Give the edition that governs a case, or say that it was never told."""
    standard = file.standard(day)
    if standard is not None:
        return standard
    told = file.accepted or file.lodged
    code = "" if told is None else f"{told.data.service_code}/{told.data.standard_edition}"
    return Undecidable(reason=f"edition {code} of the standard is not known")


def signer(entry: Entry, day: LedgerDay) -> str:
    """Name the agency whose lane told an entry."""
    return day.register.agency_of(entry.lane).agency


def first_at(file: CaseFile, lanes: Sequence[str], kind: type[Any]) -> Entry | None:
    """Give the earliest entry of a kind that one of these lanes told."""
    for entry in file.all(kind):
        if entry.lane in lanes:
            return entry
    return None


def decision(file: CaseFile) -> Entry | None:
    """Give the deliverer's first decision."""
    return first_at(file, file.deliverers, DecisionMade)


def ending(file: CaseFile) -> Entry | None:
    """Give what ends the term: the result at the window, or a decision with nothing to bring there.

    The law does not say what ends it. Chosen: the result can be had; an entry in a register can be
    had where it is made (15.3). An applicant who ends the case waits for no result.
    """
    made = decision(file)
    if made is not None and brings_nothing(made):
        return made
    return first_at(file, file.windows, ResultReceived)


def brings_nothing(made: Entry) -> bool:
    """Say whether a decision leaves nothing to be sent to the window."""
    ended_by_applicant: bool = made.data.outcome is Outcome.ENDED_BY_APPLICANT
    return ended_by_applicant or made.data.result_kind == REGISTER_RECORD


def sending(file: CaseFile) -> Entry | None:
    """Give what proves that the result was sent to the window: the sending, or its arrival."""
    arrived = first_at(file, file.windows, ResultReceived)
    for sent in file.all(ResultSent):
        if sent.lane in file.deliverers and sent.data.to_lane in file.windows:
            return arrived if arrived is not None and arrived.on < sent.on else sent
    return arrived


def refs(*entries: Entry | None) -> tuple[str, ...]:
    """List the entries that there are, each once, sorted by (on, lane, id)."""
    found = {entry.ref: entry for entry in entries if entry is not None}
    ordered = sorted(found.values(), key=lambda entry: (entry.on, entry.lane, entry.event.id))
    return tuple(entry.ref for entry in ordered)


def told_by(one: Entry, entry: Entry) -> bool:
    """Say whether something had been told when an entry was: by its lane, or by its day."""
    return one.seq <= entry.seq if one.lane == entry.lane else one.on <= entry.on


def day_after(day: date) -> date:
    """Give the next day; the last day of the calendar, which anybody may tell, has none."""
    return day if day == date.max else day + ONE_DAY


def open_from(day: LedgerDay, lanes: Sequence[str]) -> date:
    """Give the first day on which these lanes may still tell something; before it, none told it."""
    return min(day.day, *(day_after(day.covered.get(lane, date.min)) for lane in lanes))

"""The story of a case as known at a point of the ledger: events, deadlines, findings, proof."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from events.audit import DayCounted
from events.known import Known
from events.law.deadlines import CENTRE_MARGIN, NoTerm, centre_due, term_of
from events.law.explanation import Count, explain
from events.law.working_days import CalendarGap
from events.log.adapters.sqlite_transaction import SqliteTransaction
from events.roles import CENTRES
from services.audit.adapters.sqlite_ledger import LedgerTables
from services.audit.application.as_of import AsOf, as_of
from services.audit.application.case_numbers import find_case, jurisdiction_of, read_case
from services.audit.application.corrected import Corrected, corrected
from services.audit.application.counted import KnownAt, prefix_of
from services.audit.application.findings import recorded
from services.audit.domain.case_file import CaseFile
from services.audit.projections.narrative import day_text
from services.audit.projections.recorded import RecordedFinding


class Story(Struct, frozen=True, kw_only=True):
    """A case as it was known."""

    file: CaseFile
    known: Known
    at: AsOf
    findings: Sequence[RecordedFinding]
    judged: bool
    """Whether any of it counted on the day that was judged last (protocol B5, B8): what has no
    finding before that is not known to be right."""
    due: Count | None
    """The service's term, day by day, by the calendar known when told; none if as told."""
    corrected: Corrected
    """What corrections change of what the rules say."""

    @property
    def centre_by(self) -> date | None:
        """The last day to send the result to the centre (5.5(5)); none if the window is none."""
        lane = self.known.register.lanes.get(self.file.window_lane or "")
        if lane is None or self.due is None or self.due.due_on is None:
            return None
        roles = self.known.register.agencies[lane.agency].roles
        return centre_due(self.due.due_on) if roles & set(CENTRES) else None


def story(tx: SqliteTransaction, audit_lane: str, number: str, when: str | None) -> Story:
    """Tell a case.

    Args:
        tx: a snapshot of the ledger's store.
        audit_lane: the ledger's own lane.
        number: see `find_case`.
        when: see `as_of`; a date without a jurisdiction is the case's own.

    Raises:
        Refused: no such case, or no such point of the ledger.
    """
    subject = find_case(tx, number)
    jurisdiction = jurisdiction_of(tx, audit_lane, subject)
    at = as_of(tx, when, jurisdiction)
    known = KnownAt().known(tx, audit_lane, at.size, at.lanes)
    file = read_case(tx, subject, at.lanes, known.register)
    return Story(
        file=file,
        known=known,
        at=at,
        findings=[one for one in recorded(tx, at.size) if one.made.subject == subject],
        judged=_is_judged(tx, file, at, jurisdiction, known),
        due=count_of(file, known),
        corrected=corrected(tx, audit_lane, subject, jurisdiction, at.size),
    )


def _is_judged(
    tx: SqliteTransaction, file: CaseFile, at: AsOf, jurisdiction: str | None, known: Known
) -> bool:
    """Say whether an event of the case counted on the day judged last; none did of a new lane."""
    day = at.judged.get(jurisdiction or "")
    if day is None or jurisdiction is None:
        return False
    tables = LedgerTables(tx)
    counted = (own.event.data for own in tables.book(jurisdiction, at.size))
    silent = next(
        (one.silent for one in counted if isinstance(one, DayCounted) and one.date == day), ()
    )
    sizes = prefix_of(tables, known.register, jurisdiction, day, silent).sizes
    return any(entry.seq <= sizes.get(entry.lane, 0) for entry in file.entries)


def count_of(file: CaseFile, known: Known) -> Count | None:
    """Count the service's term day by day; None if it is as told, or cannot be counted."""
    accepted = file.accepted
    if accepted is None:
        return None
    data = accepted.data
    standard = known.norms.standard(data.service_code, data.standard_edition)
    if standard is None:
        return None
    try:
        term = term_of(standard, data.variant)
        if term.as_told:
            return None
        calendars = term.calendars(known.norms.calendars)
        return explain(
            accepted.on,
            term.term.count,
            calendars.known_when_told(data.told.calendar_version or "", accepted.on),
            week=term.term.week,
            first_day_counted=term.first_day_counted,
        )
    except (NoTerm, CalendarGap):
        return None


def centre_text(by: date) -> str:
    """Say by when the result is to be sent to the centre, and how that date follows (5.5(5))."""
    last = day_text(by + CENTRE_MARGIN)
    return (
        f"to be sent to the centre by {day_text(by)} (5.5(5)): "
        f"the calendar day before the term's last, {last}; no day off moves it"
    )

"""What a body's decision or demand asks of an agency: to restore rights by a day (T-restore)."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from events.complaints import Verdict as Outcome
from events.complaints_after import RestorationDemanded
from events.law.calendar_view import CalendarView
from events.law.calendars import Calendars
from events.law.complaint_way import Way
from events.provider_course import RightsRestored
from services.audit.domain.case_file import CaseFile
from services.audit.domain.complaint_file import StageFile
from services.audit.domain.entry import Entry
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rules.complaint_count import later_day
from services.audit.domain.rules.complaint_lanes import providers_lanes
from services.audit.domain.rules.facts import signer

IN_FAVOUR = (Outcome.SATISFIED, Outcome.PARTLY)


class Asked(NamedTuple):
    """A decision or a demand, and what it asks of whom by when."""

    entry: Entry
    stage: StageFile
    way: Way
    agency: str
    by: date
    measures: frozenset[str]

    def due(self, file: CaseFile, day: LedgerDay) -> tuple[date, CalendarView]:
        """Give the last day, and the calendar that gave it: a working day, once it can be known.

        Raises:
            CalendarGap: no calendar tells whether that day is worked.
        """
        last, path = max(self.by, file.knowable_on(self.entry)), self.way.path
        calendars = day.norms.calendars.get(path.calendar, Calendars())
        return later_day(calendars, self.entry, lambda view: view.week(path.week).nth_from(last, 1))

    def met(self, file: CaseFile, day: LedgerDay) -> Entry | None:
        """Give the act with which all that was asked was done.

        An agency says so on any of its lanes of delivery, named by the case or not: it speaks of
        its own act.
        """
        lanes, left, done = providers_lanes(day, self.agency), self.measures, None
        told = sorted([*file.entries, *file.strangers], key=lambda one: (one.on, one.lane, one.seq))
        for one in told:
            if one.lane in lanes and isinstance(one.data, RightsRestored) and self._answers(one):
                left, done = left - set(one.data.measures), one
            if done is not None and not left:
                return done
        return None

    def _answers(self, restored: Entry) -> bool:
        """Say whether an act answers this: it names it, or is of the complaint and not earlier."""
        told: RightsRestored = restored.data
        of_complaint = self.stage.stream.complaint_id == told.complaint_id
        return self.entry.ref == told.cause or (of_complaint and restored.on >= self.entry.on)


def by_decision(day: LedgerDay, stage: StageFile, way: Way) -> Asked | None:
    """Give what a decision in the applicant's favour asks of the deliverer (19.4(3)).

    None if it sets no day, or if the body was not the one to decide at this stage.
    """
    decided = stage.decided
    if decided is None or decided.data.measures_by is None:
        return None
    competent = way.examines(signer(decided, day), stage.stream.stage)
    if decided.data.outcome not in IN_FAVOUR or not competent:
        return None
    measures = frozenset(decided.data.measures)
    return Asked(decided, stage, way, way.deliverer, decided.data.measures_by, measures)


def by_demands(day: LedgerDay, stage: StageFile, way: Way) -> Iterator[Asked]:
    """Give what the quality authority demands, of the agency whose lane it addresses (19.5(2))."""
    if not way.is_last_word(signer(stage.lodged, day), stage.stream.stage):
        return
    for entry in stage.all(RestorationDemanded):
        data = entry.data
        if data.to_lane in providers_lanes(day, data.to_agency):
            yield Asked(entry, stage, way, data.to_agency, data.by, frozenset(data.measures))

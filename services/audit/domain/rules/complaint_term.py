"""The term of a complaint's stage, counted once for all rules that ask (T-stage, 19.2-19.6)."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from events.law.complaint_way import Way
from events.law.working_days import CalendarGap
from services.audit.domain.case_file import CaseFile
from services.audit.domain.complaint_file import StageFile, stage_files
from services.audit.domain.evidence import Undecidable, Verdict
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rules.complaint_count import Count, Term
from services.audit.domain.rules.complaint_receipt import received_on
from services.audit.domain.rules.complaint_way import way_of
from services.audit.domain.rules.service_deadline import OUT_OF_YEARS, CaseJudge

REGISTRATION_BEGINS: Final = (
    "The registration begins the term, not the receipt: "
    "19.2 «бес жұмыс күні ішінде қарауға» does not say from when"
)
EXTENSION_COUNTS: Final = (
    "An extension counts although the applicant was not told of it in time: "
    "19.6 does not say that it falls then"
)

StageJudge = Callable[[CaseFile, LedgerDay, "StageTerm"], Iterator[Verdict]]


class StageTerm(NamedTuple):
    """A complaint at one body, with its way and its term."""

    stage: StageFile
    way: Way
    term: Term
    """As chosen: from receipt, moved only by what the applicant was told in time."""
    lenient: Sequence[tuple[tuple[str, ...], date]]
    """Readings -> the last day under them; the fewest readings first."""

    def kept(self, on: date, *further: str) -> tuple[str, ...] | None:
        """Name the readings under which a day is in time, the fewest; None if it is in none.

        Args:
            on: when the act was done, or the first day on which it still may be.
            further: readings that are taken besides.
        """
        for readings, due in self.lenient:
            if on <= due:
                return (*readings, *further)
        return None

    @property
    def last(self) -> date:
        """The last day under any reading that has one."""
        return max((due for _, due in self.lenient if due < date.max), default=self.term.due)


def with_terms(*kinds: type[Any]) -> Callable[[StageJudge], CaseJudge]:
    """Judge every complaint at each body that has a term; say of others why they have none.

    Args:
        kinds: only where the body has told one of these events; none named: everywhere.
    """

    def of(judge: StageJudge) -> CaseJudge:
        def judged(file: CaseFile, day: LedgerDay) -> Iterator[Verdict]:
            for stage, term in file.once(day, stage_terms):
                if kinds and not stage.all(*kinds):
                    continue
                if isinstance(term, StageTerm):
                    yield from judge(file, day, term)
                else:
                    yield term

        return judged

    return of


def stage_terms(
    file: CaseFile, day: LedgerDay
) -> Sequence[tuple[StageFile, StageTerm | Undecidable]]:
    """Count the term of each complaint at each body."""
    return [(stage, _stage_term(file, day, stage)) for stage in file.once(day, stage_files)]


def _stage_term(file: CaseFile, day: LedgerDay, stage: StageFile) -> StageTerm | Undecidable:
    way = way_of(file, day, stage.lodged.data)
    if isinstance(way, Undecidable):
        return way
    calendars = day.norms.calendars.get(way.path.calendar)
    if calendars is None:
        return Undecidable(reason=f"no calendar of {way.path.calendar} has been adopted")
    count = Count(way.path, way.at(stage.stream.stage).stage, calendars, stage)
    start = received_on(file, day, stage)
    try:
        term = count.term(start)
    except CalendarGap as gap:
        return Undecidable(reason=str(gap))
    except (ValueError, OverflowError):  # A lane may tell a date next to the last of all dates.
        return OUT_OF_YEARS
    return StageTerm(stage, way, term, list(_lenient(count, start)))


def _lenient(count: Count, start: date) -> Iterator[tuple[tuple[str, ...], date]]:
    """Count as other readings have it; what was never registered has no last day in one of them."""
    registered = count.stage.registered
    from_registration = None if registered is None else registered.on
    yield (), _due(count, start)
    yield (REGISTRATION_BEGINS,), _due(count, from_registration)
    yield (EXTENSION_COUNTS,), _due(count, start, untold=True)
    both = (REGISTRATION_BEGINS, EXTENSION_COUNTS)
    yield both, _due(count, from_registration, untold=True)


def _due(count: Count, start: date | None, *, untold: bool = False) -> date:
    """Where a calendar is missing nobody can say that the last day has passed."""
    if start is None:
        return date.max
    try:
        return count.term(start, untold=untold).due
    except (CalendarGap, ValueError, OverflowError):
        return date.max

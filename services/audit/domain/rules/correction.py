"""A date that its own lane corrects after the service was due: the evidence, not the service."""

from collections.abc import Iterator
from typing import Final

from events.exchange import RecordCorrected
from services.audit.domain.case_file import CaseFile
from services.audit.domain.entry import Entry
from services.audit.domain.evidence import Evidence, Kind, Rule, Sentence, Undecidable, Verdict
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rules.citations import OWN_CONTROL, kz
from services.audit.domain.rules.facts import refs, signer
from services.audit.domain.rules.service_deadline import service_deadline

DAY_OF_ACT: Final = "on"


def _corrected_late(file: CaseFile, day: LedgerDay) -> Iterator[Verdict]:
    """Find corrections of an act's day, by a window or deliverer, after the service's due day.

    The correction moves no due date and undoes no finding by itself: a person compares both.
    """
    told = (one for one in file.all(RecordCorrected) if one.lane in file.lanes)
    corrections = [one for one in told if one.data.field == DAY_OF_ACT]
    deadline = file.once(day, service_deadline) if corrections else None
    if isinstance(deadline, Undecidable):
        yield deadline
    if deadline is None or isinstance(deadline, Undecidable) or deadline.due is None:
        return
    for one in corrections:
        if one.on > deadline.due:
            yield Evidence(
                charged=signer(one, day),
                began=one.ref,
                subject=file.subject,
                event_ids=refs(_corrected(file, one), one),
                due_on=deadline.due,
                days_late=(one.on - deadline.due).days,
                calendar_version=deadline.calendar_version,
            )


def _corrected(file: CaseFile, correction: Entry) -> Entry | None:
    """Give the earlier event of the lane that it corrects, if that is of this case."""
    ref = f"{correction.lane}/{correction.data.corrects}"
    return next((one for one in file.entries if one.ref == ref), None)


CORRECTED_LATE: Final[Rule[CaseFile]] = Rule(
    name="corrected_late",
    kind=Kind.INTEGRITY,
    sentence=Sentence(
        en="A date was corrected after its due day.",
        kk="Күн мерзім өткен соң түзетілді.",
        ru="Дата исправлена после срока.",
    ),
    cites=kz(OWN_CONTROL),
    judge=_corrected_late,
)

RULES: Final = (CORRECTED_LATE,)

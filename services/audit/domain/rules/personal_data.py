"""24: personal data are read by those whom the case has to do with."""

from collections.abc import Iterator
from typing import Final

from events.intake_course import ComplaintHandedIn
from events.keys import PersonalDataRead
from services.audit.domain.case_file import CaseFile
from services.audit.domain.entry import Entry
from services.audit.domain.evidence import Evidence, Kind, NotYet, Rule, Sentence, Verdict
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rules.citations import kz
from services.audit.domain.rules.facts import day_after, refs, signer

QUALITY_AUTHORITY: Final = "quality_authority"
"""Controls all cases (22.1): that it reads one needs no tie that the case would name."""


def _unfounded(file: CaseFile, day: LedgerDay) -> Iterator[Verdict]:
    """Point at readings of an agency that the case never named, once all that might could have.

    The draft forbids disclosing, not reading: so a person must ask why.
    """
    for read in file.strangers if file.lodged is not None else ():
        if not isinstance(read.data, PersonalDataRead) or _is_tied(file, day, read):
            continue
        if not day.covers([*file.lanes, *file.bodies], read.on):
            yield NotYet(until=day_after(day.day))
            continue
        yield Evidence(
            charged=signer(read, day), began=read.ref, subject=file.subject, event_ids=refs(read)
        )


def _is_tied(file: CaseFile, day: LedgerDay, read: Entry) -> bool:
    """Say whether the reader's agency has a lane that the case has to do with, or controls all.

    A window has to do with a case also if it took in a complaint about it.
    """
    lanes = {*file.named, *(one.lane for one in file.all(ComplaintHandedIn))}
    tied = {day.register.agency_id(lane) for lane in lanes}
    controls = day.has_role(read.lane, QUALITY_AUTHORITY)
    return controls or day.register.agency_id(read.lane) in tied


READ_UNFOUNDED: Final[Rule[CaseFile]] = Rule(
    name="read_unfounded",
    kind=Kind.HINT,
    sentence=Sentence(
        en="Personal data were read without a tie to the case.",
        kk="Дербес деректер іске қатыссыз қаралды.",
        ru="Персональные данные просмотрены без связи с делом.",
    ),
    cites=kz("24"),
    judge=_unfounded,
)

RULES: Final = (READ_UNFOUNDED,)

"""Whether a window takes in only under ids that it made (protocol E3, B11)."""

from collections.abc import Iterator
from typing import Final

from events.identity import made_by
from events.intake import ApplicationLodged
from events.intake_course import ComplaintHandedIn
from services.audit.domain.case_file import CaseFile
from services.audit.domain.entry import Entry
from services.audit.domain.evidence import Evidence, Kind, Rule, Sentence, Verdict
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rules.citations import everywhere
from services.audit.domain.rules.facts import refs, signer


def _not_own(file: CaseFile, day: LedgerDay) -> Iterator[Verdict]:
    """Find requests and complaints whose id names another lane as its maker, or none.

    Whether or not the lane is taken for the window of the case: nobody can have given it the id.
    """
    for entry in (*file.entries, *file.strangers):
        id_ = _begun(file, entry)
        if id_ is not None and not made_by(id_, entry.lane):
            yield Evidence(
                charged=signer(entry, day),
                began=entry.ref,
                subject=file.subject,
                event_ids=refs(entry),
            )


def _begun(file: CaseFile, entry: Entry) -> str | None:
    """Give the id under which an entry begins something; None if it begins nothing."""
    match entry.data:
        case ApplicationLodged():
            return file.subject
        case ComplaintHandedIn(complaint_id=complaint_id):
            return complaint_id
        case _:
            return None


ID_NOT_OWN: Final[Rule[CaseFile]] = Rule(
    name="id_not_own",
    kind=Kind.INTEGRITY,
    sentence=Sentence(
        en="A request or a complaint was taken in under an id that the lane did not make.",
        kk="Өтініш немесе шағым осы журнал бермеген нөмірмен қабылданды.",
        ru="Заявление или жалоба приняты под номером, который выдан не этим журналом.",
    ),
    cites=everywhere("E3"),
    judge=_not_own,
)

RULES: Final = (ID_NOT_OWN,)

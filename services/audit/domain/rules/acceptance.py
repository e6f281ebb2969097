"""14.2: a centre takes in what is complete, and nothing else."""

from collections.abc import Iterator
from typing import Final

from events.intake import AcceptanceRefused
from events.law.norms import StandardContents
from events.law.predicates import missing_documents
from services.audit.domain.case_file import CaseFile
from services.audit.domain.evidence import Evidence, Kind, Rule, Sentence, Undecidable, Verdict
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rules.citations import kz
from services.audit.domain.rules.facts import at_centre, refs, signer, standard_of

INCOMPLETE: Final = "incomplete"
OTHER_GROUND: Final = (
    "A centre may also refuse to take a request in on a ground that 14.2 does not name: "
    "14.2 binds it to refuse what is incomplete and does not say that nothing else may be refused"
)


def _accepted_incomplete(file: CaseFile, day: LedgerDay) -> Iterator[Verdict]:
    accepted = file.accepted
    if accepted is None or not at_centre(file, day):
        return
    standard = standard_of(file, day)
    if isinstance(standard, Undecidable):
        yield standard
        return
    told = accepted.data
    if missing_documents(standard.contents, told.variant, told.documents_accepted):
        yield Evidence(
            charged=signer(accepted, day),
            began=accepted.ref,
            subject=file.subject,
            event_ids=refs(accepted),
        )


def _refused_complete(file: CaseFile, day: LedgerDay) -> Iterator[Verdict]:
    refusals = [one for one in file.all(AcceptanceRefused) if one.lane == file.window_lane]
    lodged = file.lodged
    if not refusals or lodged is None:
        return
    standard = standard_of(file, day)
    if isinstance(standard, Undecidable):
        yield standard
        return
    if missing_documents(standard.contents, lodged.data.variant, lodged.data.documents_presented):
        return
    for refused in refusals:
        if not _ground_listed(standard.contents, refused.data):
            yield Evidence(
                charged=signer(refused, day),
                began=refused.ref,
                subject=file.subject,
                event_ids=refs(lodged, refused),
                reading=None if refused.data.ground == INCOMPLETE else OTHER_GROUND,
            )


def _ground_listed(contents: StandardContents, refused: AcceptanceRefused) -> bool:
    """Say whether the standard lets a complete request be refused on this ground (8.1(8))."""
    return refused.ground != INCOMPLETE and refused.ground in contents.acceptance_refusal_grounds


ACCEPTED_INCOMPLETE: Final[Rule[CaseFile]] = Rule(
    name="accepted_incomplete",
    kind=Kind.BREACH,
    sentence=Sentence(
        en="An application was accepted although documents were missing.",
        kk="Құжаттар толық ұсынылмаса да, өтініш қабылданды.",
        ru="Заявление принято при неполном пакете документов.",
    ),
    cites=kz("14.2"),
    judge=_accepted_incomplete,
)

REFUSED_COMPLETE: Final[Rule[CaseFile]] = Rule(
    name="refused_complete",
    kind=Kind.BREACH,
    sentence=Sentence(
        en="Acceptance was refused although the documents were complete.",
        kk="Құжаттар толық ұсынылғанымен, өтінішті қабылдаудан бас тартылды.",
        ru="В приёме заявления отказано при полном пакете документов.",
    ),
    cites=kz("14.2"),
    judge=_refused_complete,
)

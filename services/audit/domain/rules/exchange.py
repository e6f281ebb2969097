"""5.5(4), 16: what a body holds it gives, in time, or says on what ground it does not."""

from collections.abc import Iterator, Sequence
from typing import Final

from events.exchange import InquirySent
from events.law.predicates import inquiry_term
from events.provider_course import InquiryAnswered
from services.audit.domain.case_file import CaseFile
from services.audit.domain.entry import Entry
from services.audit.domain.evidence import Evidence, Kind, Rule, Sentence, Undecidable, Verdict
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rules.citations import kz
from services.audit.domain.rules.clock import Clock, overdue
from services.audit.domain.rules.facts import refs, signer, standard_of

INFORMATION: Final = "information"
REFUSED: Final = "refused"


def _late(file: CaseFile, day: LedgerDay) -> Iterator[Verdict]:
    """Find answers after the term that the standard sets; where no norm sets one, none is late.

    The holder's clock begins when it could know of the question. Of a holder without a lane
    nothing is known but the asker's word.
    """
    for sent in questions(file):
        standard = standard_of(file, day)
        if isinstance(standard, Undecidable):
            yield standard
            return
        lane, term = sent.data.to_lane, inquiry_term(standard.contents, sent.data.documents)
        holder = None if lane is None else day.agency_of(lane)
        if term is not None and holder is not None:
            known_on, answered = file.knowable_on(sent), answer_of(file, sent)
            yield from overdue(Clock(sent, known_on, answered, (lane,), holder.agency), term, day)


def _without_ground(file: CaseFile, day: LedgerDay) -> Iterator[Verdict]:
    for sent in questions(file):
        answered = answer_of(file, sent)
        if answered is None or answered.data.outcome != REFUSED or answered.data.ground:
            continue
        yield Evidence(
            charged=signer(answered, day),
            began=sent.ref,
            subject=file.subject,
            event_ids=refs(sent, answered),
        )


def questions(file: CaseFile) -> Sequence[Entry]:
    """Give what was asked to deliver the service: bodies that examine a complaint ask by 19.6."""
    asked = (one for one in file.all(InquirySent) if one.lane in file.lanes)
    return [one for one in asked if one.data.kind == INFORMATION]


def answer_of(file: CaseFile, sent: Entry) -> Entry | None:
    """Give the holder's own answer to a question."""
    for one in file.all(InquiryAnswered):
        if one.data.inquiry == sent.ref and one.lane == sent.data.to_lane:
            return one
    return None


INQUIRY_LATE: Final[Rule[CaseFile]] = Rule(
    name="inquiry_late",
    kind=Kind.BREACH,
    sentence=Sentence(
        en="The information was given late.",
        kk="Сұратылған мәлімет мерзімінен кеш берілді.",
        ru="Запрошенные сведения представлены с опозданием.",
    ),
    cites=kz("5.5(4)"),
    judge=_late,
)

INQUIRY_REFUSED_WITHOUT_GROUND: Final[Rule[CaseFile]] = Rule(
    name="inquiry_refused_without_ground",
    kind=Kind.BREACH,
    sentence=Sentence(
        en="Information was refused without a ground.",
        kk="Мәлімет беруден негізсіз бас тартылды.",
        ru="В представлении сведений отказано без основания.",
    ),
    cites=kz("5.5(4)"),
    judge=_without_ground,
)

RULES: Final = (INQUIRY_LATE, INQUIRY_REFUSED_WITHOUT_GROUND)

"""8.1(7), 5.5(4): an applicant is asked for what the standard lists, and no body holds."""

from collections.abc import Iterator, Sequence
from typing import Final

from events.exchange import AnswerReceived
from events.intake import AcceptanceRefused
from events.law.norm_book import Standard
from events.law.norms import StandardContents
from events.law.predicates import APPLICANT, document, holder_of, outside_the_list
from events.provider_course import DocumentsAsked, InquiryAnswered
from services.audit.domain.case_file import CaseFile
from services.audit.domain.entry import Entry
from services.audit.domain.evidence import Evidence, Kind, Rule, Sentence, Undecidable, Verdict
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rules.citations import kz
from services.audit.domain.rules.facts import refs, signer, standard_of

PROVIDED: Final = "provided"


def _extra(file: CaseFile, day: LedgerDay) -> Iterator[Verdict]:
    for asked, standard in _asked(file, day):
        if isinstance(standard, Undecidable):
            yield standard
        elif outside_the_list(standard.contents, _codes(asked)):
            yield _evidence(file, signer(asked, day), asked)


def _held(file: CaseFile, day: LedgerDay) -> Iterator[Verdict]:
    """Find documents asked of the applicant that the standard says an agency holds."""
    for asked, standard in _asked(file, day):
        if isinstance(standard, Undecidable):
            yield standard
        elif any(holder_of(standard.contents, code) is not None for code in _codes(asked)):
            yield _evidence(file, signer(asked, day), asked)


def _standard_outdated(file: CaseFile, day: LedgerDay) -> Iterator[Verdict]:
    """Find a document that the standard wants of the applicant although a body has provided it.

    Charged is who approved the standard.
    """
    for asked, standard in _asked(file, day):
        if isinstance(standard, Undecidable):
            continue
        wanted = [code for code in _codes(asked) if _is_applicants(standard.contents, code)]
        if provided := _provided(file, asked, wanted):
            yield _evidence(file, standard.contents.approver, asked, provided)


def _is_applicants(contents: StandardContents, code: str) -> bool:
    found = document(contents, code)
    return found is not None and found.source == APPLICANT


def _provided(file: CaseFile, asked: Entry, codes: Sequence[str]) -> Entry | None:
    """Give the answer by which one of these documents had come before the applicant was asked."""
    for one in file.all(InquiryAnswered, AnswerReceived):
        before = one.on <= asked.on and one.data.outcome == PROVIDED
        if before and not set(codes).isdisjoint(one.data.documents):
            return one
    return None


def _asked(file: CaseFile, day: LedgerDay) -> Iterator[tuple[Entry, Standard | Undecidable]]:
    """Give what asked the applicant for documents, at a window or from a deliverer."""
    for one in file.all(DocumentsAsked, AcceptanceRefused):
        if one.lane in file.lanes:
            yield one, standard_of(file, day)


def _codes(asked: Entry) -> Sequence[str]:
    data = asked.data
    codes: Sequence[str] = data.documents if isinstance(data, DocumentsAsked) else data.missing
    return codes


def _evidence(file: CaseFile, charged: str, asked: Entry, answer: Entry | None = None) -> Evidence:
    return Evidence(
        charged=charged,
        began=asked.ref,
        subject=file.subject,
        event_ids=refs(answer, asked),
    )


EXTRA_DOCUMENT_ASKED: Final[Rule[CaseFile]] = Rule(
    name="extra_document_asked",
    kind=Kind.BREACH,
    sentence=Sentence(
        en="A document outside the standard was demanded.",
        kk="Стандартта жоқ құжат талап етілді.",
        ru="Затребован документ, не предусмотренный стандартом.",
    ),
    cites=kz("8.1(7)"),
    judge=_extra,
)

APPLICANT_ASKED_FOR_HELD_DOCUMENT: Final[Rule[CaseFile]] = Rule(
    name="applicant_asked_for_held_document",
    kind=Kind.BREACH,
    sentence=Sentence(
        en="The applicant was asked for what another body holds.",
        kk="Басқа органда бар құжат алушыдан талап етілді.",
        ru="У получателя затребован документ, имеющийся у другого органа.",
    ),
    cites=kz("5.5(4)"),
    judge=_held,
)

STANDARD_ASKS_FOR_HELD_DOCUMENT: Final[Rule[CaseFile]] = Rule(
    name="standard_asks_for_held_document",
    kind=Kind.HINT,
    sentence=Sentence(
        en="The standard lets the applicant be asked for what a body has provided before.",
        kk="Стандарт орган бұрын берген құжатты алушыдан талап етуге жол береді.",
        ru="Стандарт допускает запрос у получателя документа, который орган уже представлял.",
    ),
    cites=kz("5.5(4)"),
    judge=_standard_outdated,
)

RULES: Final = (
    EXTRA_DOCUMENT_ASKED,
    APPLICANT_ASKED_FOR_HELD_DOCUMENT,
    STANDARD_ASKS_FOR_HELD_DOCUMENT,
)

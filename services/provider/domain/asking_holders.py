"""Which agencies a new case asks for what they hold, and by when they must answer (5.5(4), 16)."""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from events.acts.inquiry import SendInquiry
from events.common import Told
from events.law.counting import TermAsTold
from events.law.deadlines import by_itself
from events.law.norm_book import Standard
from events.law.norms import Document
from events.law.predicates import APPLICANT, inquiry_term
from events.law.variant import ALWAYS
from events.law.working_days import CalendarGap
from services.provider.domain.deliverer import Deliverer

INFORMATION: Final = "information"
BASIS: Final = "5.5(4)"
_ID_HEX: Final = 32
"""128 bits, like every id of an inquiry."""


def held_always(standard: Standard) -> Sequence[Document]:
    """List the documents that agencies hold and that every variant of the service needs.

    A registration names no variant: what only some variants need is for an officer to ask.
    """
    documents = standard.contents.documents
    return [one for one in documents if one.source != APPLICANT and one.applies_when == ALWAYS]


def questions(case_id: str, ref: str, on: date, deliverer: Deliverer) -> Iterator[SendInquiry]:
    """Give the question for each of these documents; no lane in it where the holder keeps none.

    Args:
        case_id: of the case that was registered.
        ref: `<lane>/<event id>` of its registration.
        on: the day of registration: the questions go out with it.
        deliverer: who asks, and by which standard.
    """
    standard = deliverer.standard
    for one in () if standard is None else held_always(standard):
        yield SendInquiry(
            inquiry_id=hashlib.sha256(f"{ref}\n{one.code}".encode()).hexdigest()[:_ID_HEX],
            case_id=case_id,
            holder=one.source,
            to_lane=deliverer.register.lane_of(one.source, "provider"),
            kind=INFORMATION,
            documents=(one.code,),
            legal_basis=BASIS,
            told=answer_told(one.code, on, deliverer),
        )


def answer_told(code: str, on: date, deliverer: Deliverer) -> Told | None:
    """Compute by when the holder must answer (T-inquiry); None where no norm or calendar says so.

    Args:
        code: of the document.
        on: the day of the question.
        deliverer: who asks, and by which standard.
    """
    standard = deliverer.standard
    term = None if standard is None else inquiry_term(standard.contents, (code,))
    if standard is None or term is None:
        return None
    try:
        calendar = deliverer.calendar_of(term, on)
        due = by_itself(term).due(on, calendar)
    except (CalendarGap, TermAsTold, ValueError, OverflowError):
        return None
    return Told(
        due_on=due,
        term_id=term.term_id,
        norm_edition=standard.norm_edition,
        calendar_version=calendar.versions_between(on, due),
    )

"""One predicate, used twice: a command refuses with it at the agency, a rule judges with it.

Agencies do not trust each other; the law is the same for both.
"""

from collections.abc import Sequence
from typing import Final

from events.law.norms import Document, Fee, Pause, StandardContents, Term
from events.law.variant import Variant

APPLICANT: Final = "applicant"
"""The source of a document that the applicant brings."""


def missing_documents(
    contents: StandardContents, variant: Variant, presented: Sequence[str]
) -> tuple[str, ...]:
    """List the documents that the applicant must bring and has not (8.1(7), 14.2)."""
    needed = (
        one.code
        for one in contents.documents
        if one.source == APPLICANT and one.applies_when.to(variant)
    )
    return tuple(code for code in needed if code not in presented)


def service_term(
    contents: StandardContents, variant: Variant, ends_at: str = "result"
) -> Term | None:
    """Give the term of the service for this variant (8.1(5)); None if the standard has none."""
    for term in contents.terms:
        if term.ends_at == ends_at and term.applies_when.to(variant):
            return term
    return None


def acceptance_day_counts(contents: StandardContents, term: Term, variant: Variant) -> bool:
    """Say whether the day of acceptance is day 1.

    It is if the standard says so, and always where the service provides for sending application
    and documents to the deliverer on paper by this channel (14.1).
    """
    return term.first_day_counted or variant.channel in contents.paper_dispatch


def ground_is_listed(contents: StandardContents, code: str) -> bool:
    """Say whether the standard lists this ground of refusal (5.3(2), 8.1(8))."""
    return code in contents.refusal_grounds


def document(contents: StandardContents, code: str) -> Document | None:
    """Give a document of the standard's list (8.1(7)); None if it is not on it."""
    return next((one for one in contents.documents if one.code == code), None)


def outside_the_list(contents: StandardContents, codes: Sequence[str]) -> tuple[str, ...]:
    """List the documents that the standard does not name, so that nobody may ask for (8.1(7))."""
    return tuple(code for code in codes if document(contents, code) is None)


def holder_of(contents: StandardContents, code: str) -> str | None:
    """Name the agency that holds a document: it is asked, never the applicant (5.5(4))."""
    found = document(contents, code)
    return None if found is None or found.source == APPLICANT else found.source


def held_elsewhere(contents: StandardContents, variant: Variant) -> tuple[Document, ...]:
    """List the documents of a variant that agencies hold (5.5(4), 16.1(2))."""
    return tuple(
        one
        for one in contents.documents
        if one.source != APPLICANT and one.applies_when.to(variant)
    )


def pause_on(contents: StandardContents, ground: str) -> Pause | None:
    """Give the pause that the standard allows on a ground (8.1(5))."""
    return next((one for one in contents.pauses if one.ground == ground), None)


def may_extend_on(contents: StandardContents, ground: str) -> bool:
    """Say whether the standard allows an extension on a ground (8.1(5))."""
    return contents.extension is not None and ground in contents.extension.grounds


def fee_of(contents: StandardContents, variant: Variant) -> Fee | None:
    """Give the fee of a variant (8.1(6)); None if the service is free for it (18.2)."""
    return next((one for one in contents.fees if one.applies_when.to(variant)), None)


def inquiry_term(contents: StandardContents, documents: Sequence[str]) -> Term | None:
    """Give the term in which a holder must answer (5.5(4)); None where no norm sets one."""
    for one in contents.inquiries:
        if not one.documents or set(documents) <= set(one.documents):
            return one.term
    return None

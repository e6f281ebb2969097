"""One predicate, used twice: a command refuses with it at the agency, a rule judges with it.

Agencies do not trust each other; the law is the same for both.
"""

from collections.abc import Sequence

from events.law.norms import StandardContents, Term, Variant


def missing_documents(
    contents: StandardContents, variant: Variant, presented: Sequence[str]
) -> tuple[str, ...]:
    """List the documents that the applicant must bring and has not (8.1(7), 14.2)."""
    needed = (
        document.code
        for document in contents.documents
        if document.source == "applicant" and document.applies_when.to(variant)
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

"""The applicant is asked for documents: only for the standard's, never for what a body holds."""

from collections.abc import Sequence

from events.common import Act
from events.deciding import Header
from events.law.norm_book import Standard
from events.law.predicates import holder_of, outside_the_list
from events.provider_course import DocumentsAsked
from services.provider.domain.commands_course import AskDocuments
from services.provider.domain.delivery import Delivery, Status


def ask_documents(
    delivery: Delivery, command: AskDocuments, by: Header, standard: Standard | None
) -> Sequence[Act]:
    """Ask the applicant, through the window."""
    delivery.must_be_known(by)
    delivery.must_be(by, Status.REGISTERED)
    by.form(
        bool(command.documents), "nothing-asked", "Name each document that is asked for", "8.1(7)"
    )
    _may_be_asked_for(command.documents, by, standard)
    asked = DocumentsAsked(
        **by.act(),
        documents=command.documents,
        answer_by=command.answer_by,
        ground=command.ground,
        sealed=command.sealed,
    )
    return [asked]


def _may_be_asked_for(documents: Sequence[str], by: Header, standard: Standard | None) -> None:
    """Refuse what is not on the list (8.1(7)), and what an agency is to be asked for (5.5(4))."""
    outside = documents if standard is None else outside_the_list(standard.contents, documents)
    by.law(
        not outside,
        "document-not-in-standard",
        f"The standard does not list {', '.join(outside)}",
        "8.1(7)",
    )
    for code in documents:
        holder = None if standard is None else holder_of(standard.contents, code)
        by.law(
            holder is None,
            "held-by-agency",
            f"{holder} holds {code}; send an inquiry",
            "5.5(4), 16.1(2)",
        )

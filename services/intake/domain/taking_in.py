"""A request comes to the window: it is lodged, and perhaps not taken in (art. 12, 14.2)."""

from collections.abc import Sequence

from events.common import Act
from events.deciding import Header, refuse
from events.intake import AcceptanceRefused, ApplicationLodged
from events.law.norm_book import Standard
from events.law.predicates import missing_documents
from services.intake.domain.applicants import must_be_random
from services.intake.domain.application import Application
from services.intake.domain.commands import LodgeApplication, RefuseAcceptance
from services.intake.domain.status import Status
from services.intake.domain.window import Window

INCOMPLETE = "incomplete"
"""The one ground on which 14.2 itself makes a centre refuse; others the standard lists."""


def lodge(
    application: Application, command: LodgeApplication, by: Header, window: Window
) -> Sequence[Act]:
    """Note a request, before anything is decided on it."""
    application.must_be(by, Status.ABSENT)
    window.must_have_made(command.case_id, by)
    must_be_random(command.applicants, by)
    standard = _standard_in_use(command, by, window)
    _must_be_offered(command, by, standard)
    lodged = ApplicationLodged(
        **by.act(),
        service_code=command.service_code,
        standard_edition=standard.edition,
        variant=command.variant,
        applicants=command.applicants,
        language=command.language,
        documents_presented=command.documents_presented,
        ticket_at=command.ticket_at,
        called_at=command.called_at,
        source_ref=command.source_ref,
        sealed=command.sealed,
    )
    return [lodged]


def _standard_in_use(command: LodgeApplication, by: Header, window: Window) -> Standard:
    code = command.service_code
    if window.standard is None:
        raise refuse("service-unknown", f"No standard of service {code} is known", "6.1")
    by.form(
        window.standard.registered,
        "edition-not-in-use",
        f"No registered standard of {code} is in use",
        "7.2",
    )
    return window.standard


def _must_be_offered(command: LodgeApplication, by: Header, standard: Standard) -> None:
    by.law(
        command.variant.channel in standard.contents.channels,
        "channel-not-offered",
        f"The standard does not offer the channel {command.variant.channel}",
        "12, 6.2",
    )


def refuse_acceptance(
    application: Application, command: RefuseAcceptance, by: Header, window: Window
) -> Sequence[Act]:
    """Refuse to take the request in."""
    application.must_be(by, Status.LODGED)
    by.law(
        window.is_centre,
        "not-a-centre",
        "Only a centre refuses to accept; a deliverer decides",
        "14.2, 5.3(2)",
    )
    if command.ground == INCOMPLETE:
        _must_be_incomplete(application.the_lodging(), command, by, window)
    else:
        _must_be_listed(command, by, window.the_standard())
    refused = AcceptanceRefused(
        **by.act(),
        missing=command.missing,
        ground=command.ground,
        basis=command.basis,
        sealed=command.sealed,
    )
    return [refused]


def _must_be_incomplete(
    lodged: ApplicationLodged, command: RefuseAcceptance, by: Header, window: Window
) -> None:
    by.law(bool(command.missing), "nothing-named", "Name each missing document", "14.2")
    contents = window.the_standard().contents
    by.law(
        bool(missing_documents(contents, lodged.variant, lodged.documents_presented)),
        "documents-complete",
        "All documents of the standard are here",
        "14.2",
    )


def _must_be_listed(command: RefuseAcceptance, by: Header, standard: Standard) -> None:
    """Refuse a ground that the standard does not list, as an expired document (8.1(8))."""
    by.law(
        command.ground in standard.contents.acceptance_refusal_grounds,
        "ground-not-listed",
        f"The standard lists no ground {command.ground} to refuse acceptance",
        "14.2, 8.1(8)",
    )

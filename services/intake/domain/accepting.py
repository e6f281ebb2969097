"""The window takes a request in and tells the applicant a date (art. 14.2-14.4, 15.2)."""

from collections.abc import Sequence

from events.common import Act
from events.deciding import Header
from events.intake import ApplicationAccepted, ApplicationLodged
from events.law.norm_book import Standard
from events.law.predicates import missing_documents
from services.intake.domain.application import Application
from services.intake.domain.commands import AcceptApplication
from services.intake.domain.deliverers import must_be_a_deliverer
from services.intake.domain.fees import fee_must_be_paid
from services.intake.domain.signing import must_be_signed
from services.intake.domain.status import Status
from services.intake.domain.told_date import date_told
from services.intake.domain.window import Window


def accept(
    application: Application, command: AcceptApplication, by: Header, window: Window
) -> Sequence[Act]:
    """Take the request in and tell the applicant the date."""
    application.must_be(by, Status.LODGED)
    lodged, standard = application.the_lodging(), window.the_standard()
    must_be_a_deliverer(command.deliverer, command.to_lane, by, window)
    if window.is_centre:
        _may_accept_at_centre(lodged, command, by, standard)
    must_be_signed(lodged.variant, command, by)
    fee_must_be_paid(application, by, standard)
    accepted = ApplicationAccepted(
        **by.act(),
        service_code=lodged.service_code,
        standard_edition=lodged.standard_edition,
        variant=lodged.variant,
        documents_accepted=command.documents_accepted,
        identified=command.identified,
        signed=command.signed,
        identifier=command.identifier,
        consent_on=command.consent_on,
        receipt_no=command.receipt_no,
        deliverer=command.deliverer,
        to_lane=command.to_lane,
        told=date_told(application, command, by, window),
        sealed=command.sealed,
    )
    return [accepted]


def _may_accept_at_centre(
    lodged: ApplicationLodged, command: AcceptApplication, by: Header, standard: Standard
) -> None:
    """Refuse what 14.2 and 14.3 forbid a centre; a deliverer takes it in and decides (5.3(2))."""
    missing = missing_documents(standard.contents, lodged.variant, command.documents_accepted)
    by.law(
        not missing,
        "documents-missing",
        f"These documents of the standard are missing: {', '.join(missing)}",
        "14.2",
    )
    by.law(
        bool(command.identified),
        "not-identified",
        "The officer must identify the applicant",
        "14.3",
    )

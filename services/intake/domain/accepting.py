"""The window takes a request in and tells the applicant a date (art. 14.2-14.4, 15.2)."""

from collections.abc import Sequence

from events.common import Act
from events.deciding import Header
from events.intake import ApplicationAccepted, ApplicationLodged
from events.law.norm_book import Standard
from events.law.predicates import missing_documents
from services.intake.domain.application import Application, Status
from services.intake.domain.commands import AcceptApplication
from services.intake.domain.told_date import date_told
from services.intake.domain.window import Window


def accept(
    application: Application, command: AcceptApplication, by: Header, window: Window
) -> Sequence[Act]:
    """Take the request in and tell the applicant the date."""
    application.must_be(by, Status.LODGED)
    lodged, standard = application.the_lodging(), window.the_standard()
    _must_reach_a_deliverer(command, by, window, standard)
    _may_accept(lodged, command, by, window)
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
        told=date_told(lodged.variant, command, by, standard, window.calendars),
        sealed=command.sealed,
    )
    return [accepted]


def _must_reach_a_deliverer(
    command: AcceptApplication, by: Header, window: Window, standard: Standard
) -> None:
    by.form(
        window.agency_of(command.to_lane) == command.deliverer,
        "not-the-deliverers-lane",
        f"{command.to_lane} is not registered as a lane of {command.deliverer}",
        "8.1(2)",
    )
    by.law(
        command.deliverer in standard.contents.deliverers,
        "not-a-deliverer",
        f"The standard does not name {command.deliverer} as a deliverer",
        "8.1(2)",
    )


def _may_accept(
    lodged: ApplicationLodged, command: AcceptApplication, by: Header, window: Window
) -> None:
    if window.is_centre:
        _may_accept_at_centre(lodged, command, by, window.the_standard())
    _signature_must_verify(command, by)
    by.law(
        command.signed.by != "officer" or bool(command.consent_on),
        "consent-missing",
        "The officer may sign only on the applicant's written consent",
        "14.4",
    )
    if lodged.variant.form == "electronic":
        _may_be_electronic(command, by)


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


def _signature_must_verify(command: AcceptApplication, by: Header) -> None:
    """Refuse an EDS that does not verify, whoever tells of it: it signs nothing."""
    by.form(
        command.signed.eds_algorithm is None or command.signed.verified,
        "eds-invalid",
        "The signature does not verify",
        "15.2",
    )


def _may_be_electronic(command: AcceptApplication, by: Header) -> None:
    by.law(
        command.signed.by != "none" and command.signed.eds_algorithm is not None,
        "eds-missing",
        "An electronic service needs the applicant's EDS, or the officer's on consent",
        "15.2",
    )
    by.law(
        command.identifier in ("iin", "bin"),
        "number-missing",
        "An electronic service needs an IIN or a BIN",
        "15.2",
    )

"""Taking an application in: lodge, accept, refuse acceptance (art. 12, 14, 15)."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from events.common import Act, Told
from events.deciding import Header, refuse
from events.intake import AcceptanceRefused, ApplicationAccepted, ApplicationLodged
from events.law.calendars import Calendars
from events.law.deadlines import told_on
from events.law.norm_book import Standard
from events.law.predicates import missing_documents
from services.intake.domain.application import Application, Status
from services.intake.domain.commands import (
    AcceptApplication,
    LodgeApplication,
    RefuseAcceptance,
)


class Window(Struct, frozen=True, kw_only=True):
    """What a window knows beside the application: what it is itself, the norms."""

    is_centre: bool
    standard: Standard | None
    calendars: Mapping[str, Calendars]


def lodge(
    application: Application, command: LodgeApplication, by: Header, window: Window
) -> Sequence[Act]:
    """Note a request, before anything is decided on it."""
    application.must_be(by, Status.ABSENT)
    standard = window.standard
    code = command.service_code
    if standard is None:
        raise refuse("service-unknown", f"No standard of service {code} is known", "6.1")
    by.form(
        standard.registered,
        "edition-not-in-use",
        f"No registered standard of {code} is in use",
        "7.2",
    )
    by.law(
        command.variant.channel in standard.contents.channels,
        "channel-not-offered",
        f"The standard does not offer the channel {command.variant.channel}",
        "12, 6.2",
    )
    lodged = ApplicationLodged(
        **by.act(),
        service_code=code,
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


def accept(
    application: Application, command: AcceptApplication, by: Header, window: Window
) -> Sequence[Act]:
    """Take the request in and tell the applicant the date."""
    application.must_be(by, Status.LODGED)
    lodged, standard = application.lodged, window.standard
    if lodged is None or standard is None:
        raise refuse("edition-not-in-use", "The standard of this case is not known here", "7.2")
    _may_accept(lodged, command, by, window, standard)
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
        told=_told(lodged, command, by, window, standard),
        sealed=command.sealed,
    )
    return [accepted]


def _may_accept(
    lodged: ApplicationLodged,
    command: AcceptApplication,
    by: Header,
    window: Window,
    standard: Standard,
) -> None:
    missing = missing_documents(standard.contents, lodged.variant, command.documents_accepted)
    by.law(
        not missing,
        "documents-missing",
        f"These documents of the standard are missing: {', '.join(missing)}",
        "14.2",
    )
    by.law(
        not window.is_centre or command.identified is not None,
        "not-identified",
        "The officer must identify the applicant",
        "14.3",
    )
    by.law(
        command.signed.by != "officer" or command.consent_on is not None,
        "consent-missing",
        "The officer may sign only on the applicant's written consent",
        "14.4",
    )
    if lodged.variant.form == "electronic":
        _may_be_electronic(command, by)


def _may_be_electronic(command: AcceptApplication, by: Header) -> None:
    by.law(
        command.signed.by != "none",
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


def _told(
    lodged: ApplicationLodged,
    command: AcceptApplication,
    by: Header,
    window: Window,
    standard: Standard,
) -> Told:
    """Give the date that the applicant is told: the command's own only if told afterwards."""
    if command.told is not None:
        by.form(by.transcribed, "told-computed", "A live acceptance's date is computed, not given")
        return command.told
    return told_on(standard, lodged.variant, by.on, window.calendars)


def refuse_acceptance(
    application: Application, command: RefuseAcceptance, by: Header, window: Window
) -> Sequence[Act]:
    """Refuse to take the request in."""
    application.must_be(by, Status.LODGED)
    incomplete = command.ground == "incomplete"
    by.law(
        window.is_centre,
        "not-a-centre",
        "Only a centre refuses to accept; a deliverer decides",
        "14.2, 5.3(2)",
    )
    by.law(
        bool(command.missing) or not incomplete,
        "nothing-named",
        "Name each missing document",
        "14.2",
    )
    by.law(
        not incomplete or not _complete(application, window),
        "documents-complete",
        "All documents of the standard are here",
        "14.2",
    )
    refused = AcceptanceRefused(
        **by.act(),
        missing=command.missing,
        ground=command.ground,
        basis=command.basis,
        sealed=command.sealed,
    )
    return [refused]


def _complete(application: Application, window: Window) -> bool:
    lodged, standard = application.lodged, window.standard
    if lodged is None or standard is None:
        return False
    presented = lodged.documents_presented
    return not missing_documents(standard.contents, lodged.variant, presented)

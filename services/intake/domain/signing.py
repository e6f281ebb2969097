"""Whose signature and which number a request bears (14.4, 15.2)."""

from datetime import date
from typing import Final

from events.deciding import Header
from events.law.variant import Variant
from services.intake.domain.commands import AcceptApplication

NUMBERS: Final = ("iin", "bin")
NO_NUMBER: Final = "none"


def must_be_signed(variant: Variant, command: AcceptApplication, by: Header) -> None:
    """Refuse a request without the signature, the consent or the number that it needs."""
    _must_be_well_formed(command, by)
    by.law(
        command.signed.by != "officer" or _consented(command.consent_on, by.on),
        "consent-missing",
        "The officer may sign only on the applicant's written consent, given by then",
        "14.4",
    )
    if variant.form == "electronic":
        _may_be_electronic(command, by)


def _must_be_well_formed(command: AcceptApplication, by: Header) -> None:
    """Refuse an EDS that does not verify, whoever tells of it: it signs nothing."""
    by.form(
        command.signed.eds_algorithm is None or command.signed.verified,
        "eds-invalid",
        "The signature does not verify",
        "15.2",
    )
    by.form(
        not command.consent_on or _day(command.consent_on) is not None,
        "consent-malformed",
        "The day of the consent is a date such as 2024-05-03",
        "14.4",
    )


def _may_be_electronic(command: AcceptApplication, by: Header) -> None:
    by.law(
        command.signed.by != "none" and command.signed.eds_algorithm is not None,
        "eds-missing",
        "An electronic service needs the applicant's EDS, or the officer's on consent",
        "15.2",
    )
    by.law(
        command.identifier in NUMBERS,
        "number-missing",
        "An electronic service needs an IIN or a BIN",
        "15.2",
    )


def _consented(consent_on: str | None, on: date) -> bool:
    given = _day(consent_on or "")
    return given is not None and given <= on


def _day(text: str) -> date | None:
    """Read a date as events write it; None if it is none."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if found.isoformat() == text else None

"""14.3, 14.4, 15.2, 1(14): how a window takes a request in."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from events.intake import ApplicationAccepted
from events.roles import SPECIALISED_CENTRE
from services.audit.domain.case_file import CaseFile
from services.audit.domain.entry import Entry
from services.audit.domain.evidence import Evidence, Kind, Rule, Sentence, Verdict
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rules.citations import kz
from services.audit.domain.rules.facts import at_centre, refs, signer

CENTRE: Final = "centre"
ONLY_CENTRES: Final = (
    "14.4 binds the officer of a centre «халыққа қызмет көрсету орталығының қызметкері» alone: "
    "it names no specialised centre, as 14.3 and 5.5(5) do, and no other window"
)
_NUMBERS: Final = {"natural": ("iin",), "legal": ("bin",)}
"""Kind of applicant -> the number that it has; an entrepreneur is a natural person (15.2)."""


def _not_identified(file: CaseFile, day: LedgerDay) -> Iterator[Verdict]:
    accepted = file.accepted
    if accepted is not None and at_centre(file, day) and not accepted.data.identified:
        yield _evidence(file, day, accepted)


def _without_consent(file: CaseFile, day: LedgerDay) -> Iterator[Verdict]:
    """Find an officer's signature without the applicant's written consent, or before it."""
    accepted = file.accepted
    if accepted is None or accepted.data.signed.by != "officer":
        return
    if not _consented(accepted.data.consent_on or "", accepted.on):
        named = day.has_role(accepted.lane, CENTRE)
        yield _evidence(file, day, accepted, reading=None if named else ONLY_CENTRES)


def _consented(given_on: str, by: date) -> bool:
    """Say whether consent was given by a day; what is no date tells of none."""
    try:
        return date.fromisoformat(given_on) <= by
    except ValueError:
        return False


def _unsigned(file: CaseFile, day: LedgerDay) -> Iterator[Verdict]:
    """Find an electronic service without a verified signature, or without the number of its kind.

    A number is never in an event: only which one was given.
    """
    accepted = file.accepted
    if accepted is None or accepted.data.variant.form != "electronic":
        return
    signed = accepted.data.signed
    has_signature = signed.by != "none" and signed.eds_algorithm is not None and signed.verified
    if not has_signature or not _number_fits(file, accepted.data):
        yield _evidence(file, day, accepted)


def _number_fits(file: CaseFile, accepted: ApplicationAccepted) -> bool:
    applicants = () if file.lodged is None else file.lodged.data.applicants
    fitting = {number for one in applicants for number in _NUMBERS.get(one.kind, ("iin", "bin"))}
    return accepted.identifier in (fitting or {"iin", "bin"})


def _mixed(file: CaseFile, day: LedgerDay) -> Iterator[Verdict]:
    """Find a specialised centre that took in a request for another deliverer than its own.

    Its own is its parent in the register.
    """
    accepted = file.accepted
    agency = None if accepted is None else day.agency_of(accepted.lane)
    if accepted is None or agency is None or SPECIALISED_CENTRE not in agency.roles:
        return
    if agency.parent is not None and accepted.data.deliverer != agency.parent:
        yield _evidence(file, day, accepted)


def _evidence(
    file: CaseFile, day: LedgerDay, act: Entry, *, reading: str | None = None
) -> Evidence:
    return Evidence(
        charged=signer(act, day),
        began=act.ref,
        subject=file.subject,
        event_ids=refs(act),
        reading=reading,
    )


NOT_IDENTIFIED: Final[Rule[CaseFile]] = Rule(
    name="not_identified",
    kind=Kind.BREACH,
    sentence=Sentence(
        en="The centre did not identify the applicant.",
        kk="Орталық алушының жеке тұлғасын сәйкестендірмеді.",
        ru="Центр не идентифицировал личность получателя.",
    ),
    cites=kz("14.3"),
    judge=_not_identified,
)

SIGNED_WITHOUT_CONSENT: Final[Rule[CaseFile]] = Rule(
    name="signed_without_consent",
    kind=Kind.BREACH,
    sentence=Sentence(
        en="The officer signed without the applicant's written consent.",
        kk="Қызметкер сұратуды алушының жазбаша келісімінсіз өз ЭЦҚ-сымен растады.",
        ru="Работник заверил запрос своей ЭЦП без письменного согласия получателя.",
    ),
    cites=kz("14.4"),
    judge=_without_consent,
)

SIGNATURE_OR_NUMBER_MISSING: Final[Rule[CaseFile]] = Rule(
    name="signature_or_number_missing",
    kind=Kind.BREACH,
    sentence=Sentence(
        en="An electronic service ran without EDS, IIN or BIN.",
        kk="Электрондық қызмет ЭЦҚ-сыз немесе ЖСН/БСН-сіз көрсетілді.",
        ru="Электронная услуга оказана без ЭЦП либо без ИИН/БИН.",
    ),
    cites=kz("15.2"),
    judge=_unsigned,
)

SPECIALISED_CENTRE_MIXED: Final[Rule[CaseFile]] = Rule(
    name="specialised_centre_mixed",
    kind=Kind.BREACH,
    sentence=Sentence(
        en="A specialised centre served several deliverers.",
        kk="Мамандандырылған орталық бірнеше берушінің қызметін көрсетті.",
        ru="Специализированный центр обслуживал более одного услугодателя.",
    ),
    cites=kz("1(14)"),
    judge=_mixed,
)

RULES: Final = (
    NOT_IDENTIFIED,
    SIGNED_WITHOUT_CONSENT,
    SIGNATURE_OR_NUMBER_MISSING,
    SPECIALISED_CENTRE_MIXED,
)

"""8.1(6), 18.2: what a window may take is the standard's fee, and nothing where it is free."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

from events.intake_course import FeeTaken
from events.law.norm_book import Standard
from events.law.norms import Fee
from events.law.predicates import fee_of
from events.provider_course import RightsRestored
from services.audit.domain.case_file import CaseFile
from services.audit.domain.entry import Entry
from services.audit.domain.evidence import Evidence, Kind, Rule, Sentence, Undecidable, Verdict
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rules.citations import kz
from services.audit.domain.rules.facts import refs, signer, standard_of

FEE_RETURNED: Final = "fee_returned"
INDEX_UNKNOWN: Final = Undecidable(reason="the fee is a share of a month's index, and none is told")
OTHER_CURRENCY: Final = Undecidable(reason="the fee was taken in another currency than the norm's")


def _too_high(file: CaseFile, day: LedgerDay) -> Iterator[Verdict]:
    """Find more taken than the variant's fee, less what was given back."""
    taken = _taken(file)
    standard = standard_of(file, day) if taken else None
    if isinstance(standard, Undecidable):
        yield standard
    fee = _fee(file, standard)
    if fee is None:
        return
    if fee.amount is None:
        yield INDEX_UNKNOWN
    elif any(one.data.amount.currency != fee.amount.currency for one in taken):
        yield OTHER_CURRENCY
    elif sum(_amounts(taken)) - _returned(file) > fee.amount.minor:
        yield _evidence(file, day, taken, fee.amount.minor)


def _of_free(file: CaseFile, day: LedgerDay) -> Iterator[Verdict]:
    """Find a fee kept for a service that is free."""
    taken = _taken(file)
    standard = standard_of(file, day) if taken else None
    if isinstance(standard, Undecidable):
        yield standard
        return
    kept = sum(_amounts(taken)) > _returned(file)
    if kept and standard is not None and _fee(file, standard) is None:
        yield _evidence(file, day, taken, 0)


def _fee(file: CaseFile, standard: Standard | Undecidable | None) -> Fee | None:
    """Give the fee of the case's variant; None where it is free, or no standard says."""
    if file.lodged is None or not isinstance(standard, Standard):
        return None
    fee = fee_of(standard.contents, file.lodged.data.variant)
    free = fee is None or (fee.amount is not None and fee.amount.minor == 0)
    return None if free else fee


def _taken(file: CaseFile) -> Sequence[Entry]:
    return [one for one in file.all(FeeTaken) if one.lane in file.windows]


def _returned(file: CaseFile) -> int:
    restored = (one.data for one in file.all(RightsRestored))
    return sum(
        one.amount.minor
        for one in restored
        if FEE_RETURNED in one.measures and one.amount is not None
    )


def _amounts(taken: Sequence[Entry]) -> Sequence[int]:
    return [one.data.amount.minor for one in taken]


def _evidence(file: CaseFile, day: LedgerDay, taken: Sequence[Entry], lawful: int) -> Evidence:
    """Charge who took what went beyond the lawful amount."""
    sums = zip(accumulate(_amounts(taken)), taken, strict=True)
    beyond = next(one for together, one in sums if together > lawful)
    return Evidence(
        charged=signer(beyond, day),
        began=beyond.ref,
        subject=file.subject,
        event_ids=refs(*taken),
    )


FEE_TOO_HIGH: Final[Rule[CaseFile]] = Rule(
    name="fee_too_high",
    kind=Kind.BREACH,
    sentence=Sentence(
        en="More than the fee was taken.",
        kk="Төлемақы стандарттағы мөлшерден артық алынды.",
        ru="Плата взята сверх стандарта.",
    ),
    cites=kz("8.1(6)"),
    judge=_too_high,
)

FEE_TAKEN_FOR_FREE_SERVICE: Final[Rule[CaseFile]] = Rule(
    name="fee_taken_for_free_service",
    kind=Kind.BREACH,
    sentence=Sentence(
        en="A fee was taken for a free service.",
        kk="Тегін қызмет үшін төлемақы алынды.",
        ru="За бесплатную услугу взята плата.",
    ),
    cites=kz("18.2"),
    judge=_of_free,
)

RULES: Final = (FEE_TOO_HIGH, FEE_TAKEN_FOR_FREE_SERVICE)

"""1(4): a case moves from window to window with the contents that it had."""

from collections.abc import Iterator
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from events.common import Told
from events.intake import (
    Applicant,
    ApplicationAccepted,
    ApplicationForwarded,
    ApplicationLodged,
    NoticeGiven,
)
from events.intake_course import (
    ApplicationWithdrawn,
    CaseAtWindow,
    CaseTakenOver,
    CaseTransferred,
)
from services.audit.domain.case_file import CaseFile
from services.audit.domain.entry import Entry
from services.audit.domain.evidence import Evidence, Kind, Rule, Sentence, Verdict
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rules.citations import kz
from services.audit.domain.rules.facts import refs, signer

SETTLED: Final = ("service_code", "standard_edition", "variant", "receipt_no", "deliverer_lane")
"""Compared beside the date that was told and the applicants; of the start says `start_differs`."""


class _Had(Struct, frozen=True):
    """What a window had of a case, as its own acts leave it."""

    entry: Entry
    """From which it had it."""
    case: CaseAtWindow


def _rewritten(file: CaseFile, day: LedgerDay) -> Iterator[Verdict]:
    """Find cases that were handed over, or taken over, with other contents than they had."""
    for told in file.all(CaseTransferred, CaseTakenOver):
        possible = list(_had(file, told))
        if possible and all(_settled(one.case) != _settled(told.data.case) for one in possible):
            yield Evidence(
                charged=signer(told, day),
                began=told.ref,
                subject=file.subject,
                event_ids=refs(possible[0].entry, told),
            )


def _had(file: CaseFile, told: Entry) -> Iterator[_Had]:
    """Give what a window had: of its own, else what was handed over to it, which may be several."""
    own = [one for one in file.entries if one.lane == told.lane and one.seq < told.seq]
    own.sort(key=lambda one: one.seq)
    came = [one for one in own if isinstance(one.data, ApplicationAccepted | CaseTakenOver)]
    if isinstance(told.data, CaseTransferred) and came:
        yield _Had(came[-1], _as_left_by(own, came[-1]))
    elif isinstance(told.data, CaseTakenOver) and not came:
        for one in file.all(CaseTransferred):
            if one.lane == told.data.from_lane and one.data.to_lane == told.lane:
                yield _Had(one, one.data.case)


def _as_left_by(own: list[Entry], came: Entry) -> CaseAtWindow:
    """Follow what a window did with a case after it came to it."""
    case = _as_it_came(own, came)
    gone = {id_ for one in own for id_ in _withdrawn(one)}
    for one in own:
        if one.seq > came.seq and isinstance(one.data, ApplicationForwarded):
            case = replace(case, deliverer_lane=one.data.to_lane)
        elif one.seq > came.seq and isinstance(one.data, NoticeGiven) and one.data.told:
            case = replace(case, told=one.data.told)
    left = tuple(one for one in case.applicants if one.applicant_id not in gone)
    return replace(case, applicants=left)


def _withdrawn(one: Entry) -> tuple[str, ...]:
    return one.data.applicants if isinstance(one.data, ApplicationWithdrawn) else ()


def _as_it_came(own: list[Entry], came: Entry) -> CaseAtWindow:
    """Give what was taken over, or what the request and its acceptance say."""
    data = came.data
    if isinstance(data, CaseTakenOver):
        return data.case
    lodged = [one.data for one in own if isinstance(one.data, ApplicationLodged)]
    return CaseAtWindow(
        service_code=data.service_code,
        standard_edition=data.standard_edition,
        variant=data.variant,
        applicants=lodged[-1].applicants if lodged else (),
        receipt_no=data.receipt_no,
        deliverer=data.deliverer,
        deliverer_lane=data.to_lane,
        told=data.told,
    )


def _settled(case: CaseAtWindow) -> tuple[list[object], Told, dict[str, Applicant]]:
    applicants = {one.applicant_id: one for one in case.applicants}
    return [getattr(case, name) for name in SETTLED], case.told, applicants


CASE_REWRITTEN: Final[Rule[CaseFile]] = Rule(
    name="case_rewritten",
    kind=Kind.BREACH,
    sentence=Sentence(
        en="The window handed the case over with other contents than it had.",
        kk="Қабылдау орны істі өзінде болғаннан өзге мазмұнда тапсырды.",
        ru="Пункт приёма передал дело не с тем содержанием, какое у него было.",
    ),
    cites=kz("1(4)"),
    judge=_rewritten,
)

RULES: Final = (CASE_REWRITTEN,)

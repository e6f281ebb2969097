"""8.1(9), 8.1(10): how long a person waits in the queue, and a request for its registration."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from events.envelope import moment
from events.intake import AcceptanceRefused, ApplicationForwarded, ResultHandedOut
from events.intake_course import ApplicationWithdrawn
from events.law.norm_book import Standard
from events.provider import CaseRegistered
from services.audit.domain.case_file import CaseFile
from services.audit.domain.entry import Entry
from services.audit.domain.evidence import Evidence, Kind, Rule, Sentence, Undecidable, Verdict
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rules.citations import kz
from services.audit.domain.rules.clock import Clock, overdue
from services.audit.domain.rules.facts import first_at, refs, signer, standard_of


def _too_long(file: CaseFile, day: LedgerDay) -> Iterator[Verdict]:
    """Find waits between ticket and call beyond the standard's, applying and collecting.

    Who leaves the queue stays unseen. Both instants are of one window, so they are compared.
    """
    lodged = () if file.lodged is None else (file.lodged,)
    collected = [one for one in file.all(ResultHandedOut) if one.lane in file.windows]
    waits = [one for one in (*lodged, *collected) if _waited(one)]
    standard = standard_of(file, day) if waits else None
    if isinstance(standard, Undecidable):
        yield standard
    if not isinstance(standard, Standard) or standard.contents.waits is None:
        return
    allowed = standard.contents.waits
    for act in waits:
        minutes = allowed.applying if act is file.lodged else allowed.collecting
        if minutes is not None and _waited(act) > timedelta(minutes=minutes):
            yield Evidence(
                charged=signer(act, day), began=act.ref, subject=file.subject, event_ids=refs(act)
            )


def _waited(act: Entry) -> timedelta:
    """Give how long; nothing if the instants are not told, or are none, as a 30 February."""
    try:
        waited = moment(act.data.called_at or "") - moment(act.data.ticket_at or "")
    except ValueError:
        return timedelta()
    return max(waited, timedelta())


def _registered_late(file: CaseFile, day: LedgerDay) -> Iterator[Verdict]:
    """Find a request that was accepted, or registered by its deliverer, after the time for it.

    What the window does not take in, or the applicant takes back, it need not register. The
    deliverer's clock begins when it could know of what the window sent it.
    """
    standard = None if file.lodged is None else standard_of(file, day)
    if isinstance(standard, Undecidable):
        yield standard
    if not isinstance(standard, Standard) or standard.contents.registration is None:
        return
    for clock in (*_at_window(file, day), *_at_deliverers(file, day)):
        yield from overdue(clock, standard.contents.registration, day)


def _at_window(file: CaseFile, day: LedgerDay) -> Iterator[Clock]:
    lodged, accepted = file.lodged, file.accepted
    ended = file.all(AcceptanceRefused, ApplicationWithdrawn) if accepted is None else ()
    if lodged is not None and not any(one.lane == lodged.lane for one in ended):
        yield Clock(lodged, lodged.on, accepted, (lodged.lane,), signer(lodged, day))


def _at_deliverers(file: CaseFile, day: LedgerDay) -> Iterator[Clock]:
    forwarded = [one for one in file.all(ApplicationForwarded) if one.lane in file.windows]
    for lane in file.deliverers:
        sent = next((one for one in forwarded if one.data.to_lane == lane), None)
        deliverer = day.agency_of(lane)
        if sent is not None and deliverer is not None:
            registered = first_at(file, (lane,), CaseRegistered)
            yield Clock(sent, file.knowable_on(sent), registered, (lane,), deliverer.agency)


QUEUE_TOO_LONG: Final[Rule[CaseFile]] = Rule(
    name="queue_too_long",
    kind=Kind.BREACH,
    sentence=Sentence(
        en="The wait was longer than the standard allows.",
        kk="Кезекте күту стандарттағы мерзімнен асты.",
        ru="Ожидание в очереди превысило срок по стандарту.",
    ),
    cites=kz("8.1(9)"),
    judge=_too_long,
)

REGISTERED_LATE: Final[Rule[CaseFile]] = Rule(
    name="registered_late",
    kind=Kind.BREACH,
    sentence=Sentence(
        en="The request was registered late.",
        kk="Сұрату стандарттағы мерзімде тіркелмеді.",
        ru="Запрос не зарегистрирован в срок по стандарту.",
    ),
    cites=kz("8.1(10)"),
    judge=_registered_late,
)

RULES: Final = (QUEUE_TOO_LONG, REGISTERED_LATE)

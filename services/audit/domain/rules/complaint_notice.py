"""19.4: the quality authority has a notice of each complaint's registration and outcome."""

from collections.abc import Iterator
from typing import Final

from events.complaints import ComplaintDecided
from events.complaints_after import OutcomeNotified
from events.roles import authority_of
from services.audit.domain.case_file import CaseFile
from services.audit.domain.complaint_file import StageFile, stage_files
from services.audit.domain.entry import Entry
from services.audit.domain.evidence import Evidence, Kind, NotYet, Rule, Sentence, Verdict
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rules.citations import kz
from services.audit.domain.rules.complaint_term import StageTerm, with_terms
from services.audit.domain.rules.facts import day_after, open_from, refs, signer


@with_terms(ComplaintDecided)
def _not_notified(file: CaseFile, day: LedgerDay, term: StageTerm) -> Iterator[Verdict]:
    """Find decisions of which the authority had no notice when the stage's term was over.

    The day of a decision that came later is the last one for its notice. Of its own decision the
    authority needs none.
    """
    stage, decided = term.stage, term.stage.decided
    if decided is None or signer(decided, day) == authority_of(day.register, day.jurisdiction):
        return
    notice, due = stage.first(OutcomeNotified), max(term.term.due, decided.on)
    if notice is not None and notice.on <= due:
        return
    if day.day <= due or not day.covers([stage.lane], due):
        yield NotYet(until=day_after(max(due, day.day)))
        return
    still_open = open_from(day, [stage.lane]) if notice is None else notice.on
    kept = term.kept(still_open)
    yield Evidence(
        charged=signer(decided, day),
        began=decided.ref,
        subject=file.subject,
        event_ids=refs(stage.registered, decided, notice),
        due_on=due,
        days_late=None if notice is None else (notice.on - due).days,
        calendar_version=term.term.calendar_version,
        reading=None if kept is None else ". ".join(kept),
    )
    if notice is None and still_open <= term.last:  # Certain only after that date, too.
        yield NotYet(until=day_after(max(term.last, day.day)))


def _differs(file: CaseFile, day: LedgerDay) -> Iterator[Verdict]:
    for stage in file.once(day, stage_files):
        for notice in stage.all(OutcomeNotified):
            if _contradicts(notice, stage):
                yield Evidence(
                    charged=signer(notice, day),
                    began=notice.ref,
                    subject=file.subject,
                    event_ids=refs(stage.registered, stage.decided, notice),
                )


def _contradicts(notice: Entry, stage: StageFile) -> bool:
    told, registered, decided = notice.data, stage.registered, stage.decided
    no_such_registration = registered is not None and (
        (told.registration_no, told.registered_on)
        != (registered.data.registration_no, registered.on)
    )
    return no_such_registration or (
        decided is not None and told.outcome is not decided.data.outcome
    )


AUTHORITY_NOT_NOTIFIED: Final[Rule[CaseFile]] = Rule(
    name="authority_not_notified",
    kind=Kind.BREACH,
    sentence=Sentence(
        en="The authority had no notice of registration and outcome.",
        kk="Уәкілетті органға шағымның тіркелгені және қаралу қорытындысы хабарланбады.",
        ru="Уполномоченный орган не уведомлён о регистрации и итогах рассмотрения жалобы.",
    ),
    cites=kz("19.4"),
    judge=_not_notified,
)

NOTICE_DIFFERS: Final[Rule[CaseFile]] = Rule(
    name="notice_differs",
    kind=Kind.BREACH,
    sentence=Sentence(
        en="The notice contradicts the decision.",
        kk="Хабарлама шешімге сәйкес келмейді.",
        ru="Уведомление расходится с решением.",
    ),
    cites=kz("19.4"),
    judge=_differs,
)

RULES: Final = (AUTHORITY_NOT_NOTIFIED, NOTICE_DIFFERS)

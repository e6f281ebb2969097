"""Whether who is asked for something was shown that (24; protocol I3, C5, A11)."""

from collections.abc import Iterator
from typing import Final

from services.audit.domain.addressees import acted_on
from services.audit.domain.case_file import CaseFile
from services.audit.domain.entry import Entry
from services.audit.domain.evidence import Evidence, Kind, NotYet, Rule, Sentence, Verdict
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rules.citations import everywhere
from services.audit.domain.rules.facts import day_after, refs, signer
from services.audit.domain.shown import Hidden, registrar

SHORT_OF_ANOTHER: Final = "Its statement may fall short for another act, which was kept from it"
READER_HIDES: Final = "The agency that was asked may have been shown it, and not say so"


def _not_addressed(file: CaseFile, day: LedgerDay) -> Iterator[Verdict]:
    """Find acts that name another lane while its agency is not shown them.

    Either they are not for it to read: then who signed them has hidden them. Or the register has
    it as no reader of the lane, so that no record of them is ever cut for it: then it is who keeps
    the register. They count for nothing else: nobody owes an answer to what it was never shown.
    """
    for act in file.addressees.unaddressed:
        charged = signer(act, day)
        if file.shown(act).hidden is Hidden.NOT_LISTED:
            charged = registrar(day.register.lane(act.lane), day.register) or charged
        yield Evidence(charged=charged, began=act.ref, subject=file.subject, event_ids=refs(act))


def _not_stated(file: CaseFile, day: LedgerDay) -> Iterator[Verdict]:
    """Find acts of which the agency that they ask does not say that it was shown them.

    It may say so a day later, when the act came after it had closed its day. Who keeps such acts
    back cannot be told from who hides that it got them, unless it acts on what it hides.
    """
    for act in file.addressees.unstated:
        yield NotYet(until=day_after(day.day))
        lane: str = act.data.to_lane
        if (
            _says_not(file, act)
            and acted_on(act, file.entries) is None
            and day.covers([lane], day_after(file.shown(act).on))
        ):
            yield Evidence(
                charged=signer(act, day),
                began=act.ref,
                subject=file.subject,
                event_ids=refs(act),
                reading=READER_HIDES,
            )


def _denied(file: CaseFile, day: LedgerDay) -> Iterator[Verdict]:
    """Find acts that whom they ask acted on, while it does not say that it was shown them."""
    for act in file.addressees.unstated:
        done = acted_on(act, file.entries)
        if done is not None and _says_not(file, act):
            yield Evidence(
                charged=signer(done, day),
                began=act.ref,
                subject=file.subject,
                event_ids=refs(act, done),
                reading=SHORT_OF_ANOTHER,
            )


def _says_not(file: CaseFile, act: Entry) -> bool:
    """Say whether it does not say so; it may have said so of more than the ledger counts yet."""
    return file.shown(act).hidden is Hidden.NOT_STATED


NOT_ADDRESSED: Final[Rule[CaseFile]] = Rule(
    name="not_addressed",
    kind=Kind.INTEGRITY,
    sentence=Sentence(
        en="An act that asks another agency for something was not addressed or not shipped to it.",
        kk="Басқа органнан әрекет сұраған жазба сол органға жолданбаған немесе жеткізілмеген.",
        ru="Запись, требующая действия другого органа, ему не адресована или не передана.",
    ),
    cites=everywhere("I3"),
    judge=_not_addressed,
)

NOT_STATED: Final[Rule[CaseFile]] = Rule(
    name="not_stated",
    kind=Kind.INTEGRITY,
    sentence=Sentence(
        en="Nothing shows that an act reached the agency that it asks for something.",
        kk="Әрекет сұралған органға жазбаның жеткені еш жерде көрсетілмеген.",
        ru="Ничто не подтверждает, что запись дошла до органа, от которого требуется действие.",
    ),
    cites=everywhere("A11"),
    judge=_not_stated,
)

DENIED: Final[Rule[CaseFile]] = Rule(
    name="hearing_denied",
    kind=Kind.INTEGRITY,
    sentence=Sentence(
        en="An agency acted on what it does not say it was shown.",
        kk="Орган өзіне көрсетілді деп мойындамаған жазба бойынша әрекет жасаған.",
        ru="Орган действовал по записи, получение которой он не указывает.",
    ),
    cites=everywhere("A11"),
    judge=_denied,
)

RULES: Final = (NOT_ADDRESSED, NOT_STATED, DENIED)

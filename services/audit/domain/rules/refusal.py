"""5.3(2), 8.1(8): a service is refused on a ground that the law gives."""

from collections.abc import Iterator, Sequence
from typing import Final

from events.law.predicates import ground_is_listed
from events.provider import DecisionMade, GroundSource, Outcome
from services.audit.domain.case_file import CaseFile
from services.audit.domain.entry import Entry
from services.audit.domain.evidence import Evidence, Kind, Rule, Sentence, Undecidable, Verdict
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rules.citations import kz
from services.audit.domain.rules.facts import refs, signer, standard_of

OTHER_ACT: Final = (
    "A ground may stand in any act: 5.3(2) says «Қазақстан Республикасының заңнамасында "
    "белгіленген негіздер», legislation, while 8.1(8) has the standard list the grounds"
)


def _without_ground(file: CaseFile, day: LedgerDay) -> Iterator[Verdict]:
    for made in _refusals(file):
        if not made.data.grounds:
            yield _evidence(file, day, made)


def _ground_unlisted(file: CaseFile, day: LedgerDay) -> Iterator[Verdict]:
    """Find grounds that the standard does not list; a ground of another act is arguable."""
    for made in _refusals(file):
        standard = standard_of(file, day)
        if isinstance(standard, Undecidable):
            yield standard
            return
        unlisted = {
            ground.source
            for ground in made.data.grounds
            if not ground_is_listed(standard.contents, ground.code)
        }
        if unlisted:
            certain = GroundSource.STANDARD in unlisted
            yield _evidence(file, day, made, reading=None if certain else OTHER_ACT)


def _refusals(file: CaseFile) -> Sequence[Entry]:
    return [
        made
        for made in file.all(DecisionMade)
        if made.data.outcome is Outcome.REFUSED and made.lane in file.deliverers
    ]


def _evidence(
    file: CaseFile, day: LedgerDay, made: Entry, *, reading: str | None = None
) -> Evidence:
    return Evidence(
        charged=signer(made, day),
        began=made.ref,
        subject=file.subject,
        event_ids=refs(made),
        reading=reading,
    )


REFUSAL_WITHOUT_GROUND: Final[Rule[CaseFile]] = Rule(
    name="refusal_without_ground",
    kind=Kind.BREACH,
    sentence=Sentence(
        en="A service was refused without a ground.",
        kk="Бас тарту негізі көрсетілмеген.",
        ru="Основание отказа не указано.",
    ),
    cites=kz("5.3(2)"),
    judge=_without_ground,
)

REFUSAL_GROUND_UNLISTED: Final[Rule[CaseFile]] = Rule(
    name="refusal_ground_unlisted",
    kind=Kind.BREACH,
    sentence=Sentence(
        en="A service was refused on a ground that the standard does not list.",
        kk="Бас тарту негізі стандартта жоқ.",
        ru="Основание отказа не предусмотрено стандартом.",
    ),
    cites=kz("5.3(2)"),
    judge=_ground_unlisted,
)

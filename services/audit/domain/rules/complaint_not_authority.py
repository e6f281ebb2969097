"""19.5(2), 19.5(3): it is the quality authority that demands restoration, and watches it."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from events.complaints_after import RestorationChecked, RestorationDemanded
from events.roles import authority_of
from services.audit.domain.case_file import CaseFile
from services.audit.domain.complaint_file import stage_files
from services.audit.domain.evidence import Evidence, Kind, Rule, Sentence, Undecidable, Verdict
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rules.citations import kz
from services.audit.domain.rules.facts import refs, signer

ARTICLES: Final[Mapping[type[Any], str]] = {
    RestorationDemanded: "19.5(2)",
    RestorationChecked: "19.5(3)",
}
NOT_ALONE: Final = (
    "Another body may do so too: 19.5 binds the quality authority to demand and to watch, "
    "«міндетті», and does not say that nobody else may"
)
NO_AUTHORITY: Final = Undecidable(reason="no quality authority is registered")


def _by_another(file: CaseFile, day: LedgerDay) -> Iterator[Verdict]:
    """Find demands and checks of bodies that are not the quality authority.

    What they demand charges nobody, and their check frees the authority of none.
    """
    told = [one for stage in file.once(day, stage_files) for one in stage.all(*ARTICLES)]
    authority = authority_of(day.register, day.jurisdiction) if told else None
    if told and authority is None:
        yield NO_AUTHORITY
        return
    for entry in told:
        if signer(entry, day) != authority:
            yield Evidence(
                charged=signer(entry, day),
                began=entry.ref,
                subject=file.subject,
                event_ids=refs(entry),
                reading=NOT_ALONE,
                article=ARTICLES[type(entry.data)],
            )


NOT_THE_AUTHORITY: Final[Rule[CaseFile]] = Rule(
    name="not_the_authority",
    kind=Kind.BREACH,
    sentence=Sentence(
        en="A body that is not the quality authority demanded or checked restoration.",
        kk="Құқықты қалпына келтіруді уәкілетті органға жатпайтын орган талап етті не бақылады.",
        ru="Восстановления прав потребовал или проверил его орган, "
        "не являющийся уполномоченным по контролю качества.",
    ),
    cites=kz("19.5(2), 19.5(3)"),
    judge=_by_another,
)

RULES: Final = (NOT_THE_AUTHORITY,)

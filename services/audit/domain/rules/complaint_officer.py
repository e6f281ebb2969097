"""19.4(2), 20: a complaint is examined objectively, not by the officer complained of."""

from collections.abc import Iterator
from typing import Final

from events.complaints import ComplaintDecided
from events.provider import DecisionMade
from services.audit.domain.case_file import CaseFile
from services.audit.domain.complaint_file import StageFile, stage_files
from services.audit.domain.entry import Entry
from services.audit.domain.evidence import Evidence, Kind, Rule, Sentence, Verdict
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rules.citations import kz
from services.audit.domain.rules.facts import refs, signer

NOBODY: Final = ("policy", "import")
"""Who acts where no officer is named (protocol I5)."""
SAME_MAY_EXAMINE: Final = (
    "The officer complained of may examine the complaint: 19.4(2) «объективті, жан-жақты» and "
    "20(2) «бейтараптылық» ask for objectivity and do not say by whom"
)


def _same(file: CaseFile, day: LedgerDay) -> Iterator[Verdict]:
    for stage in file.once(day, stage_files):
        contested = _contested(file, stage)
        for decided in stage.all(ComplaintDecided):
            officer = _officer(decided)
            acts = [one for one in contested if _officer(one) == officer]
            if acts and officer not in NOBODY:
                yield Evidence(
                    charged=signer(decided, day),
                    began=decided.ref,
                    subject=file.subject,
                    event_ids=refs(acts[0], stage.lodged, decided),
                    reading=SAME_MAY_EXAMINE,
                )


def _contested(file: CaseFile, stage: StageFile) -> list[Entry]:
    """Give the acts that the complaint names; if it names none, the deliverer's decisions."""
    named = {about.event for about in stage.lodged.data.about}
    found = [one for one in file.entries if one.ref in named]
    if found:
        return found
    made = (one for one in file.all(DecisionMade) if one.lane in file.deliverers)
    return [one for one in made if one.on <= stage.lodged.on]


def _officer(entry: Entry) -> str:
    """Give the officer's id: random, one for all offices."""
    return entry.event.actor.rpartition("/")[2]


SAME_OFFICER_EXAMINED: Final[Rule[CaseFile]] = Rule(
    name="same_officer_examined",
    kind=Kind.BREACH,
    sentence=Sentence(
        en="The officer complained of examined the complaint.",
        kk="Шағымды даулы шешімді қабылдаған қызметкердің өзі қарады.",
        ru="Жалобу рассмотрел работник, принявший обжалуемое решение.",
    ),
    cites=kz("19.4(2), 20(2)"),
    judge=_same,
)

RULES: Final = (SAME_OFFICER_EXAMINED,)

"""Whether an agency was shown of another lane what the ledger holds for it, and no more."""

from collections.abc import Iterator
from typing import Final

from services.audit.domain.evidence import Evidence, Kind, Rule, Sentence, Verdict
from services.audit.domain.lane_file import LaneFile
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rules.citations import everywhere

READER_WRONG: Final = "The reader may be wrong, or not say what it was shown"
READER_KNOWS_HASH: Final = "The reader may name an event of which it was shown the hash alone"


def _differs(file: LaneFile, _: LedgerDay) -> Iterator[Verdict]:
    """Find claims that the archive does not bear out; each lane that is claimed begins its own."""
    for claim in file.heard:
        claimed = claim.claimed
        if (claim.root, claim.events) != (claimed.root, claimed.events):
            yield Evidence(
                charged=file.agency,
                began=f"{claim.ref}#{claimed.lane}",
                subject=claimed.lane,
                event_ids=(claim.ref,),
                reading=READER_WRONG,
            )


VIEW_DIFFERS: Final[Rule[LaneFile]] = Rule(
    name="view_differs",
    kind=Kind.INTEGRITY,
    sentence=Sentence(
        en="What an agency was shown of another lane is not what the ledger holds.",
        kk="Органға көрсетілген бөтен журнал тексеру журналындағымен сәйкес келмейді.",
        ru="Показанное органу из чужого журнала расходится с журналом контроля.",
    ),
    cites=everywhere("A11"),
    judge=_differs,
)


def _shipped(file: LaneFile, _: LedgerDay) -> Iterator[Verdict]:
    """Charge the lane's agency with events that a reader rejected and that are for others alone."""
    for shipped in file.shipped:
        yield Evidence(
            charged=shipped.agency,
            began=shipped.ref,
            subject=shipped.lane,
            event_ids=(shipped.ref, *shipped.events),
            reading=READER_KNOWS_HASH,
        )


SHIPPED_TO_OTHERS: Final[Rule[LaneFile]] = Rule(
    name="shipped_to_others",
    kind=Kind.INTEGRITY,
    sentence=Sentence(
        en="The lane shipped an event to an agency that it is not for.",
        kk="Орган жазбаны оған арналмаған органға жіберді.",
        ru="Орган отправил запись органу, которому она не предназначена.",
    ),
    cites=everywhere("A2"),
    judge=_shipped,
)

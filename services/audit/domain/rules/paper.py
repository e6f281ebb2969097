"""15.1: in an electronic service no paper moves until the applicant has the result."""

from collections.abc import Iterator
from typing import Final

from events.intake import ApplicationForwarded, Carrier, ResultHandedOut
from events.intake_course import DocumentsSupplemented
from events.provider import ResultSent
from services.audit.domain.case_file import CaseFile
from services.audit.domain.entry import Entry
from services.audit.domain.evidence import Evidence, Kind, Rule, Sentence, Verdict
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rules.citations import kz
from services.audit.domain.rules.facts import first_at, refs, signer

PAPER: Final = "paper"
PAPER_RESULT: Final = (
    "A paper document may be the result of an electronic service (15.3), so that sending it is "
    "no paper circulation before the result (15.1)"
)


def _paper_moved(file: CaseFile, day: LedgerDay) -> Iterator[Verdict]:
    """Find what moved on paper in an electronic service before the result was handed out."""
    accepted = file.accepted
    if accepted is None or accepted.data.variant.form != "electronic":
        return
    handed = first_at(file, file.windows, ResultHandedOut)
    for moved in file.all(ApplicationForwarded, DocumentsSupplemented, ResultSent):
        on_paper = moved.data.carrier is Carrier.PAPER and moved.lane in file.lanes
        if on_paper and _before(moved, handed):
            yield Evidence(
                charged=signer(moved, day),
                began=moved.ref,
                subject=file.subject,
                event_ids=refs(accepted, moved),
                reading=PAPER_RESULT if _is_the_result(moved) else None,
            )


def _before(moved: Entry, handed: Entry | None) -> bool:
    """Say whether something moved before the result was handed out.

    Within a day lanes have no order: what another lane sent on that day went before.
    """
    if handed is None or moved.lane != handed.lane:
        return handed is None or moved.on <= handed.on
    return moved.seq < handed.seq


def _is_the_result(moved: Entry) -> bool:
    return isinstance(moved.data, ResultSent) and moved.data.result_kind == PAPER


PAPER_MOVED: Final[Rule[CaseFile]] = Rule(
    name="paper_moved",
    kind=Kind.BREACH,
    sentence=Sentence(
        en="Paper moved in an electronic service before the result.",
        kk="Электрондық қызметте нәтиже алынғанға дейін қағаз құжат айналымына жол берілді.",
        ru="В электронной услуге до получения результата допущен бумажный документооборот.",
    ),
    cites=kz("15.1"),
    judge=_paper_moved,
)

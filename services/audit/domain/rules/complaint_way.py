"""The way of a complaint from body to body: who must examine it at which stage (19.2, 19.3, 19.5).

It follows who renders the service: the respondent, or, of a complaint against a centre, the
deliverer for which the centre acted (1(13)).
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, NamedTuple

from events.complaints import ComplaintAtBody, ComplaintLodged
from events.intake_course import ComplaintHandedIn
from events.law.complaint_path import ComplaintPath
from events.law.complaint_terms import (
    APPROVER,
    AUTHORITY,
    DELIVERER,
    Bodies,
    BodyStage,
    stages_of,
)
from events.law.norm_book import Standard
from services.audit.domain.case_file import CaseFile
from services.audit.domain.complaint_file import StageFile, stage_files
from services.audit.domain.evidence import Undecidable, Verdict
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rules.facts import standard_of
from services.audit.domain.rules.service_deadline import CaseJudge

CENTRE: Final = "centre"
"""The kind of a respondent that examines nothing."""
LOCAL_BODY: Final = "local_body"
QUALITY_AUTHORITY: Final = "quality_authority"
_ARTICLES: Final = {DELIVERER: "19.2", APPROVER: "19.2", AUTHORITY: "19.5"}

Complaint = ComplaintLodged | ComplaintHandedIn | ComplaintAtBody
"""A complaint as whoever has it tells of it: each says against whom it is."""

WayJudge = Callable[[CaseFile, LedgerDay, StageFile, "Way"], Iterator[Verdict]]


class Way(NamedTuple):
    """The stages of one complaint in their order, each with the agency that must examine."""

    path: ComplaintPath
    stages: Sequence[BodyStage]
    deliverer: str
    """Who rendered the service, and restores rights (5.5(8))."""
    local_body: str | None
    """Over the deliverer: at its stage either examines (19.2)."""

    def at(self, stage: int) -> BodyStage:
        """Give a stage with its body; a number beyond the last one is the last body's."""
        return self.stages[min(stage, len(self.stages)) - 1]

    def examines(self, agency: str, stage: int) -> bool:
        """Say whether an agency must examine at a stage."""
        found = self.at(stage)
        local = found.stage.body == DELIVERER and agency == self.local_body
        return local or agency == found.agency

    def is_last_word(self, agency: str, stage: int) -> bool:
        """Say whether an agency examines as the quality authority (19.5)."""
        return self.at(stage).stage.body == AUTHORITY and self.examines(agency, stage)

    def article(self, stage: int) -> str:
        """Name where the term of a stage stands: 19.3 if the central body renders by itself."""
        body = self.at(stage).stage.body
        first = self.at(stage) is self.stages[0]
        return "19.3" if first and body == APPROVER else _ARTICLES.get(body, "19.2")


def way_of(file: CaseFile, day: LedgerDay, complaint: Complaint) -> Way | Undecidable:
    """Say who must examine a complaint, by its standard and the law adopted last."""
    standard = _standard(file, day, complaint)
    if isinstance(standard, Undecidable):
        return standard
    path_id = standard.contents.complaint_path
    told = day.norms.path(day.jurisdiction, path_id)
    authority = _authority(day)
    if told is None or authority is None:
        return Undecidable(reason=f"the law's way {path_id} of a complaint is not known")
    deliverer = _deliverer(file, standard, complaint)
    stages = stages_of(told[1], Bodies(deliverer, standard.contents.approver, authority))
    if not stages:
        return Undecidable(reason=f"the law's way {path_id} of a complaint has no stage")
    return Way(told[1], stages, deliverer, _local_body(day, deliverer))


def with_ways(*kinds: type[Any]) -> Callable[[WayJudge], CaseJudge]:
    """Judge every complaint at each body that has told one of these events, if its way is known."""

    def of(judge: WayJudge) -> CaseJudge:
        def judged(file: CaseFile, day: LedgerDay) -> Iterator[Verdict]:
            for stage in file.once(day, stage_files):
                if not stage.all(*kinds):
                    continue
                way = way_of(file, day, stage.lodged.data)
                if isinstance(way, Undecidable):
                    yield way
                else:
                    yield from judge(file, day, stage, way)

        return judged

    return of


def _standard(file: CaseFile, day: LedgerDay, complaint: Complaint) -> Standard | Undecidable:
    """Give the edition that governs the case; without a case, the one in use."""
    if file.lodged is not None:
        return standard_of(file, day)
    found = day.norms.standard_in_use(complaint.service_code or "")
    return found or Undecidable(reason=f"no standard of {complaint.service_code} is in use")


def _authority(day: LedgerDay) -> str | None:
    for agency in day.register.agencies.values():
        if QUALITY_AUTHORITY in agency.roles and agency.jurisdiction == day.jurisdiction:
            return agency.agency
    return None


def _deliverer(file: CaseFile, standard: Standard, complaint: Complaint) -> str:
    if complaint.respondent.kind != CENTRE:
        return complaint.respondent.agency
    if file.accepted is not None:
        return str(file.accepted.data.deliverer)
    deliverers = standard.contents.deliverers
    return deliverers[0] if len(deliverers) == 1 else complaint.respondent.agency


def _local_body(day: LedgerDay, deliverer: str) -> str | None:
    registered = day.register.agencies
    below = registered.get(deliverer)
    above = None if below is None or below.parent is None else registered.get(below.parent)
    return None if above is None or LOCAL_BODY not in above.roles else above.agency

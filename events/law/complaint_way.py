"""Who must examine a complaint at which stage: one answer for command, to-do list and rule.

It follows who renders the service: the respondent, or, of a complaint against a centre, the
deliverer for which the centre acted (19.2, 19.3, 19.5; 1(13)).
"""

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from events.complaints import ComplaintLodged, Respondent
from events.law.complaint_path import ComplaintPath, TakenIn
from events.law.complaint_terms import (
    APPROVER,
    AUTHORITY,
    DELIVERER,
    Bodies,
    BodyStage,
    stages_of,
)
from events.law.norm_book import NormBook, Standard
from events.register import Register
from events.roles import authority_of, local_body_over

CENTRE: Final = "centre"
"""The kind of a respondent that examines nothing."""
_ARTICLES: Final = {DELIVERER: "19.2", APPROVER: "19.2", AUTHORITY: "19.5"}


class NoWay(LookupError):
    """No norm that is known says who examines the complaint: nothing can be told or judged (19)."""


class Complained(NamedTuple):
    """What the way of a complaint hangs on."""

    service_code: str | None
    respondent: Respondent
    received_on: date
    """By the place of receipt (19.2)."""
    taken_in: TakenIn | None = None
    """The request complained of; None without a case, or where nothing of it is known."""


class Way(NamedTuple):
    """The stages of one complaint in their order, each with the agency that must examine."""

    edition: str
    """Of the law."""
    path: ComplaintPath
    stages: Sequence[BodyStage]
    deliverer: str
    """Who rendered the service, and restores rights (5.5(8))."""
    local_body: str | None
    """Over the deliverer: at its stage either examines (19.2)."""

    def at(self, stage: int) -> BodyStage:
        """Give a stage with its body; a number beyond the last one is the last body's."""
        return self.stages[min(stage, len(self.stages)) - 1]

    def after(self, stage: int) -> str | None:
        """Name the agency that examines after a stage; None after the last."""
        later = self.stages[min(stage, len(self.stages)) :]
        return later[0].agency if later else None

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


def way_of(complained: Complained, norms: NormBook, register: Register, jurisdiction: str) -> Way:
    """Say who must examine a complaint, by its standard and the law of the jurisdiction.

    Of the law counts the edition in force on the day on which this body received the complaint: its
    term counts from then (19.2, 19.3, 19.5), and article 25 has no rule for what is under way. An
    edition in force later changes neither who examines nor by when.

    Args:
        complained: the complaint, as this body received it.
        norms: as known where it is asked.
        register: as known there.
        jurisdiction: of the body that has the complaint.

    Raises:
        NoWay: a norm or the authority is not known.
    """
    standard = standard_of(complained, norms)
    path_id = standard.contents.complaint_path
    told = norms.path(jurisdiction, path_id, complained.received_on)
    authority = authority_of(register, jurisdiction)
    if told is None or authority is None:
        raise NoWay(
            f"the law's way {path_id} of a complaint is not known on {complained.received_on}"
        )
    edition, path = told
    deliverer = deliverer_of(complained, standard)
    stages = stages_of(path, Bodies(deliverer, standard.contents.approver, authority))
    if not stages:
        raise NoWay(f"the law's way {path_id} of a complaint has no stage")
    return Way(edition, path, stages, deliverer, local_body_over(register, deliverer))


def came_on(lodged: ComplaintLodged) -> date:
    """Give the day of receipt whose norms count: nobody lodges what has not come."""
    return min(lodged.received_on, lodged.on)


def standard_of(complained: Complained, norms: NormBook) -> Standard:
    """Give the edition of the standard that says how its service is complained of (8.1(11)).

    A request keeps the edition under which it was taken in, to the end (7.2, 8.1): so does a
    complaint about it. A complaint without a case, or about one of which nothing is known, goes by
    the standard that was in use on the day on which it was received (19.1): one registered later
    could change who examines, and by when, after the term had begun.

    Raises:
        NoWay: there is none.
    """
    code, case = complained.service_code or "", complained.taken_in
    if case is not None:
        kept = norms.standard(code, case.standard_edition)
        if kept is None:
            raise NoWay(f"edition {code}/{case.standard_edition} of the standard is not known")
        return kept
    found = norms.in_use_on(code, complained.received_on)
    if found is None:
        raise NoWay(f"no standard of {code} was in use on {complained.received_on}")
    return found


def deliverer_of(complained: Complained, standard: Standard) -> str:
    """Name who rendered the service: for a centre the deliverer of the request, or the only one."""
    if complained.respondent.kind != CENTRE:
        return complained.respondent.agency
    if complained.taken_in is not None and complained.taken_in.deliverer is not None:
        return complained.taken_in.deliverer
    deliverers = standard.contents.deliverers
    return deliverers[0] if len(deliverers) == 1 else complained.respondent.agency

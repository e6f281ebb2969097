"""An edition of the law is adopted once, with complaint paths that name bodies of article 19."""

from datetime import date
from typing import Final

from msgspec.structs import replace

from events.audit import LawEditionAdopted
from events.law.complaint_path import Stage
from examples.kazakhstan.complaint_path import PATH
from services.audit.domain.commands import AdoptEdition
from services.audit.domain.reference import LawEditions
from tests.given import TODAY, given, live, refused_for_form

NONE: Final = LawEditions(jurisdiction="kz")
ADOPT: Final = AdoptEdition(
    jurisdiction="kz",
    edition="kz-draft-1579-2012",
    act="kz-draft-1579-2012",
    in_force_from=date(2013, 3, 4),
    paths=(PATH,),
)
COURT: Final = Stage(body="court", term_id="stage-court", working_days=5, article="19.8")


def test_an_edition_brings_its_complaint_paths() -> None:
    (event,) = NONE.adopt(ADOPT, live())

    assert event == LawEditionAdopted(
        on=TODAY,
        jurisdiction="kz",
        edition="kz-draft-1579-2012",
        act="kz-draft-1579-2012",
        in_force_from=date(2013, 3, 4),
        paths=(PATH,),
    )


def test_an_edition_is_adopted_once() -> None:
    adopted = given(NONE, *NONE.adopt(ADOPT, live()))

    refused_for_form(lambda by: adopted.adopt(ADOPT, by), "version-exists")


def test_a_stage_is_examined_by_a_body_that_article_19_names() -> None:
    odd = replace(ADOPT, paths=(replace(PATH, stages=(*PATH.stages, COURT)),))

    refused_for_form(lambda by: NONE.adopt(odd, by), "body-unknown", "19.2")

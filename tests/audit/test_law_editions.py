"""An edition of the law is adopted once, with complaint paths that name bodies of article 19."""

from datetime import date
from typing import Final

from events.audit import LawEditionAdopted
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

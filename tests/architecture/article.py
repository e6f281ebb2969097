"""An article of the law, as far as the code goes with it."""

from enum import StrEnum
from typing import NamedTuple


class Status(StrEnum):
    """How far the code holds an article."""

    COVERED = "covered"
    PARTLY = "partly"
    NOT_YET = "not yet"
    NOTHING_TO_DO = "no software consequence"


MEANING = {
    Status.COVERED: "every paragraph that asks something of software has its rule or its refusal",
    Status.PARTLY: "some paragraphs have, others do not; both are named",
    Status.NOT_YET: "what the article is about is not built",
    Status.NOTHING_TO_DO: "the article asks nothing of software",
}


class Article(NamedTuple):
    """What holds of one article, and what does not."""

    number: int
    about: str
    status: Status
    here: str = ""
    """What there is beside the rules, refusals and events that cite it."""
    missing: str = ""
    none: str = ""
    """Paragraphs that ask nothing of software, and why."""

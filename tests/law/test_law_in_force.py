"""Which edition of the law binds: of those in force on a day the one adopted last (25.1)."""

from datetime import date
from typing import Final

import pytest
from msgspec.structs import replace

from events.law.complaint_path import ComplaintPath
from events.law.complaint_way import NoWay, way_of
from events.law.norm_book import NormBook
from tests.complaints.realm import KNOWN, LAW
from tests.law.calendars_of_kz import day
from tests.law.test_complaint_way import NO_CASE

FROM: Final = day("2024-05-06")
LAST_BEFORE: Final = day("2024-05-05")
SHORTER: Final = replace(LAW.paths[0], notice_days=1)
NEXT: Final = replace(LAW, edition="next", in_force_from=FROM, paths=(SHORTER,))


def told(*editions: object) -> NormBook:
    book = NormBook()
    for edition in editions:
        book = book.evolve("audit.kz/law-kz:1", edition)
    return book


def binding(book: NormBook, on: date) -> str | None:
    law = book.law_on("kz", on)
    return None if law is None else law.edition


@pytest.mark.parametrize(("on", "edition"), [(LAST_BEFORE, LAW.edition), (FROM, NEXT.edition)])
def test_an_edition_binds_from_the_first_day_on_which_it_is_in_force(
    on: date, edition: str
) -> None:
    assert binding(told(LAW, NEXT), on) == edition


def test_of_two_editions_in_force_the_one_adopted_last_binds() -> None:
    mended = replace(LAW, edition="mended")

    assert binding(told(LAW, NEXT, mended), LAST_BEFORE) == "mended"
    assert binding(told(LAW, NEXT, mended), FROM) == "mended"
    assert binding(told(LAW, mended, NEXT), FROM) == NEXT.edition


def test_before_the_first_edition_is_in_force_nothing_binds() -> None:
    first = replace(LAW, in_force_from=FROM)

    assert binding(told(first), LAST_BEFORE) is None
    assert binding(told(first), FROM) == LAW.edition
    assert told(first).law_on("nl", FROM) is None


def test_the_path_is_that_of_the_edition_that_binds() -> None:
    book = told(LAW, NEXT)

    def path(on: date) -> tuple[str, ComplaintPath] | None:
        return book.path("kz", "kz-19", on)

    assert path(LAST_BEFORE) == (LAW.edition, LAW.paths[0])
    assert path(FROM) == (NEXT.edition, SHORTER)
    assert told(replace(LAW, paths=())).path("kz", "kz-19", FROM) is None


@pytest.mark.parametrize(("on", "days"), [(LAST_BEFORE, 3), (FROM, 1)])
def test_a_complaint_goes_by_the_law_in_force_on_the_day_on_which_it_was_received(
    on: date, days: int
) -> None:
    norms = replace(KNOWN.norms, law={"kz": (LAW, NEXT)})

    way = way_of(NO_CASE._replace(received_on=on), norms, KNOWN.register, "kz")

    assert way.path.notice_days == days


def test_of_a_complaint_received_before_the_law_was_in_force_nobody_is_named() -> None:
    norms = replace(KNOWN.norms, law={"kz": (NEXT,)})

    with pytest.raises(NoWay, match="kz-19 of a complaint is not known on 2024-05-05"):
        way_of(NO_CASE._replace(received_on=LAST_BEFORE), norms, KNOWN.register, "kz")

"""Who examines a complaint, and by which edition of its standard (8.1(11), 19.2, 19.3, 19.5)."""

from datetime import date
from typing import Final

import pytest
from msgspec.structs import replace

from events.complaints import Respondent
from events.law.complaint_path import TakenIn
from events.law.complaint_way import Complained, NoWay, standard_of, way_of
from events.law.norm_book import NormBook
from events.provider import StandardApproved, StandardRegistered
from examples.kazakhstan import standard as apostille
from examples.kazakhstan.agencies import AUTHORITY, JUSTICE, JUSTICE_ALMATY
from tests.complaints.realm import KNOWN, LAW, STRANGER, registered
from tests.law.calendars_of_kz import day

SECOND_FROM: Final = date(2024, 5, 6)
REGISTER: Final = KNOWN.register
AGAINST: Final = Respondent(agency=JUSTICE_ALMATY, kind="deliverer")
NO_CASE: Final = Complained(apostille.SERVICE, AGAINST, day("2024-05-06"))


def book() -> NormBook:
    """Know edition 1, and edition 2 with another central body from 6 May on."""
    told = NormBook().evolve("law", LAW)
    for edition, approver, on in (("1", JUSTICE, day("2024-01-01")), ("2", STRANGER, SECOND_FROM)):
        approved = StandardApproved(
            on=on,
            service_code=apostille.SERVICE,
            edition=edition,
            contents=replace(apostille.CONTENTS, approver=approver),
            act_no="order 58",
            effective_from=on,
        )
        in_use = StandardRegistered(
            on=on, service_code=apostille.SERVICE, edition=edition, registration_no="R-1"
        )
        told = told.evolve("ref", approved).evolve("ref", in_use)
    return told


def second_body(complained: Complained) -> str:
    return way_of(complained, book(), REGISTER, "kz").at(2).agency


@pytest.mark.parametrize(
    ("received_on", "edition"),
    [("2024-05-05", "1"), ("2024-05-06", "2"), ("2029-01-01", "2")],
)
def test_a_complaint_without_a_case_goes_by_the_standard_in_use_when_it_came(
    received_on: str, edition: str
) -> None:
    complained = NO_CASE._replace(received_on=day(received_on))

    assert standard_of(complained, book()).edition == edition


def test_before_any_standard_was_in_use_nobody_is_named() -> None:
    with pytest.raises(NoWay, match="no standard of apostille was in use on 2023-12-31"):
        standard_of(NO_CASE._replace(received_on=day("2023-12-31")), book())


@pytest.mark.parametrize(("edition", "body"), [("1", JUSTICE), ("2", STRANGER)])
def test_a_request_keeps_its_edition_and_so_does_a_complaint_about_it(
    edition: str, body: str
) -> None:
    case = TakenIn(standard_edition=edition, deliverer=JUSTICE_ALMATY)

    assert second_body(NO_CASE._replace(taken_in=case)) == body


def test_of_an_edition_that_nobody_has_told_of_nobody_is_named() -> None:
    case = TakenIn(standard_edition="9")

    with pytest.raises(NoWay, match="edition apostille/9 of the standard is not known"):
        second_body(NO_CASE._replace(taken_in=case))


def test_without_an_authority_in_the_jurisdiction_the_way_is_not_known() -> None:
    elsewhere = registered(REGISTER, AUTHORITY, role="deliverer")

    with pytest.raises(NoWay, match="kz-19 of a complaint is not known"):
        way_of(NO_CASE, book(), elsewhere, "kz")


@pytest.mark.parametrize(
    ("agency", "articles"),
    [
        (JUSTICE_ALMATY, ["19.2", "19.2", "19.5", "19.5"]),
        (STRANGER, ["19.3", "19.5", "19.5", "19.5"]),
    ],
)
def test_each_stage_has_its_article_and_who_comes_after_it(
    agency: str, articles: list[str]
) -> None:
    complained = NO_CASE._replace(respondent=Respondent(agency=agency, kind="deliverer"))

    way = way_of(complained, book(), REGISTER, "kz")

    assert [way.article(stage) for stage in (1, 2, 3, 4)] == articles
    assert way.after(len(way.stages) - 1) == AUTHORITY
    assert way.after(len(way.stages)) is None

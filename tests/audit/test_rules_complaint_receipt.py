"""From which day a body's term counts: on its own word, and on the window's own (19.2)."""

from datetime import date

import pytest
from msgspec.structs import replace

from services.audit.domain.case_file import CaseFile
from services.audit.domain.complaint_file import stage_files
from services.audit.domain.rules.complaint_receipt import received_on
from tests.audit import examples as x
from tests.audit import examples_complaints as c
from tests.audit.given_complaints import at, case, on, window
from tests.given import made_at

ASTANA = "intake.astana-1"
DAY = on("2024-05-20")
LODGED_ON, TOLD = "2024-05-06", "2024-04-30"
"""When it was lodged with the body, and since when somebody says that it is under way."""


def counts_from(file: CaseFile) -> date:
    (stage,) = [one for one in stage_files(file, DAY) if one.lane == c.JUSTICE]
    return received_on(file, DAY, stage)


def test_a_body_s_own_word_that_it_has_had_it_longer_counts() -> None:
    file = case(at(c.JUSTICE, c.lodged(LODGED_ON, received=TOLD)))

    assert counts_from(file) == x.day(TOLD)


def test_a_handing_in_counts_from_the_window_s_own_word() -> None:
    lodged = c.lodged(LODGED_ON, received=TOLD, handed_in_at=x.WINDOW)
    file = case(window(c.handed_in("2024-05-03")), at(c.JUSTICE, lodged))

    assert counts_from(file) == x.day("2024-05-03")


def test_so_does_a_handing_in_at_a_window_that_the_case_never_named() -> None:
    id_ = made_at(ASTANA, "complaint")
    lodged = replace(c.lodged(LODGED_ON, received=TOLD, handed_in_at=ASTANA), complaint_id=id_)
    file = case(
        (said._replace(lane=ASTANA) for said in window(c.handed_in("2024-05-03", id_=id_))),
        (said._replace(stream=f"complaint-{id_}-1") for said in at(c.JUSTICE, lodged)),
    )

    assert counts_from(file) == x.day("2024-05-03")


def test_of_a_handing_in_that_no_window_tells_the_lodging_itself_counts() -> None:
    file = case(at(c.JUSTICE, c.lodged(LODGED_ON, received=TOLD, handed_in_at=x.WINDOW)))

    assert counts_from(file) == x.day(LODGED_ON)


@pytest.mark.parametrize("maker", [c.TRANSPORT, ASTANA])
def test_a_window_tells_of_no_complaint_whose_id_it_did_not_make(maker: str) -> None:
    id_ = made_at(maker, "complaint")
    lodged = replace(c.lodged(LODGED_ON, received=TOLD, handed_in_at=x.WINDOW), complaint_id=id_)
    stream = f"complaint-{id_}-1"
    file = case(
        window(replace(c.handed_in(TOLD), complaint_id=id_)),
        (said._replace(stream=stream) for said in at(c.JUSTICE, lodged)),
    )

    assert counts_from(file) == x.day(LODGED_ON)


def test_what_a_body_says_when_it_sends_it_on_counts_from_the_sending_alone() -> None:
    first = c.lodged(TOLD)
    false = replace(first, handed_in_at=x.WINDOW, received_on=x.day("2024-01-09"))
    there = c.lodged(LODGED_ON, received="2024-01-09", handed_in_at=x.WINDOW)
    file = case(
        at(c.TRANSPORT, first, c.forwarded("2024-05-03", c.JUSTICE, known=false)),
        (
            said._replace(cause=f"{c.TRANSPORT}/complaint-{c.ID}-1:2")
            for said in at(c.JUSTICE, there)
        ),
    )

    assert counts_from(file) == x.day("2024-05-03")


def test_a_day_that_another_body_told_is_not_the_body_s_own_word() -> None:
    there = c.lodged(LODGED_ON, received="2024-01-09")
    cause = f"{c.TRANSPORT}/complaint-{c.ID}-1:2"

    file = case(said._replace(cause=cause) for said in at(c.JUSTICE, there))

    assert counts_from(file) == x.day(LODGED_ON)

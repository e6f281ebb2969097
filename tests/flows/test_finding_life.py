"""A finding's life: found, reviewed by an officer, answered by the charged agency (20)."""

from pathlib import Path
from typing import Final

import pytest
from msgspec.structs import replace

from events.acts.answering import AnswerFinding
from events.audit import FindingMade
from events.deciding import Refused
from examples.kazakhstan.agencies import AUDIT_LANE, DELIVERY_LANE, WINDOW_LANE
from services.audit.application.said_beside import said_beside
from services.audit.domain.commands import ReviewFinding
from tests.audit.by_hand import late_case
from tests.flows.kz_days import KzDays

MORNING: Final = "2024-05-11T05:00:00Z"
OFFICER: Final = "quality-authority/audit/o-11"
CLERK: Final = "justice-almaty/apostille/o-2c90"
STRANGER: Final = "almaty-centre/hall-1/o-7f31"


def beside(days: KzDays, made: FindingMade) -> list[str]:
    register = days.realm.audit.known.register
    with days.realm.store(AUDIT_LANE).reading() as tx:
        return list(said_beside(tx, made, register))


def answer(made: FindingMade) -> AnswerFinding:
    return AnswerFinding(
        finding_id=made.finding_id, position="disputed", reasons=("applicant_absent",)
    )


def test_review_and_answer_stand_beside_a_finding_that_stays_as_it_was(
    joined: Path, tmp_path: Path
) -> None:
    with late_case(joined, tmp_path) as days:
        days.close()
        (made,) = days.standing()
        review = ReviewFinding(finding_id=made.finding_id, verdict="confirmed", reason="proved")

        days.driver.do(AUDIT_LANE, [("review/1", review)], actor=OFFICER, time=MORNING)
        days.driver.do(DELIVERY_LANE, [("answer/1", answer(made))], actor=CLERK, time=MORNING)
        days.close()

        said = beside(days, made)
        assert said[0] == "Sat 2024-05-11  reviewed by o-11: confirmed (proved)"
        assert said[1] == "Sat 2024-05-11  justice-almaty answers: disputed (applicant_absent)"
        assert made in days.standing()


def test_what_another_agency_says_of_a_finding_is_left_out(joined: Path, tmp_path: Path) -> None:
    """Software that asks nothing may say it, as a transcribed answer does here."""
    with late_case(joined, tmp_path) as days:
        days.close()
        (made,) = days.standing()
        told = replace(answer(made), transcribed=True, on=made.judged_day)

        days.driver.do(WINDOW_LANE, [("answer/1", told)], actor=STRANGER, time=MORNING)
        days.close()

        assert beside(days, made) == []


def test_an_officer_of_another_agency_cannot_answer_a_finding(joined: Path, tmp_path: Path) -> None:
    with late_case(joined, tmp_path) as days:
        days.close()
        (made,) = days.standing()
        for lane, actor, code in (
            (WINDOW_LANE, STRANGER, "finding-unknown"),
            (AUDIT_LANE, OFFICER, "not-charged"),
        ):
            with pytest.raises(Refused) as caught:
                days.driver.do(lane, [("answer/1", answer(made))], actor=actor, time=MORNING)

            assert (caught.value.code, caught.value.article) == (code, "20")

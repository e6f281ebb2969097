"""The terms of a complaint day by day: the same days as are told and judged (19.2-19.6)."""

from datetime import date, timedelta
from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from events.law.complaint_explained import extension_count, notice_count, stage_count
from events.law.complaint_path import Stage
from events.law.complaint_terms import extended_due, notice_by, stage_due
from events.law.wording import closing, sentence
from examples.kazakhstan.complaint_path import PATH
from tests.law.calendars_of_kz import KZ, day

VIEW: Final = KZ.latest()
RECEIVED: Final = day("2024-05-13")
days: Final = st.integers(0, 200).map(lambda number: date(2024, 1, 8) + timedelta(days=number))


@given(days, st.sampled_from(PATH.stages), st.integers(1, PATH.extension_days))
def test_the_explained_days_are_those_that_are_counted(
    received: date, norm: Stage, more: int
) -> None:
    due = stage_due(PATH, norm, received, VIEW)

    assert stage_count(PATH, norm, received, VIEW).due_on == due
    assert extension_count(PATH, due, more, VIEW).due_on == extended_due(PATH, due, more, VIEW)
    assert notice_count(PATH, due, VIEW).due_on == notice_by(PATH, due, VIEW)


def test_the_first_stage_counts_five_working_days_from_receipt() -> None:
    told = sentence(stage_count(PATH, PATH.stages[0], RECEIVED, VIEW))

    assert told == (
        "Mon 13 start, not counted · Tue 14 = 1 · Wed 15 = 2 · Thu 16 = 3 · Fri 17 = 4 · "
        "Sat 18 rest · Sun 19 rest · Mon 20 = 5: due 20 May"
    )


def test_the_notice_counts_three_working_days_back_from_the_last_one() -> None:
    assert closing(notice_count(PATH, day("2024-05-20"), VIEW)) == "by 15 May"

"""The story of a case: what was found, taken back, and said by those whom it does not concern."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from events.intake import Carrier
from examples.kazakhstan.agencies import AUDIT_LANE, WINDOW_LANE
from examples.kazakhstan.cases import HALL, Step
from services.audit.application.story import Story, story
from services.intake.domain.commands import ReceiveResult
from tests.flows.foreign import FOREIGN, Book, join_foreign
from tests.flows.homes import copy_of
from tests.flows.kz_days import KzDays, kz_days

RECEIPT = "A-2024-000118"
DUE = date(2024, 5, 10)


@pytest.fixture
def days(joined: Path, tmp_path: Path) -> Iterator[KzDays]:
    """The late case is taken in and nothing comes back; Saturday 4 May is open."""
    with kz_days(copy_of(joined, tmp_path)) as days:
        days.close_until(date(2024, 5, 3))
        days.act(*(step for step in days.late_case() if step.time < "2024-05-04"))
        days.close()
        yield days


def told(days: KzDays, when: str | None = None) -> Story:
    with days.realm.store(AUDIT_LANE).reading() as tx:
        return story(tx, AUDIT_LANE, RECEIPT, when)


def tell_receipt_afterwards(days: KzDays, on: date) -> None:
    """Tell now that the result had been there on a day before."""
    case_id = told(days).file.subject
    received = ReceiveResult(
        case_id=case_id, carrier=Carrier.PAPER, result_kind="paper", transcribed=True, on=on
    )
    time = f"{days.day}T05:00:00Z"
    days.act(Step(time, WINDOW_LANE, HALL, f"found/{case_id}", received))


def standing(story: Story) -> dict[str, bool]:
    """Rule -> whether the finding stands."""
    return {one.made.rule: one.stands for one in story.findings}


def test_a_fact_that_is_told_late_takes_the_finding_away_and_is_found_backdated(
    days: KzDays,
) -> None:
    days.close_until(date(2024, 5, 12))
    assert standing(told(days)) == {"result_to_centre_late": True, "service_term_missed": True}
    tell_receipt_afterwards(days, DUE)

    days.close()

    after = standing(told(days))
    assert after["service_term_missed"] is False
    assert after["backdated"] is True
    assert standing(told(days, "2024-05-11"))["service_term_missed"] is True


def test_a_fact_that_is_told_late_and_was_late_ends_the_open_breach(days: KzDays) -> None:
    days.close_until(date(2024, 5, 13))
    tell_receipt_afterwards(days, date(2024, 5, 12))

    days.close()

    (missed,) = days.standing("service_term_missed")
    assert (missed.due_on, missed.days_late) == (DUE, 2)


def test_what_a_lane_says_that_the_case_did_not_name_is_kept_apart(days: KzDays) -> None:
    join_foreign(days.driver)
    subject = told(days).file.subject
    book = Book()
    for _ in range(5):
        book.commit(book.day_closed())
    meddling = book.event(subject=subject, data={"on": "2024-05-04", "step": "granted"})
    book.commit(meddling, book.day_closed())
    book.write(days.realm.home)
    days.driver.quiet()

    days.close()

    assert [entry.lane for entry in told(days).file.strangers] == [FOREIGN]
    assert FOREIGN not in {entry.lane for entry in told(days).file.entries}


def test_what_a_day_brought_is_known_from_that_day_on(days: KzDays) -> None:
    """As of a day, a lane counts up to the size that `lanes_accepted` names (C2)."""
    days.close_until(date(2024, 5, 6))
    before = told(days)
    tell_receipt_afterwards(days, date(2024, 5, 6))

    days.close()

    assert len(told(days, "2024-05-06").file.entries) == len(before.file.entries) + 1
    for earlier in ("2024-05-05", str(before.at.size)):
        assert told(days, earlier).file.entries == before.file.entries

"""The to-do list of a deliverer: to decide and to send, by which day and article."""

from datetime import date

from msgspec.structs import replace

from events.law.norms import Term
from events.law.term import Unit
from tests.given import TODAY
from tests.provider import examples as e
from tests.provider.examples_todo import (
    ACCEPTED,
    DECIDED,
    DUE,
    REGISTERED,
    SENT,
    TO_CENTRE,
    listed,
    own,
    under,
    window,
)
from tests.todo_events import said


def test_a_case_for_a_centre_is_decided_and_sent_a_day_before_its_term_ends() -> None:
    found = listed(own(*REGISTERED), window())

    task = found.pop("decide")
    assert not found
    assert (task.due_on, task.article, task.since) == (TO_CENTRE, "5.5(5)", TODAY)
    assert str(DUE) in task.sentence
    assert not task.is_overdue(TO_CENTRE)
    assert task.is_overdue(DUE)


def test_for_another_window_than_a_centre_s_the_term_itself_is_the_day() -> None:
    counter = "intake.justice-almaty"
    here = replace(REGISTERED[0], from_lane=counter)
    there = said(counter, f"application-{e.CASE}", e.CASE, ACCEPTED)

    task = listed(own(here), there)["decide"]

    assert (task.due_on, task.article) == (DUE, "5.5(1)")


def test_a_term_so_short_that_nothing_can_be_sent_before_it_keeps_its_own_day() -> None:
    one_day = Term(
        term_id="t", length=1, unit=Unit.CALENDAR_DAY, calendar="kz", first_day_counted=True
    )
    short = under(replace(e.CONTENTS, terms=(one_day,)))

    task = listed(own(*REGISTERED), window(), office=short)["decide"]

    assert (task.due_on, task.article) == (TODAY, "5.5(1)")


def test_where_the_date_is_as_told_the_told_date_is_the_day() -> None:
    as_told = under(replace(e.CONTENTS, terms=(Term(term_id="t", unit=Unit.AS_TOLD),)))
    told = replace(ACCEPTED.told, due_on=date(2024, 6, 1))

    task = listed(own(*REGISTERED), window(replace(ACCEPTED, told=told)), office=as_told)["decide"]

    assert task.due_on == date(2024, 5, 31)


def test_a_wrongly_told_date_moves_nothing() -> None:
    wrong = replace(ACCEPTED.told, due_on=date(2024, 6, 1))

    task = listed(own(*REGISTERED), window(replace(ACCEPTED, told=wrong)))["decide"]

    assert task.due_on == TO_CENTRE


def test_without_the_window_s_word_there_is_a_task_and_no_day() -> None:
    assert listed(own(*REGISTERED))["decide"].due_on is None


def test_another_lane_s_word_is_not_the_window_s() -> None:
    false = said("intake.talgar", f"application-{e.CASE}", e.CASE, ACCEPTED)

    assert listed(own(*REGISTERED), false)["decide"].due_on is None


def test_a_decided_case_is_sent_and_a_sent_one_is_done() -> None:
    found = listed(own(*DECIDED), window())

    assert (found["send_result"].due_on, found["send_result"].article) == (TO_CENTRE, "5.5(5)")
    assert not listed(own(*SENT), window())


def test_an_entry_in_a_register_is_not_sent() -> None:
    entry = replace(DECIDED[-1], result_kind="register_record")

    assert not listed(own(*REGISTERED, entry), window())

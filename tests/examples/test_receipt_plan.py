"""Every day of the log is there, with its acts in an order that the services take."""

from datetime import date, timedelta

from events.intake import NoticeGiven, ResultReceived
from examples.receipt.log_case import span
from examples.receipt.log_file import RECEIPT_LOG
from examples.receipt.plan import plan
from examples.receipt.rows import parse_log, read_log
from tests.examples.deciding import AGENCY, OFFICE, decide_all
from tests.examples.receipt_log import CHECK, CONFIRMATION, SEND, Line, case, set_cell, text


def names_by_day(*cases: list[Line]) -> dict[date, list[str]]:
    days = plan(parse_log(text(*cases)), OFFICE)
    return {day: [type(act.command).__name__ for act in told] for day, told in days}


def test_every_day_from_the_first_event_to_the_last_is_there_also_without_acts() -> None:
    days = names_by_day(case(1, CONFIRMATION, end="2024-03-06 00:00:00+01:00"))

    assert days == {
        date(2024, 3, 1): ["LodgeApplication", "AcceptApplication", "ForwardApplication"],
        date(2024, 3, 2): [],
        date(2024, 3, 3): [],
        date(2024, 3, 4): ["RegisterCase"],
        date(2024, 3, 5): [],
        date(2024, 3, 6): ["ReceiveResult"],
    }


def test_a_deadline_is_no_event_and_does_not_lengthen_the_log() -> None:
    cases = parse_log(text(case(1, deadline="2030-01-01 00:00:00+01:00")))

    assert span(cases).last == date(2024, 3, 4)


def test_days_ascend_by_one_over_the_hours_of_summer_time() -> None:
    days = list(names_by_day(case(1, end="2024-11-05 00:30:00+01:00")))

    assert days == [days[0] + timedelta(days=number) for number in range(len(days))]
    assert days[-1] == date(2024, 11, 5)


def test_at_one_instant_the_acts_stand_in_the_order_of_the_service() -> None:
    moment = "2024-03-04 09:00:00.500000+01:00"

    days = names_by_day(case(1, CONFIRMATION, start=moment, end=moment))

    assert days[date(2024, 3, 4)] == [
        "LodgeApplication",
        "AcceptApplication",
        "ForwardApplication",
        "RegisterCase",
        "ReceiveResult",
    ]


def test_acts_of_one_day_stand_in_order_of_time_across_cases() -> None:
    late = set_cell(case(1, CONFIRMATION), 0, "time:timestamp", "2024-03-04 12:00:00+01:00")
    early = set_cell(case(2, CONFIRMATION), 0, "time:timestamp", "2024-03-04 10:00:00Z")

    (_, told) = plan(parse_log(text(late, early)), OFFICE)[-1]

    assert [act.row_id for act in told] == ["task-2-0", "task-1-0"]


def test_what_the_window_did_before_the_application_is_told_after_it_with_its_own_date() -> None:
    before = case(1, CONFIRMATION, CHECK, SEND, start="2024-03-08 09:00:00+01:00")
    log = parse_log(text(case(2, CONFIRMATION), before))

    days = dict(plan(log, OFFICE))

    here = [act for act in days[date(2024, 3, 4)] if act.row_id.startswith("task-1")]
    assert [type(act.command).__name__ for act in here] == ["RegisterCase", "CompleteStep"]
    *_, notice = days[date(2024, 3, 8)]
    assert (notice.row_id, notice.command.on) == ("task-1-2", date(2024, 3, 4))
    assert any(isinstance(event, NoticeGiven) for event in decide_all(days.items()).values())


def test_an_end_before_the_application_is_told_after_it() -> None:
    odd = case(1, CONFIRMATION, start="2024-03-04 01:06:40+01:00", end="2024-03-04 00:00:00+01:00")

    events = decide_all(plan(parse_log(text(odd)), OFFICE))

    assert any(isinstance(event, ResultReceived) for event in events.values())


def test_a_second_plan_of_the_same_log_is_the_same() -> None:
    cases = read_log(RECEIPT_LOG)

    assert plan(cases, OFFICE) == plan(cases, OFFICE)


def test_no_two_acts_of_the_log_share_a_command_id_in_a_lane() -> None:
    acts = [act for _, told in plan(read_log(RECEIPT_LOG), OFFICE) for act in told]

    assert len({(act.lane, act.command_id(AGENCY)) for act in acts}) == len(acts)

"""19.4(3), 19.5: infringed rights are restored, and the quality authority sees to it."""

import pytest

from events.common import Act
from events.complaints import Respondent
from events.complaints import Verdict as Outcome
from services.audit.domain.evidence import Evidence
from services.audit.domain.rules.complaint_authority import NO_TIME
from tests.audit import examples as x
from tests.audit import examples_complaints as c
from tests.audit.given_complaints import (
    Says,
    again,
    at,
    case,
    deliverer,
    found,
    on,
    ref,
    the_finding,
    undecidable,
    without_case,
)

RULE = "rights_not_restored"
BEGUN = (c.lodged(), c.registered())
PROMISED = (*BEGUN, c.restoring("2024-05-10", "2024-05-20", "fee_returned", "apology"))
DAY = on("2024-06-30")


def test_what_a_decision_promises_is_done_by_its_day_or_late() -> None:
    both = ("fee_returned", "apology")
    in_time = case(at(c.JUSTICE, *PROMISED), deliverer(c.restored("2024-05-20", *both)))
    late = case(at(c.JUSTICE, *PROMISED), deliverer(c.restored("2024-05-21", *both)))

    assert found(RULE, in_time, DAY) == []
    restored = f"{x.DELIVERER_LANE}/delivery-{x.CASE}:2"
    assert the_finding(RULE, late, DAY) == Evidence(
        charged=x.DELIVERER,
        began=ref(3),
        subject=x.CASE,
        event_ids=(ref(3), restored),
        due_on=x.day("2024-05-20"),
        days_late=1,
        calendar_version="kz/2024/1",
    )


def test_all_measures_are_taken_at_once_or_one_by_one() -> None:
    fee, apology = c.restored("2024-05-13", "fee_returned"), c.restored("2024-05-14", "apology")

    assert found(RULE, case(at(c.JUSTICE, *PROMISED), deliverer(fee)), DAY)
    assert found(RULE, case(at(c.JUSTICE, *PROMISED), deliverer(fee, apology)), DAY) == []


def test_what_is_restored_names_the_complaint_or_the_decision() -> None:
    both = ("fee_returned", "apology")
    by_cause = c.restored("2024-05-13", *both, cause=ref(3), complaint=None)
    other = c.restored(
        "2024-05-13", *both, cause="provider.elsewhere/delivery-x:1", complaint="another"
    )

    assert found(RULE, case(at(c.JUSTICE, *PROMISED), deliverer(by_cause)), DAY) == []
    assert found(RULE, case(at(c.JUSTICE, *PROMISED), deliverer(other)), DAY)


def test_a_last_day_that_is_a_day_off_goes_to_the_next_working_day() -> None:
    """Saturday 18 May 2024; Monday the 20th is worked."""
    file = case(at(c.JUSTICE, *BEGUN, c.restoring("2024-05-10", "2024-05-18", "apology")))

    assert the_finding(RULE, file, DAY).due_on == x.day("2024-05-20")


def test_what_is_not_restored_is_found_once_deliverer_and_body_have_closed_the_day() -> None:
    file = case(at(c.JUSTICE, *PROMISED))

    assert found(RULE, file, on("2024-05-20")) == []
    assert again(RULE, file, on("2024-05-20")) == x.day("2024-05-21")
    assert the_finding(RULE, file, on("2024-05-21")).days_late is None
    for lane in (x.DELIVERER_LANE, c.JUSTICE):
        silent = on("2024-05-21", closed={lane: "2024-05-19"})
        assert found(RULE, file, silent) == []
        assert again(RULE, file, silent) == x.day("2024-05-22")


@pytest.mark.parametrize(
    "decided",
    [
        c.decided("2024-05-10", Outcome.SATISFIED, measures=("apology",)),
        c.decided("2024-05-10", measures=("apology",), measures_by=x.day("2024-05-20")),
    ],
    ids=["no day was set", "not in the applicant's favour"],
)
def test_without_a_promise_nothing_is_owed(decided: Act) -> None:
    assert found(RULE, case(at(c.JUSTICE, *BEGUN, decided)), DAY) == []


def test_a_body_that_must_not_decide_charges_nobody() -> None:
    transport = case(at(c.TRANSPORT, *PROMISED))
    ministry = case(at(c.MINISTRY, c.lodged(stage=2), c.registered(), PROMISED[2], stage=2))

    assert found(RULE, transport, DAY) == []
    assert the_finding(RULE, ministry, DAY).charged == x.DELIVERER


def test_for_a_centre_the_deliverer_restores_for_which_it_acted() -> None:
    of_centre = c.lodged(respondent=Respondent(agency=x.CENTRE, kind="centre"))
    file = case(at(c.JUSTICE, of_centre, *PROMISED[1:]))

    assert the_finding(RULE, file, DAY).charged == x.DELIVERER


def test_of_a_complaint_without_a_case_nobody_can_tell_whether_rights_are_restored() -> None:
    file = without_case(at(c.JUSTICE, c.lodged(case_id=None), *PROMISED[1:]))

    assert found(RULE, file, DAY) == []
    assert "names none" in (undecidable(RULE, file, DAY) or "")


UNLAWFUL = c.decided("2024-05-20", Outcome.SATISFIED, unlawful_act=True)


def at_authority(*acts: Act, decided: Act = UNLAWFUL) -> list[Says]:
    begun = (c.lodged(stage=3), c.registered())
    return list(at(c.AUTHORITY, *begun, decided, *acts, stage=3))


def test_an_unlawful_act_is_followed_by_a_demand() -> None:
    rule = "restoration_not_demanded"
    none = case(iter(at_authority()))
    demanded = case(iter(at_authority(c.demanded("2024-05-22", "2024-05-30", "apology"))))

    assert found(rule, none, on("2024-05-20")) == []
    assert again(rule, none, on("2024-05-20")) == x.day("2024-05-21")
    assert the_finding(rule, none, on("2024-05-21")).charged == "authority"
    assert found(rule, none, on("2024-05-21", closed={c.AUTHORITY: "2024-05-19"})) == []
    assert found(rule, demanded, DAY) == []


def test_only_the_authority_demands_and_only_after_an_unlawful_act() -> None:
    rule, lawful = "restoration_not_demanded", c.decided("2024-05-20", Outcome.SATISFIED)

    assert found(rule, case(iter(at_authority(decided=lawful))), DAY) == []
    assert found(rule, case(at(c.JUSTICE, *BEGUN, UNLAWFUL)), DAY) == []


DEMANDED = c.demanded("2024-05-20", "2024-05-30", "apology")


def test_a_demand_is_met_by_its_day_or_late() -> None:
    rule = "demand_not_met"
    for restored, late in (("2024-05-30", []), ("2024-05-31", [1])):
        apology = deliverer(c.restored(restored, "apology"))

        said = found(rule, case(iter(at_authority(DEMANDED)), apology), DAY)
        assert [one.days_late for one in said] == late
        assert {one.charged for one in said} <= {x.DELIVERER}


def test_a_demand_that_is_not_met_is_found_once_its_addressee_has_closed_the_day() -> None:
    rule, file = "demand_not_met", case(iter(at_authority(DEMANDED)))

    assert found(rule, file, on("2024-05-30")) == []
    assert again(rule, file, on("2024-05-30")) == x.day("2024-05-31")
    finding = the_finding(rule, file, on("2024-05-31"))
    assert (finding.began, finding.due_on) == (ref(4, c.AUTHORITY, 3), x.day("2024-05-30"))
    assert found(rule, file, on("2024-05-31", closed={x.DELIVERER_LANE: "2024-05-29"})) == []


def test_what_was_restored_before_a_demand_does_not_meet_it() -> None:
    demand = c.demanded("2024-05-20", "2024-05-30", "apology")
    for restored, breaches in (("2024-05-19", 1), ("2024-05-20", 0)):
        apology = deliverer(c.restored(restored, "apology"))

        said = found("demand_not_met", case(iter(at_authority(demand)), apology), DAY)
        assert len(said) == breaches


def test_no_demand_is_due_before_its_addressee_could_know_of_it() -> None:
    early = c.demanded("2024-05-20", "2024-05-13", "apology")

    finding = the_finding("demand_not_met", case(iter(at_authority(early))), DAY)

    assert finding.due_on == x.day("2024-05-20")


def test_an_addressee_that_the_case_did_not_name_says_itself_that_it_has_met_the_demand() -> None:
    lane = "provider.ministry"
    demand = c.demanded("2024-05-20", "2024-05-30", "apology", to_lane=lane, agency="ministry")
    open_ = case(iter(at_authority(demand)))
    met = case(
        iter(at_authority(demand)), deliverer(c.restored("2024-05-30", "apology"), lane=lane)
    )
    others = case(iter(at_authority(demand)), deliverer(c.restored("2024-05-30", "apology")))

    assert the_finding("demand_not_met", open_, DAY).charged == "ministry"
    assert found("demand_not_met", met, DAY) == []
    assert found("demand_not_met", others, DAY)


def test_what_another_than_the_authority_demands_or_of_another_lane_charges_nobody() -> None:
    elsewhere = c.demanded("2024-05-20", "2024-05-30", "apology", agency="transport")

    assert found("demand_not_met", case(iter(at_authority(elsewhere))), DAY) == []
    by_justice = case(at(c.JUSTICE, *BEGUN, UNLAWFUL, DEMANDED))
    assert found("demand_not_met", by_justice, DAY) == []


def test_the_authority_looks_within_half_a_year_whether_its_demand_was_met() -> None:
    """By 30 May; half a year later is 30 November."""
    rule, last, after = "restoration_not_checked", "2024-11-30", "2024-12-01"
    unseen = case(iter(at_authority(DEMANDED)))
    for checked, late in ((last, []), (after, [1])):
        file = case(iter(at_authority(DEMANDED, c.seen_to(checked))))
        assert [one.days_late for one in found(rule, file, on("2024-12-10"))] == late

    assert found(rule, unseen, on(last)) == []
    assert again(rule, unseen, on(last)) == x.day(after)
    finding = the_finding(rule, unseen, on(after))
    assert (finding.charged, finding.reading) == ("authority", NO_TIME)
    assert finding.due_on == x.day(last)
    assert found(rule, unseen, on(after, closed={c.AUTHORITY: "2024-11-29"})) == []


def test_a_check_by_another_body_is_not_the_authority_s() -> None:
    rule, day = "restoration_not_checked", on("2024-12-10")
    of_the_ministry = at(c.MINISTRY, *BEGUN, UNLAWFUL, c.seen_to("2024-06-03"), stage=2)
    by_another = case(iter(at_authority(DEMANDED)), of_the_ministry)

    assert the_finding(rule, by_another, day).charged == "authority"


def test_it_looks_from_the_restoration_on_if_that_came_before_the_day() -> None:
    restored = deliverer(c.restored("2024-05-22", "apology"))
    file = case(iter(at_authority(DEMANDED)), restored)

    assert the_finding("restoration_not_checked", file, on("2024-12-10")).due_on == x.day(
        "2024-11-22"
    )


def test_it_looks_after_its_own_decision_where_it_demanded_nothing() -> None:
    promised = c.restoring("2024-05-20", "2024-05-30", "apology")
    own, without = at_authority(decided=promised), at_authority()
    day = on("2024-12-10")

    assert the_finding("restoration_not_checked", case(iter(own)), day).began == ref(
        3, c.AUTHORITY, 3
    )
    assert found("restoration_not_checked", case(iter(without)), day) == []
    assert found("restoration_not_checked", case(at(c.JUSTICE, *PROMISED)), day) == []


def test_a_day_next_to_the_last_of_all_stops_nobody() -> None:
    demand = c.demanded("2024-05-20", "9999-12-31", "apology")
    file = case(iter(at_authority(demand)))

    assert undecidable("demand_not_met", file, DAY)
    assert found("restoration_not_checked", file, DAY) == []

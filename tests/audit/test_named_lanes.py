"""A case names its lanes, from its window on: only they count in its file (protocol B11)."""

import pytest

from events.common import Act
from events.complaints_after import RestorationDemanded
from events.intake import ApplicationForwarded
from services.audit.domain.named_lanes import Named, named_lanes
from tests.audit import examples as x
from tests.audit import examples_complaints as complaints
from tests.audit import examples_course as c
from tests.audit.given import entries
from tests.given import made_at

OTHER_DELIVERER = "provider.land"
BODY = complaints.JUSTICE
DEMAND = RestorationDemanded(
    on=x.MAY_10, to_agency="land", to_lane=OTHER_DELIVERER, measures=("apology",), by=x.MAY_10
)


def named(*told: Act | tuple[str, Act]) -> Named:
    return named_lanes(x.WINDOW, entries(*told))


def test_a_window_names_the_deliverer_and_each_next_one() -> None:
    there = (x.WINDOW, complaints.handed_in())
    forwarded = ApplicationForwarded(
        on=x.MAY_10,
        service_code="apostille",
        standard_edition="1",
        to_lane=OTHER_DELIVERER,
        carrier=x.FORWARDED.carrier,
        documents=(),
    )

    found = named(x.LODGED, x.ACCEPTED, x.FORWARDED, forwarded, there)

    assert found.deliverers == [x.DELIVERER_LANE, OTHER_DELIVERER]
    assert found.bodies == [BODY]


def test_any_window_names_the_body_to_which_it_hands_a_complaint_of_its_own() -> None:
    own = complaints.handed_in(id_=made_at(c.NEXT_WINDOW, "complaint"))

    found = named(x.LODGED, (c.NEXT_WINDOW, own))

    assert found == Named([x.WINDOW], [], [], [BODY], [])


@pytest.mark.parametrize("to_lane", ["provider.land", c.NEXT_WINDOW])
def test_a_lane_in_which_no_complaints_are_kept_is_no_body(to_lane: str) -> None:
    assert named(x.LODGED, complaints.handed_in(to_lane=to_lane)).bodies == []


def test_a_window_names_no_body_by_a_complaint_that_another_lane_took_in() -> None:
    assert named(x.LODGED, (c.NEXT_WINDOW, complaints.handed_in())).bodies == []


def test_a_window_names_the_one_that_goes_on_and_that_one_names_others() -> None:
    found = named(x.LODGED, c.transferred(), (c.NEXT_WINDOW, x.FORWARDED))

    assert found.windows == [x.WINDOW, c.NEXT_WINDOW]
    assert found.deliverers == [x.DELIVERER_LANE]


def test_who_says_that_it_took_a_case_over_is_not_named_by_that() -> None:
    found = named(x.LODGED, (c.NEXT_WINDOW, c.taken_over()), (c.NEXT_WINDOW, x.FORWARDED))

    assert found == Named([x.WINDOW], [], [], [], [])


def test_window_deliverer_and_body_name_the_holders_that_they_ask() -> None:
    for asker in (x.WINDOW, x.DELIVERER_LANE, BODY):
        asked = (asker, c.inquired("id"))

        found = named(x.LODGED, x.ACCEPTED, (BODY, complaints.lodged()), asked)

        assert found.holders == [x.HOLDER_LANE]


def test_a_holder_or_a_stranger_names_nobody() -> None:
    for lane in (x.HOLDER_LANE, "provider.elsewhere"):
        asked = (lane, c.inquired("id", to_lane="provider.third"))

        found = named(x.LODGED, x.ACCEPTED, c.inquired("id"), asked)

        assert "provider.third" not in found.all


def test_a_holder_without_a_lane_is_not_named() -> None:
    assert named(x.LODGED, x.ACCEPTED, c.inquired("id", to_lane=None)).holders == []


def test_who_lodges_a_complaint_is_a_body_if_it_keeps_complaints() -> None:
    found = named(x.LODGED, (BODY, complaints.lodged()))

    assert found.bodies == [BODY]


def test_a_body_names_the_next_one_and_who_must_restore_rights() -> None:
    forwarded = (BODY, complaints.forwarded("2024-05-06", complaints.TRANSPORT))
    demanded = (complaints.TRANSPORT, DEMAND)
    lodged = (BODY, complaints.lodged())

    found = named(x.LODGED, lodged, forwarded, demanded)

    assert found.bodies == [BODY, complaints.TRANSPORT]
    assert found.restoring == [OTHER_DELIVERER]
    assert found.all == {x.WINDOW, BODY, complaints.TRANSPORT, OTHER_DELIVERER}


def test_of_what_nobody_lodged_there_is_no_window() -> None:
    assert named_lanes(None, entries(x.FORWARDED)).all == set()

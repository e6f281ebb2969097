"""The rules on evidence: is a lane kept as agreed?

lane_silent, backdated, postdated, id_repeated, version_skipped, day_out_of_order, view_differs,
shipped_to_others.
"""

from collections.abc import Sequence
from datetime import date

import pytest

from events.common import LaneHeard
from services.audit.domain.evidence import Evidence, finding_id
from services.audit.domain.lane_file import HeardClaim, LaneFile, Oddity, Silence, WronglyShipped
from services.audit.domain.rulebook import judge_lane
from services.audit.domain.rules.heard import READER_KNOWS_HASH, READER_WRONG
from tests.audit import examples as x
from tests.audit.ledger_days import ledger_day

LANE, AGENCY = x.WINDOW, x.CENTRE
ROOT, OTHER_ROOT = "A" * 43 + "=", "B" * 43 + "="
BEGAN = f"{LANE}/day-book:120"
ODD = ("backdated", "postdated", "id_repeated", "version_skipped", "day_out_of_order")
REF = f"{LANE}/application-{x.CASE}:2"


def lane(
    *,
    historic: bool = False,
    oddities: Sequence[Oddity] = (),
    silences: Sequence[Silence] = (),
    heard: Sequence[HeardClaim] = (),
    shipped: Sequence[WronglyShipped] = (),
) -> LaneFile:
    return LaneFile(
        lane=LANE,
        agency=AGENCY,
        historic=historic,
        oddities=oddities,
        silences=silences,
        heard=heard,
        shipped=shipped,
    )


def found(file: LaneFile, jurisdiction: str = "kz") -> list[tuple[str, Evidence]]:
    """What all rules find in a lane; they wait for nothing and decide all."""
    said = judge_lane(file, ledger_day("2024-05-20", jurisdiction=jurisdiction))
    return [(rule.name, one) for rule, one in said if isinstance(one, Evidence)]


def odd(kind: str, ref: str = REF, other: str = "") -> Oddity:
    return Oddity(kind, LANE, 7, ref, x.CASE, x.MAY_3, x.day("2024-05-07"), other)


def silence(returned: date | None) -> Silence:
    return Silence(BEGAN, x.MAY_3, returned)


def claim(root: str | None, events: int | None, of: str = x.DELIVERER_LANE) -> HeardClaim:
    claimed = LaneHeard(lane=of, size=9, root=ROOT, events=4)
    return HeardClaim(f"{LANE}/heard-book:5", x.MAY_3, claimed, root, events)


def test_a_lane_kept_as_agreed_gives_nothing() -> None:
    assert found(lane(heard=[claim(ROOT, 4)])) == []


@pytest.mark.parametrize(("returned", "days"), [(None, None), ("2024-05-07", 4)])
def test_a_silence_lasts_until_the_lane_is_counted_again(
    returned: str | None, days: int | None
) -> None:
    ended = None if returned is None else x.day(returned)

    assert found(lane(silences=[silence(ended)])) == [
        (
            "lane_silent",
            Evidence(
                charged=AGENCY,
                began=BEGAN,
                subject=LANE,
                event_ids=(BEGAN,),
                due_on=x.MAY_3,
                days_late=days,
            ),
        )
    ]


@pytest.mark.parametrize("jurisdiction", ["kz", "nl"])
@pytest.mark.parametrize("kind", ODD)
def test_an_entry_out_of_place_is_charged_to_the_agency_that_signed_it_anywhere(
    kind: str, jurisdiction: str
) -> None:
    other = REF if kind == "id_repeated" else ""

    assert found(lane(oddities=[odd(kind, other=other)]), jurisdiction) == [
        (kind, Evidence(charged=AGENCY, began=REF, subject=x.CASE, event_ids=(REF,)))
    ]


def test_an_import_of_the_past_is_never_backdated() -> None:
    file = lane(historic=True, oddities=[odd(kind) for kind in ODD])

    assert [name for name, _ in found(file)] == [kind for kind in ODD if kind != "backdated"]


def test_an_id_used_three_times_is_one_finding() -> None:
    file = lane(oddities=[odd("id_repeated", other=REF), odd("id_repeated", other=REF)])

    assert [name for name, _ in found(file)] == ["id_repeated"]


@pytest.mark.parametrize(("root", "events"), [(OTHER_ROOT, 4), (ROOT, 5), (None, 4), (None, None)])
def test_what_a_lane_heard_is_what_the_ledger_holds(root: str | None, events: int | None) -> None:
    assert found(lane(heard=[claim(root, events)])) == [
        (
            "view_differs",
            Evidence(
                charged=AGENCY,
                began=f"{LANE}/heard-book:5#{x.DELIVERER_LANE}",
                subject=x.DELIVERER_LANE,
                event_ids=(f"{LANE}/heard-book:5",),
                reading=READER_WRONG,
            ),
        )
    ]


def test_each_lane_of_one_claim_is_a_finding_of_its_own() -> None:
    file = lane(heard=[claim(None, 4), claim(None, 4, of="provider.tax")])

    ids = {finding_id(name, one.charged, one.began) for name, one in found(file)}

    assert len(ids) == 2


def test_what_is_shipped_to_others_is_charged_to_the_agency_whose_lane_it_is() -> None:
    rejected, event = f"{LANE}/rejected-book:3", f"{x.DELIVERER_LANE}/case-{x.CASE}:4"
    shipped = WronglyShipped(rejected, x.DELIVERER_LANE, x.DELIVERER, (event,))

    assert found(lane(shipped=[shipped])) == [
        (
            "shipped_to_others",
            Evidence(
                charged=x.DELIVERER,
                began=rejected,
                subject=x.DELIVERER_LANE,
                event_ids=(rejected, event),
                reading=READER_KNOWS_HASH,
            ),
        )
    ]

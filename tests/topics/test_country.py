"""The plan of a whole country: a thousand agencies, and what that comes to on a broker."""

import pytest

from bench.topics import AUDIT_LANE, SETTINGS, country, measure
from services.topics.plan import plan


def test_a_thousand_agencies_are_planned(capsys: pytest.CaptureFixture[str]) -> None:
    planned = measure(1_000)

    with capsys.disabled():
        print(f"\n{planned.words}")  # noqa: T201 -- the figures are to be seen
    assert planned.agencies == 1_000
    assert planned.topics > 3 * planned.lanes
    assert planned.acls > planned.topics


def test_a_country_of_twice_the_agencies_has_about_twice_the_topics_and_permissions() -> None:
    small, large = plan(country(500), SETTINGS), plan(country(1_000), SETTINGS)

    assert len(large.topics) / len(small.topics) == pytest.approx(2, rel=0.01)
    assert len(large.acls) / len(small.acls) == pytest.approx(2, rel=0.01)


def test_every_agency_of_the_country_reads_the_audit_lane() -> None:
    names = {topic.name for topic in plan(country(1_000), SETTINGS).topics}

    assert len({name for name in names if name.startswith(f"lane.{AUDIT_LANE}.")}) == 1_000

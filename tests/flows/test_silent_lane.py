"""A lane that falls silent and comes back changes later ledger days, and no day before (B6)."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest

from examples.almaty.agencies import HOLDER_LANE, LANES, OWN_WINDOW, SECOND_WINDOW
from examples.kazakhstan.agencies import JURISDICTION
from tests.flows.compact_acts import CASES
from tests.flows.compact_homes import findings_json, folder, join, played
from tests.flows.cut_off import CutOffDriver

SILENT: Final = (date(2024, 5, 3), date(2024, 5, 4))
BEFORE: Final = f"{JURISDICTION}:2024-05-02"
LAST_SILENT: Final = f"{JURISDICTION}:2024-05-04"
SEED: Final = 3

ONLY_ITS_OWN: Final = {
    HOLDER_LANE: (),
    OWN_WINDOW: (("service_term_missed", CASES["undecided"]),),
    SECOND_WINDOW: (("service_term_missed", CASES["left"]),),
}
"""Silent lane -> what is found later as only that lane could excuse it: (rule, case)."""


@pytest.fixture(scope="module")
def joined() -> Iterator[Path]:
    with folder() as made:
        join(made / "home")
        yield made / "home"


@pytest.fixture(scope="module")
def heard(joined: Path) -> Iterator[Path]:
    """No lane is ever silent."""
    with played(joined, lambda home: CutOffDriver(home, SEED, HOLDER_LANE, ())) as home:
        yield home


@pytest.fixture(scope="module", params=ONLY_ITS_OWN)
def lane(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def silent(joined: Path, lane: str) -> Iterator[Path]:
    """The lane is silent on two days, and back on the third."""
    with played(joined, lambda home: CutOffDriver(home, SEED, lane, SILENT)) as home:
        yield home


def listed(text: str) -> dict[str, dict[str, Any]]:
    return {one["finding_id"]: one for one in map(json.loads, text.splitlines())}


def test_what_was_judged_before_the_silence_stays_as_it_was(heard: Path, silent: Path) -> None:
    before = findings_json(silent, "--as-of", BEFORE)

    assert before == findings_json(heard, "--as-of", BEFORE) != ""


def test_while_it_lasts_only_what_the_lane_could_excuse_is_not_found(
    heard: Path, silent: Path, lane: str
) -> None:
    there = listed(findings_json(heard, "--as-of", LAST_SILENT))
    here = listed(findings_json(silent, "--as-of", LAST_SILENT))

    (added,) = (here.pop(id_) for id_ in here.keys() - there.keys())
    missing = [there.pop(id_) for id_ in there.keys() - here.keys()]

    assert here == there
    assert (added["rule"], added["charged"], added["subject"]) == (
        "lane_silent",
        LANES[lane],
        lane,
    )
    assert added["days_late"] is None
    assert tuple((one["rule"], one["subject"]) for one in missing) == ONLY_ITS_OWN[lane]


def test_when_it_is_back_all_is_found_and_only_later(heard: Path, silent: Path, lane: str) -> None:
    there, here = listed(findings_json(heard)), listed(findings_json(silent))

    (silence,) = (here.pop(id_) for id_ in here.keys() - there.keys())
    later = [one for id_, one in here.items() if one != there[id_]]

    assert here.keys() == there.keys()
    assert (silence["rule"], silence["due_on"], silence["days_late"]) == (
        "lane_silent",
        str(SILENT[0]),
        len(SILENT),
    )
    assert tuple((one["rule"], one["subject"]) for one in later) == ONLY_ITS_OWN[lane]
    for one in later:
        found_there = there[one["finding_id"]]
        assert found_there["judged_day"] < one["judged_day"]
        assert {**one, "judged_day": found_there["judged_day"]} == found_there

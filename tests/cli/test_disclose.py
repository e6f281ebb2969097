"""`qyzmet disclose`: an officer shows another body what it lacks of a case."""

from pathlib import Path

import pytest

from examples.kazakhstan.agencies import AUDIT_LANE, STANDARDS_LANE, WINDOW_LANE
from tests.cli.calling import refused, said
from tests.flows.homes import copy_of


@pytest.fixture
def home(played: Path, tmp_path: Path) -> Path:
    return copy_of(played, tmp_path)


def case_of(home: Path) -> str:
    first = said(home, "case", "A-2024-000118").partition("\n")[0]
    return first.removeprefix("Case ").strip()


def test_it_says_which_case_is_shown_to_whom_and_by_whose_events(home: Path) -> None:
    case = case_of(home)

    text = said(home, "disclose", case[:8], "--from", WINDOW_LANE, "--to", STANDARDS_LANE)

    assert f"events of case {case} are shown to justice at {STANDARDS_LANE}" in text
    assert text.rstrip().endswith("lanes: intake.almaty-1, provider.justice-almaty")
    assert said(home, "verify").startswith("verified")


@pytest.mark.parametrize("typed", ["A-2024-000118", "a-2024-000118"])
def test_a_case_is_named_by_its_receipt(home: Path, typed: str) -> None:
    text = said(home, "disclose", typed, "--from", WINDOW_LANE, "--to", STANDARDS_LANE)

    assert f"events of case {case_of(home)} are shown to justice" in text


def test_called_again_it_adds_nothing(home: Path) -> None:
    call = ("disclose", case_of(home), "--from", WINDOW_LANE, "--to", STANDARDS_LANE)
    first = said(home, *call)
    lanes = said(home, "lanes")

    assert said(home, *call) == first
    assert said(home, "lanes") == lanes


@pytest.mark.parametrize(
    ("case", "lane", "to_lane", "says"),
    [
        ("no-such", WINDOW_LANE, STANDARDS_LANE, "no-such-case: No case has"),
        ("", WINDOW_LANE, STANDARDS_LANE, "no-such-case: An empty number"),
        (None, STANDARDS_LANE, WINDOW_LANE, f"{STANDARDS_LANE} has no event of case "),
        (None, "intake.talgar", STANDARDS_LANE, "intake.talgar does not run here; there are"),
        (None, WINDOW_LANE, "provider.nobody", "lane provider.nobody is not in the register"),
        (None, WINDOW_LANE, AUDIT_LANE, "quality-authority lacks nothing that intake.almaty-1"),
    ],
)
def test_what_cannot_be_shown_is_refused_in_words(
    home: Path, case: str | None, lane: str, to_lane: str, says: str
) -> None:
    number = case_of(home) if case is None else case

    assert says in refused(home, "disclose", number, "--from", lane, "--to", to_lane)

"""A case is found by what people type: its id, its receipt, its source's number, in any case."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from events.log.lane.ids import Mint
from examples.kazakhstan.agencies import WINDOW_LANE
from examples.kazakhstan.cases import Step, steps
from services.intake.domain.commands import AcceptApplication
from tests.cli.calling import lines, refused
from tests.conftest import Demo
from tests.flows.homes import copy_of
from tests.flows.kz_days import kz_days

RECEIPT = "A-2024-000118"
LATE = "desk4/000118"
EARLIER = "desk4/000117"
TAKEN_IN = "2024-05-03T05:45:00Z"


def case_of(home: Path, number: str) -> str:
    (told,) = lines(home, "case", number)
    case: str = told["case"]
    return case


@contextmanager
def taken_in(home: Path, *receipts: str) -> Iterator[list[str]]:
    """Take two cases in under other receipt numbers; give their ids."""
    with kz_days(home) as days:
        days.close_until(date(2024, 5, 3))
        mint = days.realm.instance(WINDOW_LANE).mint
        days.act(*accepted_under(mint, receipts))
        days.close()
        yield ids(mint)


def ids(mint: Mint) -> list[str]:
    return [mint.id(command, "case") for command in (EARLIER, LATE)]


def accepted_under(mint: Mint, receipts: tuple[str, ...]) -> Iterator[Step]:
    left = list(receipts)
    for step in steps(mint.id):
        if step.time < TAKEN_IN and step.lane == WINDOW_LANE:
            command = step.command
            if isinstance(command, AcceptApplication):
                command = replace(command, receipt_no=left.pop(0))
            yield step._replace(command=command)


@pytest.mark.parametrize("typed", ["a-2024-000118", "A-2024-000118", " A-2024-000118 "])
def test_a_receipt_number_is_found_however_it_is_typed(played: Path, typed: str) -> None:
    assert case_of(played, typed) == case_of(played, RECEIPT)


def test_an_id_and_its_beginning_are_found_however_they_are_typed(played: Path) -> None:
    case = case_of(played, RECEIPT)

    for typed in (case.upper(), case[:8].upper(), case[:8]):
        assert case_of(played, typed) == case


def test_a_source_s_number_is_found_however_it_is_typed(demo: Demo) -> None:
    assert case_of(demo.home, "CASE-10011") == case_of(demo.home, "case-10011")


def test_findings_are_asked_for_by_any_number_of_their_case(played: Path) -> None:
    case = case_of(played, RECEIPT)

    by_receipt = lines(played, "findings", "--case", RECEIPT.lower())

    assert [one["subject"] for one in by_receipt] == [case, case]
    assert lines(played, "findings", "--case", case[:8].upper()) == by_receipt
    assert lines(played, "findings", "--case", "A-2024-000117") == []


@pytest.mark.parametrize("typed", ["", " "])
@pytest.mark.parametrize("command", [("case",), ("findings", "--case")], ids=" ".join)
def test_an_empty_number_is_no_case_s(played: Path, command: tuple[str, ...], typed: str) -> None:
    assert "no-such-case: An empty number" in refused(played, *command, typed)


@pytest.mark.parametrize("command", [("case",), ("findings", "--case")], ids=" ".join)
def test_a_number_that_no_case_has_is_said_so(played: Path, command: tuple[str, ...]) -> None:
    assert "no-such-case: No case has" in refused(played, *command, "A-1999-000001")


@pytest.mark.parametrize("typed", ["4%", "4_", "*", "'", "\udcff", "A-2024-00011"])
def test_what_is_no_number_finds_nothing(played: Path, typed: str) -> None:
    assert refused(played, "case", typed).startswith("Error: ")


def test_a_beginning_that_fits_more_than_one_case_names_some(demo: Demo) -> None:
    words = refused(demo.home, "case", "4")

    assert "which-case: '4' fits more than one case" in words
    assert "40246e3a7018cf605b1f0fe8149f03fb" in words


def test_a_receipt_number_in_other_letters_is_found_in_capitals_and_small_ones(
    joined: Path, tmp_path: Path
) -> None:
    home = copy_of(joined, tmp_path)
    with taken_in(home, "АЛМ-7", "ғым-8") as (first, second):
        pass

    assert case_of(home, "алм-7") == case_of(home, "АЛМ-7") == first
    assert case_of(home, "ҒЫМ-8") == case_of(home, "ғым-8") == second


def test_a_receipt_number_of_capitals_and_small_letters_is_found_as_others_write_it(
    joined: Path, tmp_path: Path
) -> None:
    home = copy_of(joined, tmp_path)
    with taken_in(home, "Alm-7", "Alm-8") as (first, _):
        pass

    assert case_of(home, "aLM-7") == first


def test_two_cases_of_one_receipt_number_are_both_named(joined: Path, tmp_path: Path) -> None:
    home = copy_of(joined, tmp_path)
    with taken_in(home, "a-7", "A-7") as both:
        pass

    words = refused(home, "case", "A-7")

    assert all(case in words for case in both)


def test_a_whole_id_is_its_case_even_if_another_s_receipt_says_the_same(
    joined: Path, tmp_path: Path
) -> None:
    home = copy_of(joined, tmp_path)
    with kz_days(home) as days:
        first, _ = ids(days.realm.instance(WINDOW_LANE).mint)
    with taken_in(home, "A-7", first) as (_, second):
        pass

    assert case_of(home, first) == first
    assert case_of(home, second) == second

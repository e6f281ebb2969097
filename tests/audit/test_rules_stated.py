"""not_stated, hearing_denied (A11): who is asked owes from when it says that it was shown that."""

from typing import Final

import pytest

from services.audit.domain.case_file import CaseFile
from services.audit.domain.evidence import Evidence, NotYet, Undecidable, Verdict
from services.audit.domain.rulebook import judge_case
from services.audit.domain.rules.addressed import READER_HIDES, SHORT_OF_ANOTHER
from services.audit.domain.rules.facts import NOT_SHOWN
from tests.audit import examples as x
from tests.audit.given import ref
from tests.audit.given_readers import READER, WAITS, case_for, register
from tests.audit.ledger_days import ledger_day

SHIPPED: Final = register(READER, READER)
LATER: Final = "2024-06-20"
FORWARDING: Final = f"application-{x.CASE}:3"
WITHHELD: Final[dict[str, str | None]] = {FORWARDING: None}
THE_DELIVERER_S: Final = ["service_term_missed", "result_to_centre_late"]


def verdicts(file: CaseFile, day: str) -> list[tuple[str, Verdict]]:
    return [(rule.name, one) for rule, one in judge_case(file, ledger_day(day))]


def rules(file: CaseFile, day: str = LATER) -> list[str]:
    return [name for name, one in verdicts(file, day) if isinstance(one, Evidence)]


def test_an_act_that_its_reader_says_it_was_shown_binds_it() -> None:
    assert rules(case_for(SHIPPED)) == THE_DELIVERER_S


def test_an_act_that_was_kept_back_from_its_reader_does_not_charge_the_reader() -> None:
    file = case_for(SHIPPED, {}, WITHHELD)

    found = verdicts(file, LATER)

    assert ("service_term_missed", NOT_SHOWN) in found
    assert ("result_to_centre_late", NOT_SHOWN) in found
    assert [(name, one) for name, one in found if isinstance(one, Evidence)] == [
        (
            "not_stated",
            Evidence(
                charged=x.CENTRE,
                began=ref(3),
                subject=x.CASE,
                event_ids=(ref(3),),
                reading=READER_HIDES,
            ),
        )
    ]


def test_it_is_found_when_the_reader_has_closed_the_day_after_and_still_does_not_say_so() -> None:
    """An act that comes after the reader has closed its day stands in the next day's statement."""
    file = case_for(SHIPPED, {}, WITHHELD)

    def stated(day: str) -> list[Verdict]:
        return [one for name, one in verdicts(file, day) if name == "not_stated"]

    assert stated("2024-05-03") == [NotYet(until=x.day("2024-05-04"))]
    assert [type(one) for one in stated("2024-05-04")] == [NotYet, Evidence]


def test_the_case_is_looked_at_each_day_until_the_reader_says_so() -> None:
    said_later = case_for(SHIPPED, {}, {FORWARDING: "2024-05-08"})

    assert said_later.addressees.unstated == []
    assert said_later.knowable_on(said_later.entries[2]) == x.day("2024-05-08")


def test_who_acts_on_what_it_does_not_say_it_was_shown_is_found_and_bound() -> None:
    had_it = case_for(SHIPPED, {}, WITHHELD, x.registered())
    assert rules(had_it) == [*THE_DELIVERER_S, "not_stated"]  # It may have come on paper.

    told = case_for(SHIPPED, {}, WITHHELD, x.registered(), because=ref(3))
    denied = [one for name, one in verdicts(told, LATER) if name == "hearing_denied"]
    assert rules(told) == [*THE_DELIVERER_S, "hearing_denied"]
    assert denied == [
        Evidence(
            charged=x.DELIVERER,
            began=ref(3),
            subject=x.CASE,
            event_ids=(ref(3), told.entries[-1].ref),
            reading=SHORT_OF_ANOTHER,
        )
    ]


def test_who_acts_on_a_later_act_was_not_shown_an_earlier_one_for_that() -> None:
    """A hash may have stood for it; and it has the case, so it is bound by that."""
    kept_back: dict[str, str | None] = {f"application-{x.CASE}:2": None}

    file = case_for(SHIPPED, {}, kept_back, x.registered(), because=ref(3))

    assert rules(file) == [*THE_DELIVERER_S, "not_stated"]


def test_of_a_size_that_does_not_count_yet_nobody_is_charged_before_it_does() -> None:
    file = case_for(SHIPPED, {}, {FORWARDING: WAITS}, x.registered(), because=ref(3))

    waits = [one for name, one in verdicts(file, LATER) if name == "not_stated"]

    assert waits == [NotYet(until=x.day("2024-06-21"))]
    assert "hearing_denied" not in rules(file)


def test_whose_software_reads_no_lane_is_told_on_paper_and_bound() -> None:
    assert rules(case_for(SHIPPED, on_paper=True)) == THE_DELIVERER_S


@pytest.mark.parametrize(
    ("silent_on", "bound"), [("2024-05-03", True), ("2024-05-04", False)], ids=["then", "later"]
)
def test_who_was_silent_when_it_should_have_said_so_cannot_deny_it_afterwards(
    silent_on: str, *, bound: bool
) -> None:
    file = case_for(SHIPPED, {}, WITHHELD, silent={x.DELIVERER_LANE: silent_on})

    assert (rules(file) == THE_DELIVERER_S) is bound


def test_nothing_is_undecidable_where_everything_is_said() -> None:
    assert not any(isinstance(one, Undecidable) for _, one in verdicts(case_for(SHIPPED), LATER))

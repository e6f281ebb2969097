"""Each jurisdiction's ledger judges its own: what the other does takes no finding away."""

from datetime import date
from pathlib import Path

from services.home import Home
from services.verifying import Verifying
from tests.examples.receipt_log import text
from tests.flows import small_log
from tests.flows.homes import copy_of, driven, findings_of, import_log
from tests.flows.kz_days import kz_days

KZ = {"result_to_centre_late", "service_term_missed"}


def play_late_case(home: Path) -> None:
    with kz_days(home) as days:
        for step in days.late_case():
            days.close_until(date.fromisoformat(step.time[:10]))
            days.act(step)
        days.close()


def rules(home: Path) -> set[tuple[str, str]]:
    return {(one.jurisdiction, one.rule) for one in findings_of(home)}


def test_a_log_of_another_jurisdiction_takes_no_finding_away(joined: Path, tmp_path: Path) -> None:
    home = copy_of(joined, tmp_path)
    play_late_case(home)
    before = rules(home)

    import_log(home, text(*small_log.log(small_log.LATE)))

    assert before == {("kz", rule) for rule in KZ}
    assert rules(home) == before | {("nl", "service_term_missed")}
    assert list(Verifying(Home(home)).faults()) == []


def test_an_agency_that_joins_takes_no_finding_of_another_jurisdiction_away(
    joined: Path, tmp_path: Path
) -> None:
    home = copy_of(joined, tmp_path)
    import_log(home, text(*small_log.log(small_log.LATE)))
    before = rules(home)

    play_late_case(home)
    import_log(home, text(*small_log.log(small_log.ON_TIME)), agency="village")

    assert before == {("nl", "service_term_missed")}
    assert rules(home) == before | {("kz", rule) for rule in KZ}
    with driven(home):
        assert list(Verifying(Home(home)).faults()) == []

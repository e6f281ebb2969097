"""not_addressed, 24: who asks another agency for something lets it read that."""

from typing import Final

from services.audit.domain.case_file import CaseFile
from services.audit.domain.evidence import Evidence, Verdict
from services.audit.domain.rulebook import judge_case
from tests.audit import examples as x
from tests.audit.given import entries, ref
from tests.audit.ledger_days import ledger_day

READER: Final = "agency"
"""The only agency that may read what is told here."""


def case_for(deliverer: str) -> CaseFile:
    """Take a case in for a deliverer's lane of this agency."""
    agencies = {x.WINDOW: x.CENTRE, x.DELIVERER_LANE: deliverer}
    return CaseFile(x.CASE, entries(x.LODGED, x.ACCEPTED, x.FORWARDED), agency_of=agencies.get)


def found(file: CaseFile) -> list[tuple[str, Verdict]]:
    day = ledger_day("2024-06-20")
    return [(rule.name, one) for rule, one in judge_case(file, day) if isinstance(one, Evidence)]


def test_who_names_a_deliverer_that_may_not_read_so_is_found_and_charges_nobody_else() -> None:
    """A month has passed, and no result came: the deliverer never heard of the case."""
    said = found(case_for("justice"))

    assert said == [
        (
            "not_addressed",
            Evidence(charged=x.CENTRE, began=ref(n), subject=x.CASE, event_ids=(ref(n),)),
        )
        for n in (2, 3)
    ]


def test_a_deliverer_that_may_read_it_owes_the_service() -> None:
    said = found(case_for(READER))

    assert [name for name, _ in said] == ["service_term_missed", "result_to_centre_late"]


def test_a_lane_that_nobody_has_registered_is_not_held_against_the_sender() -> None:
    file = CaseFile(x.CASE, entries(x.LODGED, x.ACCEPTED))

    assert file.unaddressed == []
    assert file.accepted is not None

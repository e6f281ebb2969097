"""not_addressed, 24: who asks another agency for something lets it read that."""

from datetime import date
from typing import Final

import pytest

from events.intake import ApplicationForwarded
from events.register import Register
from services.audit.domain.case_file import CaseFile
from services.audit.domain.evidence import Evidence, Verdict
from services.audit.domain.rulebook import judge_case
from tests.audit import examples as x
from tests.audit.given import entries, ref
from tests.audit.given_readers import AUTHORITY, READER, case_for, register, registered
from tests.audit.ledger_days import ledger_day

SHIPPED: Final = register(READER, READER)
NOT_SHIPPED: Final = register(READER)
SECOND: Final = f"agency-{x.CENTRE}:2"
"""The registration that tells of the window's readers for the second time."""
THE_DELIVERER_S: Final = ["service_term_missed", "result_to_centre_late"]


def hidden(charged: str) -> list[tuple[str, Verdict]]:
    """What is found of the acceptance and the forwarding."""
    places = (ref(2), ref(3))
    return [
        ("not_addressed", Evidence(charged=charged, began=at, subject=x.CASE, event_ids=(at,)))
        for at in places
    ]


def found(file: CaseFile) -> list[tuple[str, Verdict]]:
    """Judge it a month later: no result came."""
    day = ledger_day("2024-06-20")
    return [(rule.name, one) for rule, one in judge_case(file, day) if isinstance(one, Evidence)]


def rules(file: CaseFile) -> list[str]:
    return [name for name, _ in found(file)]


def forwarding_known_on(file: CaseFile) -> date | None:
    sent = file.first(ApplicationForwarded)
    return None if sent is None else file.knowable_on(sent)


def test_who_names_a_deliverer_that_may_not_read_so_is_found_and_charges_nobody_else() -> None:
    """The deliverer never heard of the case, though the lane is shipped to it."""
    assert found(case_for(register("justice", "justice"))) == hidden(x.CENTRE)


def test_a_reader_that_the_register_does_not_list_is_charged_to_who_keeps_the_register() -> None:
    """The act names its reader, and no record is ever cut for it."""
    assert found(case_for(NOT_SHIPPED)) == hidden(AUTHORITY)
    assert found(case_for(register(READER, "justice"))) == hidden(AUTHORITY)


def test_a_deliverer_that_it_was_shipped_to_owes_the_service() -> None:
    assert rules(case_for(SHIPPED)) == THE_DELIVERER_S


@pytest.mark.parametrize("reads_whole", ["its own agency", "the authority"])
def test_who_reads_a_lane_whole_needs_no_place_among_its_readers(reads_whole: str) -> None:
    known = register(READER, sender=READER)
    if reads_whole == "the authority":
        known = _where_the_authority_is(READER)

    assert rules(case_for(known)) == THE_DELIVERER_S


def _where_the_authority_is(agency: str) -> Register:
    known = registered(Register(), "audit.authority", agency)
    known = registered(known, x.WINDOW, x.CENTRE)
    return registered(known, x.DELIVERER_LANE, agency)


def test_who_becomes_a_reader_later_owes_from_the_ledger_day_that_knows_so() -> None:
    file = case_for(registered(NOT_SHIPPED, x.WINDOW, x.CENTRE, READER), {SECOND: "2024-05-06"})

    assert rules(file) == THE_DELIVERER_S
    assert forwarding_known_on(file) == x.day("2024-05-06")


def test_who_was_a_reader_when_it_was_shipped_owes_though_it_is_none_any_more() -> None:
    no_more = registered(SHIPPED, x.WINDOW, x.CENTRE)

    assert rules(case_for(no_more, {SECOND: "2024-05-04"})) == THE_DELIVERER_S
    assert found(case_for(no_more, {SECOND: "2024-05-03"})) == hidden(AUTHORITY)


def test_a_registration_that_changes_no_reader_changes_no_day() -> None:
    again = registered(SHIPPED, x.WINDOW, x.CENTRE, READER)

    assert again.lane(x.WINDOW).readers_told == SHIPPED.lane(x.WINDOW).readers_told
    assert forwarding_known_on(case_for(again)) == x.MAY_3


def test_a_lane_that_nobody_has_registered_is_not_held_against_the_sender() -> None:
    file = CaseFile(x.CASE, entries(x.LODGED, x.ACCEPTED))
    unknown = registered(Register(), x.WINDOW, x.CENTRE)

    assert file.addressees.unaddressed == case_for(unknown).addressees.unaddressed == []
    assert file.accepted is not None

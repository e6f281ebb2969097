"""RULES_EDITION names what the rules say and read: when that changes, so does the edition."""

from msgspec.structs import replace

from services.audit.domain.finding import ARGUABLE, CERTAIN
from services.audit.domain.rulebook import CASE_RULES, RULES
from tests.audit.golden import Record, objection, recorded, today, unrecorded

NOW = today()
FINDINGS = [one for said in NOW.cases.values() for one in said["findings"]]


def test_within_an_edition_the_rules_say_what_they_said() -> None:
    before = recorded()

    assert objection(before, NOW) is None, objection(before, NOW)
    assert unrecorded(before, NOW) is None, unrecorded(before, NOW)


def test_every_rule_speaks_in_some_golden_case() -> None:
    assert {one["rule"] for one in FINDINGS} == {rule.name for rule in RULES}


def test_every_rule_on_cases_is_silent_in_some_golden_case() -> None:
    for rule in CASE_RULES:
        assert any(
            all(one["rule"] != rule.name for one in said["findings"]) for said in NOW.cases.values()
        )


def test_the_golden_cases_hold_certain_arguable_undecidable_and_waiting_ones() -> None:
    readings = {CERTAIN if one["reading"] is None else ARGUABLE for one in FINDINGS}

    assert readings == {CERTAIN, ARGUABLE}
    assert len({one["reading"] for one in FINDINGS}) > 5
    assert any(said["undecidable"] for said in NOW.cases.values())
    assert any(said["again_on"] for said in NOW.cases.values())


def _without_findings(record: Record) -> Record:
    late = "sent too late"
    assert record.cases[late]["findings"]
    return replace(record, cases={**record.cases, late: {"findings": []}})


def test_another_finding_in_the_same_edition_asks_for_a_new_edition() -> None:
    said = objection(NOW, _without_findings(NOW))

    assert said is not None
    assert "sent too late" in said
    assert "a new value" in said


def test_a_new_event_type_in_the_same_edition_asks_for_a_new_edition() -> None:
    fewer = replace(NOW, types=NOW.types[1:])

    said = objection(fewer, NOW)

    assert said is not None
    assert NOW.types[0] in said
    assert objection(replace(fewer, edition="another"), NOW) is None


def test_a_golden_case_is_not_taken_away_within_an_edition() -> None:
    fewer = replace(NOW, cases=dict(list(NOW.cases.items())[1:]))

    assert objection(NOW, fewer) is not None


def test_a_new_edition_may_say_something_else_once_it_is_recorded() -> None:
    new = replace(_without_findings(NOW), edition="another")

    assert objection(NOW, new) is None
    assert unrecorded(NOW, new) is not None
    assert unrecorded(new, new) is None


def test_a_new_golden_case_needs_no_new_edition() -> None:
    more = replace(NOW, cases={**NOW.cases, "one more": {"findings": []}})

    assert objection(NOW, more) is None
    assert unrecorded(NOW, more) is not None

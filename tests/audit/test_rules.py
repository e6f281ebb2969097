"""What holds for every rule: it says what it says in three languages, and where it stands."""

from itertools import permutations

from services.audit.domain.case_file import CaseFile
from services.audit.domain.evidence import Evidence, Kind
from services.audit.domain.rulebook import CASE_RULES, LANE_RULES, RULES
from services.audit.domain.rules.citations import KZ_ACT
from tests.audit import examples as x
from tests.audit.given import entries, verdicts
from tests.audit.ledger_days import ledger_day


def test_no_two_rules_bear_one_name() -> None:
    names = [rule.name for rule in RULES]

    assert len(set(names)) == len(names)


def test_every_rule_says_its_sentence_in_three_languages() -> None:
    for rule in RULES:
        sentences = (rule.sentence.en, rule.sentence.kk, rule.sentence.ru)

        assert all(one.endswith(".") for one in sentences)
        assert len(set(sentences)) == 3


def test_every_rule_cites_the_kazakh_draft_by_its_full_name() -> None:
    for rule in RULES:
        cited = rule.norm("kz")

        assert cited is not None
        assert cited.act == KZ_ACT
        assert cited.article[0].isdigit()


def test_no_kazakh_article_is_cited_elsewhere() -> None:
    elsewhere = {rule.name: rule.norm("nl") for rule in RULES}

    assert all(cited is None or cited.act != KZ_ACT for cited in elsewhere.values())
    assert {rule.name for rule in CASE_RULES if elsewhere[rule.name] is not None} == {
        "hearing_denied",
        "id_not_own",
        "not_addressed",
        "not_stated",
        "service_term_missed",
        "told_wrong",
    }
    assert all(elsewhere[rule.name] is not None for rule in LANE_RULES)


def test_rules_on_cases_are_breaches_or_hints_and_rules_on_lanes_concern_the_evidence() -> None:
    on_evidence = {rule.name for rule in CASE_RULES if rule.kind is Kind.INTEGRITY}

    assert {rule.kind for rule in CASE_RULES} == {Kind.BREACH, Kind.HINT, Kind.INTEGRITY}
    assert on_evidence == {
        "corrected_late",
        "hearing_denied",
        "id_not_own",
        "not_addressed",
        "not_stated",
    }
    assert {rule.kind for rule in LANE_RULES} == {Kind.INTEGRITY}


def test_no_verdict_depends_on_the_order_in_which_lanes_arrived() -> None:
    at_window = (x.LODGED, x.ACCEPTED, x.received("2024-05-14"))
    told = entries(*at_window, x.registered(), x.decided("2024-05-10"))
    day = ledger_day("2024-05-20")
    expected = verdicts(CaseFile(x.CASE, told), day)

    assert any(isinstance(one, Evidence) for _, one in expected)
    for order in permutations(told):
        assert verdicts(CaseFile(x.CASE, order), day) == expected

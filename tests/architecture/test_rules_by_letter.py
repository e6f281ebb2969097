"""A rule that the code names by letter can be looked up."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
CITED = re.compile(r"(?:protocol|rules?) ((?:[A-I][0-9]+)(?:(?:, | and | to )[A-I][0-9]+)*)")


def test_each_rule_cited_by_letter_stands_in_the_architecture() -> None:
    defined = set(re.findall(r"^- \*\*([A-I][0-9]+)\*\*", _read("ARCHITECTURE.md"), re.MULTILINE))

    cited = {
        (rule, str(path.relative_to(ROOT)))
        for folder in ("events", "services", "examples")
        for path in (ROOT / folder).rglob("*.py")
        for group in CITED.findall(path.read_text())
        for rule in re.findall(r"[A-I][0-9]+", group)
    }

    assert cited
    assert [pair for pair in sorted(cited) if pair[0] not in defined] == []


def _read(name: str) -> str:
    return (ROOT / name).read_text()

"""Who cites which paragraph of the law: rules, refusals, events; and which tests show it."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from events.catalogue import CATALOGUE
from services.audit.domain.rulebook import RULES
from tests.architecture.refusals import refusals
from tests.architecture.tree import ROOT, parsed, sources, text

KZ: Final = "kz"
KINDS: Final = ("rule", "refusal", "event")
EVERY_LANE: Final = "events.common"
RULE_FILES: Final = "services/audit/domain/rules/"
_PARAGRAPH: Final = re.compile(r"\d+(?:\.\d+)?(?:\(\d+\))?(?:-\d+(?:\.\d+)?(?:\(\d+\))?)?")
_IN_BRACKETS: Final = re.compile(r" \((\d(?:[^()]|\(\d+\))*)\)")


class Citing(NamedTuple):
    """One thing in the code that cites one paragraph."""

    paragraph: str
    kind: str
    """`rule`, `refusal` or `event`."""
    name: str
    says: str
    path: str
    """Where it stands."""

    @property
    def article(self) -> int:
        return int(re.split(r"\D", self.paragraph)[0])


@cache
def citing() -> tuple[Citing, ...]:
    """Everything that cites the Kazakh draft, by paragraph."""
    return tuple(sorted({*_rules(), *_refusals(), *_events()}, key=_order))


def _order(one: Citing) -> tuple[list[int], int, str, str]:
    numbers = [int(number) for number in re.findall(r"\d+", one.paragraph)]
    return numbers, KINDS.index(one.kind), one.name, one.path


def _rules() -> Iterator[Citing]:
    for rule in RULES:
        norm = rule.norm(KZ)
        for paragraph in _PARAGRAPH.findall("" if norm is None else norm.article):
            yield Citing(paragraph, "rule", rule.name, rule.sentence.en, rule_file(rule.name))


@cache
def rule_file(name: str) -> str:
    """Give the file in which a rule is defined."""
    for path in sources():
        if path.startswith(RULE_FILES) and any(_names(one, name) for one in ast.walk(parsed(path))):
            return path
    raise LookupError(f"no file of {RULE_FILES} defines {name}")


def _names(node: ast.AST, rule: str) -> bool:
    match node:
        case ast.keyword(arg="name", value=ast.Constant(value=value)):
            return bool(value == rule)
        case _:
            return False


def _refusals() -> Iterator[Citing]:
    for one in refusals():
        if one.article[:1].isdigit():
            for paragraph in _PARAGRAPH.findall(one.article):
                yield Citing(paragraph, "refusal", one.code, f"{one.service}, {one.kind}", one.path)


def _events() -> Iterator[Citing]:
    for name, data in CATALOGUE.items():
        says = (data.__doc__ or "").partition("\n")[0]
        common = data.__module__ == EVERY_LANE
        shown = f"<service>.{name.partition('.')[2]}" if common else name
        path = f"{data.__module__.replace('.', '/')}.py"
        for cited in _IN_BRACKETS.findall(says):
            for paragraph in _PARAGRAPH.findall(cited):
                yield Citing(paragraph, "event", shown, _IN_BRACKETS.sub("", says), path)


@cache
def tests_of(service: str, name: str) -> tuple[str, ...]:
    """Name the test files of a service that speak of a rule or a refusal."""
    word = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
    files = sorted((ROOT / "tests" / service).glob("test_*.py"))
    paths = (file.relative_to(ROOT).as_posix() for file in files)
    return tuple(path for path in paths if word.search(text(path)))


def shown_by(one: Citing) -> tuple[str, ...]:
    """Name the files that show what cites a paragraph: its tests; of an event, its sample."""
    match one.kind:
        case "rule":
            return tests_of("audit", one.name)
        case "refusal":
            return tests_of(one.says.partition(",")[0], one.name)
        case _:
            name = one.name.replace("<service>", "provider")
            return (f"tests/wire/samples/{name}.json",)

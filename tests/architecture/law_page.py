"""Write LAW.md: python -m tests.architecture.law_page.

Rules, refusals, events and tests are read from the code, the rest from `articles_*.py`.
"""

from collections import Counter
from collections.abc import Iterator
from textwrap import TextWrapper
from typing import Final

from services.audit.domain.rulebook import RULES
from services.audit.domain.rules.citations import KZ_ACT
from tests.architecture.article import MEANING, Article, Status
from tests.architecture.articles_1_to_11 import CHAPTERS_1_TO_4
from tests.architecture.articles_12_to_25 import CHAPTERS_5_AND_6
from tests.architecture.citing import KINDS, KZ, Citing, citing, shown_by
from tests.architecture.tree import ROOT

PAGE: Final = ROOT / "LAW.md"
NOTE: Final = TextWrapper(
    width=100, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False
)
ARTICLES: Final = (*CHAPTERS_1_TO_4, *CHAPTERS_5_AND_6)
CHAPTERS: Final = {
    1: "General provisions",
    6: "The registry",
    7: "The standard",
    10: "The regulation",
    12: "Delivery and complaints",
    20: "Assessment, control, public monitoring",
}
"""First article -> the chapter."""

INTRODUCTION: Final = f"""# The law, article by article

The draft Law of the Republic of Kazakhstan "On Public Services" («Мемлекеттік қызметтер көрсету
туралы»), brought in by Government Resolution 1579 of 12 December 2012: 25 articles. Findings cite
it as `{KZ_ACT}`, since the law enacted later has other article numbers. The Kazakh
text is the authority. `14.2` is article 14, paragraph 2; `8.1(5)` article 8, paragraph 1, item 5.

Written by `python -m tests.architecture.law_page`; a test compares.

- A **rule** judges, at the quality authority, what lanes have told.
- A **refusal** stands at the agency. For *form* an act is refused always; for *law* it is refused
  live, recorded when it is told afterwards, and judged if its paragraph has a rule. What is merely
  late is never refused.
- An **event** says what the paragraph is about. Its sample and its schema are tested in
  `tests/wire/`.
"""


def page() -> str:
    """Return the whole page."""
    return "\n".join([INTRODUCTION, *_overview(), *_articles(), *_elsewhere()])


def _overview() -> Iterator[str]:
    yield "## How far\n"
    count = Counter(article.status for article in ARTICLES)
    yield "| status | articles | means |\n| --- | --- | --- |"
    for status in Status:
        yield f"| {status} | {count[status]} | {MEANING[status]} |"
    yield "\n| art. | about | status | rules | refusals | events |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for one in ARTICLES:
        numbers = " | ".join(str(number or "") for number in _numbers(one))
        yield f"| {one.number} | {one.about} | {one.status} | {numbers} |"


def _numbers(article: Article) -> list[int]:
    names = {(one.kind, one.name) for one in of(article)}
    return [sum(kind == one for one, _ in names) for kind in KINDS]


def of(article: Article) -> list[Citing]:
    """Give what cites an article."""
    return [one for one in citing() if one.article == article.number]


def _articles() -> Iterator[str]:
    for article in ARTICLES:
        if article.number in CHAPTERS:
            yield f"\n## {CHAPTERS[article.number]}"
        yield f"\n### {article.number}. {article.about}: {article.status}\n"
        yield from _table(of(article))
        yield from _notes(article)


def _table(cited: list[Citing]) -> Iterator[str]:
    if cited:
        yield "| art. | what | says | stands in | shown by |"
        yield "| --- | --- | --- | --- | --- |"
    for one in cited:
        shown = ", ".join(f"`{path}`" for path in shown_by(one))
        yield f"| {one.paragraph} | {one.kind} `{one.name}` | {one.says} | `{one.path}` | {shown} |"
    if cited:
        yield ""


def _notes(article: Article) -> Iterator[str]:
    notes = {"Here": article.here, "Not yet": article.missing, "Nothing to do": article.none}
    for title, note in notes.items():
        if note:
            yield NOTE.fill(f"- **{title}.** {note}")


def _elsewhere() -> Iterator[str]:
    yield "\n## Elsewhere\n"
    yield "A rule runs only where it has a norm. Outside Kazakhstan these have one:\n"
    yield "| rule | jurisdiction | cites |\n| --- | --- | --- |"
    for rule in RULES:
        for jurisdiction, norm in rule.cites.items():
            if jurisdiction != KZ:
                where = "every other" if jurisdiction == "*" else f"`{jurisdiction}`"
                yield f"| `{rule.name}` | {where} | {norm.act}, {norm.article} |"
    yield ""


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()

"""LAW.md says what the code does of the law, and what it does not."""

import pytest

from tests.architecture.article import Article, Status
from tests.architecture.citing import Citing, citing, shown_by
from tests.architecture.law_page import ARTICLES, PAGE, of, page

each_article = pytest.mark.parametrize("article", ARTICLES, ids=lambda one: str(one.number))


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run `python -m tests.architecture.law_page`"


def test_every_article_of_the_law_has_its_place() -> None:
    assert [article.number for article in ARTICLES] == list(range(1, 26))


def test_only_articles_of_the_law_are_cited() -> None:
    assert {one.article for one in citing()} <= {article.number for article in ARTICLES}


@pytest.mark.parametrize("one", citing(), ids=lambda one: f"{one.paragraph}-{one.name}")
def test_every_rule_refusal_and_event_that_cites_the_law_is_shown_by_a_file(one: Citing) -> None:
    assert shown_by(one), f"{one.path}: no test speaks of {one.name} ({one.paragraph})"


@each_article
def test_an_article_is_no_better_than_what_holds_it(article: Article) -> None:
    rules = [one.name for one in of(article) if one.kind == "rule"]

    match article.status:
        case Status.COVERED:
            assert of(article)
            assert not article.missing
        case Status.PARTLY:
            assert of(article) or article.here
            assert article.missing
        case Status.NOT_YET:
            assert not rules, f"article {article.number} has {rules}: say partly"
            assert article.missing
        case Status.NOTHING_TO_DO:
            assert not of(article)
            assert article.none

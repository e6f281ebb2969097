"""What a page points to is there."""

import re
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, committed, sources, text

PATH = re.compile(r"`((?:events|services|examples|tests|bench)/[\w./-]*)`")
ELSEWHERE = {("examples/receipt/README.md", "tests/input_data/receipt.csv")}
"""Paths of other repositories, named as sources."""
TOP = ("README", "ARCHITECTURE", "PROTOCOL", "LAW", "GLOSSARY", "CONTRIBUTING", "CHANGELOG")
CODE_COLUMN, PLACE_COLUMN = -3, -2
"""Of a row of the glossary's tables, counted from its end."""


def pages() -> list[str]:
    return [name for name in committed() if Path(name).suffix == ".md"]


def test_the_pages_of_the_product_are_there() -> None:
    missing = [name for name in TOP if not (ROOT / f"{name}.md").is_file()]

    assert not missing
    assert text("LICENSE").lstrip().startswith("Apache License")


def test_every_path_that_a_page_names_is_there() -> None:
    named = {(page, path) for page in pages() for path in PATH.findall(text(page))} - ELSEWHERE
    missing = sorted(f"{page}: {path}" for page, path in named if not (ROOT / path).exists())

    assert not missing, missing


def terms() -> list[tuple[str, str]]:
    """Give each name of the glossary that is code, with the files that should hold it."""
    rows = [line.split("|") for line in text("GLOSSARY.md").splitlines() if "| `" in line]
    return [
        (name, row[PLACE_COLUMN])
        for row in rows
        for name in re.findall(r"`([\w.]+)`", row[CODE_COLUMN])
    ]


@pytest.mark.parametrize(("name", "places"), terms())
def test_every_name_of_the_glossary_stands_in_the_file_that_it_names(
    name: str, places: str
) -> None:
    files = [path for path in PATH.findall(places) if path in sources()]
    words = {word for path in files for word in re.findall(r"\w+", text(path))}

    assert set(name.split(".")) <= words, f"GLOSSARY.md: {name} does not stand in {files}"


def test_a_module_named_as_an_import_contract_exists() -> None:
    modules = set(re.findall(r'"((?:events|services|examples)(?:\.\w+)*)"', text("pyproject.toml")))
    missing = [
        one
        for one in modules
        if not (ROOT / one.replace(".", "/")).is_dir()
        and not (ROOT / f"{one.replace('.', '/')}.py").is_file()
    ]

    assert modules
    assert not missing, missing

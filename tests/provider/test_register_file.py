"""A holder's register as a file: what it answers by itself, and for which cases (5.5(4))."""

from pathlib import Path
from typing import Final

import pytest

from services.provider.adapters.register_file import RegisterFile, RegisterInvalid
from services.provider.application.registers import RegisterAnswer
from tests.provider.examples import CASE

OTHER_CASE: Final = "8c1f0a7d2b3e4f5061728394a5b6c7d8"
WRITTEN: Final = f"""{{
  "register": "Register of buildings of Almaty",
  "documents": {{"plan": ["{CASE}"], "address_certificate": ["*"]}}
}}"""


@pytest.fixture
def register(tmp_path: Path) -> RegisterFile:
    path = tmp_path / "register.json"
    path.write_text(WRITTEN, encoding="utf-8")
    found = RegisterFile.read(path)
    assert found is not None
    return found


def test_a_holder_without_a_file_answers_by_its_officers(tmp_path: Path) -> None:
    assert RegisterFile.read(tmp_path / "register.json") is None


@pytest.mark.parametrize(
    ("case_id", "documents", "answer"),
    [
        (CASE, ("plan",), RegisterAnswer("provided", ("plan",))),
        (
            CASE,
            ("plan", "address_certificate"),
            RegisterAnswer("provided", ("plan", "address_certificate")),
        ),
        (
            OTHER_CASE,
            ("address_certificate",),
            RegisterAnswer("provided", ("address_certificate",)),
        ),
        (OTHER_CASE, ("plan",), RegisterAnswer("not_held", ())),
        (OTHER_CASE, ("plan", "address_certificate"), RegisterAnswer("not_held", ())),
    ],
)
def test_a_register_provides_all_that_is_asked_for_or_holds_it_not(
    register: RegisterFile, case_id: str, documents: tuple[str, ...], answer: RegisterAnswer
) -> None:
    assert register.answer(case_id, documents) == answer


@pytest.mark.parametrize("documents", [(), ("work_book",), ("plan", "work_book")])
def test_what_is_not_all_in_the_register_is_for_an_officer(
    register: RegisterFile, documents: tuple[str, ...]
) -> None:
    assert register.answer(CASE, documents) is None


@pytest.mark.parametrize(
    "text", ["", "{", '{"register": "x"}', '{"register": "x", "documents": {}, "more": 1}']
)
def test_a_file_that_is_no_register_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "register.json"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(RegisterInvalid, match=r"register\.json is no register"):
        RegisterFile.read(path)

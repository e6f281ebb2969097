"""`qyzmet read`, `erase` and `keys`: what an officer types, and what is said when it cannot be."""

from pathlib import Path

import pytest

from tests.cli.calling import lines, refused, said
from tests.flows.homes import copy_of
from tests.sealing.agencies import AUTHORITY, CENTRE, DELIVERER, WINDOW
from tests.sealing.small_realm import IIN, LETTER, NAME, SmallRealm, opened

CLERK = ("--ground", "case", "--role", "clerk")
RECEIPT = "A-2024-000117"


@pytest.fixture(scope="session")
def case(begun: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, SmallRealm]:
    """A home with a decided case, closed; and what it is about."""
    home = copy_of(begun, tmp_path_factory.mktemp("case"))
    with opened(home) as realm:
        realm.take_in()
        realm.decide()
        return home, realm


@pytest.fixture
def home(case: tuple[Path, SmallRealm], tmp_path: Path) -> Path:
    return copy_of(case[0], tmp_path)


def test_an_officer_reads_a_case(home: Path, case: tuple[Path, SmallRealm]) -> None:
    text = said(home, "read", case[1].case[:8], "--agency", DELIVERER, *CLERK)

    assert f"applicant.iin: {IIN}  [{WINDOW}/application-{case[1].case}:2]" in text
    assert NAME in text
    assert LETTER in text
    (record,) = lines(home, "keys")
    (read,) = record["read"]
    assert read["actor"] == f"{DELIVERER}/cli/o-0000"


def test_one_part_alone_is_read(home: Path, case: tuple[Path, SmallRealm]) -> None:
    text = said(home, "read", case[1].case, "--agency", CENTRE, *CLERK, "--part", "applicant.name")

    assert NAME in text
    assert IIN not in text


def test_another_part_is_answered_with_those_that_there_are(
    home: Path, case: tuple[Path, SmallRealm]
) -> None:
    text = refused(home, "read", case[1].case, "--agency", CENTRE, *CLERK, "--part", "phone")

    assert "there are other parts: applicant.iin, applicant.name, letter" in text


def test_the_authority_is_told_that_it_holds_no_key_and_asks_for_it(
    home: Path, case: tuple[Path, SmallRealm]
) -> None:
    inspect = ("--agency", AUTHORITY, "--ground", "inspection", "--role", "auditor")

    text = refused(home, "read", case[1].case, *inspect)
    assert f"is not here: it has not come, or must be asked for; --ask asks {WINDOW}" in text

    assert "was asked for" in said(home, "read", case[1].case, *inspect, "--ask")
    assert NAME in said(home, "read", case[1].case, *inspect)


def test_a_ground_is_one_of_four(home: Path, case: tuple[Path, SmallRealm]) -> None:
    curious = ("--ground", "curiosity", "--role", "clerk")

    assert "inspection" in refused(home, "read", case[1].case, "--agency", CENTRE, *curious, code=2)


def test_an_applicants_key_is_destroyed_for_all(home: Path, case: tuple[Path, SmallRealm]) -> None:
    applicant = case[1].applicant
    erase = ("erase", case[1].case, "--agency", CENTRE, "--ground", "asked_for")

    assert "is destroyed" in said(home, *erase, "--applicant", applicant)

    text = refused(home, "read", case[1].case, "--agency", DELIVERER, *CLERK)
    assert f"was erased on Fri 2024-05-03 by {CENTRE}/cli/o-0000 ({WINDOW}/key-" in text
    assert "nobody can read these parts any more, and there is nothing to ask for" in text
    (record,) = lines(home, "keys")
    assert (record["silent"], record["gone_from"]) == ([], "2024-05-11")
    assert "all have said so" in said(home, "keys")


@pytest.mark.parametrize("agency", [DELIVERER, AUTHORITY])
def test_nobody_is_asked_for_a_key_that_was_erased(
    home: Path, case: tuple[Path, SmallRealm], agency: str
) -> None:
    erase = ("erase", case[1].case, "--agency", CENTRE, "--ground", "asked_for")
    said(home, *erase, "--applicant", case[1].applicant)
    lanes = said(home, "lanes")

    text = refused(home, "read", case[1].case, "--agency", agency, *CLERK, "--ask")

    assert "was erased on" in text
    assert "there is nothing to ask for" in text
    assert said(home, "lanes") == lanes


def test_a_second_erasure_says_when_the_first_was_and_adds_nothing(
    home: Path, case: tuple[Path, SmallRealm]
) -> None:
    erase = ("erase", case[1].case, "--agency", CENTRE, "--applicant", case[1].applicant)
    said(home, *erase, "--ground", "asked_for")
    lanes = said(home, "lanes")

    text = said(home, *erase, "--ground", "asked_again")

    assert f"was erased on Fri 2024-05-03 by {CENTRE}/cli/o-0000" in text
    assert "nothing was added" in text
    assert "is destroyed" not in text
    assert said(home, "lanes") == lanes


def test_a_ground_of_an_erasure_is_a_code_and_no_sentence(
    home: Path, case: tuple[Path, SmallRealm]
) -> None:
    erase = ("erase", case[1].case, "--agency", CENTRE, "--applicant", case[1].applicant)

    assert "'she asked' is no code" in refused(home, *erase, "--ground", "she asked", code=2)


def test_a_case_is_named_by_its_receipt_or_by_the_place_of_an_event(home: Path) -> None:
    """Also on the day on which it came, which no ledger has counted yet."""
    for number in (RECEIPT, RECEIPT.lower(), f"{WINDOW} #2", f"[{WINDOW}#2]"):
        assert NAME in said(home, "read", number, "--agency", CENTRE, *CLERK)


def test_an_erasure_names_its_case_by_the_receipt(
    home: Path, case: tuple[Path, SmallRealm]
) -> None:
    erase = ("erase", RECEIPT, "--agency", CENTRE, "--ground", "asked_for")

    assert "is destroyed" in said(home, *erase, "--applicant", case[1].applicant)


def test_a_case_of_which_an_agency_has_no_personal_data_is_said_so(
    begun: Path, tmp_path: Path
) -> None:
    """The lodging is for the window and the authority alone (24)."""
    home = copy_of(begun, tmp_path)
    with opened(home) as realm:
        realm.lodge()

    text = refused(home, "read", f"{WINDOW} #1", "--agency", DELIVERER, *CLERK)

    assert f"{DELIVERER} has no personal data of case {realm.case}" in text


@pytest.mark.parametrize(
    ("options", "because"),
    [
        ((), "name the applicant or the key"),
        (("--applicant", "a", "--key", "k"), "name the applicant or the key"),
        (("--applicant", "unknown"), "has sealed nothing"),
        (("--key", "unknown"), "has sealed nothing"),
    ],
)
def test_only_a_key_of_the_case_is_destroyed(
    home: Path, case: tuple[Path, SmallRealm], options: tuple[str, ...], because: str
) -> None:
    text = refused(
        home, "erase", case[1].case, "--agency", CENTRE, "--ground", "asked_for", *options
    )

    assert because in text


@pytest.mark.parametrize(
    ("number", "agency", "because"),
    [
        ("ffff", CENTRE, "no-such-case: No case has"),
        ("", CENTRE, "no-such-case: An empty number"),
        ("", "nobody", "is no agency here"),
    ],
)
def test_what_is_not_here_is_said_in_words(
    home: Path, number: str, agency: str, because: str
) -> None:
    assert because in refused(home, "read", number, "--agency", agency, *CLERK)


def test_the_list_of_keys_names_granters_and_holders(home: Path) -> None:
    text = said(home, "keys")

    assert f"granted by {WINDOW} to {DELIVERER}" in text
    assert "destroyed" not in text


def test_where_no_key_was_granted_that_is_said(begun: Path) -> None:
    assert "no key was ever granted" in said(begun, "keys")

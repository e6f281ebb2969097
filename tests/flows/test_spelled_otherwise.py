"""A leaf that is shown is the hash of the signed bytes, however they are spelled (A13)."""

import json
from pathlib import Path

from events.log.tree.exact_base64 import to_base64
from events.log.tree.hashing import leaf
from examples.kazakhstan.agencies import FIRST_DAY
from tests.cli.calling import said
from tests.flows.foreign import Book, join_foreign
from tests.flows.homes import copy_of
from tests.flows.kz_days import kz_days

CASE = "5d0e4c61f0a94b1e4f10433808ba46bd"


def test_the_leaf_of_an_event_with_members_that_nobody_here_knows_is_its_own(
    joined: Path, tmp_path: Path
) -> None:
    home = copy_of(joined, tmp_path)
    data = {"later": "member", "on": str(FIRST_DAY), "step": "copied"}
    with kz_days(home) as days:
        join_foreign(days.driver)
        book = Book()
        raw = book.event(subject=CASE, data=data)
        book.commit(raw, book.day_closed())
        book.write(home)
        days.driver.quiet()
        days.close()

    told = json.loads(said(home, "case", CASE, "--json"))

    assert [one["leaf"] for one in told["strangers"]] == [to_base64(leaf(raw))]

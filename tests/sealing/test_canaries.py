"""No personal data in clear, no key outside its store, and after the erasure no key anywhere.

The search is first shown to find what is planted: in an event, in a log line, in a WAL, in a page
that SQLite has freed, in every form.
"""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Final

import msgspec
import pytest

from events.acts.answering import Correct
from services.sealing.granting import read
from services.verifying import Verifying
from tests.sealing.agencies import AUDIT, CENTRE, DELIVERY, FIRST_DAY, LANES, WINDOW
from tests.sealing.searching import FORMS, forms, found
from tests.sealing.small_realm import IIN, LETTER, NAME, SmallRealm, opened

CANARY: Final = "Қанарейка-7f31"
CODE: Final = "canary-7f31"
"""What a code can be: a name cannot, nor can letters of other alphabets."""
PLAINTEXTS: Final = (IIN, NAME, LETTER, CANARY)
DAYS: Final = 12
"""Until after the case's term, so that there is a finding."""


def plant_in_log(folder: Path, planted: bytes) -> None:
    with (folder / "planted").open("ab") as log:
        log.write(b"12:00:01 refused: " + planted + b" is malformed\n")


def plant_in_wal(folder: Path, planted: bytes) -> None:
    with closing(sqlite3.connect(folder / "db", isolation_level=None)) as db:
        for sql in ("PRAGMA journal_mode=WAL", "PRAGMA wal_autocheckpoint=0", "CREATE TABLE t (x)"):
            db.execute(sql)
        db.execute("INSERT INTO t VALUES (?)", (planted,))
        shutil.copy(folder / "db-wal", folder / "planted")
    (folder / "db").unlink()


def plant_in_freed_page(folder: Path, planted: bytes) -> None:
    with closing(sqlite3.connect(folder / "planted", isolation_level=None)) as db:
        for sql in ("PRAGMA journal_mode=DELETE", "PRAGMA secure_delete=OFF", "CREATE TABLE t (x)"):
            db.execute(sql)
        db.execute("INSERT INTO t VALUES (?)", (planted + b"x" * 9000,))
        db.execute("DELETE FROM t")
        assert db.execute("SELECT * FROM t").fetchall() == []


@pytest.mark.parametrize("plant", [plant_in_log, plant_in_wal, plant_in_freed_page])
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("spelling", [0, -1])
def test_a_planted_canary_is_found(
    tmp_path: Path, plant: Callable[[Path, bytes], None], form: str, spelling: int
) -> None:
    assert not found(tmp_path, CANARY)

    plant(tmp_path, forms(CANARY)[form][spelling])

    assert (form, "planted") in found(tmp_path, CANARY)


@pytest.mark.parametrize("before", ["", "a", "ab", "abc"])
def test_base64_betrays_a_canary_wherever_it_begins(tmp_path: Path, before: str) -> None:
    (encoded,) = {forms(f"{before}{CANARY} and more")["base64"][0]}
    (tmp_path / "planted").write_bytes(encoded)

    assert ("base64", "planted") in found(tmp_path, CANARY)


def test_a_canary_in_an_event_is_found(realm: SmallRealm) -> None:
    realm.take_in()
    command = Correct(
        case_id=realm.case, corrects="x-1:1", field="documents", value=CODE, ground="planted"
    )

    realm.do(WINDOW, "plant/1", command)

    hits = {name.removesuffix("-wal") for _, name in found(realm.realm.home, CODE)}
    assert "lane.db" in hits


@pytest.fixture
def decided(realm: SmallRealm) -> SmallRealm:
    realm.take_in({"applicant.iin": IIN.encode(), "applicant.name": NAME.encode()})
    realm.decide()
    realm.ask("inspection")
    return realm


@pytest.fixture
def secret(decided: SmallRealm) -> bytes:
    (key,) = decided.keys(CENTRE).keys(decided.key_id)
    return key.secret


def hits(realm: SmallRealm, text: str | bytes) -> set[tuple[str, str]]:
    """Search the home as it is at work, and as it is when all is closed."""
    at_work = found(realm.realm.home, text)
    realm.realm.close()
    return at_work | found(realm.realm.home, text)


@pytest.mark.parametrize("text", PLAINTEXTS)
@pytest.mark.parametrize("erased", [False, True])
def test_no_personal_data_are_in_any_file(decided: SmallRealm, text: str, *, erased: bool) -> None:
    if erased:
        decided.erase()

    assert hits(decided, text) == set()


def test_a_key_is_in_the_stores_of_its_holders_and_nowhere_else(
    decided: SmallRealm, secret: bytes
) -> None:
    home = decided.realm.home

    assert {name.removesuffix("-wal") for _, name in hits(decided, secret)} == {"store.db"}
    assert found(home / "lanes", secret) == set()
    for agency in LANES.values():
        assert found(home / "keys" / agency, secret)


def test_after_the_erasure_it_is_nowhere(decided: SmallRealm, secret: bytes) -> None:
    decided.erase()

    assert hits(decided, secret) == set()


def test_nor_is_any_grant_of_it(realm: SmallRealm) -> None:
    grants: list[bytes] = []
    keys = realm.keys(CENTRE)
    realm.take_in()
    (key,) = keys.keys(realm.key_id)
    waiting = realm.grant(key)
    realm.keys("deliverer").arrive(waiting)
    grants.append(read(waiting).sealed.encode())
    assert any(found(realm.realm.home, one) for one in grants)

    realm.erase()

    assert not any(hits(realm, one) for one in grants)


def close_days(realm: SmallRealm) -> Iterator[bytes]:
    """Close days until the term is over; give the findings as they were signed."""
    for ahead in range(DAYS):
        day = FIRST_DAY + timedelta(days=ahead)
        at = f"{day}T18:59:59Z"
        for lane in (WINDOW, DELIVERY):
            instance = realm.realm.instance(lane)
            instance.close_day(day, actor=instance.me.policy, time=at)
        realm.driver.quiet()
        realm.realm.closing.close("kz", day, actor=realm.realm.audit.me.policy, time=at)
        realm.driver.quiet()
    yield from (msgspec.json.encode(one.data) for one in realm.events(AUDIT, "finding_made"))


def test_an_erasure_changes_no_finding_and_all_that_was_signed_still_holds(
    begun: Path, tmp_path: Path
) -> None:
    findings: dict[bool, list[bytes]] = {}
    for erased in (False, True):
        home = shutil.copytree(begun, tmp_path / str(erased))
        with opened(home) as realm:
            realm.take_in()
            if erased:
                realm.erase()
            findings[erased] = list(close_days(realm))
        with opened(home) as realm:
            assert list(Verifying(realm.realm).faults()) == []

    assert findings[True] == findings[False] != []

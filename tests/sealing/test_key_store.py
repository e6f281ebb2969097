"""The key store of an agency: what is in it after each call, and what no file of it holds."""

import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from events.log.adapters.sqlite_schema import NewerHome
from services.sealing.cipher import DataKey
from services.sealing.key_store import Duty, Erased, Kind, Seen, Source, StoreBusy
from services.sealing.sqlite_key_store import SqliteKeyStore

KEY: Final = DataKey("k-1", b"a" * 32)
WINDOW: Final = "intake.centre"
FALSE: Final = DataKey("k-1", b"f" * 32)
DUTY: Final = Duty("intake.centre", "intake.centre", 3, Kind.SEND, "k-1", "deliverer")
SEEN: Final = Seen(
    "provider.deliverer", "intake.centre", 2, "intake.centre/x-1:2", "c", "k-1", KEY.commitment
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store.db"


@pytest.fixture
def store(path: Path) -> Iterator[SqliteKeyStore]:
    store = SqliteKeyStore(path)
    yield store
    store.close()


def files_hold(path: Path, secret: bytes) -> bool:
    return any(secret in file.read_bytes() for file in path.parent.iterdir())


def test_a_key_stays_when_the_store_is_opened_again(path: Path, store: SqliteKeyStore) -> None:
    store.put(KEY, WINDOW)
    store.put(KEY, WINDOW)

    other = SqliteKeyStore(path)
    assert other.keys("k-1") == [KEY]
    assert other.key("k-1", KEY.commitment) == KEY
    other.close()


def test_a_false_key_under_the_same_id_pushes_the_true_one_out_neither_way(
    store: SqliteKeyStore,
) -> None:
    store.put(KEY, WINDOW)
    store.put(FALSE, WINDOW)

    store.erase("k-1", [FALSE.commitment])

    assert store.keys("k-1") == [KEY]
    assert store.key("k-1", FALSE.commitment) is None


def test_where_a_key_is_from_stays_known_when_it_is_destroyed(store: SqliteKeyStore) -> None:
    store.put(KEY, WINDOW)
    store.put(KEY, "provider.deliverer", made=True)
    store.put(KEY, WINDOW)

    store.erase("k-1", [KEY.commitment])

    assert store.sources("k-1") == [
        Source(KEY.commitment, WINDOW, made=False),
        Source(KEY.commitment, "provider.deliverer", made=True),
    ]
    assert store.sources("k-2") == []


def test_a_lane_has_let_a_key_go_once_its_erasure_is_settled(store: SqliteKeyStore) -> None:
    erasure = DUTY._replace(kind=Kind.ERASE)
    store.owe(erasure)
    assert not store.let_go(WINDOW, "k-1")

    store.settle(erasure)

    assert store.let_go(WINDOW, "k-1")
    assert not store.let_go(WINDOW, "k-2")
    assert not store.let_go("provider.deliverer", "k-1")


def test_what_is_erased_is_never_taken_again(store: SqliteKeyStore) -> None:
    store.put(KEY, WINDOW)
    store.erase("k-1", [KEY.commitment])

    with pytest.raises(Erased, match="destroyed"):
        store.put(KEY, WINDOW)
    assert not store.keys("k-1")
    assert store.erased("k-1") == {KEY.commitment}


def test_a_key_that_never_came_can_be_erased_first(store: SqliteKeyStore) -> None:
    store.erase("k-1", [KEY.commitment])

    with pytest.raises(Erased):
        store.put(KEY, WINDOW)


def test_no_file_of_the_store_holds_an_erased_key(path: Path, store: SqliteKeyStore) -> None:
    others = [DataKey(f"k-{n}", bytes([n, n + 1]) * 16) for n in range(2, 200)]
    for key in (*others[:100], KEY, *others[100:]):
        store.put(key, WINDOW)
    store.arrive(b"grant of " + KEY.secret)
    assert files_hold(path, KEY.secret)

    store.drop(b"grant of " + KEY.secret)
    store.erase("k-1", [KEY.commitment])

    assert not files_hold(path, KEY.secret)
    assert all(store.keys(key.key_id) == [key] for key in others)


@pytest.mark.parametrize("erased", range(2, 60, 7))
def test_of_many_keys_only_the_erased_are_gone(
    path: Path, store: SqliteKeyStore, erased: int
) -> None:
    keys = [DataKey(f"k-{n}", bytes([n, n + 1]) * 16) for n in range(1, 120)]
    for key in keys:
        store.put(key, WINDOW)

    for key in keys[:erased]:
        store.erase(key.key_id, [key.commitment])

    assert not any(files_hold(path, key.secret) for key in keys[:erased])
    assert [store.keys(key.key_id) for key in keys[erased:]] == [[key] for key in keys[erased:]]


def test_while_somebody_reads_the_file_nobody_is_told_that_a_key_is_gone(
    path: Path, store: SqliteKeyStore
) -> None:
    store.put(KEY, WINDOW)
    reader = SqliteKeyStore(path)
    with reader.together():
        pass
    reader._db.execute("BEGIN")
    reader.keys("k-1")

    with pytest.raises(StoreBusy, match="being read"):
        store.erase("k-1", [KEY.commitment])

    reader._db.execute("COMMIT")
    reader.close()
    store.erase("k-1", [KEY.commitment])
    assert not files_hold(path, KEY.secret)


def test_what_is_written_together_is_written_whole_or_not_at_all(store: SqliteKeyStore) -> None:
    def begin_and_fail() -> None:
        with store.together():
            store.see(SEEN)
            store.owe(DUTY)
            store.follow("intake.centre", 3, 0)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        begin_and_fail()

    assert (store.seen(), store.owed("intake.centre")) == ([], [])
    assert store.followed("intake.centre") == (0, 0)


def test_a_duty_is_owed_until_it_is_settled(store: SqliteKeyStore) -> None:
    store.owe(DUTY)
    store.owe(DUTY)
    assert store.owed("intake.centre") == [DUTY]
    assert store.owed("intake.other") == []

    store.settle(DUTY)
    store.owe(DUTY)

    assert store.owed("intake.centre") == []


def test_a_sending_can_be_owed_again(store: SqliteKeyStore) -> None:
    store.owe(DUTY)
    store.settle(DUTY)

    assert store.renew("intake.centre", "k-1", "deliverer")
    assert not store.renew("intake.centre", "k-1", "stranger")
    assert store.owed("intake.centre") == [DUTY]


def test_events_with_sealed_parts_are_found_by_instance_key_and_case(
    store: SqliteKeyStore,
) -> None:
    other = SEEN._replace(at="intake.centre", key_id="k-2", case_id="d", commitment="f")
    for seen in (SEEN, SEEN, other):
        store.see(seen)

    assert store.seen() == [SEEN, other]
    assert store.seen(at="intake.centre") == store.seen(key_id="k-2") == [other]
    assert store.seen(case_id="c") == [SEEN]
    assert store.vouched("intake.centre", "k-1") == {KEY.commitment}
    assert store.vouched("intake.other", "k-1") == frozenset()


def test_grants_wait_in_the_order_in_which_they_came(store: SqliteKeyStore) -> None:
    for raw in (b"b", b"a", b"b"):
        store.arrive(raw)
    store.drop(b"a")

    assert store.arrived() == [b"b"]


def test_nobody_but_the_owner_reads_the_files(path: Path, store: SqliteKeyStore) -> None:
    store.put(KEY, WINDOW)

    modes = {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}

    assert modes == {0o600}


def test_a_store_of_a_newer_version_is_refused_unchanged(path: Path, store: SqliteKeyStore) -> None:
    store._db.execute("PRAGMA user_version=99")

    with pytest.raises(NewerHome, match="has format 99"):
        SqliteKeyStore(path)

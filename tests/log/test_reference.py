"""What is known of agencies and norms follows what the store keeps, and nobody else's word."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from events import codec
from events.log.adapters.sqlite_store import SqliteStore
from events.log.lane.store import Kept
from events.log.reading.reference import Anchor, Reference
from services.audit.domain.commands import RegisterAgency
from tests.log.realm import AUDIT, AUTHORITY, ZONE, SmallRealm, path_of, registration, signer

READER = "provider.reader"
FALSE = "audit.false"


@pytest.fixture
def kept(tmp_path: Path) -> list[Kept]:
    """What an authority told of three lanes."""
    realm = SmallRealm(tmp_path, "provider.a", "provider.b", "provider.c")
    realm.close()
    opened = SqliteStore(path_of(tmp_path, AUDIT), signer(AUDIT))
    with opened.reading() as tx:
        found = [one for _, one in tx.kept()]
    opened.close()
    return found


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[SqliteStore]:
    opened = SqliteStore(path_of(tmp_path, READER), signer(READER))
    yield opened
    opened.close()


def reference() -> Reference:
    return Reference(Anchor(AUDIT, AUTHORITY, signer(AUDIT).vkey.text, ZONE))


class DiskFull(Exception):
    """The commit fails."""


def test_what_was_rolled_back_is_not_known(kept: list[Kept], reader: SqliteStore) -> None:
    known = reference()
    with pytest.raises(DiskFull):
        _keep_and_fail(reader, kept[0], known)
    assert "provider.a" in known.known.register.lanes

    with reader.transaction() as tx:
        tx.keep(kept[1])
        after = known.refresh(tx)

    assert set(after.register.lanes) == {AUDIT, "provider.b"}


def _keep_and_fail(reader: SqliteStore, kept: Kept, known: Reference) -> None:
    with reader.transaction() as tx:
        tx.keep(kept)
        known.refresh(tx)
        raise DiskFull


def test_another_audit_lane_tells_nothing_of_agencies(
    kept: list[Kept], reader: SqliteStore
) -> None:
    told = codec.read(kept[0].raw)
    false = codec.write(
        codec.record(
            told.type,
            id=told.id,
            source=told.source.replace(AUDIT, FALSE),
            subject=told.subject,
            time=told.time,
            actor=told.actor,
            to=told.to,
            data=told.data,
        )
    )

    with reader.transaction() as tx:
        tx.keep(Kept(FALSE, 1, false))
        known = reference().refresh(tx)

    assert set(known.register.lanes) == {AUDIT}


def test_a_lane_is_registered_under_its_own_name_with_its_own_key(tmp_path: Path) -> None:
    realm = SmallRealm(tmp_path)
    foreign_key = registration("provider.a").lanes[0].key

    with pytest.raises(AssertionError, match="key-malformed"):
        realm.register(_with(registration("provider.b"), key=foreign_key))
    with pytest.raises(AssertionError, match="lane-name-malformed"):
        realm.register(_with(registration("provider.b"), lane="office.b"))
    realm.close()


def _with(registered: RegisterAgency, **changes: str) -> RegisterAgency:
    return replace(registered, lanes=(replace(registered.lanes[0], **changes),))

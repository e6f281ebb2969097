"""Checks that a file is whole and that its cells hold what their columns say.

All other checks read through SQLite's indexes and trust the type of what they read; so these come
first, and of a file with misplaced values nothing else is read.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final, NamedTuple

from events.log.adapters.sqlite_schema import EVENTS, LANE, RECEIVED, check_version
from events.log.checking import Fault

TRACKING: Final = (
    "CREATE TABLE tracking (application_name TEXT PRIMARY KEY, notification_id INTEGER) "
    "WITHOUT ROWID"
)
"""As the event store's library makes it: its version is pinned."""
PLACES: Final = ("seq", "size", "rowid")
"""Columns that say where in its lane a row stands."""
COLUMNS: Final = (
    'SELECT m.name, c.name, c.type, c."notnull", c.pk FROM sqlite_master AS m '
    "JOIN pragma_table_info(m.name) AS c WHERE m.type = 'table'"
)


class _Column(NamedTuple):
    table: str
    name: str
    type: str
    not_null: int
    key: int


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a file read-only; bytes of a text that are not UTF-8 are written out, in hexadecimal.

    Raises:
        NewerHome: a newer version wrote it.
        DatabaseError: it is not there, or no SQLite file.
        UnicodeDecodeError: SQLite names in an error what is not UTF-8.
    """
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as db:
        db.text_factory = lambda text: text.decode(errors="backslashreplace")
        check_version(path, db.execute("PRAGMA user_version").fetchone()[0])
        yield db


@contextmanager
def snapshot(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a file as `reading` does, and keep to this moment: what is committed later is not seen.

    Raises:
        NewerHome: as `reading`, and so are DatabaseError and UnicodeDecodeError.
    """
    with reading(path) as db:
        db.execute("BEGIN")
        db.execute("SELECT count(*) FROM sqlite_master").fetchone()  # A reading is what holds it.
        yield db


def damage_faults(db: sqlite3.Connection, me: str) -> Iterator[Fault]:
    """Let SQLite check its own structures: a flip in an index can hide a row from every query.

    Args:
        db: an instance's file.
        me: its lane.
    """
    for (message,) in db.execute("PRAGMA integrity_check"):
        words = " ".join(message.replace("*** in database main ***", "").split())
        if words != "ok":
            yield Fault(lane=me, seq=0, what=f"SQLite: {words}")


def cell_faults(db: sqlite3.Connection, me: str) -> Iterator[Fault]:
    """Find what is declared otherwise than this version does, and values of another type.

    Derived tables are left to the comparison with what their evidence gives.

    Args:
        db: an instance's file.
        me: its lane.
    """
    own = _own_columns()
    missing = sorted(own - _columns(db))
    for table, name, *_ in missing:
        yield Fault(lane=me, seq=0, what=f"{table}.{name} is not declared as it should be")
    if not missing:
        for table in sorted({column.table for column in own}):
            yield from _misplaced(db, me, sorted(one for one in own if one.table == table))


def _own_columns() -> set[_Column]:
    with closing(sqlite3.connect(":memory:")) as model:
        for statement in (EVENTS.format(table="stored_events"), TRACKING, *LANE, *RECEIVED):
            model.execute(statement)
        return _columns(model)


def _columns(db: sqlite3.Connection) -> set[_Column]:
    return {_Column(*row) for row in db.execute(COLUMNS)}


def _misplaced(db: sqlite3.Connection, me: str, columns: list[_Column]) -> Iterator[Fault]:
    """Find cells of one table with another storage class than their column's; null is one."""
    names = [one.name for one in columns]
    place = next((name for name in PLACES if name in names), "0")
    lane = "lane" if "lane" in names else "''"
    types = ", ".join(f"typeof({name})" for name in names)
    wrong = " OR ".join(f"typeof({one.name}) <> '{one.type.lower()}'" for one in columns)
    sql = f"SELECT {lane}, {place}, {types} FROM {columns[0].table} WHERE {wrong}"  # noqa: S608 -- own names
    for of, at, *found in db.execute(sql):
        where = me if of in ("", me) else f"{me} <- {of}"
        for column, type_ in zip(columns, found, strict=True):
            if type_ != column.type.lower():
                what = f"{column.table}.{column.name} holds {type_} instead of {column.type}"
                seq = at if isinstance(at, int) else 0
                yield Fault(lane=where, seq=seq, what=what.lower())

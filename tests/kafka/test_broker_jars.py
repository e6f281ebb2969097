"""Jars are pinned by hash: another file is refused, a download that was cut is tried again."""

import re
from hashlib import sha256
from pathlib import Path

import pytest

from examples.broker.jars import PINS, TRIES_MAX, JarsMissing, class_path, pins

JAR = "org/example/thing/1.0/thing-1.0.jar"
BYTES = b"a jar"
PINNED = {JAR: sha256(BYTES).hexdigest()}


class Repository:
    """Answers a request for a jar with the next of its contents; an empty one is a cut line."""

    def __init__(self, *contents: bytes) -> None:
        self.contents = list(contents)

    def __call__(self, aside: Path, path: str) -> Path:
        content = self.contents.pop(0)
        if not content:
            raise ConnectionError("the line was cut")
        jar = aside / path.rpartition("/")[2]
        jar.write_bytes(content)
        return jar


def test_every_pin_is_a_jar_in_a_maven_repository() -> None:
    pinned = pins(PINS.read_text())

    assert all(re.fullmatch(r"[0-9a-f]{64}", digest) for digest in pinned.values())
    for path in pinned:
        *_, artifact, version, file = path.split("/")
        assert file == f"{artifact}-{version}.jar"


def test_all_of_kafka_is_of_one_version_and_speaks_through_log4j() -> None:
    paths = pins(PINS.read_text())
    kafka = {path.split("/")[-2] for path in paths if path.startswith("org/apache/kafka/")}

    assert len(kafka) == 1
    assert any("log4j-slf4j-impl" in path for path in paths)


def test_a_jar_that_is_missing_is_fetched_into_its_place(tmp_path: Path) -> None:
    found = class_path(tmp_path / "cache", pinned=PINNED, download=Repository(BYTES))

    assert found == [tmp_path / "cache" / JAR]
    assert found[0].read_bytes() == BYTES


def test_a_full_cache_asks_nobody(tmp_path: Path) -> None:
    class_path(tmp_path, pinned=PINNED, download=Repository(BYTES))

    assert class_path(tmp_path, pinned=PINNED, download=Repository()) == [tmp_path / JAR]


def test_a_download_that_was_cut_is_tried_again(tmp_path: Path) -> None:
    class_path(tmp_path, pinned=PINNED, download=Repository(b"", BYTES[:2], BYTES))

    assert (tmp_path / JAR).read_bytes() == BYTES


def test_a_jar_is_not_asked_for_without_end(tmp_path: Path) -> None:
    repository = Repository(*[b""] * TRIES_MAX, BYTES)

    with pytest.raises(JarsMissing, match=r"thing-1\.0\.jar was not to be had.*the line was cut"):
        class_path(tmp_path, pinned=PINNED, download=repository)

    assert repository.contents == [BYTES]


def test_another_jar_than_the_pinned_one_never_comes_into_the_cache(tmp_path: Path) -> None:
    with pytest.raises(JarsMissing, match="another file"):
        class_path(tmp_path, pinned=PINNED, download=Repository(*[b"another"] * TRIES_MAX))

    assert not list(tmp_path.iterdir())


def test_a_cached_jar_that_has_changed_is_refused(tmp_path: Path) -> None:
    (jar,) = class_path(tmp_path, pinned=PINNED, download=Repository(BYTES))
    jar.write_bytes(BYTES + b"!")

    with pytest.raises(JarsMissing, match=f"{PINNED[JAR]} is pinned"):
        class_path(tmp_path, pinned=PINNED, download=Repository())

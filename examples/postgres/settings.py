"""One file of settings for every way of having a server; what changes comes by its command line."""

from pathlib import Path
from typing import Final

SETTINGS: Final = Path(__file__).with_name("postgresql.conf")

DSN: Final = "QYZMET_TEST_DSN"
"""The variable that gives a server: a URL or `name=value` words, of a role that may make others."""

INITDB: Final = ("--auth=scram-sha-256", "--encoding=UTF8", "--no-locale")
"""How a data folder is made: by password alone, be it from this machine; text in byte order."""


def arguments(settings: str, *, listen: str, port: int) -> list[str]:
    """Give what the program `postgres` is told beside its data folder.

    Args:
        settings: the file of settings, where the server finds it.
        listen: the addresses on which it is heard; `*` is all.
        port: the port on each of them.
    """
    told = {"config_file": settings, "listen_addresses": listen, "port": str(port)}
    return [word for name, value in told.items() for word in ("-c", f"{name}={value}")]

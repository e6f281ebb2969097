"""A realm in which one lane has told another what it asks of it."""

from pathlib import Path
from typing import Final

from tests.log.realm import SmallRealm, registration
from tests.log.small_service import Say

WRITER: Final = "provider.a"
READER: Final = "provider.b"
_READ: Final = ("agency-b",)


def told(home: Path, historic: str = "") -> SmallRealm:
    """Tell in four records for the reader, with others' events in between.

    Args:
        home: an empty or absent folder.
        historic: the lane of the past among the two, if any.
    """
    lanes = (WRITER, READER)
    realm = SmallRealm(home)
    realm.register(*(registration(lane, historic=lane == historic) for lane in lanes))
    for lane in lanes:
        realm.open(lane)
    realm.do(WRITER, Say(text="not-for-b"), Say(text="echo:2", to=_READ), Say(text="own"))
    realm.do(WRITER, Say(text="nor-this"))
    realm.do(WRITER, Say(text="refuse", to=_READ), Say(text="pass", to=_READ))
    realm.do(WRITER, Say(text="echo:3", to=_READ, talk="two"), Say(text="own", talk="two"))
    realm.do(WRITER, Say(text="echo", to=_READ, talk="three"))
    return realm

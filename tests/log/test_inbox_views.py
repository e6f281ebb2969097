"""Any audience: each reader's records, cut from a real file, lead to the lane's own roots."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.log.lanes import Tree
from tests.log.realm import AUDIT, SmallRealm, agency
from tests.log.small_service import Say

WRITER = "provider.w"
READERS = ("provider.a", "provider.b", "provider.c")

audiences = st.sets(st.sampled_from(READERS)).map(
    lambda lanes: tuple(sorted(agency(lane) for lane in lanes))
)
everybody = st.just(("*",))
commits = st.lists(
    st.lists(st.one_of(audiences, everybody), min_size=1, max_size=9), min_size=1, max_size=9
)


def written(realm: SmallRealm, audiences: Sequence[Sequence[tuple[str, ...]]]) -> None:
    for number, commit in enumerate(audiences):
        realm.do(
            WRITER,
            *(Say(text=f"{number}/{place}", to=to) for place, to in enumerate(commit)),
        )


@settings(max_examples=15, deadline=None)
@given(audiences=commits, cuts=st.lists(st.integers(0, 8), max_size=2))
def test_every_readers_records_lead_to_the_lanes_own_roots(
    audiences: Sequence[Sequence[tuple[str, ...]]], cuts: list[int]
) -> None:
    with TemporaryDirectory() as home:
        realm = SmallRealm(Path(home), WRITER, *READERS)
        written(realm, audiences)
        lane = realm.evidence(WRITER)
        tree = Tree(lane.raws)
        flat = [to for commit in audiences for to in commit]

        for reader in (*READERS, AUDIT):
            carried(realm, reader, cuts)

            mine = [reader == AUDIT or agency(reader) in to or "*" in to for to in flat]
            ends = [c.size for c in lane.commits if any(mine[c.previous : c.size])]
            sql = "SELECT size, root, events FROM received WHERE lane = 'provider.w' ORDER BY size"
            assert realm.rows(reader, sql) == [
                (size, tree.root(0, size), sum(mine[:size])) for size in ends
            ]
        realm.close()


def carried(realm: SmallRealm, reader: str, cuts: list[int]) -> None:
    """Bring a reader its records in several calls, each after what it holds by then."""
    for cut in cuts:
        realm.carry(WRITER, reader, realm.records(WRITER, reader, held(realm, reader))[:cut])
    report = realm.carry(WRITER, reader, realm.records(WRITER, reader, held(realm, reader)))
    assert set(report.counts) <= {"taken"}
    assert realm.carry(WRITER, reader).counts.keys() <= {"known"}


def held(realm: SmallRealm, reader: str) -> int:
    return realm.instances[reader].held(WRITER)

"""The store port, first part: the lane itself."""

import pytest

from events.log.lane.store import Kept
from events.log.lane.work import Remembered
from tests.contracts.store_contract import (
    OTHER_LANE,
    MakeStore,
    OpenStore,
    append,
    at,
    event,
    received,
)


class LaneContract:
    """The lane: seqs, checkpoints, answers."""

    def test_seqs_rise_by_one_over_all_commits(self, make_store: MakeStore) -> None:
        store = make_store()

        append(store, [event(1)])
        append(store, [event(2), event(3)])
        append(store, [event(1, "talk-two")])

        assert store.evidence().seqs == [1, 2, 3, 4]

    def test_each_commit_has_one_checkpoint_that_verifies(self, make_store: MakeStore) -> None:
        store = make_store()

        for number in (1, 2, 3, 4, 5, 6, 7, 33):
            stream = f"talk-{number}"
            append(store, [event(version, stream) for version in range(1, number + 1)])

        evidence = store.evidence()
        assert [commit.size for commit in evidence.commits] == [1, 3, 6, 10, 15, 21, 28, 61]
        evidence.verify(store.vkey)

    def test_a_lane_goes_on_after_it_is_opened_again(self, make_store: MakeStore) -> None:
        append(make_store(), [event(1), event(2), event(3)])

        again = make_store()
        append(again, [event(4)])

        assert again.evidence().seqs == [1, 2, 3, 4]
        again.evidence().verify(again.vkey)

    def test_two_stores_of_one_lane_take_turns(self, make_store: MakeStore) -> None:
        one, other = make_store(), make_store()

        append(one, [event(1)])
        append(other, [event(2), event(3)])
        append(one, [event(4)])

        assert one.evidence().seqs == [1, 2, 3, 4]
        one.evidence().verify(one.vkey)

    def test_a_commit_without_events_is_no_checkpoint(self, make_store: MakeStore) -> None:
        store = make_store()

        append(store, [], {"c": Remembered(body_hash=b"h", answer=b"a")}, position=3)

        assert store.evidence().commits == []

    def test_an_answer_is_remembered_with_the_hash_of_its_request(
        self, make_store: MakeStore
    ) -> None:
        store = make_store()
        known = Remembered(body_hash=b"hash", answer=b"answer")
        append(store, [event(1)], {"one": known})

        with store.reading() as tx:
            assert tx.answers(["one", "two"]) == {"one": known}

    def test_a_thousand_answers_are_found_at_once(self, make_store: MakeStore) -> None:
        store = make_store()
        known = {f"c{n}": Remembered(body_hash=b"h", answer=b"%d" % n) for n in range(1200)}

        append(store, [], known)

        with store.reading() as tx:
            assert tx.answers([*known, "another"]) == known

    def test_an_answer_is_never_replaced(self, make_store: MakeStore) -> None:
        store = make_store()
        append(store, [event(1)], {"one": Remembered(body_hash=b"h", answer=b"first")})

        with pytest.raises(Exception, match=r"(?i)unique"):
            append(store, [event(2)], {"one": Remembered(body_hash=b"h", answer=b"second")})

        assert store.evidence().seqs == [1]

    def test_a_version_of_a_stream_stands_once(self, make_store: MakeStore) -> None:
        store = make_store()
        append(store, [event(1)])

        with pytest.raises(Exception, match=r"(?i)unique"):
            append(store, [event(2), event(1)])

        assert store.evidence().seqs == [1]

    def test_what_raises_in_a_transaction_leaves_nothing(self, make_store: MakeStore) -> None:
        store = make_store()
        append(store, [event(1)], position=1)

        with pytest.raises(KeyError):
            write_and_raise(store)

        with store.reading() as tx:
            assert (tx.size(), tx.position(OTHER_LANE), tx.held(OTHER_LANE)) == (1, 1, None)
            assert (tx.answers(["c"]), tx.kept()) == ({}, [])
        append(store, [event(2)])
        store.evidence().verify(store.vkey)

    def test_a_stream_is_read_in_the_order_of_its_versions(self, make_store: MakeStore) -> None:
        store = make_store()
        append(store, [event(1), event(1, "talk-two"), event(2)])
        append(store, [event(n) for n in range(3, 13)])

        with store.reading() as tx:
            history = tx.history(["talk-one", "talk-two", "talk-three"])

        assert history == {
            "talk-one": [event(n).raw for n in range(1, 13)],
            "talk-two": [event(1, "talk-two").raw],
        }

    def test_the_newest_event_is_that_of_the_lane_or_of_a_stream(
        self, make_store: MakeStore
    ) -> None:
        store = make_store()
        append(store, [event(n) for n in range(1, 12)])
        append(store, [event(1, "talk-two")])

        with store.reading() as tx:
            assert tx.last() == event(1, "talk-two").raw
            assert tx.last("talk-one") == event(11).raw
            assert tx.last("talk-three") is None
            assert [seq for seq, _ in tx.own_after(9, 2)] == [10, 11]


def write_and_raise(store: OpenStore) -> None:
    with store.transaction() as tx:
        tx.append([event(2)], {"c": Remembered(body_hash=b"h", answer=b"a")}, at(2))
        tx.receive(received(4))
        tx.keep(Kept(OTHER_LANE, 4, b"{}"))
        raise KeyError

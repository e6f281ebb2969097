"""The store port, second part: what is held of other lanes, and that all of it stays."""

import pytest

from events.log.lane.store import Kept
from events.log.lane.work import Remembered
from tests.contracts.store_contract import OTHER_LANE, MakeStore, append, event, received


class InboxContract:
    """What a lane holds of others: positions, records, convictions."""

    def test_a_position_only_rises(self, make_store: MakeStore) -> None:
        store = make_store()
        append(store, [], position=3)
        append(store, [event(1)], position=7)

        for lower in (7, 6):
            with pytest.raises(Exception, match=f"{OTHER_LANE} {lower}"):
                append(store, [event(2)], position=lower)

        with store.reading() as tx:
            assert (tx.position(OTHER_LANE), tx.position("provider.third"), tx.size()) == (7, 0, 1)

    def test_the_last_record_of_a_lane_is_what_is_held(self, make_store: MakeStore) -> None:
        store = make_store()
        with store.transaction() as tx:
            tx.receive(received(4))
            tx.receive(received(9))

        with store.reading() as tx:
            assert tx.held(OTHER_LANE) == (9, b"edge 9", 2)
            assert tx.held("provider.third") is None
            assert tx.root_at(OTHER_LANE, 4) == b"root 4"
            assert tx.root_at(OTHER_LANE, 5) is None
            assert [(head.lane, head.size, head.root) for head in tx.heads()] == [
                (OTHER_LANE, 9, b"root 9")
            ]

    def test_a_size_of_a_lane_is_held_once(self, make_store: MakeStore) -> None:
        store = make_store()
        with store.transaction() as tx:
            tx.receive(received(4))

        with pytest.raises(Exception, match=r"(?i)unique"), store.transaction() as tx:
            tx.receive(received(4))

    def test_what_is_kept_is_read_in_the_order_of_keeping(self, make_store: MakeStore) -> None:
        store = make_store()
        kept = [Kept("lane-b", 2, b"1"), Kept("lane-a", 1, b"2"), Kept("lane-b", 3, b"3")]
        with store.transaction() as tx:
            for one in kept:
                tx.keep(one)

        with store.reading() as tx:
            places, found = zip(*tx.kept(), strict=True)
            assert list(found) == kept
            assert [one for _, one in tx.kept(places[1])] == kept[2:]

    def test_a_convicted_lane_stays_convicted(self, make_store: MakeStore) -> None:
        store = make_store()
        with store.transaction() as tx:
            tx.convict(OTHER_LANE, 4, b"note")
            tx.convict(OTHER_LANE, 4, b"again")

        with make_store().reading() as tx:
            assert tx.convicted(OTHER_LANE)
            assert not tx.convicted("provider.third")


class EvidenceContract:
    """What was written stays written."""

    @pytest.mark.parametrize(
        "change",
        [
            "DELETE FROM {table}",
            "UPDATE {table} SET {column} = {column}",
        ],
    )
    @pytest.mark.parametrize(
        ("table", "column"),
        [
            ("stored_events", "state"),
            ("sealed", "note"),
            ("audience", "reader"),
            ("command", "answer"),
            ("received", "value"),
            ("convicted", "note"),
        ],
    )
    def test_evidence_is_neither_changed_nor_deleted(
        self, make_store: MakeStore, table: str, column: str, change: str
    ) -> None:
        store = make_store()
        append(store, [event(1)], {"c": Remembered(body_hash=b"h", answer=b"a")})
        with store.transaction() as tx:
            tx.receive(received(4))
            tx.convict(OTHER_LANE, 4, b"note")

        with pytest.raises(Exception, match="append-only"):
            store.run(change.format(table=table, column=column))

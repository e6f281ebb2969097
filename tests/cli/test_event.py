"""`qyzmet event`: was it received? Sealed, counted and read, each by what can be checked."""

from pathlib import Path
from typing import Any

import pytest

from events import codec
from events.log.tree.checkpoint import open_checkpoint
from events.log.tree.exact_base64 import from_base64
from events.log.tree.hashing import leaf
from events.log.tree.keys import VerificationKey
from events.log.tree.proofs import verify_inclusion
from examples.kazakhstan import foreign
from examples.kazakhstan.agencies import (
    AUDIT_LANE,
    DELIVERY_LANE,
    JUSTICE,
    LANES,
    STANDARDS_LANE,
    WINDOW_LANE,
)
from tests.cli.calling import lines, refused, said
from tests.flows.homes import copy_of, driven

RECEIPT = "A-2024-000118"


def case_events(home: Path) -> dict[str, str]:
    """Give the references of the late case's events by type."""
    (story,) = lines(home, "case", RECEIPT)
    return {one["event"]["type"]: f"{one['lane']}/{one['event']['id']}" for one in story["events"]}


def receipt(home: Path, name: str) -> dict[str, Any]:
    (row,) = lines(home, "event", name)
    return row


@pytest.fixture
def sent(played: Path) -> str:
    """The sending of the late result, on Friday 10 May."""
    return case_events(played)["provider.result_sent.v1"]


def test_a_person_reads_where_the_event_has_gone(played: Path, sent: str) -> None:
    text = said(played, "event", sent)

    assert text.startswith(f"{sent}  provider.result_sent.v1\n")
    assert "the result was sent to intake.almaty-1 (paper)" in text
    assert "  proof     holds: " in text
    assert "its agency was told on Fri 2024-05-10 (audit.authority/accepted-justice-almaty:" in text
    assert "  counted   kz Fri 2024-05-10, judged\n" in text
    assert f"  read      {WINDOW_LANE} (almaty-centre) with size " in text
    assert "; stated on Fri 2024-05-10 to have heard up to " in text


@pytest.mark.parametrize("kind", ["lodged", "accepted", "forwarded"])
def test_the_proof_leads_from_the_event_s_bytes_to_a_root_that_the_lane_signed(
    played: Path, kind: str
) -> None:
    name = case_events(played)[f"intake.application_{kind}.v1"]
    row = receipt(played, name)
    seal, seq = row["seal"], row["seq"]

    with driven(played) as driver, driver.realm.store(WINDOW_LANE).reading() as tx:
        ((_, raw),) = tx.own_after(seq - 1, 1)
        rows = tx.all("SELECT note FROM sealed WHERE size = ?", seal["size"])

    proof = [from_base64(one) for one in seal["proof"]]
    signed = open_checkpoint(rows[0][0], VerificationKey.parse(seal["key"]))
    assert codec.read(raw).ref == name
    assert signed.root == from_base64(seal["root"])
    assert verify_inclusion(leaf(raw), seq - 1, seal["size"], proof, signed.root)
    assert seal["holds"]


def test_only_those_whom_it_admits_have_read_it(played: Path) -> None:
    """Before acceptance a request is for nobody but its window and the authority (24)."""
    lodged = receipt(played, case_events(played)["intake.application_lodged.v1"])
    accepted = receipt(played, case_events(played)["intake.application_accepted.v1"])

    assert [one["lane"] for one in lodged["readings"]] == [AUDIT_LANE]
    assert [one["lane"] for one in accepted["readings"]] == [AUDIT_LANE, DELIVERY_LANE]


def test_a_norm_is_read_by_every_lane_that_is_shown_it(played: Path) -> None:
    approved = receipt(played, f"{STANDARDS_LANE}/standard-apostille:1")

    assert {one["agency"] for one in approved["readings"]} > {"almaty-centre", "justice-almaty"}
    assert JUSTICE not in {one["agency"] for one in approved["readings"]}


@pytest.mark.parametrize("lane", LANES)
def test_the_closing_of_a_day_counts_with_that_day(played: Path, lane: str) -> None:
    ledger = receipt(played, f"{lane}/day-book:3")["ledger"]

    assert (ledger["jurisdiction"], ledger["counted"]) == ("kz", "2024-05-01")
    assert ledger["judged"]


def test_an_event_of_an_open_day_is_archived_at_most(joined: Path) -> None:
    ledger = receipt(joined, f"{AUDIT_LANE}/agency-justice:1")["ledger"]

    assert ledger["archived"] is None
    assert ledger["counted"] is None
    assert not ledger["judged"]


def test_of_a_lane_whose_software_is_not_here_the_archive_proves_it(played: Path) -> None:
    row = receipt(played, f"{foreign.LANE}/day-book:2")

    assert not row["runs_here"]
    assert row["seal"]["holds"]
    assert row["ledger"]["counted"] == "2024-04-30"


def test_the_id_alone_will_do_where_one_lane_has_it(played: Path, sent: str) -> None:
    assert receipt(played, sent.partition("/")[2])["ref"] == sent


def test_an_id_of_several_lanes_is_refused_with_their_names(played: Path) -> None:
    words = refused(played, "event", "day-book:1")

    assert "event-of-several-lanes" in words
    assert DELIVERY_LANE in words
    assert WINDOW_LANE in words


@pytest.mark.parametrize(
    "name",
    [
        "delivery-0:1",
        f"{WINDOW_LANE}/day-book:999",
        f"{WINDOW_LANE}/day-book",
        "intake.nowhere/day-book:1",
        "",
    ],
)
def test_an_event_that_is_not_here_is_refused_in_words(played: Path, name: str) -> None:
    assert "event-unknown: No event " in refused(played, "event", name)


def test_a_changed_event_does_not_lead_to_the_signed_root(played: Path, tmp_path: Path) -> None:
    home = copy_of(played, tmp_path)
    with driven(home) as driver, driver.realm.store(WINDOW_LANE).transaction() as tx:
        tx.cursor.execute("DROP TRIGGER stored_events_refuses_UPDATE")
        tx.cursor.execute(
            "UPDATE stored_events "
            "SET state = CAST(replace(state, '2024-04-29', '2024-04-28') AS BLOB) "
            "WHERE originator_id = 'day-book' AND originator_version = 1"
        )

    words = refused(home, "event", f"{WINDOW_LANE}/day-book:1")

    assert "DOES NOT HOLD" in words


@pytest.mark.parametrize(
    "damage",
    ["DELETE FROM sealed", "UPDATE sealed SET note = CAST(replace(note, '+', '/') AS BLOB)"],
)
def test_a_seal_that_is_missing_or_not_the_lane_s_is_told_in_words(
    played: Path, tmp_path: Path, damage: str
) -> None:
    home = copy_of(played, tmp_path)
    with driven(home) as driver, driver.realm.store(WINDOW_LANE).transaction() as tx:
        for change in ("UPDATE", "DELETE"):
            tx.cursor.execute(f"DROP TRIGGER sealed_refuses_{change}")
        tx.cursor.execute(damage)

    assert "not-sealed: " in refused(home, "event", f"{WINDOW_LANE}/day-book:1")

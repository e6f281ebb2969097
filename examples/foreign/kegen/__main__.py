"""Write the four lanes of the agencies of Kegen, from PROTOCOL.md alone.

    python -m examples.foreign.kegen OUT_FOLDER

writes OUT_FOLDER/<lane>.jsonl for each lane and prints the keys that verify them, as one line of
JSON. The acts are in story.py; here they are encoded, closed day by day, and signed. The
numbers in brackets are sections of PROTOCOL.md. Two runs give the same bytes.
"""

import base64
import hashlib
import json
import sys
from datetime import date, timedelta
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from examples.foreign.kegen.case import AGENCIES, Act
from examples.foreign.kegen.story import story

REALM = "kz"
FIRST_DAY, LAST_DAY = date(2024, 4, 29), date(2024, 6, 14)
RECORDED = "T12:00:00Z"  # 17:00 in Almaty, UTC+5 since 1 March 2024: the day of the act itself
CLOSED = "T18:59:59Z"  # 23:59:59 in Almaty: nothing more is written of the day [7]


def sha256(data: bytes) -> bytes:
    """Give the SHA-256 of the bytes."""
    return hashlib.sha256(data).digest()


def base64_text(data: bytes) -> str:
    """Give standard, padded base64."""
    return base64.b64encode(data).decode()


class Signer:
    """The key of one lane; the seed is fixed, so the key protects nothing."""

    def __init__(self, lane: str) -> None:
        """Take the lane's seed; the key's name is the lane's origin [3]."""
        self.origin = f"{REALM}/{lane}"
        self.key = Ed25519PrivateKey.from_private_bytes(sha256(f"kegen demo key {lane}".encode()))
        self.public = b"\x01" + self.key.public_key().public_bytes_raw()  # 0x01: Ed25519
        self.key_id = sha256(self.origin.encode() + b"\n" + self.public)[:4]

    def verification_key(self) -> str:
        """Give the key as an authority registers it [3]."""
        return f"{self.origin}+{self.key_id.hex()}+{base64_text(self.public)}"

    def note(self, leaves: list[bytes]) -> str:
        """Give the signed checkpoint of a lane with these leaf hashes [3]."""
        text = f"{self.origin}\n{len(leaves)}\n{base64_text(tree_root(leaves))}\n"
        signature = self.key_id + self.key.sign(text.encode())
        return f"{text}\n\u2014 {self.origin} {base64_text(signature)}\n"


def tree_root(leaves: list[bytes]) -> bytes:
    """Give the root of the tree over one leaf hash or more, as RFC 6962 has it [3]."""
    if len(leaves) == 1:
        return leaves[0]
    split = 1 << ((len(leaves) - 1).bit_length() - 1)  # the largest power of two below the length
    return sha256(b"\x01" + tree_root(leaves[:split]) + tree_root(leaves[split:]))


def event_bytes(lane: str, kind: str, attributes: dict[str, str], data: dict[str, object]) -> bytes:
    """Encode an event, once; from here on its bytes count [2]. The caller gives what differs."""
    event = {
        "specversion": "1.0",
        "source": f"{REALM}/{lane}",
        "type": f"{lane.split('.', maxsplit=1)[0]}.{kind}.v1",
        "datacontenttype": "application/json",
        **attributes,
        "data": data,
    }
    return json.dumps(event, separators=(",", ":"), ensure_ascii=False).encode()


def act_bytes(act: Act, number: int) -> bytes:
    """Encode an act that a clerk copies from the paper book; `number` counts the lane's acts."""
    stream = act.stream
    agency = AGENCIES[stream.lane]
    attributes = {
        "id": act.event_id,
        "subject": stream.case_id,
        "time": act.on + RECORDED,
        "actor": f"{agency}/book-1/o-{sha256(stream.lane.encode()).hex()[:8]}",
        "to": " ".join(sorted({agency, *act.readers()})),
        "commandid": f"book-1/{number:06}",
    }
    if act.cause is not None:
        attributes["causationid"] = act.cause
    return event_bytes(
        stream.lane, act.kind, attributes, {"on": act.on, "transcribed": True, **act.data}
    )


def day_closed(lane: str, number: int, day: str) -> bytes:
    """Close a local day; everybody may read it [7]."""
    attributes = {
        "id": f"day-book:{number}",
        "subject": "day-book",
        "time": day + CLOSED,
        "actor": f"{AGENCIES[lane]}/{lane.split('.', maxsplit=1)[0]}/policy",
        "to": "*",
        "commandid": f"close/{day}",
    }
    return event_bytes(lane, "day_closed", attributes, {"on": day, "date": day})


def commits(lane: str, acts: list[Act]) -> list[list[bytes]]:
    """Give the events of each commit: one a day, its acts first, its close last."""
    days = [FIRST_DAY + timedelta(days=n) for n in range((LAST_DAY - FIRST_DAY).days + 1)]
    ordered = sorted((act for act in acts if act.stream.lane == lane), key=lambda act: act.on)
    told = [(act.on, act_bytes(act, number)) for number, act in enumerate(ordered, 1)]
    return [
        [*(act for on, act in told if on == str(day)), day_closed(lane, number, str(day))]
        for number, day in enumerate(days, 1)
    ]


def lane_file(signer: Signer, lane_commits: list[list[bytes]]) -> bytes:
    """Give the lane file: a line for each commit, the bytes of its events as they stand [4, 5]."""
    lines: list[bytes] = []
    leaves: list[bytes] = []
    for commit in lane_commits:
        leaves += [sha256(b"\x00" + event) for event in commit]
        note = json.dumps(signer.note(leaves), ensure_ascii=False).encode()
        lines.append(b'{"note":' + note + b',"batch":[' + b",".join(commit) + b"]}\n")
    return b"".join(lines)


def main() -> None:
    """Write the files into the folder and print the verification keys [3]."""
    if len(sys.argv) != 2:
        sys.exit("usage: python -m examples.foreign.kegen OUT_FOLDER")
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    acts, signers = story(), {lane: Signer(lane) for lane in AGENCIES}
    for lane, signer in signers.items():
        (folder / f"{lane}.jsonl").write_bytes(lane_file(signer, commits(lane, acts)))
    print(json.dumps({lane: signer.verification_key() for lane, signer in signers.items()}))


if __name__ == "__main__":
    main()

"""Write the lane of a small service centre, from PROTOCOL.md alone.

    write_lane.py OUT_FOLDER

writes OUT_FOLDER/intake.talgar.jsonl and prints the key that verifies it. The numbers in
brackets are sections of PROTOCOL.md. Two runs give the same bytes.
"""

import base64
import hashlib
import json
import sys
from datetime import UTC, date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

LANE = "intake.talgar"
ORIGIN = f"kz/{LANE}"  # <realm>/<lane>: every event's source and the name in every note [2, 3]
AGENCY = "talgar-centre"
ZONE = timezone(timedelta(hours=5))  # Asia/Almaty since 1 March 2024
FIRST_DAY, LAST_DAY = date(2024, 4, 29), date(2024, 5, 14)
LODGED_AT = datetime(2024, 5, 2, 10, 20, tzinfo=ZONE)
REFUSED_AT = LODGED_AT + timedelta(minutes=5)


def sha256(data: bytes) -> bytes:
    """Give the SHA-256 of the bytes."""
    return hashlib.sha256(data).digest()


def fixed_id(text: str, digits: int) -> str:
    """Give an id that looks random but is the same in every run; a real window draws it."""
    return sha256(text.encode()).hex()[:digits]


def own_id(text: str) -> str:
    """Give a case's id, which ends in the mark of the lane that makes it [2]."""
    return fixed_id(text, 16) + sha256(LANE.encode()).hex()[:16]


def base64_text(data: bytes) -> str:
    """Give standard, padded base64."""
    return base64.b64encode(data).decode()


KEY = Ed25519PrivateKey.from_private_bytes(sha256(b"talgar centre demo key, protects nothing"))
PUBLIC = b"\x01" + KEY.public_key().public_bytes_raw()  # 0x01: the signature type Ed25519 [3]
KEY_ID = sha256(ORIGIN.encode() + b"\n" + PUBLIC)[:4]
CASE = own_id("talgar centre demo, case 1")
APPLICANT = "a-" + fixed_id("talgar centre demo, applicant 1", 8)
OFFICER = "o-" + fixed_id("talgar centre demo, officer 1", 8)


def event_bytes(kind: str, at: datetime, data: dict[str, Any], **attributes: str) -> bytes:
    """Encode an event, once; from here on its bytes count [2]. The caller gives what differs."""
    instant = at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    local_date = at.astimezone(ZONE).date().isoformat()
    event = {
        "specversion": "1.0",
        "source": ORIGIN,
        "type": f"intake.{kind}.v1",
        "time": instant,  # recorded as it happens, so `at` is the same
        "datacontenttype": "application/json",
        **attributes,
        "data": {"on": local_date, "at": instant, "transcribed": False, **data},
    }
    return json.dumps(event, separators=(",", ":"), ensure_ascii=False).encode()


def case_event(kind: str, version: int, at: datetime, data: dict[str, Any]) -> bytes:
    """Encode an officer's act in the case; besides the authority only the own agency reads it."""
    event_id = f"application-{CASE}:{version}"  # <stream>:<version>
    actor = f"{AGENCY}/hall-1/{OFFICER}"
    return event_bytes(kind, at, data, id=event_id, subject=CASE, actor=actor, to=AGENCY)


def application_refused() -> list[bytes]:
    """Tell the case: an application is lodged, and not taken in for want of a document [8]."""
    request = {
        "service_code": "apostille",
        "standard_edition": "1",
        "variant": {"channel": "centre", "form": "paper"},
        "applicants": [{"applicant_id": APPLICANT, "kind": "natural", "citizenship": "citizen"}],
        "language": "kk",
        "documents_presented": ["application", "identity_document"],
    }
    refusal = {"missing": ["document_to_certify"], "ground": "incomplete", "basis": "14.2"}
    return [
        case_event("application_lodged", 1, LODGED_AT, request),
        case_event("acceptance_refused", 2, REFUSED_AT, refusal),
    ]


def day_closed(number: int, day: date) -> bytes:
    """Close a local day in its last second; everybody may read it [7]."""
    at = datetime.combine(day, time(23, 59, 59), ZONE)
    data = {"date": day.isoformat()}
    event_id, actor = f"day-book:{number}", f"{AGENCY}/intake/policy"
    return event_bytes("day_closed", at, data, id=event_id, subject="day-book", actor=actor, to="*")


def commits() -> list[list[bytes]]:
    """Give the events of each commit, in order: a day's acts first, then its close."""
    told: list[list[bytes]] = []
    for number in range((LAST_DAY - FIRST_DAY).days + 1):
        day = FIRST_DAY + timedelta(days=number)
        if day == LODGED_AT.date():
            told.append(application_refused())
        told.append([day_closed(number + 1, day)])
    return told


def tree_root(events: list[bytes]) -> bytes:
    """Give the root of the tree over one event or more, as RFC 6962 has it [3]."""
    if len(events) == 1:
        return sha256(b"\x00" + events[0])
    split = 1 << ((len(events) - 1).bit_length() - 1)  # the largest power of two below the length
    return sha256(b"\x01" + tree_root(events[:split]) + tree_root(events[split:]))


def signed_note(events: list[bytes]) -> str:
    """Give the checkpoint of a lane that holds these events, signed [3]."""
    text = f"{ORIGIN}\n{len(events)}\n{base64_text(tree_root(events))}\n"
    signature = KEY_ID + KEY.sign(text.encode())
    return f"{text}\n\u2014 {ORIGIN} {base64_text(signature)}\n"


def lane_file() -> bytes:
    """Give the lane file: a line for each commit, the bytes of its events as they stand [4, 5]."""
    lines: list[bytes] = []
    events: list[bytes] = []
    for commit in commits():
        events += commit
        note = json.dumps(signed_note(events), ensure_ascii=False).encode()
        lines.append(b'{"note":' + note + b',"batch":[' + b",".join(commit) + b"]}\n")
    return b"".join(lines)


def main() -> None:
    """Write the file into the folder and print the verification key [3]."""
    if len(sys.argv) != 2:
        sys.exit("usage: write_lane.py OUT_FOLDER")
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{LANE}.jsonl").write_bytes(lane_file())
    print(f"{ORIGIN}+{KEY_ID.hex()}+{base64_text(PUBLIC)}")


if __name__ == "__main__":
    main()

"""Bytes that every reader refuses, each with the rule it breaks (PROTOCOL.md)."""

from typing import Final

from events.log.tree.exact_base64 import to_base64
from events.log.tree.hashing import leaf

NODE: Final = to_base64(b"\xff" * 32)  # Slashes in it tell the alphabets apart.
ROOT: Final = to_base64(leaf(b"root"))
ORIGIN: Final = "kz/intake.almaty-1"
_RUN: Final = '[{"omitted":1,"nodes":["' + NODE + '"]}]'


def _run(omitted: str = "1", nodes: str = f'["{NODE}"]', more: str = "") -> bytes:
    return f'[{{"omitted":{omitted},"nodes":{nodes}{more}}}]'.encode()


CHECKPOINTS: Final = {
    "empty": "",
    "two lines": f"{ORIGIN}\n2\n",
    "last newline missing": f"{ORIGIN}\n2\n{ROOT}",
    "extension line": f"{ORIGIN}\n2\n{ROOT}\nextension\n",
    "blank line after": f"{ORIGIN}\n2\n{ROOT}\n\n",
    "blank line before": f"\n{ORIGIN}\n2\n{ROOT}\n",
    "no origin": f"\n2\n{ROOT}\n",
    "space in origin": f"two words\n2\n{ROOT}\n",
    "plus in origin": f"a+b\n2\n{ROOT}\n",
    "no size": f"{ORIGIN}\n\n{ROOT}\n",
    "size 00": f"{ORIGIN}\n00\n{ROOT}\n",
    "size with leading zero": f"{ORIGIN}\n02\n{ROOT}\n",
    "size with plus": f"{ORIGIN}\n+2\n{ROOT}\n",
    "negative size": f"{ORIGIN}\n-2\n{ROOT}\n",
    "size with fraction": f"{ORIGIN}\n2.0\n{ROOT}\n",
    "size with exponent": f"{ORIGIN}\n2e0\n{ROOT}\n",
    "hexadecimal size": f"{ORIGIN}\n0x2\n{ROOT}\n",
    "size with space": f"{ORIGIN}\n 2\n{ROOT}\n",
    "size in other digits": f"{ORIGIN}\n\u0662\n{ROOT}\n",
    "size beyond 2^53 - 1": f"{ORIGIN}\n9007199254740992\n{ROOT}\n",
    "endless size": f"{ORIGIN}\n{'9' * 5000}\n{ROOT}\n",
    "no root": f"{ORIGIN}\n2\n\n",
    "root without padding": f"{ORIGIN}\n2\n{ROOT[:-1]}\n",
    "root with more padding": f"{ORIGIN}\n2\n{ROOT}=\n",
    "spare bits of the root not zero": f"{ORIGIN}\n2\n{ROOT[:-2]}B=\n",
    "root of one byte": f"{ORIGIN}\n2\nQQ==\n",
    "space after the root": f"{ORIGIN}\n2\n{ROOT} \n",
    "root in the URL alphabet": f"{ORIGIN}\n2\n{NODE.replace('/', '_')}\n",
}

BATCHES: Final = {
    "nothing": b"",
    "no item": b"[]",
    "not an array": b"{}",
    "null": b"null",
    "number as item": b"[1]",
    "text as item": b'["{}"]',
    "array as item": b"[[]]",
    "comma at the end": b"[{},]",
    "comma at the beginning": b"[,{}]",
    "not closed": b"[{}",
    "not opened": b"{}]",
    "closed twice": b"[{}]]",
    "two arrays": b"[{}][{}]",
    "object closed twice": b"[{}}]",
    "space before": b" [{}]",
    "space inside": b"[ {}]",
    "space before a comma": b"[{} ,{}]",
    "line break after a comma": b"[{},\n{}]",
    "tab before the end": b"[{}\t]",
    "line break after": b"[{}]\n",
    "byte order mark": b"\xef\xbb\xbf[{}]",
    "zero byte after": b"[{}]\x00",
    "open string": b'[{"a":"',
    "run without nodes": b'[{"omitted":1}]',
    "run without count": f'[{{"nodes":["{NODE}"]}}]'.encode(),
    "run of no nodes": _run(nodes="[]"),
    "run of none": _run("0"),
    "run of minus one": _run("-1"),
    "run of minus zero": _run("-0"),
    "count with fraction": _run("1.0"),
    "count with exponent": _run("1e0"),
    "count as text": _run('"1"'),
    "count as boolean": _run("true"),
    "count beyond 2^53 - 1": _run("9007199254740992"),
    "endless count": _run("1" + "0" * 5000),
    "nodes as text": _run(nodes=f'"{NODE}"'),
    "number as node": _run(nodes="[1]"),
    "null as node": _run(nodes=f'["{NODE}",null]'),
    "node without padding": _run(nodes=f'["{NODE[:-1]}"]'),
    "node in the URL alphabet": _run(nodes=f'["{NODE.replace("/", "_")}"]'),
    "spare bits of a node not zero": _run(nodes=f'["{NODE[:-2]}9="]'),
    "node of one byte": _run(nodes='["QQ=="]'),
    "empty node": _run(nodes='[""]'),
    "space in a node": _run(nodes=f'["{NODE} "]'),
    "third member in a run": _run(more=',"more":1'),
    "event with omitted": b'[{"id":"a-1:1","omitted":1}]',
    "event with nodes, escaped": b'[{"id":"a-1:1","n\\u006fdes":1}]',
    "omitted twice": _run(more=',"omitted":1'),
    "omitted twice, once escaped": _run(more=',"\\u006fmitted":1'),
    "nodes twice": _run(more=f',"nodes":["{NODE}"]'),
    "space in a run": _RUN.replace(":1", ": 1").encode(),
}

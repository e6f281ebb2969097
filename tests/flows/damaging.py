"""Random damage to a home, as disks, editors and hands do it: the same for the same seed."""

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Final

from tests.flows.damaging_cells import damage_cells
from tests.flows.tampering import file_of

BLOCK_BYTES: Final = 4_096
"""Of a disk, and of a page of SQLite."""
FLIPS_MAX: Final = 20
SMALL: Final = ("key", "secret", "instance.json")


def damage(home: Path, seed: int) -> str:
    """Damage one file of a home in a random way; say how."""
    random = Random(seed)  # noqa: S311 -- damage, not secrets: the same for the same seed
    lane = random.choice(sorted(path.name for path in (home / "lanes").iterdir()))
    if random.random() < 0.5:
        return damage_cells(file_of(home, lane), random)
    small = [home / "realm.json", *(home / "lanes" / lane / name for name in SMALL)]
    path = random.choice([file_of(home, lane)] * len(small) + small)
    done = random.choice(BLIND)(path, random)
    return f"{path.relative_to(home)}: {done}"


def _flip(path: Path, random: Random) -> str:
    data = bytearray(path.read_bytes())
    places = random.sample(range(len(data)), random.randint(1, min(FLIPS_MAX, len(data))))
    for place in places:
        data[place] ^= 1 << random.randrange(8)
    path.write_bytes(data)
    return f"bits at {places}"


def _flip_head(path: Path, random: Random) -> str:
    """Change what a file begins with: the header and the schema, which all else is read by."""
    data = bytearray(path.read_bytes())
    place = random.randrange(min(len(data), BLOCK_BYTES))
    data[place] ^= random.randrange(1, 256)
    path.write_bytes(data)
    return f"byte at {place}"


def _cut(path: Path, random: Random) -> str:
    size = random.randrange(path.stat().st_size)
    path.write_bytes(path.read_bytes()[:size])
    return f"cut to {size} bytes"


def _blank(path: Path, random: Random) -> str:
    data = path.read_bytes()
    start = random.randrange(len(data)) // BLOCK_BYTES * BLOCK_BYTES
    block = random.choice((bytes(BLOCK_BYTES), random.randbytes(BLOCK_BYTES)))
    path.write_bytes((data[:start] + block + data[start + BLOCK_BYTES :])[: len(data)])
    return f"block at {start}"


def _swap(path: Path, random: Random) -> str:
    data = path.read_bytes()
    size = min(BLOCK_BYTES, len(data) // 4)
    blocks = [data[at : at + size] for at in range(0, len(data), size)]
    random.shuffle(blocks)
    path.write_bytes(b"".join(blocks))
    return "blocks in another order"


def _remove(path: Path, _: Random) -> str:
    path.unlink()
    return "gone"


def _folder(path: Path, _: Random) -> str:
    path.unlink()
    path.mkdir()
    return "a folder"


BLIND: Final[tuple[Callable[[Path, Random], str], ...]] = (
    _flip,
    _flip,
    _flip_head,
    _flip_head,
    _cut,
    _blank,
    _swap,
    _remove,
    _folder,
)

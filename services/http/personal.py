"""Personal data that come with a command: taken out of its JSON, sealed before the commit (24).

A client cannot seal: the keys are the agency's. So it sends texts, and the event bears ciphertext.
"""

import re
from typing import Annotated, Any, Final, NamedTuple

import msgspec
from msgspec import Meta, Struct

from events import codec
from events.common import SealedPart
from events.deciding import Command, refuse
from events.strict_json import NotStrict, check_strict
from services.command_shape import MALFORMED
from services.commanding import BODY_BYTES_MAX, without_spaces
from services.http.asking import Asked
from services.http.logs import say
from services.realm import Realm
from services.sealing.cipher import PART_BYTES_MAX, PartRefused
from services.sealing.reading import PartHere
from services.sealing.sealer import key_id_of

PERSONAL: Final = "personal"
PERSONAL_OF: Final = "personal_of"
PARTS_MAX: Final = 20
"""Parts of one command: name, number, address, telephone, a few documents."""
PART_PATTERN: Final = r"^[a-z][a-z0-9_.]{0,63}$"


class Personal(Struct, frozen=True, kw_only=True):
    """The two members that a command with sealed parts may bear instead of them."""

    personal: dict[
        Annotated[str, Meta(pattern=PART_PATTERN)],
        Annotated[str, Meta(min_length=1, max_length=PART_BYTES_MAX)],
    ]
    """Name of the part, as `applicant.name` -> what is sealed."""
    personal_of: Annotated[str, Meta(pattern="^[a-z0-9-]{1,64}$")] | None = None
    """Whose they are: the applicant's random id, or the id of a key that the case's events name.
    Needed where the command or the case has more than one person, or none yet."""


class Brought(NamedTuple):
    """A command's JSON, and the personal data that came in it."""

    raw: bytes
    personal: Personal | None


def take_out(raw: bytes) -> Brought:
    """Take personal data out of a command's JSON; what is no JSON is left to who reads it.

    Raises:
        Refused: `command-malformed`: they are not as `Personal` says, or stand beside `sealed`.
    """
    members = _members(raw)
    if len(raw) > BODY_BYTES_MAX or not members.keys() & {PERSONAL, PERSONAL_OF}:
        return Brought(raw, None)
    try:
        check_strict(without_spaces(raw))
        personal = msgspec.json.decode(raw, type=Personal)
    except (NotStrict, msgspec.ValidationError) as wrong:
        raise _malformed("a map of parts to texts, each 16 KB at most, and whose") from wrong
    if members.get("sealed") or not 0 < len(personal.personal) <= PARTS_MAX:
        raise _malformed(f"1 to {PARTS_MAX} parts, and no `sealed` beside them")
    if any(len(text.encode()) > PART_BYTES_MAX for text in personal.personal.values()):
        raise _malformed(f"texts of {PART_BYTES_MAX} bytes at most")
    rest = {name: one for name, one in members.items() if name not in (PERSONAL, PERSONAL_OF)}
    return Brought(msgspec.json.encode(rest), personal)


def _members(raw: bytes) -> dict[str, Any]:
    try:
        value = msgspec.json.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _malformed(expected: str) -> Exception:
    return refuse(MALFORMED, f"field `{PERSONAL}`: expected {expected}", "24")


async def sealed(asked: Asked, command: Command, personal: Personal) -> Command:
    """Give the command with its personal data sealed; their key is on disk by then.

    Raises:
        Refused: the command bears no sealed parts, or it is not said whose they are; `key-erased`.
    """
    kind = type(command)
    if "sealed" not in kind.__struct_fields__:
        raise refuse("field-unknown", f"{kind.__name__} bears no personal data", "24")
    lane, command_id = asked.lane, asked.key
    stream = asked.door.services[lane].handlers[kind].stream(command)

    def seal(realm: Realm) -> tuple[SealedPart, ...]:
        parts = {name: text.encode() for name, text in personal.personal.items()}
        case = _case_of(realm, lane, stream, command)
        try:
            return _sealed(realm, lane, _Of(case, command, personal.personal_of), command_id, parts)
        except PartRefused as refused:
            raise refuse("part-refused", "A part's name or place is not to be sealed") from refused

    return msgspec.structs.replace(command, sealed=await asked.door.host.write(seal))


class _Of(NamedTuple):
    case: str
    command: Command
    whose: str | None


def _case_of(realm: Realm, lane: str, stream: str, command: Command) -> str:
    """Name the case as the event will: its own, or its stream (protocol G)."""
    named: str | None = getattr(command, "case_id", None)
    with realm.store(lane).reading() as tx:
        last = tx.last(stream)
    return named or (codec.read(last).subject if last is not None else stream)


def _sealed(
    realm: Realm, lane: str, of: _Of, command_id: str, parts: dict[str, bytes]
) -> tuple[SealedPart, ...]:
    """Seal with the key that the case's events name for that person, else with a new one."""
    sealer, seen = realm.sealer(lane), parts_here(realm, lane, of.case)
    whose = of.whose or _only_applicant(of.command)
    keys = {part.sealed.key_id for part in seen}
    if whose is None and len(keys) == 1:
        return sealer.seal_with(seen[0].sealed, command_id, parts)
    if whose is None:
        raise _whose(len(keys))
    own = key_id_of(realm.mint(lane), of.case, whose)
    like = [part.sealed for part in seen if part.sealed.key_id in (whose, own)]
    if like:
        return sealer.seal_with(like[0], command_id, parts)
    return sealer.seal(of.case, whose, command_id, parts)


def parts_here(realm: Realm, lane: str, case: str) -> list[PartHere]:
    """List the sealed parts of a case, with those of the events that came last."""
    realm.follower(lane).follow(lambda alarm: say("alarm", lane=lane, says=alarm))
    return realm.personal_data(lane).parts(case)


def _only_applicant(command: Command) -> str | None:
    applicants = getattr(command, "applicants", ())
    ids = [one if isinstance(one, str) else one.applicant_id for one in applicants]
    return ids[0] if len(ids) == 1 and re.fullmatch("[a-z0-9-]{1,64}", ids[0]) else None


def _whose(keys: int) -> Exception:
    sentence = f"field `{PERSONAL_OF}` is missing: the case has {keys} persons' data"
    return refuse(MALFORMED, sentence, "24")

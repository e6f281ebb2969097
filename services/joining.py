"""Joining: an agency's keys and its registration, in one go; a second time adds nothing (C5)."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from msgspec import Struct

from events.audit import LaneRegistration
from events.envelope import moment
from events.law.calendar import Week
from events.law.zones import ZoneUnknown, local_date
from events.register import Register
from services.audit.domain.commands import RegisterAgency
from services.driver import Driver
from services.home import Home


class JoinRefused(Exception):
    """The agency cannot join so; nothing was registered."""


class Joining(Struct, frozen=True, kw_only=True):
    """What is asked."""

    agency: str
    roles: tuple[str, ...]
    parent: str | None
    jurisdiction: str
    zone: str
    week: Week
    lanes: tuple[str, ...]
    """Whose keys are made."""
    keys: Mapping[str, str]
    """Lane -> verification key, of lanes whose keys are made elsewhere."""
    grant_key: str | None
    """Public, where it is made elsewhere."""
    readers: tuple[str, ...]
    first_day: date | None
    """None: the local day on which it is registered."""

    @property
    def all_lanes(self) -> tuple[str, ...]:
        """All lanes, those elsewhere last."""
        return (*self.lanes, *self.keys)


class Joined(NamedTuple):
    """What was done."""

    made: Sequence[str]
    """Lanes whose keys were made now."""
    registered: RegisterAgency
    added: bool
    """Whether the registration is new."""


def join(driver: Driver, into: Home, asked: Joining, *, actor: str, time: str) -> Joined:
    """Make an agency's keys and register it.

    Args:
        driver: of the authority's home.
        into: the agency's home, of the same realm; it may be the authority's own.
        asked: who it is.
        actor: who registers it.
        time: when, as an instant.

    Raises:
        JoinRefused: the agency's name or a lane is taken, its keys are lost, or somebody whom it
            names is not registered.
        Refused: the authority's lane refuses the registration for its form.
    """
    register = driver.realm.audit.known.register
    known = asked.agency in register.agencies
    check(register, asked)
    first_day = _first_day(register, asked, time)
    made = [] if known else _keys(into, asked)
    command = _command(into, asked, first_day)
    if known:
        _must_be_as_registered(register, command)
    else:
        driver.do(
            driver.realm.settings.audit_lane,
            [(f"join/{asked.agency}", command)],
            actor=actor,
            time=time,
        )
    return Joined(made, command, not known)


def check(register: Register, asked: Joining) -> None:
    """Refuse, before anything is made, what the register alone shows to be wrong.

    Raises:
        JoinRefused: a lane is another agency's, or somebody whom it names is not registered.
    """
    _must_name_registered(register, asked)
    _must_be_free(register, asked)


def _must_name_registered(register: Register, asked: Joining) -> None:
    for named in (*asked.readers, *filter(None, [asked.parent])):
        if named not in register.agencies:
            there = ", ".join(sorted(register.agencies))
            raise JoinRefused(f"{named!r} is not registered; there are {there}")


def _must_be_free(register: Register, asked: Joining) -> None:
    twice = set(asked.lanes) & set(asked.keys)
    if twice:
        raise JoinRefused(
            f"{', '.join(sorted(twice))}: its key is made here or elsewhere, not both"
        )
    for lane in asked.all_lanes:
        owner = register.agency_id(lane)
        if owner not in (None, asked.agency):
            raise JoinRefused(f"{lane} is a lane of {owner} (protocol C5)")


def _first_day(register: Register, asked: Joining, time: str) -> date:
    told = {register.lanes[lane].first_day for lane in asked.all_lanes if lane in register.lanes}
    try:
        today = local_date(moment(time), asked.zone)
    except ZoneUnknown as unknown:
        raise JoinRefused(str(unknown)) from unknown
    return asked.first_day or min(told, default=today)


def _keys(into: Home, asked: Joining) -> list[str]:
    """Make the keys that are not there: a first attempt may have ended before it registered."""
    for lane in asked.lanes:
        if into.runs_here(lane) and into.me(lane).agency != asked.agency:
            raise JoinRefused(f"{into.home} holds keys of {lane} for {into.me(lane).agency}")
    missing = [lane for lane in asked.lanes if not into.runs_here(lane)]
    for lane in missing:
        into.join(lane, asked.agency)
    return missing


def _command(into: Home, asked: Joining, first_day: date) -> RegisterAgency:
    lost = [lane for lane in asked.lanes if not into.runs_here(lane)]
    if lost:
        raise JoinRefused(
            f"{asked.agency} is registered already, and {into.home} holds no keys of "
            f"{', '.join(lost)}: name the folder that does, or another agency"
        )
    keys = {**{lane: into.vkey(lane).text for lane in asked.lanes}, **asked.keys}
    own = into.grant_key(asked.agency) if asked.lanes else None
    return RegisterAgency(
        agency=asked.agency,
        roles=asked.roles,
        parent=asked.parent,
        jurisdiction=asked.jurisdiction,
        zone=asked.zone,
        week=asked.week,
        grant_key=asked.grant_key or own,
        lanes=tuple(
            LaneRegistration(lane=lane, key=key, first_day=first_day, readers=asked.readers)
            for lane, key in keys.items()
        ),
    )


def _must_be_as_registered(register: Register, command: RegisterAgency) -> None:
    """Refuse an agency that is registered otherwise: joining changes nobody."""
    before = register.agencies[command.agency]
    facts = ("parent", "jurisdiction", "zone", "week", "grant_key")
    other = [name for name in facts if getattr(before, name) != getattr(command, name)]
    if before.roles != frozenset(command.roles):
        other.append("roles")
    other += [told.lane for told in command.lanes if not _is_registered(register, told)]
    if other:
        raise JoinRefused(
            f"{command.agency} is registered already, with other {', '.join(other)}; "
            "what is to change goes with qyzmet do and RegisterAgency"
        )


def _is_registered(register: Register, told: LaneRegistration) -> bool:
    lane = register.lanes.get(told.lane)
    return (
        lane is not None
        and told.key in {key for _, key in lane.keys}
        and lane.first_day == told.first_day
        and lane.readers == frozenset(told.readers)
    )

"""A home on disk: where lanes, keys and settings lie.

HOME/realm.json            realm, authority's lane and its key: the one trust anchor
HOME/lanes/<lane>/lane.db  the lane, its inbox, its positions; key and secret beside it
HOME/keys/<agency>/        what opens personal data: the agency's grant key and the keys it holds
HOME/in/<lane>.jsonl       lanes written by software that is not ours (lane files)
"""

from pathlib import Path
from typing import Self

import msgspec

from events.log.lane.ids import Mint
from events.log.lane.keys import read_key
from events.log.reading.parts import Me
from events.log.reading.reference import Anchor
from events.log.tree.keys import Ed25519Signer, VerificationKey
from events.readership import Readership
from services.home_files import (
    SETTINGS_FILE,
    Draw,
    InstanceSettings,
    NoHome,
    RealmSettings,
    lane_folder,
    lane_signer,
    make_lane,
    read_settings,
    write_whole,
)
from services.sealing.agency_keys import AgencyKeys

__all__ = ["SETTINGS_FILE", "Draw", "Home", "NoHome", "RealmSettings"]


class Home:
    """The folder of one realm; `NoHome` if it holds none."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.settings = read_settings(home / SETTINGS_FILE, RealmSettings)

    @classmethod
    def found(
        cls,
        home: Path,
        realm: str,
        audit_lane: str,
        authority: str,
        *,
        zone: str,
        draw: Draw | None = None,
    ) -> Self:
        """Make a home with the authority's keys.

        Args:
            home: a folder; it is made if absent.
            realm: the first part of every source and origin.
            audit_lane: the ledger's own lane.
            authority: its agency.
            zone: the authority's, as IANA name.
            draw: gives 32 bytes for a name, for a realm whose secrets come from a seed; None
                draws at random.

        Raises:
            FileExistsError: the folder holds a realm already.
        """
        if (home / SETTINGS_FILE).exists():
            raise FileExistsError(f"{home} holds a realm already")
        if not lane_folder(home, audit_lane).exists():  # else a crash came before the settings
            make_lane(home, audit_lane, authority, draw)
        AgencyKeys(home, authority).make(draw)
        key = lane_signer(home, realm, audit_lane).vkey
        settings = RealmSettings(
            realm=realm, authority=authority, audit_lane=audit_lane, anchor=key.text, zone=zone
        )
        write_whole(home / SETTINGS_FILE, msgspec.json.format(msgspec.json.encode(settings)))
        return cls(home)

    @classmethod
    def adopt(cls, home: Path, settings: RealmSettings) -> Self:
        """Make another agency's home of the same realm: it trusts the anchor, and has no lane yet.

        Args:
            home: a folder; it is made if absent. A home of this realm stays as it is.
            settings: the realm's, as its authority gives them out; nothing in them is secret.

        Raises:
            FileExistsError: the folder holds another realm.
        """
        home.mkdir(parents=True, exist_ok=True)
        if not (home / SETTINGS_FILE).exists():
            write_whole(home / SETTINGS_FILE, msgspec.json.format(msgspec.json.encode(settings)))
        made = cls(home)
        if made.settings != settings:
            raise FileExistsError(f"{home} holds another realm")
        return made

    def join(self, lane: str, agency: str, draw: Draw | None = None) -> VerificationKey:
        """Make the keys of another instance; it works once the authority has registered them."""
        make_lane(self.home, lane, agency, draw)
        AgencyKeys(self.home, agency).make(draw)
        return self.vkey(lane)

    def grant_key(self, agency: str) -> str:
        """Give the public key for grants to an agency that runs here, as the register tells it."""
        return AgencyKeys(self.home, agency).public_key

    @property
    def lanes(self) -> list[str]:
        """The lanes whose software runs here, by name."""
        return sorted(path.parent.name for path in self.home.glob("lanes/*/instance.json"))

    def runs_here(self, lane: str) -> bool:
        """Say whether a lane's software runs here."""
        return (lane_folder(self.home, lane) / "instance.json").is_file()

    @property
    def foreign_lanes(self) -> list[str]:
        """The lanes that come as lane files."""
        return sorted(path.stem for path in self.home.glob("in/*.jsonl"))

    @property
    def all_lanes(self) -> list[str]:
        """All lanes that can be read here; the ledger's first, as it holds the register."""
        audit_lane = self.settings.audit_lane
        return [audit_lane, *sorted({*self.lanes, *self.foreign_lanes} - {audit_lane})]

    @property
    def readership(self) -> Readership:
        """Whom records go to beside those that the register names."""
        return Readership(self.settings.authority, self.settings.audit_lane)

    @property
    def anchor(self) -> Anchor:
        """The one trust that configuration gives."""
        settings = self.settings
        return Anchor(settings.audit_lane, settings.authority, settings.anchor, settings.zone)

    def path(self, lane: str) -> Path:
        """Give the file of a lane whose software runs here."""
        return lane_folder(self.home, lane) / "lane.db"

    def lane_file(self, lane: str) -> Path:
        """Give the lane file of a lane whose software is not ours."""
        return self.home / "in" / f"{lane}.jsonl"

    def me(self, lane: str) -> Me:
        """Say who reads at a lane whose software runs here."""
        settings = self.settings
        agency = read_settings(
            lane_folder(self.home, lane) / "instance.json", InstanceSettings
        ).agency
        return Me(settings.realm, lane, agency, agency == settings.authority)

    def vkey(self, lane: str) -> VerificationKey:
        """Give the verification key of a lane whose software runs here."""
        return self.signer(lane).vkey

    def signer(self, lane: str) -> Ed25519Signer:
        """Give the signer of a lane whose software runs here."""
        return lane_signer(self.home, self.settings.realm, lane)

    def mint(self, lane: str) -> Mint:
        """Give the mint of a lane whose software runs here."""
        return Mint(read_key(lane_folder(self.home, lane) / "secret"), lane)

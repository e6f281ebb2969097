"""What a window knows beside the application: what it is itself, and the norms."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from events.deciding import Header, refuse
from events.identity import made_by, mark
from events.law.calendars import Calendars
from events.law.norm_book import Standard


class Window(Struct, frozen=True, kw_only=True):
    """A window at one point of the lanes that it has heard."""

    lane: str
    """Its own."""
    is_centre: bool
    """A centre of either kind: 14.2 and 14.3 bind it, not a deliverer's own counter."""
    only_deliverer: str | None
    """The one that a specialised centre serves: its parent in the register (1(14)); else None."""
    standard: Standard | None
    """The edition that the case is or is to be taken in under."""
    calendars: Mapping[str, Calendars]
    """By jurisdiction."""
    agency_of: Callable[[str], str | None]
    """Lane -> its agency, as registered; None if nobody has registered it."""

    def must_have_made(self, id_: str, by: Header) -> None:
        """Refuse an id that names another lane as its maker, or none."""
        by.form(
            made_by(id_, self.lane),
            "id-not-of-this-lane",
            f"{id_!r} is no id of {self.lane}: those have 32 hex digits and end in "
            f"{mark(self.lane)}",
            "protocol E3",
        )

    def the_standard(self) -> Standard:
        """Give the edition that the case was lodged under.

        Raises:
            Refused: `edition-not-in-use`: this window has not heard of it.
        """
        if self.standard is None:
            raise refuse("edition-not-in-use", "The standard of this case is not known here", "7.2")
        return self.standard

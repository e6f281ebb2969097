"""The shipped calendars of Kazakhstan, and short ways to write dates and terms."""

from datetime import date
from typing import Final

from events.law.calendars import Calendars
from events.law.reference import load_reference
from events.law.term import parse_term

KZ: Final = Calendars(load_reference("kz"))
LATEST: Final = KZ.latest()

day = date.fromisoformat
term = parse_term

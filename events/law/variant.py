"""The way of a service that an applicant takes, and which parts of a standard apply to it."""

from datetime import date

from msgspec import Struct

from events.clear import Code
from events.words import Form


class Variant(Struct, frozen=True, kw_only=True):
    """Which way of the service the applicant took: terms, fees and documents hang on it."""

    channel: Code
    form: Form
    place: Code | None = None
    urgency: Code | None = None
    conditions: tuple[Code, ...] = ()


class TermStart(Struct, frozen=True, kw_only=True):
    """What the term of a case counts from (8.1(5), 14.1): so its deliverer can tell a new date."""

    variant: Variant
    accepted_on: date
    paid_on: date | None = None
    """Of the last fee before acceptance, else of the first after it."""


class Applies(Struct, frozen=True, kw_only=True):
    """When a part of the standard applies; an empty list means always."""

    channel: tuple[Code, ...] = ()
    form: tuple[Form, ...] = ()
    place: tuple[Code, ...] = ()
    urgency: tuple[Code, ...] = ()
    condition: tuple[Code, ...] = ()

    def to(self, variant: Variant) -> bool:
        """Say whether it applies to the variant."""
        return (
            (not self.channel or variant.channel in self.channel)
            and (not self.form or variant.form in self.form)
            and (not self.place or variant.place in self.place)
            and (not self.urgency or variant.urgency in self.urgency)
            and all(code in variant.conditions for code in self.condition)
        )


ALWAYS = Applies()

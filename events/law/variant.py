"""The way of a service that an applicant takes, and which parts of a standard apply to it."""

from msgspec import Struct

from events.envelope import Name


class Variant(Struct, frozen=True, kw_only=True):
    """Which way of the service the applicant took: terms, fees and documents hang on it."""

    channel: Name
    form: Name
    """`electronic` or `paper`."""
    place: str | None = None
    urgency: str | None = None
    conditions: tuple[str, ...] = ()


class Applies(Struct, frozen=True, kw_only=True):
    """When a part of the standard applies; an empty list means always."""

    channel: tuple[str, ...] = ()
    form: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    urgency: tuple[str, ...] = ()
    condition: tuple[str, ...] = ()

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

"""What each service brings to a lane: its aggregates, its decisions, its policies."""

from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct

from events.log.reading.policies import Handlers, React


class Service(Struct, frozen=True, kw_only=True):
    """One service of one agency, without adapters."""

    name: str
    empty: Mapping[str, Callable[[str], Any]]
    """Stream category -> the state of a stream without events, made from the stream's id."""
    handlers: Handlers
    react: React
    audience: Callable[[Any, Any], set[str]]

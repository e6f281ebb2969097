"""Refusals as problems (RFC 9457): what is wrong, which article says so, which field it is.

A problem repeats no value of the request: it may be somebody's, and answers are kept in places
where requests are not.
"""

import re
from collections.abc import Collection, Mapping
from http import HTTPStatus
from typing import Any, Final

from msgspec import UNSET, Struct, UnsetType

from events.deciding import RefusalKind, Refused

MEDIA_TYPE: Final = "application/problem+json"
BASE: Final = "/problems/"
REPEATED_CHARACTERS_MIN: Final = 4
"""Characters of a value that is taken out of a sentence: shorter ones are codes of the law."""
HIDDEN: Final = "…"

STATUS: Final[Mapping[str, int]] = {
    "command-malformed": 400,
    "field-unknown": 400,
    "too-long": 400,
    "personal-number-in-clear": 400,
    "request-malformed": 400,
    "header-missing": 400,
    "header-malformed": 400,
    "parameter-unknown": 400,
    "parameter-malformed": 400,
    "command-id-reserved": 400,
    "day-not-given": 400,
    "event-unreadable": 400,
    "as-of-unreadable": 400,
    "whose-day": 400,
    "part-refused": 400,
    "token-refused": 401,
    "role-missing": 403,
    "not-the-lanes-agency": 403,
    "not-the-authority": 403,
    "not-charged": 403,
    "command-unknown": 404,
    "lane-unknown": 404,
    "ledger-not-here": 404,
    "path-unknown": 404,
    "case-unknown": 404,
    "no-such-case": 404,
    "no-such-size": 404,
    "not-judged": 404,
    "event-unknown": 404,
    "finding-unknown": 404,
    "method-not-allowed": 405,
    "version-changed": 412,
    "too-large": 413,
    "url-too-long": 414,
    "media-type-unknown": 415,
    "command-reused": 422,
    "too-many-requests": 429,
    "headers-too-large": 431,
    "failed": 500,
    "home-damaged": 500,
    "closing": 503,
    "not-ready": 503,
    "too-slow": 503,
    "too-busy": 503,
}
"""Code -> status. Of others: 422 where the law forbids, 409 where the case is not so."""

_FIELD: Final = re.compile(r"field `([^`]+)`")


class Problem(Struct, frozen=True, kw_only=True):
    """What a client is told of a refusal (RFC 9457, 3)."""

    type: str
    """`/problems/<code>`: the same for every refusal of this code."""
    title: str
    status: int
    detail: str
    instance: str
    """The request: the same name stands in the log."""
    code: str
    article: str | UnsetType = UNSET
    """Of the law, or the letter of the protocol."""
    field: str | UnsetType = UNSET
    errors: tuple[dict[str, str], ...] | UnsetType = UNSET


class Problematic(Exception):
    """A refusal of the door itself, before any command is decided."""

    def __init__(
        self, code: str, sentence: str, headers: Mapping[str, str] | None = None, **told: str
    ) -> None:
        super().__init__(code)
        self.code = code
        self.sentence = sentence
        self.headers = dict(headers or {})
        self.article = told.get("article", "")


def status_of(refusal: Refused | Problematic) -> int:
    """Give the status of a refusal."""
    by_law = isinstance(refusal, Refused) and refusal.kind is RefusalKind.LAW
    return 422 if by_law else STATUS.get(refusal.code, 409)


def problem_of(refusal: Refused | Problematic, instance: str, values: Collection[str]) -> Problem:
    """Write a refusal as a problem.

    Args:
        refusal: of the domain, of the log, or of the door.
        instance: names the request.
        values: what the request said; none of it is repeated.
    """
    status, field = status_of(refusal), _FIELD.search(refusal.sentence)
    detail = without(refusal.sentence, values)
    return Problem(
        type=BASE + refusal.code,
        title=HTTPStatus(status).phrase,
        status=status,
        detail=detail,
        instance=instance,
        code=refusal.code,
        article=refusal.article or UNSET,
        field=field[1] if field else UNSET,
        errors=({"field": field[1], "detail": detail},) if field else UNSET,
    )


def without(sentence: str, values: Collection[str]) -> str:
    """Take the values of a request out of a sentence.

    Args:
        sentence: of a refusal.
        values: texts; those that are part of others go last.
    """
    for value in sorted(set(values), key=len, reverse=True):
        if len(value) >= REPEATED_CHARACTERS_MIN:
            for written in {value, repr(value)[1:-1]}:
                pattern = rf"(?<!\w){re.escape(written)}(?!\w)"
                sentence = re.sub(pattern, HIDDEN, sentence)
    return sentence


def texts(value: Any) -> set[str]:  # noqa: ANN401 -- any JSON
    """Give all texts in a JSON value; names of members are none."""
    match value:
        case str():
            return {value}
        case list():
            return {text for one in value for text in texts(one)}
        case dict():
            return {text for one in value.values() for text in texts(one)}
        case _:
            return set()

"""Bad JSON is refused by field, rule and article, for every command of every service (point 11)."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.clear import ID_MAX
from events.deciding import Command, RefusalKind, Refused
from events.log.reading.policies import Handlers
from events.personal_number import IN_CLEAR
from services.command_shape import LIST_MAX
from services.commanding import BODY_BYTES_MAX, article_of, check_actor, decode
from tests.flows.bad_fields import bad, fields, said
from tests.flows.front import Front, front_of
from tests.flows.good_commands import EVERY, GOOD

every_command = pytest.mark.parametrize(("service", "name"), EVERY)


@pytest.fixture(scope="module")
def front(joined: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    """One realm for all: nothing here writes to it."""
    with front_of(joined, tmp_path_factory.mktemp("front")) as front:
        yield front


@pytest.mark.parametrize("service", GOOD)
def test_the_table_has_a_good_example_of_every_command(front: Front, service: str) -> None:
    assert {kind.__name__ for kind in front.handlers(service)} == set(GOOD[service])


@every_command
def test_a_good_command_is_read_as_it_was_written(front: Front, service: str, name: str) -> None:
    command = GOOD[service][name]

    assert decode(front.handlers(service), name, msgspec.json.encode(command)) == command


@every_command
def test_each_fault_of_each_field_is_refused_by_its_name_and_nothing_is_written(
    front: Front, service: str, name: str
) -> None:
    for one in bad(GOOD[service][name]):
        refusal = front.refused(service, name, one.raw)

        shown = f"{one.field}, {one.what}: {refusal}"
        assert refusal.code == one.code, shown
        assert refusal.kind is RefusalKind.FORM, shown
        assert f"{name}: field `{one.field}" in refusal.sentence, shown
        own = article_of(type(GOOD[service][name]))
        assert refusal.article == ("24" if one.code == IN_CLEAR else own), shown


@every_command
def test_a_misspelt_field_is_said_with_the_one_that_was_meant(
    front: Front, service: str, name: str
) -> None:
    command = GOOD[service][name]
    for one in (field for field in fields(command) if len(field.at) == 1):
        spelt = str(one.at[0])
        raw = msgspec.json.encode({**said(command), f"{spelt}s": "x"})

        refusal = front.refused(service, name, raw)

        assert refusal.code == "field-unknown"
        assert f"field `{spelt}s` is unknown; did you mean `{spelt}`?" in refusal.sentence


@every_command
def test_a_live_act_brings_no_day_of_its_own(front: Front, service: str, name: str) -> None:
    raw = msgspec.json.encode({**said(GOOD[service][name]), "on": "2024-05-03"})

    refusal = front.refused(service, name, raw)

    assert (refusal.code, refusal.article) == ("day-not-given", "protocol B2")


@every_command
def test_a_command_of_another_service_is_unknown_here(
    front: Front, service: str, name: str
) -> None:
    for other in (one for one in GOOD if name not in GOOD[one]):
        refusal = front.refused(other, name, msgspec.json.encode(GOOD[service][name]))

        assert refusal.code == "command-unknown"
        assert all(known in refusal.sentence for known in GOOD[other])


NAME: Final = "Withdraw"
WITHDRAW: Final = b'{"case_id":"c-1","applicants":["a-51c0"]}'


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "not JSON"),
        (b"{", "not JSON"),
        (WITHDRAW[:-1], "not JSON"),
        (WITHDRAW + b"}", "not JSON"),
        (b"\xff" + WITHDRAW, "not UTF-8"),
        (b"\xef\xbb\xbf" + WITHDRAW, "byte order mark"),
        (b'{"case_id":"c-1","case_id":"c-2","applicants":[]}', "the member 'case_id' twice"),
        (b'{"case_id":"c-1","c\\u0061se_id":"c-2","applicants":[]}', "the member 'case_id' twice"),
        (b'{"case_id":"\\ud800","applicants":[]}', "surrogate"),
        (b'{"case_id":"c-1","applicants":' + b"[" * 40 + b"]" * 40 + b"}", "`applicants[0]`"),
        (b"[" * 100_000, "expected an object"),
        (b'{"x":' * 40 + b"1" + b"}" * 40, "`case_id`"),
        (b"[]", "expected an object, got a list"),
        (b"null", "expected an object, got null"),
        (b'{"case_id":1 2,"applicants":[]}', "`case_id`"),
        (b'{"case_id":NaN,"applicants":[]}', "not an integer"),
    ],
)
def test_what_is_no_json_in_one_reading_is_refused(front: Front, raw: bytes, says: str) -> None:
    refusal = front.refused("intake", NAME, raw)

    assert refusal.code == "command-malformed"
    assert says in refusal.sentence


def test_spaces_between_fields_change_nothing(front: Front) -> None:
    handlers = front.handlers("intake")
    spaced = b' {\n\t"case_id" : "c-1" ,\r\n "applicants" : [ "a-51c0" ] } '

    assert decode(handlers, NAME, spaced) == decode(handlers, NAME, WITHDRAW)


def test_a_list_and_a_text_may_be_as_long_as_their_limits(front: Front) -> None:
    most = {"case_id": "c-1", "applicants": ["x" * ID_MAX, *("a" * (LIST_MAX - 1))]}

    command = decode(front.handlers("intake"), NAME, msgspec.json.encode(most))

    assert said(command)["applicants"] == most["applicants"]


def test_json_larger_than_an_event_is_refused_before_it_is_read(front: Front) -> None:
    padded = WITHDRAW + b" " * (BODY_BYTES_MAX - len(WITHDRAW))
    assert said(decode(front.handlers("intake"), NAME, padded))

    refusal = front.refused("intake", NAME, padded + b" ")

    assert (refusal.code, refusal.article) == ("too-long", "protocol A1")
    assert str(BODY_BYTES_MAX) in refusal.sentence


@pytest.mark.parametrize("id_", ["A-1", "a b", "a/b", "a:1", "дело", "a\n"])
def test_what_is_no_id_is_refused_by_its_field(front: Front, id_: str) -> None:
    raw = msgspec.json.encode({**said(GOOD["intake"]["RecordOutage"]), "outage_id": id_})

    refusal = front.refused("intake", "RecordOutage", raw)

    assert (refusal.code, refusal.article) == ("command-malformed", "8.1(3)")
    assert "field `outage_id`: expected an id of [a-z0-9-] (protocol I4)" in refusal.sentence


@pytest.mark.parametrize("value", ["A-1", "a b", "\u0000", "дело"])
@pytest.mark.parametrize(("name", "field"), [("AskKey", "case_id"), ("GrantKey", "readers")])
def test_what_would_be_subject_or_audience_of_an_event_is_an_id(
    front: Front, name: str, field: str, value: str
) -> None:
    there = [value] if field == "readers" else value
    raw = msgspec.json.encode({**said(GOOD["intake"][name]), field: there})

    refusal = front.refused("intake", name, raw)

    assert refusal.code == "command-malformed"
    assert f"field `{field}" in refusal.sentence
    assert "expected an id of [a-z0-9-] (protocol I4)" in refusal.sentence


def test_a_reader_is_somebody(front: Front) -> None:
    raw = msgspec.json.encode({**said(GOOD["intake"]["GrantKey"]), "readers": [""]})

    assert "field `readers[0]`" in front.refused("intake", "GrantKey", raw).sentence


@pytest.mark.parametrize(
    ("doc", "article"),
    [
        ("A centre does not take the request in (14.2).", "14.2"),
        ("It goes on (14.2-14.4, 15.2).\n\nMore (3).", "14.2-14.4, 15.2"),
        ("Asked (5.5(4), 16.1(2)).", "5.5(4), 16.1(2)"),
        ("A day is judged (protocol B3).", "protocol B3"),
        ("It goes (back) on.", ""),
        ("It cites (14.2) too early.", ""),
        ("", ""),
    ],
)
def test_the_article_of_a_command_is_what_its_first_line_ends_with(doc: str, article: str) -> None:
    assert article_of(type("Said", (), {"__doc__": doc})) == article


@pytest.mark.parametrize("actor", ["justice/standards/o-3d4e", "almaty-centre-2/hall/o-1", ""])
def test_only_the_lanes_own_agency_acts_in_it(actor: str) -> None:
    check_actor("almaty-centre/hall-1/o-7f31", "intake.almaty-1", "almaty-centre")

    with pytest.raises(Refused, match="not-the-lanes-agency") as caught:
        check_actor(actor, "intake.almaty-1", "almaty-centre")

    assert caught.value.article == "protocol I5"


JSON: Final = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


def attempted(handlers: Handlers, name: str, raw: bytes) -> Command | Refused:
    """Decode; anything raised but a refusal fails the test."""
    try:
        return decode(handlers, name, raw)
    except Refused as refusal:
        return refusal


@given(raw=st.binary() | JSON.map(lambda one: repr(one).encode()), which=st.sampled_from(EVERY))
@settings(derandomize=True)
def test_whatever_the_bytes_a_command_is_read_or_refused(
    front: Front, raw: bytes, which: tuple[str, str]
) -> None:
    outcome = attempted(front.handlers(which[0]), which[1], raw)

    assert isinstance(outcome, Command | Refused)


@given(data=st.data(), which=st.sampled_from(EVERY), value=JSON)
@settings(derandomize=True)
def test_whatever_stands_in_a_field_a_command_is_read_or_refused(
    front: Front,
    data: st.DataObject,
    which: tuple[str, str],
    value: Any,  # noqa: ANN401 -- JSON
) -> None:
    service, name = which
    whole = said(GOOD[service][name])
    field = data.draw(st.sampled_from(sorted(whole)))

    raw = msgspec.json.encode({**whole, field: value})
    outcome = attempted(front.handlers(service), name, raw)

    assert isinstance(outcome, Command) or outcome.kind is RefusalKind.FORM

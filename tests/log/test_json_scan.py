"""Cutting JSON bytes whose strings or brackets may never end."""

import re

import pytest

from events import json_scan
from events.json_scan import elements
from events.log.reading.batch import BATCH_BYTES_MAX, BatchRefused, split_batch


def test_an_array_is_cut_at_its_own_commas_whatever_stands_between() -> None:
    assert elements(rb'[{"a":",]"},{b,[,]},"\"]"]') == [rb'{"a":",]"}', b"{b,[,]}", rb'"\"]"']


@pytest.mark.parametrize("array", [b'["]', b'[{"a},{"b":1}]', rb'[{"\"}]', rb'[{"\]', b'[],"]'])
def test_an_array_that_ends_inside_a_string_is_refused(array: bytes) -> None:
    with pytest.raises(ValueError, match="array"):
        elements(array)


@pytest.mark.parametrize("quotes", [1, 10, 1000])
def test_a_string_that_nobody_ends_is_read_once_and_not_from_each_quote_in_it(quotes: int) -> None:
    array = b'[{"' + rb"\"" * quotes + b"}]"

    marks = [mark.span() for mark in json_scan._MARK.finditer(array)]

    assert marks == [(0, 1), (1, 2), (2, len(array))]


def test_a_batch_of_nothing_but_escaped_quotes_is_refused() -> None:
    """Read from each quote anew, it would take hours."""
    start, end = b'[{"', b"}]"
    value = start + rb"\"" * ((BATCH_BYTES_MAX - len(start + end)) // 2) + end

    assert not re.search(rb'[^\\]"', value[len(start) :])
    with pytest.raises(BatchRefused, match="does not end"):
        split_batch(value)

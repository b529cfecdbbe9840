"""JSON for other programs, on consoles that lack a character too."""

import json

import pytest

from samarbejde_cli.report.json_text import Each, as_text, versioned


def test_the_version_comes_first():
    assert list(versioned(cases=[], today="2026-03-03")) == ["version", "cases", "today"]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "cp437", "ascii"])
def test_every_console_gets_the_same_value(encoding):
    value = versioned(navn="Åse Ødegård – »Åsen« \u2028 \u202e")
    text = as_text(value, encoding)
    assert json.loads(text.encode(encoding)) == value
    assert "\u202e" not in text


def test_letters_stay_letters_where_the_console_has_them():
    assert '"Åse"' in as_text({"navn": "Åse"}, "cp1252")
    assert '"\\u00c5se"' in as_text({"navn": "Åse"}, "ascii")


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
@pytest.mark.parametrize("count", [0, 1, 700])
def test_a_long_list_is_written_like_any_other(count, encoding):
    items = [{"navn": f"Åse\n{n}", "dele": [n, {"a": {}}], "\u200b": []} for n in range(count)]
    long = versioned(first=[1], items=Each(lambda n: items[n], range(count)), last={})
    assert as_text(long, encoding) == as_text(versioned(first=[1], items=items, last={}), encoding)
    assert list(long["items"]) == items

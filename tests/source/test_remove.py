"""Taking a key out of a file: everything else stays, character by character."""

import pytest

from samarbejde_cli.source.quoting import EditError
from samarbejde_cli.source.remove import remove_item, remove_key

CASES = [
    ("a: 1\nb: 2\nc: 3\n", ("b",), "a: 1\nc: 3\n"),
    ("a: 1\nb: 2", ("b",), "a: 1\n"),
    ("a: 1\r\nb: 2\r\nc: 3\r\n", ("b",), "a: 1\r\nc: 3\r\n"),
    ("\ufeffa: 1\nb: 2\n", ("a",), "\ufeffb: 2\n"),
    ("a: 1 # x\nb:\n  c: 1\n  d: [1,\n    2]\n# y\ne: 1\n", ("b",), "a: 1 # x\n# y\ne: 1\n"),
    ("a:\n  b: 1\n  c: 2   # c\nd: 1\n", ("a", "c"), "a:\n  b: 1\nd: 1\n"),
    ("a: {b: 1, c: 2, d: 3}\n", ("a", "c"), "a: {b: 1, d: 3}\n"),
    ("a: {b: 1, c: 2}\n", ("a", "c"), "a: {b: 1}\n"),
    ("a: {b: 1, c: 2}\n", ("a", "b"), "a: {c: 2}\n"),
    ("a:\n  b:\n  c: 2\n", ("a", "b"), "a:\n  c: 2\n"),
    ("a: 1\nb: |\n  x\n  y\nc: 1\n", ("b",), "a: 1\nc: 1\n"),
    ("a: 1\nb: x\n  y\nc: 1\n", ("b",), "a: 1\nc: 1\n"),
    ("å: 1\nb: 2\n", ("a\u030a",), "b: 2\n"),
    ("- a: 1\n  b: 2\n", (0, "b"), "- a: 1\n"),
    ("a: 1\nb: 2\n\nc: 3\n", ("b",), "a: 1\n\nc: 3\n"),
]


@pytest.mark.parametrize(("text", "route", "expected"), CASES)
def test_only_the_key_and_its_value_go(text, route, expected):
    assert remove_key(text, route) == expected


@pytest.mark.parametrize("route", [("x",), ("a", "x"), ("a", "x", "y")])
def test_a_key_that_is_not_there_changes_nothing(route):
    assert remove_key("a: 1\nb: 2\n", route) == "a: 1\nb: 2\n"


def test_the_only_key_is_not_taken_out():
    with pytest.raises(EditError):
        remove_key("a: 1\n", ("a",))


def test_the_first_key_of_an_item_stays_where_its_dash_is():
    with pytest.raises(EditError):
        remove_key("- a: 1\n  b: 2\n", (0, "a"))


ITEMS = [
    ("a:\n  - x: 1\n    y: 2\n  - x: 3 # tre\n", ("a", 0), "a:\n  - x: 3 # tre\n"),
    ("a:\n  - x: 1 # en\n  - x: 3\nb: 1\n", ("a", 1), "a:\n  - x: 1 # en\nb: 1\n"),
    ("a: [Bo, Ida, Per]\n", ("a", 0), "a: [Ida, Per]\n"),
    ("a: [Bo, Ida, Per] # tre\n", ("a", 2), "a: [Bo, Ida] # tre\n"),
    ("a:\r\n- Bo\r\n- Ida\r\n", ("a", 1), "a:\r\n- Bo\r\n"),
]


@pytest.mark.parametrize(("text", "route", "expected"), ITEMS)
def test_only_the_item_goes(text, route, expected):
    assert remove_item(text, route) == expected


@pytest.mark.parametrize(("text", "index"), [("a: [Bo]\n", 0), ("a: [Bo, Ida]\n", 2)])
def test_the_only_item_and_one_that_is_not_there_are_not_taken_out(text, index):
    with pytest.raises(EditError):
        remove_item(text, ("a", index))

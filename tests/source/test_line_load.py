"""What is read line by line is what PyYAML reads; everything else is left to it."""

from pathlib import Path
from unicodedata import is_normalized

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samarbejde_cli.danish.text import INVISIBLE
from samarbejde_cli.findings import Location
from samarbejde_cli.source.compose import root_of
from samarbejde_cli.source.fast_load import NotPlainError, load_plain
from samarbejde_cli.source.line_load import UnevenError, even_lines, is_unusual, load_lines
from samarbejde_cli.source.line_places import line_place
from samarbejde_cli.source.lines import Lines
from samarbejde_cli.source.places import place_of

ROOT = Path(__file__).parents[2]

READ = [
    "a: x\nb:\n  c: y\n\n# slut\nd: z # mere\n",
    "a:\n- x\n- b: y\n  c:\n  - z\n  d: ~\ne:\n",
    "- a:\n    - x\n    - y\n  b: kl. 8:15\n- a: null \n  b: C#",
    "a: [jeg, 'Å, B', \"C: D\"] # alle\nb: []\nc: [null, x ]\n",
    "- {tid: 2026-01-06T09:12, hvem: Anne Holm, mangler: [SAM303, 'x'], om: \"\"}\n",
    "a: >-\n  en\n  to\n\n  tre\n\nb: |\n    - et: C#to\n      tre\n    fire\n\n\nc: x\n",
    "- note: |-\n    en\n  b: x\n",
    'a: "Anne: nr. 1"\r\nb: \'~\'\r\nc: ""\r\n',
    "å_1-b: –\n",
]
LEFT = [
    "",
    "# kun en bemærkning\n",
    "a: x\n  y\n",
    "a: x\n b: y\n",
    "a:\n  b: x\n c: y\n",
    "a: x\na: y\n",
    "a: {b: x, b: y}\n",
    "-\n- x\n",
    "null: x\n",
    "a: |\n  en\n   \n",
    "a: |\n    en\n  to\n",
    "a: >\n  en\n    to\n",
    "a: |\n  en",
    "a: b: c\n",
    "a: x:\n",
    "a: [x, [y]]\n",
    "a: [x,]\n",
    "a: 'Sofie''s'\n",
    "a:\tx\n",
    "--- x\n",
    "- - x\n",
    "a: x\n- y\n",
    '"a": x\n',
    "- a\nb: x\n",
]


@pytest.mark.parametrize("text", READ)
def test_lines_are_read_as_pyyaml_reads_them(text):
    assert load_lines(text) == load_plain(text)


@pytest.mark.parametrize("text", LEFT)
def test_what_is_not_even_is_left_to_pyyaml(text):
    with pytest.raises(UnevenError):
        load_lines(text)


def test_nearly_all_files_of_the_examples_are_read_line_by_line():
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "examples/sager").rglob("*.yaml"))]
    assert sum(map(_agrees, texts)) > 0.9 * len(texts)


PIECES = (
    *("a:", "b:", "c: x", "- ", "- a: y", "b: 'z'", 'c: "z"', "d: [x, y]", "- {a: x, b: 8:15}"),
    *("a: |", "b: >-", "# om", "x", "- x #1", "a: ~", "null", "c: [", "'", "-", ": ", " #"),
)


@given(
    st.lists(
        st.tuples(st.sampled_from(("", "", "  ", "    ", " ", "\n")), st.sampled_from(PIECES)),
        max_size=8,
    ),
    st.sampled_from(("\n", "\r\n")),
)
def test_no_lines_are_read_otherwise_than_by_pyyaml(lines, end):
    _agrees("".join(spaces + piece + end for spaces, piece in lines))


@given(st.text(st.sampled_from("ab:-#'\"[]{},|>&*!? \n~"), max_size=40))
def test_no_text_is_read_otherwise_than_by_pyyaml(text):
    _agrees(f"k: {text}")


SIGNS = "aæÅéÿ \n\t\r\x7f\x85\xa0\xad\xc0\u0300\u0101\u200b\u2013\u2028\ufeff\ud800\U0001f600"


@given(st.text(st.one_of(st.sampled_from(SIGNS), st.characters()), max_size=12))
def test_every_letter_that_nobody_means_is_unusual(text):
    is_meant = not INVISIBLE.search(text) and "\xa0" not in text and is_normalized("NFC", text)
    assert is_unusual(f"{text}\n") or (is_meant and "\\" not in text)
    assert not (is_meant and is_unusual(f"k: {text}") and not set("\\#&!<>=|") & set(text))


def _agrees(text):
    """Whether a text is read line by line; where it is, PyYAML must read the same."""
    if is_unusual(text):
        return False
    try:
        data = load_lines(text)
    except UnevenError:
        return False
    try:
        assert load_plain(text) == data
    except NotPlainError:
        pytest.fail(f"no YAML: {text!r}")
    return True


def _routes(data, route=()):
    yield route
    below = data.items() if isinstance(data, dict) else enumerate(data or ())
    for step, value in below if isinstance(data, dict | list) else ():
        yield from _routes(value, (*route, step))


def _check_places(text):
    """Compare the places of all routes, of keys and of what is not there, with those of nodes."""
    if not _agrees(text):
        return 0
    even, data, root, lines = even_lines(text), load_lines(text), root_of(text), Lines(text)
    found, seen = 0, {}
    for route in _routes(data):
        for more, on_key in ((), False), ((), True), (("mangler",), True), ((99,), False):
            location = Location(Path("x.yaml"), (*route, *more), on_key)
            place = line_place(even, data, location, {})
            assert place == line_place(even, data, location, seen), (text, location)
            found += place is not None
            assert place in (None, place_of(text, lines, root, location)), (text, location)
    return found


@pytest.mark.parametrize("text", READ)
def test_places_are_those_of_the_nodes(text):
    _check_places(text)


def test_places_in_the_examples_are_those_of_the_nodes():
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "examples/sager").rglob("*.yaml"))]
    assert sum(map(_check_places, texts)) > 10_000


@given(
    st.lists(
        st.tuples(st.sampled_from(("", "", "  ", "    ")), st.sampled_from(PIECES)), max_size=8
    )
)
def test_no_place_is_another_than_that_of_the_node(lines):
    _check_places("".join(spaces + piece + "\n" for spaces, piece in lines))

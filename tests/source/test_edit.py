"""An edit changes the characters it means to change, reads back exactly, and leaves the rest."""

from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from samarbejde_cli.danish.text import INVISIBLE, nfc
from samarbejde_cli.source.compose import compose
from samarbejde_cli.source.edit import EditError, add_key, append_item, quote_value, set_value
from samarbejde_cli.source.node_tree import follow
from samarbejde_cli.source.read import from_text

FILE = Path("sag.yaml")

SAMPLE = """\
# yaml-language-server: $schema=sag.json
trin: møde      # siden i tirsdags
runde: 1
tom:
tom med kommentar:   # udfyldes
ung:
  navn: 'Silje Ravn'
  cpr: "670310-4321"
  note: |  # fra samtalen
    Første linje

    Tredje linje
  lang: >-
    foldet
    tekst
  flere linjer: en tekst
    der fortsætter

personer:
  - navn: Mette # mor
    rolle: [mor, "værge", 'x']
  -
  - {navn: Emil, by: , note: "a"}

# til sidst
sidst: 😀 slut
"""

ROUTES = [
    ("trin",), ("runde",), ("tom",), ("tom med kommentar",), ("ung", "navn"), ("ung", "cpr"),
    ("ung", "note"), ("ung", "lang"), ("ung", "flere linjer"), ("personer", 0, "navn"),
    ("personer", 0, "rolle", 0), ("personer", 0, "rolle", 1), ("personer", 0, "rolle", 2),
    ("personer", 1), ("personer", 2, "navn"), ("personer", 2, "by"), ("personer", 2, "note"),
    ("sidst",),
]  # fmt: skip

CHANGED_BY_SAME_VALUE = {
    ("tom",), ("tom med kommentar",), ("personer", 1), ("personer", 2, "by"),  # they have no value
    ("runde",),  # a number without quotes gets them
    ("ung", "lang"), ("ung", "flere linjer"),  # folded lines are joined
}  # fmt: skip

DIFFICULT = st.sampled_from(
    [
        "",
        " ",
        " x",
        "x ",
        "a: b",
        "a #b",
        "#2",
        "- a",
        "-",
        "ja",
        "nej",
        "no",
        "~",
        "null",
        "9:30",
        "0066031234",
        "670310-4321",
        "2026-03-03",
        "2026-02-30",
        "12e5",
        "[a",
        "a, b",
        "{x}",
        "'",
        '"',
        "it's",
        'han sagde "ja"',
        "S:\\unge",
        "a\nb",
        "a\n\nb\n",
        "\na",
        "a\n",
        " a\n b",
        "a\n ",
        "\t",
        "a\tb",
        "æøå ÆØÅ é",
        "😀",
        "A\u030a",
        "\xa0a",
        "---",
        "...",
        "a:",
        ":",
        "&a",
        "*a",
        "!a",
        "@a",
        "%a",
        "`a`",
        "| a",
        "> a",
        "? a",
        "<<",
        "=",
        "a\r\nb",
        "\r",
        "x" * 2000,
        "linje et\nlinje # to\n  indrykket\n",
    ]
)
VALUES = DIFFICULT | st.text(
    st.characters(exclude_categories=["Cs"]).filter(lambda sign: not INVISIBLE.match(sign)),
    max_size=40,
)


def data(text):
    return from_text(FILE, text).data


def part(tree, route):
    for step in route:
        tree = tree[step]
    return tree


def leaves(tree, route=()):
    if isinstance(tree, dict):
        return {k: v for key in tree for k, v in leaves(tree[key], (*route, key)).items()}
    if isinstance(tree, list):
        return {k: v for n, item in enumerate(tree) for k, v in leaves(item, (*route, n)).items()}
    return {route: tree}


def dressed(text, windows, bom):
    return ("\ufeff" if bom else "") + (text.replace("\n", "\r\n") if windows else text)


class TestSetValue:
    @pytest.mark.parametrize(
        ("route", "value", "old", "new"),
        [
            (("trin",), "opfølgning", "trin: møde   ", "trin: opfølgning   "),
            (("trin",), "no", "trin: møde", 'trin: "no"'),
            (("runde",), "2", "runde: 1\n", "runde: 2\n"),
            (("tom",), "ikke mere", "tom:\n", "tom: ikke mere\n"),
            (("tom med kommentar",), "x", "kommentar:   #", "kommentar: x   #"),
            (("ung", "navn"), "Emil's ven", "'Silje Ravn'", "'Emil''s ven'"),
            (("ung", "cpr"), "670310-4322", '"670310-4321"', '"670310-4322"'),
            (
                ("ung", "note"),
                "Ny\ntekst\n",
                "    Første linje\n\n    Tredje linje\n",
                "    Ny\n    tekst\n",
            ),
            (
                ("ung", "note"),
                "Ny",
                "|  # fra samtalen\n    Første linje\n\n    Tredje linje\n",
                "|-  # fra samtalen\n    Ny\n",
            ),
            (
                ("ung", "lang"),
                "ny\ntekst",
                ">-\n    foldet\n    tekst\n",
                "|-\n    ny\n    tekst\n",
            ),
            (("ung", "flere linjer"), "kort", "en tekst\n    der fortsætter\n", "kort\n"),
            (
                ("trin",),
                "a\nb",
                "trin: møde      # siden i tirsdags\n",
                "trin: |-      # siden i tirsdags\n  a\n  b\n",
            ),
            (("personer", 0, "rolle", 0), "a, b", "[mor, ", '["a, b", '),
            (("personer", 1), "Ida", "  -\n", "  - Ida\n"),
            (("personer", 2, "by"), "Sorø", "by: ,", "by: Sorø,"),
            (("sidst",), "A\u030a", "😀 slut", "\u00c5"),
        ],
    )
    @pytest.mark.parametrize("windows", [False, True])
    @pytest.mark.parametrize("bom", [False, True])
    def test_changes_only_the_characters_of_the_value(self, route, value, old, new, windows, bom):
        assert SAMPLE.count(old) == 1
        wanted = dressed(SAMPLE.replace(old, new), windows, bom)
        result = set_value(dressed(SAMPLE, windows, bom), route, value)
        assert result == wanted

    @given(route=st.sampled_from(ROUTES), value=VALUES, windows=st.booleans(), bom=st.booleans())
    @example(route=("ung", "note"), value="a\r\nb", windows=True, bom=False)
    def test_reads_back_exactly_and_leaves_all_else(self, route, value, windows, bom):
        text = dressed(SAMPLE, windows, bom)
        result = set_value(text, route, value)
        assert part(data(result), route) == nfc(value)
        before, after = leaves(data(text)), leaves(data(result))
        assert {k: v for k, v in after.items() if k != route} == {
            k: v for k, v in before.items() if k != route
        }

    @given(route=st.sampled_from(ROUTES), value=VALUES)
    def test_other_readers_get_the_same_text(self, route, value):
        result = set_value(SAMPLE, route, value)
        there = part(yaml.safe_load(result), route)
        assert str(there) == nfc(value)

    @given(route=st.sampled_from(ROUTES), value=VALUES)
    def test_keeps_every_character_outside_the_value_and_every_comment(self, route, value):
        node = follow(compose(SAMPLE).root, route).node
        rest_of_line = SAMPLE[node.end :].split("\n", 1)[0]
        result = set_value(SAMPLE, route, value)
        assert result.startswith(SAMPLE[: node.start])
        assert result.endswith(SAMPLE[node.end + len(rest_of_line) :])
        assert rest_of_line in result
        assert "# fra samtalen" in result

    @pytest.mark.parametrize("route", [r for r in ROUTES if r not in CHANGED_BY_SAME_VALUE])
    def test_changes_nothing_when_the_value_is_the_same(self, route):
        assert set_value(SAMPLE, route, part(data(SAMPLE), route)) == SAMPLE

    @pytest.mark.parametrize(
        ("text", "route"),
        [
            (SAMPLE, ("ung",)),
            (SAMPLE, ("findes ikke",)),
            (SAMPLE, ("personer", 9)),
            (SAMPLE, ("trin", "under")),
            ("a: [b\n", ("a",)),
            ("", ("a",)),
            ("a: &x b\nc: *x\n", ("c",)),
        ],
    )
    def test_refuses_what_is_no_single_value(self, text, route):
        with pytest.raises(EditError) as caught:
            set_value(text, route, "x")
        assert caught.value.message
        assert caught.value.hint

    def test_refuses_text_that_no_file_can_hold(self):
        with pytest.raises(EditError):
            set_value(SAMPLE, ("trin",), "\ud83d")

    @given(st.lists(st.text(st.sampled_from("ab:-#'\"[]{},|>&*!? \t"), max_size=9)), VALUES)
    def test_any_text_is_edited_exactly_or_refused(self, fragments, value):
        text = "".join(f"k{number}: {each}\n" for number, each in enumerate(fragments))
        tree = data(text)
        for route in leaves(tree) if tree is not None else ():
            try:
                result = set_value(text, route, value)
            except EditError:
                continue
            assert leaves(data(result)) == leaves(tree) | {route: nfc(value)}


class TestNull:
    @pytest.mark.parametrize("null", ["null", "Null", "NULL", "~"])
    @pytest.mark.parametrize(
        ("before", "route", "value", "after"),
        [
            ("a: {} # c\nb: 1\n", ("a",), "x", "a: x # c\nb: 1\n"),
            ("a: {{b: {}, c: 1}}\n", ("a", "b"), "x", "a: {{b: x, c: 1}}\n"),
            ("a: [{}, b]\n", ("a", 0), "x", "a: [x, b]\n"),
            ("- {}\n- b\n", (0,), "x", "- x\n- b\n"),
            ("a: {}\n", ("a",), "b\nc", "a: |-\n  b\n  c\n"),
            ("a: {}\n", ("a",), "Null", 'a: "Null"\n'),
        ],
    )
    def test_a_value_takes_its_place(self, null, before, route, value, after):
        assert set_value(before.format(null), route, value) == after.format()

    @pytest.mark.parametrize("null", ["null", "~"])
    def test_it_gets_no_quotes(self, null):
        with pytest.raises(EditError):
            quote_value(f"a: {null}\n", ("a",))


class TestAddKey:
    @pytest.mark.parametrize(
        ("text", "route", "key", "value", "expected"),
        [
            ("a: 1\n", (), "b", "2", "a: 1\nb: 2\n"),
            ("a: 1", (), "b", "2", "a: 1\nb: 2"),
            ("", (), "b", "2", "b: 2\n"),
            ("# kun en kommentar", (), "b", "2", "# kun en kommentar\nb: 2\n"),
            (
                "u:\n  a: 1 # c\n\n# om v\nv: 2\n",
                ("u",),
                "b",
                "x",
                "u:\n  a: 1 # c\n  b: x\n\n# om v\nv: 2\n",
            ),
            ("u:\n    a: 1\nv:\nw: 1\n", ("v",), "b", "x", "u:\n    a: 1\nv:\n    b: x\nw: 1\n"),
            ("v: # endnu tom\nw: 1\n", ("v",), "b", "x", "v: # endnu tom\n  b: x\nw: 1\n"),
            ("v: null # tom\nw: 1\n", ("v",), "b", "x", "v: # tom\n  b: x\nw: 1\n"),
            ("v: ~\nw: 1\n", ("v",), "b", "x", "v:\n  b: x\nw: 1\n"),
            ("# alt\nnull\n", (), "b", "2", "# alt\n\nb: 2\n"),
            ("u: {a: 1}\n", ("u",), "b", "x", "u: {a: 1, b: x}\n"),
            ("u: {}\n", ("u",), "b", "x", "u: {b: x}\n"),
            (
                "u:\n  t: |\n    x\n    y\n\n\nv: 1\n",
                ("u",),
                "b",
                "1",
                "u:\n  t: |\n    x\n    y\n  b: 1\n\n\nv: 1\n",
            ),
            ("l:\n- a: 1\n- c: 2\n", ("l", 0), "b", "x", "l:\n- a: 1\n  b: x\n- c: 2\n"),
            ("a: 1\n", (), "b", "- x\n- y: 1", "a: 1\nb:\n  - x\n  - y: 1\n"),
            ("a: 1\n", (), "b", "c: 1\nd: 2", "a: 1\nb:\n  c: 1\n  d: 2\n"),
            ("a: 1\n", (), "b", "", "a: 1\nb:\n"),
            ("a: 1\n", (), "no", "x", 'a: 1\n"no": x\n'),
        ],
    )
    @pytest.mark.parametrize("windows", [False, True])
    @pytest.mark.parametrize("bom", [False, True])
    def test_puts_the_key_last(self, text, route, key, value, expected, windows, bom):
        result = add_key(dressed(text, windows, bom), route, key, value)
        if windows and "\n" not in text:
            expected = expected.replace("\n", "\r\n") if "\r\n" in result else expected
            assert result == dressed(expected, windows=False, bom=bom)
        else:
            assert result == dressed(expected, windows, bom)

    @pytest.mark.parametrize(
        ("text", "route"),
        [("a: 1\n", ()), ("a: x\n", ("a",)), ("- a\n", ()), ("b: 1\n", ("c",)), ("a: b: c", ())],
    )
    def test_refuses_when_the_key_is_there_or_nothing_can_hold_it(self, text, route):
        with pytest.raises(EditError):
            add_key(text, route, "a", "2")


class TestAppendItem:
    @pytest.mark.parametrize(
        ("text", "route", "lines", "expected"),
        [
            ("- a: 1\n", (), ["a: 2", "b: 3"], "- a: 1\n- a: 2\n  b: 3\n"),
            ("", (), ["a: 2", "b: 3"], "- a: 2\n  b: 3\n"),
            ("# historik\n", (), ["x"], "# historik\n- x\n"),
            ("- a", (), ["x"], "- a\n- x"),
            (
                "m:\n  - a # 1\n  # om resten\nn: 1\n",
                ("m",),
                ["x"],
                "m:\n  - a # 1\n  - x\n  # om resten\nn: 1\n",
            ),
            ("m:\n- a\nn: 1\n", ("m",), ["x: 1", "y: 2"], "m:\n- a\n- x: 1\n  y: 2\nn: 1\n"),
            ("m: [a, b] # c\n", ("m",), ["x"], "m: [a, b, x] # c\n"),
            ("m: [a, b]\n", ("m",), ["x: 1", "y: 2"], "m: [a, b, {x: 1, y: 2}]\n"),
            ("m: [] # c\nn: 1\n", ("m",), ["x: 1", "y: 2"], "m: # c\n  - x: 1\n    y: 2\nn: 1\n"),
            ("m:\nn:\n- a\n", ("m",), ["x"], "m:\n- x\nn:\n- a\n"),
            ("m:\nn: 1\n", ("m",), ["x"], "m:\n  - x\nn: 1\n"),
            ("m: null # c\nn: 1\n", ("m",), ["x"], "m: # c\n  - x\nn: 1\n"),
            ("null\n", (), ["x"], "\n- x\n"),
            ("a:\n  m:  # her\n  n: 1\n", ("a", "m"), ["x"], "a:\n  m:  # her\n    - x\n  n: 1\n"),
            (
                "- t: |\n    x\n\n# slut\n",
                (),
                ["t: |", "  y", "", "  z"],
                "- t: |\n    x\n- t: |\n    y\n\n    z\n\n# slut\n",
            ),
        ],
    )
    @pytest.mark.parametrize("windows", [False, True])
    @pytest.mark.parametrize("bom", [False, True])
    def test_puts_the_item_last(self, text, route, lines, expected, windows, bom):
        result = append_item(dressed(text, windows, bom), route, lines)
        if windows and "\n" not in text:
            assert result == dressed(expected, windows=False, bom=bom)
        else:
            assert result == dressed(expected, windows, bom)

    def test_refuses_when_another_value_would_change(self):
        text = "- note: |\n    uden linjeskift til sidst"
        with pytest.raises(EditError, match="uden at andet"):
            append_item(text, (), ["x"])

    @pytest.mark.parametrize("text", ["a: 1\n", "- a\n---\n- b\n", "tekst\n"])
    def test_refuses_what_is_no_list(self, text):
        with pytest.raises(EditError):
            append_item(text, (), ["x"])


@pytest.mark.parametrize("text", ["a: 9.00 # kl.\n", "a: 'x'\n", 'a: "ja"\n', "a: [x, 1]\n"])
def test_a_value_that_stands_there_stays_as_it_is_written(text):
    route = ("a", 1) if "[" in text else ("a",)
    value = {"9": "9.00", "'": "x", '"': "ja", "[": "1"}[text[3]]
    assert set_value(text, route, value) == text

"""Whole values go into a file and out of it, and nothing else in it changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samarbejde_cli.danish.text import INVISIBLE, nfc
from samarbejde_cli.source.page import Page
from samarbejde_cli.source.tree_edit import add, blank, put, take_out

TEXT = """\
# øverst
ung:
  navn: Silje   # kaldes Sille
  sted: {by: Nord, vej: Engvej}
koordinator:                  # fjern #
#  navn: Anne Eksempel

note: |  # fra samtalen
  en
  to
personer:       # for eksempel:
#  - navn: Lis
navne: [Bo, Mia] # to
mål:
  # det første
  - område: fagligt # c
    mål: Jeg skal
  # nabo
  - område: sundhed
"""
WORDS = (
    st.text(st.characters(blacklist_categories=["C", "Z"]), min_size=1, max_size=8)
    .map(nfc)
    .filter(lambda text: not INVISIBLE.search(text))
)
GROUPS = st.recursive(
    st.dictionaries(WORDS, WORDS | st.lists(WORDS, min_size=1, max_size=3), min_size=1, max_size=3),
    lambda inner: st.dictionaries(
        WORDS, inner | st.lists(inner, min_size=1, max_size=2), min_size=1, max_size=2
    ),
    max_leaves=6,
)
TREES = WORDS | st.lists(WORDS | GROUPS, min_size=1, max_size=3) | GROUPS


def lines_changed(new):
    old, now = TEXT.splitlines(), new.splitlines()
    return [line for line in old if line not in now], [line for line in now if line not in old]


@pytest.mark.parametrize(
    ("new", "gone", "came"),
    [
        (put(TEXT, ("koordinator", "navn"), "Anne"), [], ["  navn: Anne"]),
        (
            put(TEXT, ("opfølgning", "journalført"), {"dato": "2026-03-03", "som": "samtale"}),
            [],
            ["opfølgning:", "  journalført:", "    dato: 2026-03-03", "    som: samtale"],
        ),
        (
            put(TEXT, ("navne",), ["Mia", "Ida"]),
            ["navne: [Bo, Mia] # to"],
            ["navne: [Mia, Ida] # to"],
        ),
        (put(TEXT, ("ny",), "en\nto"), [], ["ny: |-"]),
        (add(TEXT, ("personer",), {"navn": "Bo"}), [], ["  - navn: Bo"]),
        (
            blank(TEXT, ("ung", "navn")),
            ["  navn: Silje   # kaldes Sille"],
            ["  navn:   # kaldes Sille"],
        ),
        (
            blank(TEXT, ("note",)),
            ["note: |  # fra samtalen", "  en", "  to"],
            ["note:  # fra samtalen"],
        ),
        (take_out(TEXT, ("mål", 0)), ["  - område: fagligt # c", "    mål: Jeg skal"], []),
        (
            take_out(TEXT, ("ung", "sted", "by")),
            ["  sted: {by: Nord, vej: Engvej}"],
            ["  sted: {vej: Engvej}"],
        ),
    ],
)
def test_only_the_value_changes(new, gone, came):
    assert lines_changed(new) == (gone, came)


def test_the_last_item_leaves_its_key():
    without = take_out(take_out(TEXT, ("mål", 1)), ("mål", 0))
    assert without.endswith("mål:\n  # det første\n  # nabo\n")
    assert "navne: [] # to\n" in take_out(take_out(TEXT, ("navne", 0)), ("navne", 0))


@given(TREES)
def test_what_is_put_is_read_back_and_can_be_taken_out(tree):
    route = ("ung", "nyt")
    new = put(TEXT, route, tree)
    assert Page(new).data["ung"]["nyt"] == tree
    assert Page(take_out(new, route)).data == Page(TEXT).data

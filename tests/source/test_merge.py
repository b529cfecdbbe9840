"""Merging by meaning: any two sets of changes are both there, or their clash is named."""

from hypothesis import given, settings
from hypothesis import strategies as st

from samarbejde_cli.case.identity import identities
from samarbejde_cli.source.merge import merge, with_markers
from samarbejde_cli.source.page import Page

BASE = """\
# planen
sagsresumé: Går i 9. klasse   # fra skolen
mål:
  - område: fagligt
    mål: Jeg skal i skole
    ansvarlige: [jeg, Karin Friis]
  - område: bolig
    mål: 'Jeg vil bo selv'
    handlinger:
      - Jeg skriver mig op
sendes_til:
  - Karin Friis
  - Jonas Berg
"""
HOME = (
    "  - område: bolig\n    mål: 'Jeg vil bo selv'\n    handlinger:\n      - Jeg skriver mig op\n"
)
CHANGES = {
    "summary": [("9. klasse", "10. klasse"), ("9. klasse", "8. klasse")],
    "goal": [("i skole", "i skole hver dag"), ("i skole", "i skole tre dage")],
    "responsible": [("jeg, Karin Friis]", "jeg, Karin Friis, Maja Toft]")],
    "action": [("      - Jeg skriver mig op\n", "      - Jeg skriver mig op\n      - Bo ringer\n")],
    "home": [("selv'\n", "selv'\n    nået: ja\n"), ("selv'\n", "selv'\n    nået: nej\n")],
    "new": [("sendes_til:\n", "  - {område: økonomi, mål: Jeg vil spare}\nsendes_til:\n")],
    "view": [("# planen\n", "# planen\nden_unges_holdning: |\n  Jeg er med.\n  Altid.\n")],
    "off": [("  - Karin Friis\n", "")],
    "on": [("  - Jonas Berg\n", "  - Jonas Berg\n  - Anne Holm  # ny\n")],
}
GONE = (HOME, "")
_ABOUT_HOME = {"home", "action"}


def sides():
    """Some of the changes, each in one of its ways, and whether the second goal goes away."""
    some = st.fixed_dictionaries(
        {}, optional={name: st.sampled_from(ways) for name, ways in CHANGES.items()}
    )
    return st.tuples(some, st.booleans())


def changed(side):
    text, (changes, is_gone) = BASE, side
    for name, (old, new) in changes.items():
        if not (is_gone and name in _ABOUT_HOME):
            assert old in text, (name, text)
            text = text.replace(old, new, 1)
    return text.replace(*GONE) if is_gone else text


def clashes(ours, theirs):
    (mine, mine_gone), (yours, yours_gone) = ours, theirs
    kept = [
        {k: v for k, v in each.items() if not (gone and k in _ABOUT_HOME)}
        for each, gone in ((mine, mine_gone), (yours, yours_gone))
    ]
    differing = any(kept[0][name] != kept[1][name] for name in kept[0].keys() & kept[1].keys())
    one_gone = mine_gone != yours_gone
    touched = kept[1] if mine_gone else kept[0]
    return differing or (one_gone and bool(touched.keys() & _ABOUT_HOME))


def facts(text):
    """What a text says, with goals by area and not by number."""
    return frozenset(_walk(Page(text).data, ()))


def _walk(tree, above):
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from _walk(value, (*above, key))
    elif isinstance(tree, list):
        for item in tree:
            yield from _walk(item, (*above, item["område"] if isinstance(item, dict) else item))
    else:
        yield (above, tree)


@settings(max_examples=150, deadline=None)
@given(sides(), sides())
def test_both_changes_are_there_or_their_clash_is_named(ours, theirs):
    mine, yours = changed(ours), changed(theirs)
    found = merge(BASE, mine, yours, identities)
    assert bool(found.conflicts) is clashes(ours, theirs)
    old, first, second = facts(BASE), facts(mine), facts(yours)
    both = (old - (old - first) - (old - second)) | (first - old) | (second - old)
    if not found.conflicts:
        assert facts(found.text) == both
    else:
        shown = with_markers(found.text, found.conflicts, ("din", "anden"))
        assert shown.count("<<<<<<< din") == shown.count(">>>>>>> anden") >= 1
        assert facts(found.text) <= both | first, "what clashes stays as the first version has it"


@given(sides())
def test_a_version_without_changes_changes_nothing(side):
    text = changed(side)
    assert merge(BASE, text, BASE, identities).text == text
    assert merge(BASE, text, text, identities).text == text
    assert facts(merge(BASE, BASE, text, identities).text) == facts(text)


def test_a_block_of_several_lines_comes_along_as_it_is():
    ours = BASE.replace("9. klasse", "10. klasse")
    theirs = BASE + "den_unges_holdning: |\n  Jeg er med.\n\n  Altid.\n"
    found = merge(BASE, ours, theirs, identities)
    assert Page(found.text).data["den_unges_holdning"] == "Jeg er med.\n\nAltid.\n"
    assert "10. klasse   # fra skolen" in found.text

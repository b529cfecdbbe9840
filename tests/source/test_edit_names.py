"""Renaming keys, putting quotes around values and stripping line ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samarbejde_cli.source.edit import EditError, quote_value, rename_key, strip_line_ends
from samarbejde_cli.source.page import Page

TEXT = """\
# øverst
ung:
    navn: Silje   # som i CPR
    cpr: 7208104322
liste: [{a: 1}, {b: 2}]
"""


@pytest.mark.parametrize(
    ("route", "name", "line"),
    [
        (("ung", "navn"), "kaldes", "    kaldes: Silje   # som i CPR"),
        (("ung",), "den unge", "den unge:"),
        (("liste", 1, "b"), "c", "liste: [{a: 1}, {c: 2}]"),
        (("ung", "cpr"), "12", '    "12": 7208104322'),
    ],
)
def test_renaming_a_key_changes_its_characters_only(route, name, line):
    before, after = TEXT.splitlines(), rename_key(TEXT, route, name).splitlines()
    changed = [new for old, new in zip(before, after, strict=True) if old != new]
    assert changed == [line]


@pytest.mark.parametrize(
    ("route", "name"),
    [(("ung", "navn"), "cpr"), (("ung", "x"), "y"), (("liste", 0), "y"), ((), "y")],
)
def test_a_key_that_is_not_there_or_taken_is_refused(route, name):
    with pytest.raises(EditError):
        rename_key(TEXT, route, name)


def test_quotes_go_around_a_plain_value_only():
    assert quote_value(TEXT, ("ung", "cpr")) == TEXT.replace("7208104322", '"7208104322"')
    with pytest.raises(EditError):
        quote_value(quote_value(TEXT, ("ung", "cpr")), ("ung", "cpr"))
    with pytest.raises(EditError):
        quote_value(TEXT, ("ung",))


@given(st.lists(st.sampled_from(["a: b", "# x", "", "  - c", "c: |", "   d", 'e: "f', 'g"'])))
def test_stripping_line_ends_never_changes_what_a_file_says(lines):
    text = "".join(f"{line} \t\n" for line in lines)
    try:
        stripped = strip_line_ends(text)
    except EditError:
        return
    assert Page(stripped).data == Page(text).data
    assert [each.rstrip() for each in stripped.splitlines()] == [
        each.rstrip() for each in text.splitlines()
    ]

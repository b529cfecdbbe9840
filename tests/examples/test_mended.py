"""``fix`` changes no value of any example file, however it is spelt, and does nothing twice."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from test_reformatted import EXAMPLES, PATHS, kind_of

from samarbejde_cli.actions.fix import _text as mended
from samarbejde_cli.forms.read import load
from samarbejde_cli.source.read import from_text, read


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.relative_to(EXAMPLES).as_posix())
def test_an_example_is_left_as_it_is(path):
    source = read(path)
    assert mended(source, kind_of(path)) == source.text


@settings(max_examples=40)
@given(
    path=st.sampled_from(PATHS),
    style=st.sampled_from([None, "'", '"']),
    flow=st.sampled_from([None, True, False]),
    blanks=st.sampled_from(["", " ", "  \t"]),
    ends=st.sampled_from(["\n", "\r\n"]),
)
def test_another_spelling_says_the_same_afterwards(path, style, flow, blanks, ends):
    tree = read(path).data
    text = yaml.safe_dump(tree, default_style=style, default_flow_style=flow, allow_unicode=True)
    text = text.replace("\n", blanks + ends)
    before = from_text(path, text)
    after = from_text(path, mended(before, kind_of(path)))
    value, findings = load(kind_of(path), before)
    assert load(kind_of(path), after)[0] == value
    assert len(load(kind_of(path), after)[1]) <= len(findings)
    assert mended(after, kind_of(path)) == after.text

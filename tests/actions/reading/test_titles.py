"""Controls have a title that can be said; by it alone, a form is read as by its tags."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from filled import Filled
from hypothesis import example, given
from hypothesis import strategies as st
from paper_case import DAY, files, made

from samarbejde_cli.actions.read import FormReader
from samarbejde_cli.actions.reading.result import Choice
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.documents.catalogue import KINDS
from samarbejde_cli.documents.line_numbers import lines_in
from samarbejde_cli.word import read_form, title_of_route
from samarbejde_cli.word.field_names import route_of_title

FORMS = [kind.name for kind in KINDS.values() if kind.form]
SAID = re.compile(r"[^\W\d_][^._\[\]=]*")
"""A title without a sign of a route, or letters that a screen reader would spell."""


NUMBERED = re.compile(r"[^=]+=\d+")
FOLLOWED = """\
# samarbejde.yaml
måling: {indikatorer: [{område: rusmidler, navn: Motivation}]}
"""


@pytest.fixture(scope="module")
def forms(tmp_path_factory):
    """The folder of a case, and each form of it: the shortest name is who runs the case."""
    folder = tmp_path_factory.mktemp("skemaer")
    found = {}
    for kind in FORMS:
        papers = files(made(folder / kind, FOLLOWED, [kind]))
        found[kind] = papers[min(papers, key=len)]
    return folder, found


def named(document):
    """The titles and tags of all controls that have a tag."""
    for control in document.element.body.iter(qn("w:sdt")):
        tag = control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")
        if tag is not None:
            yield control.find(f"{qn('w:sdtPr')}/{qn('w:alias')}"), tag


def without_tags(data, *, old):
    """The form with its titles alone; in old forms they were the routes."""
    document = Document(BytesIO(data))
    for title, tag in list(named(document)):
        if old:
            title.set(qn("w:val"), tag.get(qn("w:val")))
        tag.getparent().remove(tag)
    for mark in list(document.element.body.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))):
        mark.getparent().remove(mark)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("kind", FORMS)
def test_a_title_can_be_said_and_leads_to_the_route(forms, kind):
    data = forms[1][kind]
    lines = lines_in(read_form(data, kind).properties)
    controls = list(named(Document(BytesIO(data))))
    assert controls
    for title, tag in ((each.get(qn("w:val")) for each in pair) for pair in controls):
        assert SAID.fullmatch(title), title
        route = route_of_title(title)
        number = NUMBERED.match(route)
        assert (route.replace(number[0], lines[number[0]]) if number else route) == tag
    assert bool(lines) == any("=" in tag.get(qn("w:val")) for _, tag in controls)


@pytest.mark.parametrize("old", [False, True])
@pytest.mark.parametrize("kind", FORMS)
def test_by_titles_alone_everything_is_found(forms, tmp_path, kind, old):
    folder, data = forms
    path = Path(tmp_path / "skema.docx")
    path.write_bytes(without_tags(data[kind], old=old))
    found = FormReader(Workspace(folder / kind), DAY, lambda _: Choice.LEFT).read(path)
    assert found.problem is None, found.problem.message
    done = found.comparison
    assert [done.changes, done.conflicts, done.new_items, done.leftovers] == [[], [], [], []]


def test_what_is_typed_is_found_by_its_title(forms, tmp_path):
    folder, data = forms
    typed = Filled(data["goals"]).type("mål[1].mål", "Jeg vil i skole hver dag").data
    path = tmp_path / "skema.docx"
    path.write_bytes(without_tags(typed, old=False))
    found = FormReader(Workspace(folder / "goals"), DAY, lambda _: Choice.LEFT).read(path)
    assert [each.after for each in found.comparison.changes] == [("Jeg vil i skole hver dag",)]


STEP = st.tuples(
    st.from_regex(r"[a-zæøå]+(?:_[a-zæøå]+)*", fullmatch=True),
    st.sampled_from(["", "[]", "[1]", "[12]"]),
).map("".join)
ROUTES = st.tuples(st.lists(STEP, min_size=1, max_size=5).map(".".join), st.sampled_from(["", "?"]))


@example("den_unges_holdning")
@example("møde.tjekliste.var_den_unge_med?")
@given(ROUTES.map("".join))
def test_every_title_leads_back(route):
    title = title_of_route(route)
    assert route_of_title(title) == route_of_title(route) == route
    assert len(title) <= max(64, len(route))


def test_a_line_that_is_found_by_its_number_is_read(forms, tmp_path):
    """Only the title is left of a box that was ticked, as in LibreOffice 7.4 without bookmarks."""
    folder, data = forms
    filled = Filled(data["screening"])
    name = [tag for tag in filled.tags() if tag.startswith("visitation.tjekliste=")][-1]
    filled.type(name, "62 % fravær")
    path = tmp_path / "skema.docx"
    for old in (False, True):
        path.write_bytes(without_tags(filled.data, old=old))
        found = FormReader(Workspace(folder / "screening"), DAY, lambda _: Choice.LEFT).read(path)
        assert [each.text for each in found.comparison.leftovers] == ["62 % fravær"]
        assert f"{name.partition('.kommentar')[0]}" in found.found.lines

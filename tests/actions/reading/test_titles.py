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
from samarbejde_cli.word import title_of_route
from samarbejde_cli.word.field_names import route_of_title

FORMS = [kind.name for kind in KINDS.values() if kind.form]
SAID = re.compile(r"[^\W\d_][^._\[\]]*")


@pytest.fixture(scope="module")
def forms(tmp_path_factory):
    """The folder of a case, and each form of it: the shortest name is who runs the case."""
    folder = tmp_path_factory.mktemp("skemaer")
    found = {}
    for kind in FORMS:
        papers = files(made(folder / kind, "", [kind]))
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
    controls = list(named(Document(BytesIO(forms[1][kind]))))
    assert controls
    for title, tag in controls:
        assert SAID.fullmatch(title.get(qn("w:val"))), title.get(qn("w:val"))
        assert route_of_title(title.get(qn("w:val"))) == tag.get(qn("w:val"))


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

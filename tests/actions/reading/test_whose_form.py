"""A form is read into the case that it shows, and not into the one that its key was changed to."""

import json
import re
from copy import deepcopy
from datetime import datetime

import pytest
from docx.oxml.ns import qn
from example_case import build, case_folder
from filled import Filled
from paper_case import DAY, SECOND_ROUND, files, made, made_as_it_is

from samarbejde_cli.actions.read import FormReader
from samarbejde_cli.actions.reading.result import Choice, Outcome
from samarbejde_cli.actions.render import produce
from samarbejde_cli.actions.renumber import renumber
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import load_case
from samarbejde_cli.documents.catalogue import KINDS

FORMS = [kind.name for kind in KINDS.values() if kind.form]
OTHER = "# sag.yaml\nung: {navn: Mikkel Dam, cpr: 720810-4324}\n"
UNANSWERED = "# runder/1.yaml\nmøde: {deltagere: [{person: Mette Ravn}, {person: Karin Friis}]}\n"


def papers(folder, example, kinds):
    """Return a paper of each kind by its name, and the letters by their file names too."""
    found = files(made(folder, UNANSWERED + example, kinds))
    by_stem = sorted(found, key=len)
    return found | {n: found[next(f for f in by_stem if KINDS[n].stem in f)] for n in kinds}


@pytest.fixture(scope="module")
def cases(tmp_path_factory):
    """The papers of Silje and of Mikkel, whose case has another key and number."""
    mine, other = (tmp_path_factory.mktemp(name) for name in ("silje", "mikkel"))
    mine_papers = papers(mine, "", FORMS)
    folder = build(other, UNANSWERED + OTHER)
    case = load_case(folder.rename(folder.with_name("2026-014")))
    workspace = Workspace(other)
    kinds = [KINDS[name] for name in FORMS]
    made_now = produce(case, workspace.profile_of(case)[0], workspace, kinds, day=DAY)
    found = sorted(files(made_now).items(), key=lambda each: len(each[0]))
    by_kind = {n: next(data for f, data in found if KINDS[n].stem in f) for n in FORMS}
    return mine, mine_papers, by_kind


def key_of(form):
    return next(p for p in form.document.part.package.iter_parts() if "custom" in p.partname)


def refused(folder, form):
    path = folder / "skema.docx"
    path.write_bytes(form.data)
    found = FormReader(Workspace(folder), DAY, lambda _: Choice.LEFT).read(path)
    assert found.outcome is Outcome.REFUSED, found
    assert "Intet er skrevet" in found.problem.hint
    return found.problem.message


@pytest.mark.parametrize("kind", FORMS)
def test_the_key_of_another_paper_is_refused(cases, kind):
    folder, mine, other = cases
    form = Filled(other[kind])
    key_of(form)._blob = key_of(Filled(mine[kind])).blob
    assert "sag 2026-014" in refused(folder, form)


@pytest.mark.parametrize("kind", FORMS)
def test_a_paper_pasted_over_another_is_refused(cases, kind):
    """The headers, the footers and the key are those of the paper below."""
    folder, mine, other = cases
    form = Filled(mine[kind])
    for element in list(form.body.iterchildren()):
        if element.tag != qn("w:sectPr"):
            form.body.remove(element)
    for element in reversed(list(Filled(other[kind]).body.iterchildren())):
        if element.tag != qn("w:sectPr"):
            form.body.insert(0, deepcopy(element))
    message = refused(folder, form)
    assert "sag 2026-014" in message or "står ikke mere" in message


@pytest.mark.parametrize("kind", FORMS)
@pytest.mark.parametrize("first", [True, False])
def test_two_papers_in_one_file_are_refused(cases, kind, first):
    folder, mine, other = cases
    form = Filled(mine[kind])
    pasted = [e for e in Filled(other[kind]).body.iterchildren() if e.tag != qn("w:sectPr")]
    at = 0 if first else len(form.body) - 1
    for element in reversed(pasted):
        form.body.insert(at, deepcopy(element))
    message = refused(folder, form)
    assert "sag 2026-014" in message or "to papirer" in message


@pytest.mark.parametrize(("kind", "pasted"), [("goals", "consent"), ("dialogue", "experience")])
def test_two_kinds_of_paper_in_one_file_are_refused(cases, kind, pasted):
    folder, mine, _ = cases
    form = Filled(mine[kind])
    for element in Filled(mine[pasted]).body.iterchildren():
        if element.tag != qn("w:sectPr"):
            form.body.insert(len(form.body) - 1, deepcopy(element))
    assert "to papirer" in refused(folder, form)


@pytest.mark.parametrize(
    ("part", "to"),
    [("runde", 2), ("papir", "samtykke"), ("udgave", "AAAAAA"), ("om", ""), ("modtager", "AAAAAA")],
)
def test_a_key_that_somebody_changed_is_refused(tmp_path, part, to):
    example = SECOND_ROUND if part == "runde" else ""
    kind = "invitation" if part == "modtager" else "goals"
    form = Filled(papers(tmp_path, "", [kind])[kind])
    made(tmp_path, UNANSWERED + example, [])
    blob = key_of(form).blob.decode()
    value = next(v for v in re.findall(r"<vt:lpwstr>(.*?)</vt:lpwstr>", blob) if '"papir"' in v)
    about = json.dumps(json.loads(value) | {part: to}, ensure_ascii=False)
    key_of(form)._blob = blob.replace(value, about).encode()
    path = tmp_path / "skema.docx"
    path.write_bytes(form.data)
    found = FormReader(Workspace(tmp_path), DAY, lambda _: Choice.LEFT).read(path)
    assert found.outcome is Outcome.REFUSED
    assert "filens egenskaber" in found.problem.message


def test_the_key_of_another_letter_is_refused(cases):
    """The tick of one reader is never the reply of another."""
    folder, mine, _ = cases
    form = Filled(mine["runde-1-indkaldelse-skole.docx"]).tick("svar", True, False, False, False)
    other = next(data for name, data in mine.items() if "indkaldelse-forælder" in name)
    key_of(form)._blob = key_of(Filled(other)).blob
    assert "står ikke mere" in refused(folder, form)


def test_the_key_of_another_round_is_refused(tmp_path):
    form = Filled(papers(tmp_path, "", ["goals"])["goals"])
    later = Filled(papers(tmp_path, SECOND_ROUND, ["goals"])["goals"])
    key_of(form)._blob = key_of(later).blob
    assert "mødedag" in refused(tmp_path, form)


@pytest.mark.parametrize("kind", FORMS)
def test_a_person_who_got_another_name_since_is_the_same(tmp_path, kind):
    form = Filled(papers(tmp_path, "", [kind])[kind])
    form.document.save(tmp_path / "skema.docx")
    path = case_folder(tmp_path) / "sag.yaml"
    path.write_text(path.read_text("utf-8").replace("Silje Ravn", "Asta Holm"), "utf-8")
    found = FormReader(Workspace(tmp_path), DAY, lambda _: Choice.LEFT).read(
        tmp_path / "skema.docx"
    )
    assert found.problem is None, found.problem.message


def test_a_case_that_has_another_number_since_is_the_same(tmp_path):
    path = tmp_path / "skema.docx"
    path.write_bytes(Filled(papers(tmp_path, "", ["goals"])["goals"]).data)
    sag = case_folder(tmp_path) / "sag.yaml"
    sag.write_text(f"nøgle: bcdfghjkmn\n{sag.read_text('utf-8')}", "utf-8")
    made_now = made_as_it_is(tmp_path, ["goals"], DAY, overwrite=True)
    path.write_bytes(made_now.documents[0].path.read_bytes())
    renumber(Workspace(tmp_path), sag.parent, "2026-077", "Dorte Lundgaard", datetime(2026, 2, 12))
    found = FormReader(Workspace(tmp_path), DAY, lambda _: Choice.LEFT).read(path)
    assert found.problem is None, found.problem.message


def test_a_form_without_a_key_is_not_read_into_another_case(cases):
    folder, mine, other = cases
    given = next((folder / "sager").iterdir())
    for data, is_refused in ((mine["goals"], False), (other["goals"], True)):
        form = Filled(data)
        relations = form.document.part.package.rels
        relations.pop(next(n for n, r in relations.items() if "custom-prop" in r.reltype))
        path = folder / "uden.docx"
        path.write_bytes(form.data)
        reader = FormReader(Workspace(folder), DAY, lambda _: Choice.LEFT, given)
        assert (reader.read(path).outcome is Outcome.REFUSED) is is_refused


def test_another_case_that_is_named_in_a_field_is_only_text(cases):
    folder, mine, _ = cases
    path = folder / "skema.docx"
    form = Filled(mine["goals"]).type("sagsresumé", "Sag 2026-014, Mikkel, er en ven")
    form.document.add_paragraph("Se også sag 2026-014, siger mor")
    path.write_bytes(form.data)
    found = FormReader(Workspace(folder), DAY, lambda _: Choice.LEFT).read(path)
    assert found.problem is None, found.problem.message

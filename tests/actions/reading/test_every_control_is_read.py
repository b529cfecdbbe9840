"""What is typed into any control of any form is written or told, after LibreOffice as well."""

import subprocess
from datetime import date

import pytest
from docx.oxml.ns import qn
from filled import W14, Filled, as_25_2_leaves_it, resaved, type_at_bookmark
from paper_case import ANSWERED, files, made

from samarbejde_cli.actions.read import FormReader
from samarbejde_cli.actions.reading.result import Choice
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.documents.catalogue import KINDS
from samarbejde_cli.files.pdf import find_converter
from samarbejde_cli.source.read import from_text

TODAY = date(2026, 2, 12)
LO = pytest.mark.skipif(find_converter() is None, reason="LibreOffice er ikke installeret")
FORMS = [kind for kind in KINDS.values() if kind.form]
UNSIGNED = "# samtykke.yaml\nunderskrifter: []\n"
TYPED = "Noget helt nyt"
ONLY_WITH = ("modtagere[].person", "seddel")
"""Fields that count with a tick only, or hold the form's own words."""


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """The workspace, and each form's bytes by its kind."""
    folder = tmp_path_factory.mktemp("forms")
    found = files(made(folder, ANSWERED + UNSIGNED, [kind.name for kind in FORMS]))
    by_stem = sorted(found, key=len)
    return folder, {k.name: found[next(n for n in by_stem if k.stem in n)] for k in FORMS}


def read(folder, data, name="skema.docx"):
    path = folder / name
    path.write_bytes(data)
    return FormReader(Workspace(folder), TODAY, lambda _: Choice.LEFT).read(path)


def typable(form):
    """The names of the controls that hold text, and no boxes, each once."""
    for tag in dict.fromkeys(form.tags()):
        control = form.controls(tag)[0]
        content = control.find(qn("w:sdtContent"))
        is_plain = content.find(qn("w:p")) is not None and not list(control.iter(f"{W14}checkbox"))
        if is_plain and not tag.endswith("?") and not tag.startswith(ONLY_WITH):
            yield tag


def told(found):
    comparison = found.comparison
    every = (comparison.changes, comparison.new_items, comparison.conflicts, comparison.leftovers)
    return [*(each for part in every for each in part), *([found.problem] if found.problem else [])]


def leaves(tree, route=()):
    if isinstance(tree, dict):
        return {k: v for key, each in tree.items() for k, v in leaves(each, (*route, key)).items()}
    if isinstance(tree, list):
        pairs = (leaves(each, (*route, n)) for n, each in enumerate(tree))
        return {key: value for each in pairs for key, value in each.items()}
    return {route: tree}


def value_of(route):
    """The route of a value: that of the list, for an item that is a text or that is new."""
    numbers = [at for at, step in enumerate(route) if isinstance(step, int)]
    return route[: numbers[-1]] if numbers and numbers[-1] == len(route) - 1 else route[:3]


@pytest.mark.parametrize("kind", [kind.name for kind in FORMS])
def test_what_is_typed_into_one_control_is_written_there_or_told(printed, kind):
    folder, forms = printed
    for tag in typable(Filled(forms[kind])):
        found = read(folder, Filled(forms[kind]).type(tag, TYPED).data)
        assert told(found), tag
        if found.changes and not found.problem:
            (file,) = found.files
            before, after = (
                leaves(from_text(file.path, each).data) for each in (file.source.text, file.text)
            )
            changed = {key for key in before | after if before.get(key) != after.get(key)}
            assert len({value_of(key) for key in changed}) == 1, (tag, changed)


def empty_fields(form):
    """The tags of the empty controls, each with the bookmark around it."""
    for control in form.body.iter(qn("w:sdt")):
        properties, mark = control.find(qn("w:sdtPr")), control.getprevious()
        if properties.find(qn("w:showingPlcHdr")) is not None:
            assert mark.tag == qn("w:bookmarkStart")
            yield properties.find(qn("w:tag")).get(qn("w:val")), mark.get(qn("w:name"))


@pytest.mark.parametrize("kind", [kind.name for kind in FORMS])
def test_what_is_typed_after_libreoffice_25_2_is_the_same(printed, kind):
    """It takes the names of empty fields away; the bookmarks are what is left."""
    folder, forms = printed
    assert not told(read(folder, as_25_2_leaves_it(Filled(forms[kind])).data))
    fields = dict(reversed([*empty_fields(Filled(forms[kind]))]))
    assert fields
    for tag, mark in fields.items():
        typed = read(folder, Filled(forms[kind]).type(tag, TYPED).data)
        left = as_25_2_leaves_it(Filled(forms[kind]))
        saved = read(folder, type_at_bookmark(left, mark, TYPED).data)
        both = [
            ([e.text for e in f.files], sorted(e.text for e in f.comparison.leftovers))
            for f in (typed, saved)
        ]
        assert both[0] == both[1], tag


@LO
def test_one_value_of_each_form_comes_through_libreoffice_alone(printed, tmp_path):
    """Type one value, save, read: just that value; and what stands in the margins is told."""
    folder, forms = printed
    changes = {}
    for kind, (tag, text, boxes) in ONE_VALUE.items():
        form = Filled(forms[kind])
        changes[kind] = form.tick(tag, *boxes) if boxes else form.type(tag, text)
        form.document.sections[0].footer.add_paragraph("Ring til mor")
        (tmp_path / f"{kind}.docx").write_bytes(form.data)
    paths = [tmp_path / f"{kind}.docx" for kind in ONE_VALUE]
    for path, saved in zip(paths, resaved(tmp_path, *paths), strict=True):
        typed, found = (read(folder, each.read_bytes()) for each in (path, saved))
        assert [each.text for each in found.files] == [each.text for each in typed.files], path.stem
        number = len(found.comparison.changes) + len(found.comparison.new_items)
        assert number + len(found.comparison.conflicts) == 1, path.stem
        assert [e.text for e in found.comparison.leftovers] == ["Ring til mor"], path.stem


ONE_VALUE = {
    "screening": ("visitation.helbred", "", (False, True)),
    "consent": ("oplysninger", "Min søvn", ()),
    "experience": ("formøde.oplevelse.generelt", "Det gav mening", ()),
    "invitation": ("svar", "", (False, False, True, False)),
    "goals": ("mål[1].frist", "3. april", ()),
    "meeting-checklist": ("møde.evaluering.den_unge", "Det gik godt", ()),
    "economy": ("opfølgning.økonomi[1].beløb", "25.000 kr.", ()),
    "dialogue": ("dialogskema[1].dato", "11. februar 2026", ()),
    "network-overview": ("indsatser[1].varighed", "et år", ()),
    "three-houses": ("formøde.tre_huse.håb", "At jeg får et job", ()),
}


@LO
def test_what_is_typed_into_all_controls_comes_through_libreoffice(printed, tmp_path):
    folder, forms = printed
    paths = {}
    for kind, data in forms.items():
        form = Filled(data)
        for number, tag in enumerate(typable(Filled(data))):
            if not tag.endswith((".telefon", ".email")):
                form.type(tag, f"{TYPED} {number}")
        paths[kind] = tmp_path / f"{kind}.docx"
        paths[kind].write_bytes(form.data)
    profile = f"-env:UserInstallation={(tmp_path / 'lo').as_uri()}"
    command = [find_converter(), profile, "--headless", "--convert-to", "docx"]
    command += ["--outdir", tmp_path / "gemt", *paths.values()]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    for kind, path in paths.items():
        both = path, tmp_path / "gemt" / path.name
        typed, saved = (read(folder, each.read_bytes()) for each in both)
        assert told(typed), kind
        texts = [{each.path.name: each.text for each in f.files} for f in (typed, saved)]
        assert texts[0] == texts[1], kind
        texts = [sorted(each.text for each in f.comparison.leftovers) for f in (typed, saved)]
        assert texts[0] == texts[1], kind

"""What is written beside the box of a line that stands for somebody or something is told."""

import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from filled import W14, Filled
from paper_case import DAY, files, made

from samarbejde_cli.actions.read import FormReader
from samarbejde_cli.actions.reading.result import Choice
from samarbejde_cli.actions.workspace import Workspace

UNSIGNED = "# samtykke.yaml\nunderskrifter: []\nmodtagere: [{person: Karin Friis}]\n"
ONLY = "kun om skolen"


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("forms")
    found = files(made(folder, UNSIGNED, ["consent", "screening"]))
    by_name = {name: data for name, data in found.items() if "forælder" not in name}
    return folder, {kind: next(d for n, d in by_name.items() if kind in n) for kind in
                    ("samtykke", "screening")}  # fmt: skip


def read(printed, form):
    folder, _ = printed
    path = folder / "skema.docx"
    path.write_bytes(form.data)
    return FormReader(Workspace(folder), DAY, lambda _: Choice.LEFT).read(path)


def lines(form, *, ticked):
    """The controls of the consent's lines whose box is ticked, or is not."""
    names = [tag for tag in dict.fromkeys(form.tags()) if tag.startswith("modtagere=")]
    boxes = {name: next(form.controls(name)[0].iter(f"{W14}checked")) for name in names}
    return [n for n in names if (boxes[n].get(f"{W14}val") == "1") is ticked]


def beside(form, name, text):
    last = [*form.controls(name)[0].iter(qn("w:p"))][-1]
    Paragraph(last, None).add_run(text)
    return form


@pytest.mark.parametrize("ticked", [True, False])
@pytest.mark.parametrize("text", [f" {ONLY}", f" {ONLY}, ja"])
def test_what_is_written_beside_somebody_who_may_know_is_told(printed, ticked, text):
    form = Filled(printed[1]["samtykke"])
    name = lines(form, ticked=ticked)[0]
    found = read(printed, beside(form, name, text))
    assert not found.changes
    (left,) = found.comparison.leftovers
    assert left.text.endswith(text.strip())
    assert len(left.text.split("\n")) == 2


def test_what_is_written_behind_the_name_is_told(printed):
    form = Filled(printed[1]["samtykke"])
    name = lines(form, ticked=True)[0]
    runs = [*form.controls(name)[0].iter(qn("w:t"))]
    runs[0].text = f"{runs[0].text} ({ONLY})"
    (left,) = read(printed, form).comparison.leftovers
    assert ONLY in left.text


def test_yes_beside_an_empty_box_is_a_tick_and_no_is_none(printed):
    form = Filled(printed[1]["samtykke"])
    name, other = lines(form, ticked=False)[:2]
    found = read(printed, beside(beside(form, name, " ja tak"), other, " nej"))
    assert len(found.comparison.new_items) == 1
    assert not found.comparison.leftovers


def test_no_beside_a_ticked_box_is_told(printed):
    form = Filled(printed[1]["samtykke"])
    found = read(printed, beside(form, lines(form, ticked=True)[0], " nej"))
    assert not found.changes
    assert [each.text.split("\n")[-1] for each in found.comparison.leftovers] == ["nej"]


@pytest.mark.parametrize("start", ["visitation.udelukket_fordi=", "visitation.tjekliste="])
def test_what_is_written_beside_a_statement_of_the_screening_is_told(printed, start):
    form = Filled(printed[1]["screening"])
    name = next(tag for tag in form.tags() if tag.startswith(start) and tag.endswith("?"))
    row = next(form.controls(name)[0].iterancestors(qn("w:tr")))
    cell = next(c for c in row.iter(qn("w:tc")) if next(c.iter(f"{W14}checked"), None) is not None)
    Paragraph([*cell.iter(qn("w:p"))][-1], None).add_run(f" {ONLY}")
    found = read(printed, form)
    assert any(ONLY in each.text for each in found.comparison.leftovers), found.comparison

"""Rows that were moved, exchanged, written over, cut or typed again: understood or told."""

import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from example_case import case_folder
from filled import W14, Filled
from paper_case import DAY, files, made

from samarbejde_cli.actions.read import FormReader
from samarbejde_cli.actions.reading.result import Choice
from samarbejde_cli.actions.workspace import Workspace

MEASURES = """\
# team.yaml
indsatser:
  - {støtte: Mentor, varighed: et halvt år, ansvarlig: Maja Toft}
  - {støtte: Kontaktperson, varighed: to år, ansvarlig: Anne Holm}
"""
GRANTS = """\
# runder/1.yaml
opfølgning:
  økonomi:
    - {bevilling: Mentor, betaler: Job og Uddannelse, beløb: 24000, ville_have_kostet: 190000,
       hos: Børn og Familier}
    - {bevilling: Fritidspas, betaler: Børn og Familier, beløb: 1500, ville_have_kostet: 0,
       hos: Job og Uddannelse}
"""
KINDS = ("goals", "meeting-checklist", "network-overview", "economy", "consent", "screening")
STEMS = dict(
    zip(
        KINDS,
        ("aftaleskema", "mødetjekliste", "overblik", "økonomiark", "samtykke", "screening"),
        strict=True,
    )
)
GOALS = ("Jeg skal møde op i skole tre dage om ugen", "Jeg vil sove om natten")


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("forms")
    return folder, files(made(folder, MEASURES + GRANTS, KINDS))


@pytest.fixture
def form(printed):
    """Return a form of a kind; the one for those who run the case, or of a reader."""

    def form(kind, reader=""):
        names = (name for name in printed[1] if STEMS[kind] in name and reader in name)
        return Filled(printed[1][min(names, key=len)])

    return form


@pytest.fixture
def read(printed):
    """Return what a form changes, and the texts and reasons that are told."""

    def read(form, **how):
        folder, _ = printed
        path = folder / "skema.docx"
        path.write_bytes(form.data)
        using = FormReader(Workspace(folder), DAY, lambda _: Choice.LEFT, **how)
        comparison = using.read(path).comparison
        changed = [(each.route, each.after) for each in comparison.changes]
        changed += [(each.items, each.lines) for each in comparison.new_items]
        told = [(each.text.split("\n")[0], each.why) for each in comparison.leftovers]
        told += [(each.route, "conflict") for each in comparison.conflicts]
        return changed, told

    return read


def typed_over(form, first, second, keys):
    """Write all of two rows into each other, as somebody does who wants another order."""
    said = {}
    for row in (first, second):
        for key in keys:
            content = form.controls(row + key)[0].find(qn("w:sdtContent"))
            said[row + key] = [Paragraph(p, None).text for p in content.iter(qn("w:p"))]
    for key in keys:
        form.type(first + key, *said[second + key]).type(second + key, *said[first + key])
    return form


ROWS = [
    ("goals", "personer[2].", "personer[3].", ("navn", "titel", "arbejdssted", "telefon")),
    ("goals", "indsatser[1].", "indsatser[2].", ("støtte", "varighed", "paragraf", "start")),
    ("network-overview", "personer[2].", "personer[3].", ("navn", "opgave", "telefon", "email")),
    ("network-overview", "indsatser[1].", "indsatser[2].", ("støtte", "varighed", "ansvarlig")),
    ("economy", "opfølgning.økonomi[1].", "opfølgning.økonomi[2].",
     ("bevilling", "betaler", "beløb", "ville_have_kostet", "hos")),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "first", "second", "keys"), ROWS)
def test_rows_that_changed_places_change_nothing(form, read, kind, first, second, keys):
    filled = form(kind)
    rows = [filled.row(first + keys[0]), filled.row(second + keys[0])]
    rows[1].addnext(rows[0])
    assert read(filled) == ([], [])
    assert read(typed_over(form(kind), first, second, keys)) == ([], [])


@pytest.mark.parametrize(("kind", "first", "second", "keys"), ROWS)
def test_names_alone_that_changed_places_are_told(form, read, kind, first, second, keys):
    changed, told = read(typed_over(form(kind), first, second, keys[:1]))
    assert not changed
    assert [why.startswith("Rækken har fået navnet fra en anden") for _, why in told] == [True] * 2


def test_goals_that_changed_places_are_told(form, read):
    filled = form("goals").type("mål[1].mål", GOALS[1]).type("mål[2].mål", GOALS[0])
    changed, told = read(filled)
    assert not changed
    assert len(told) == 2


@pytest.mark.parametrize(
    ("kind", "row", "more"),
    [
        ("goals", "personer[2].navn", "personer[2].telefon"),
        ("network-overview", "personer[2].navn", "personer[2].opgave"),
        ("meeting-checklist", "møde.deltagere[1]?", ""),
    ],
)
def test_another_person_in_a_row_gets_nothing_of_the_one_before(form, read, kind, row, more):
    """And what is typed about the new one is not written at the old one."""
    filled = form(kind).type(row, "Pia Lund")
    if more:
        filled.type(more, "11 22 33 44")
    changed, told = read(filled)
    assert not changed
    assert [text for text, _ in told] == ["Pia Lund"]


def test_participants_that_changed_places_are_the_same(form, read):
    filled = form("meeting-checklist")
    filled.type("møde.deltagere[1]?", "Karin F.").type("møde.deltagere[6]?", "Mette Ravn")
    assert read(filled) == ([], [])


def test_a_measure_that_was_written_over_keeps_nothing_of_the_one_before(form, read):
    """The form does not show who is responsible: that would stay and be wrong."""
    filled = form("goals").type("indsatser[1].støtte", "Fritidspas")
    assert read(filled)[0] == [("indsatser[1].støtte", ("Fritidspas",))]
    changed, told = read(filled.type("indsatser[1].varighed", "en sæson"))
    assert not changed
    assert told[0][1].startswith("Alt i rækken er skrevet om")


@pytest.mark.parametrize("kind", ["goals", "network-overview"])
def test_a_row_that_was_emptied_stays_whole(form, read, kind):
    filled = form(kind).type("indsatser[2].støtte", "").type("indsatser[2].varighed", "")
    changed, told = read(filled)
    assert not changed
    assert told[0][0] == "Kontaktperson"


def test_a_row_that_was_deleted_and_typed_again_is_the_same(form, read):
    filled = form("goals").delete_row("indsatser[2].støtte").delete_row("personer[2].navn")
    filled.type("indsatser[].støtte", "Kontaktperson").type("indsatser[].varighed", "to år")
    filled.type("personer[].navn", "Jonas B.").type("personer[].telefon", "57 00 00 21")
    assert read(filled) == ([], [])


def test_a_copied_row_is_told_until_it_says_something_new(form, read):
    filled = form("goals").copy_row("indsatser[1].støtte")
    changed, told = read(filled)
    assert not changed
    assert told == [("Mentor", "Rækken er en kopi, som ikke er ændret.")]
    filled.type("indsatser[1].støtte", "Mentor om morgenen")
    assert read(filled)[0] == [("indsatser", ("Mentor om morgenen", "et halvt år"))]


@pytest.mark.parametrize("how", [{}, {"takes_out": False}])
@pytest.mark.parametrize("reader", ["", "forælder.docx"])
def test_a_row_goes_out_only_by_the_whole_form_and_when_the_user_says_so(form, read, reader, how):
    changed, told = read(form("goals", reader).delete_row("indsatser[2].støtte"), **how)
    if reader or how:
        assert not changed
        assert 'samarbejde remove 2026-001 "indsatser[2]"' in told[0][1]
    else:
        assert changed == [("indsatser[2]", ())]


@pytest.mark.parametrize("reader", ["forælder.docx", "flere.docx", "flere-2.docx"])
def test_a_copy_that_shows_less_changes_nothing_of_the_rest(form, read, reader):
    assert read(form("goals", reader)) == ([], [])


def label(form, tag):
    """The text before the first field of a row, or in the line of a box."""
    control = form.controls(tag)[0]
    row = next(control.iterancestors(qn("w:tr")))
    inside = control if tag.startswith(("modtagere", "visitation")) else row
    texts = [t for t in inside.iter(qn("w:t")) if t.text and t.text.strip(" ☐☒")]
    return texts[0]


def lines(form, start):
    return [tag for tag in form.tags() if tag.startswith(start)]


@pytest.mark.parametrize("name", ["Ole Olsen", "Mette Ravn"])
@pytest.mark.parametrize(
    ("kind", "start"), [("consent", "underskrifter="), ("goals", "underskrifter=")]
)
def test_a_day_beside_another_name_is_nobodys_signature(form, read, kind, start, name):
    filled = form(kind)
    line = lines(filled, start)[0]
    label(filled, line).text = name
    changed, told = read(filled.type(line, "12/2"))
    assert not changed
    assert name in told[0][0] or told[0][0] == name


def test_a_tick_beside_another_name_is_nobodys_consent(form, read):
    filled = form("consent")
    line = lines(filled, "modtagere=")[0]
    first, *others = [
        t for t in filled.controls(line)[0].iter(qn("w:t")) if t.text and t.text.strip(" ☐☒")
    ]
    first.text = "Ole Olsen"
    for each in others:
        each.text = ""
    changed, told = read(filled)
    assert not changed
    assert told[0][0].endswith("Ole Olsen")


def test_a_tick_beside_another_statement_is_told(form, read):
    filled = form("screening")
    line = lines(filled, "visitation.tjekliste=")[0]
    label(filled, line).text = "Vil gerne have en hest"
    row = next(filled.controls(line)[0].iterancestors(qn("w:tr")))
    next(row.iter(f"{W14}checked")).set(f"{W14}val", "1")
    changed, told = read(filled)
    assert not changed
    assert told[0][0].startswith("Vil gerne have en hest")


def test_lines_that_were_deleted_are_told(form, read):
    filled = form("consent")
    control = filled.controls(lines(filled, "modtagere=")[0])[0]
    control.getparent().remove(control)
    changed, told = read(filled.delete_row(lines(filled, "underskrifter=")[0]))
    assert not changed
    assert [text for text, _ in told] == ["Birgit Kær", "Silje Ravn"]
    assert {why for _, why in told} == {"Linjen er slettet i skemaet. Det står stadig i sagen."}


def test_a_row_whose_item_was_taken_out_is_not_another_that_is_like_it(tmp_path):
    """Both measures last as long; what is typed at the one never comes to the other."""
    found = files(made(tmp_path, ALIKE, ["goals"]))
    form = Filled(found[min(found, key=len)]).type("indsatser[1].paragraf", "§ 31 b")
    (tmp_path / "skema.docx").write_bytes(form.data)
    team = case_folder(tmp_path) / "team.yaml"
    text = team.read_text("utf-8")
    mentor = text[text.index("- støtte: Mentor") : text.index("- støtte: Kontaktperson")]
    team.write_text(text.replace(mentor, ""), "utf-8")
    using = FormReader(Workspace(tmp_path), DAY, lambda _: Choice.LEFT)
    comparison = using.read(tmp_path / "skema.docx").comparison
    assert not comparison.changes
    assert not comparison.conflicts
    assert "taget ud af sagen" in comparison.leftovers[0].why


ALIKE = """\
# team.yaml
indsatser:
  - {støtte: Mentor, varighed: et halvt år}
  - {støtte: Kontaktperson, varighed: et halvt år}
"""

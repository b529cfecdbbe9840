"""A municipality's old letters become templates that pass the check, or it is told what is left."""

import json

import pytest
from example_case import build
from merge_letters import code, field, merge, paragraph, with_data_source
from word_files import docx, p, r, table, texts_of

LETTER = docx(
    paragraph(merge("Fornavn"), " ", merge("Efternavn"))
    + paragraph(merge("Adresselinje1"))
    + paragraph(merge("Postnr"), " ", merge("By"))
    + paragraph(field(' DATE \\@ "d. MMMM yyyy" ', result=r("1. maj 2019")))
    + paragraph("Møde om ", merge("Barnets_navn", "\\* Upper", "<w:b/>"), " ",
                merge("Mødedato", "\\@ \"dddd 'den' d. MMMM yyyy\""), " kl. ",
                merge("Mødetid", '\\@ "HH:mm"'), " i ", merge("Mødested"))
    + paragraph(field(" IF ", merge("Skole"), ' <> "" "Skole: ', merge("Skole"), '" "',
                      code("ukendt", "<w:i/>"), '"', result=r("x")))
    + paragraph("Hilsen «Sagsbehandler», ", merge("Kommune"))
)  # fmt: skip
EXPECTED = [
    "{{ modtager.navn }}",
    '{{ modtager.linjer | join("\\n") }}',
    "{{ dokument.dato | dato }}",
    (
        "Møde om {{ ung.navn | upper }} {{ møde.dato | langdato }} kl. "
        '{{ møde.start | dato("HH:mm") }} i {{ møde.lokale }}'
    ),
    '{% if ung.skole %}Skole: {{ ung.skole | default("") }}{% else %}ukendt{% endif %}',
    "Hilsen {{ koordinator.navn }}, {{ kommune.navn }}",
]


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    root = tmp_path / "Ungeteam Sorø"
    build(root)
    (root / "skabeloner").mkdir()
    monkeypatch.chdir(root)
    monkeypatch.setenv("SAMARBEJDE_DAG", "2026-02-24")
    return root


@pytest.fixture
def letter(workspace):
    path = workspace / "gammelt brev.docx"
    path.write_bytes(with_data_source(LETTER))
    return path


def test_a_letter_becomes_a_template_that_passes_the_check_and_is_used(workspace, letter, run):
    before = letter.read_bytes()
    target = "skabeloner/indkaldelse-første.docx"
    arguments = ("templates", "convert", letter.name, "--kind", "indkaldelse", "--output", target)
    code, out, err = run(*arguments)
    assert (code, err) == (0, "")
    assert letter.read_bytes() == before
    made = (workspace / target).read_bytes()
    assert texts_of(made) == EXPECTED
    assert b"borgere" not in made
    assert "Skabelonen har ingen fejl." in out
    assert "datakilden" in out
    assert "Tilbage" not in out
    assert max(map(len, out.splitlines())) <= 80
    assert run("templates", "check", target).code == 0
    (case,) = [each.name for each in (workspace / "sager").iterdir() if each.is_dir()]
    assert run("render-invitation", case, "--draft", "--output", "ud").code == 0
    papers = [texts_of(path.read_bytes()) for path in (workspace / "ud").glob("*.docx")]
    assert papers
    assert all("tirsdag den 3. marts 2026 kl. 09:00" in "".join(each) for each in papers)


def test_the_new_file_has_a_name_by_which_the_check_knows_its_fields(workspace, letter, run):
    assert run("templates", "convert", letter.name, "--kind", "invitation").code == 0
    assert run("templates", "check", "indkaldelse fra gammelt brev.docx").code == 0
    assert run("templates", "convert", letter.name, "--output", "skabeloner").code == 0
    assert (workspace / "skabeloner" / "gammelt brev som skabelon.docx").exists()


def test_nothing_is_ever_written_over(workspace, letter, run):
    there = workspace / "indkaldelse fra gammelt brev.docx"
    there.write_bytes(b"mit")
    code, _, err = run("templates", "convert", letter.name, "--kind", "indkaldelse")
    assert (code, there.read_bytes()) == (1, b"mit")
    assert "findes allerede" in err
    before = letter.read_bytes()
    assert run("templates", "convert", letter.name, "--output", letter.name).code == 1
    assert letter.read_bytes() == before


def test_a_trial_writes_nothing(workspace, letter, run):
    before = sorted(workspace.rglob("*"))
    code, out, _ = run("templates", "convert", letter.name, "--kind", "indkaldelse", "--dry-run")
    assert code == 0
    assert "(ikke skrevet)" in out
    assert sorted(workspace.rglob("*")) == before


def test_what_is_left_is_told_with_its_place_and_what_to_do(workspace, run):
    xml = paragraph("Kære ", merge("Hund")) + paragraph(merge("Dato")) + paragraph(merge("Tlf"))
    (workspace / "brev.docx").write_bytes(docx(xml + paragraph(field(" SKIPIF 1 = 1 "))))
    code, out, _ = run("templates", "convert", "brev.docx", "--kind", "indkaldelse")
    assert code == 1
    for told in (
        "brødtekst, afsnit 1",
        "»Hund« findes ikke",
        "templates fields indkaldelse",
        "{{ møde.dato }}",
        "SKIPIF 1 = 1: Brevet springer ingen over.",
        "Skabelonen har 3 fejl",
    ):
        assert told in " ".join(out.split())
    found = json.loads(
        run("templates", "check", "indkaldelse fra brev.docx", "--format", "json").out
    )
    fields = [each["field"] for each in found["templates"][0]["mistakes"]]
    assert fields == ["Hund", "Dato", "Tlf"]


def test_the_table_of_fields_can_be_changed(workspace, run):
    (workspace / "brev.docx").write_bytes(docx(paragraph(merge("Dato"), " ", merge("Navn"))))
    arguments = (
        "templates",
        "convert",
        "brev.docx",
        "--kind",
        "agenda",
        "--mapping",
        "felter.yaml",
    )
    assert run(*arguments).code == 0
    assert not (workspace / "dagsorden fra brev.docx").exists()
    table = workspace / "felter.yaml"
    assert "Dato:  # måske dokument.dato eller møde.dato\nNavn: ung.navn\n" in table.read_text(
        "utf-8"
    )
    table.write_text("Dato: møde\nNavn: ung.navn\n", "utf-8")
    code, out, _ = run(*arguments, "--dry-run")
    assert (code, "»felt_møde« findes ikke" in out) == (1, True)
    table.write_text("Dato: møde.dato\nNavn: '{{ ung.navn | upper }}'\n", "utf-8")
    assert run(*arguments).code == 0
    made = (workspace / "dagsorden fra brev.docx").read_bytes()
    assert texts_of(made) == ["{{ møde.dato }} {{ ung.navn | upper }}"]


@pytest.mark.parametrize("written", ["- a\n", "Navn: [a]\n", "Navn: a\nNavn: b\n", ""])
def test_a_table_that_is_none_is_told(workspace, run, written):
    (workspace / "brev.docx").write_bytes(docx(paragraph(merge("Navn"))))
    (workspace / "felter.yaml").write_text(written, "utf-8")
    code, _, err = run("templates", "convert", "brev.docx", "--mapping", "felter.yaml")
    assert code == 1
    assert "felter.yaml" in err
    assert "Navn: modtager.navn" in err


def test_several_letters_and_one_that_is_none(workspace, letter, run):
    (workspace / "gammel.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    code, _, err = run("templates", "convert", "gammel.doc", letter.name)
    assert code == 1
    assert "gamle Word-format (.doc)" in err
    assert ".docx" in err
    assert (workspace / "gammelt brev som skabelon.docx").exists()
    (workspace / "fil").write_bytes(b"")
    code, _, err = run("templates", "convert", letter.name, "--output", "fil/mappe")
    assert (code, "Traceback" in err) == (1, False)
    assert run("templates", "convert", letter.name, "--output", "ny/mappe").code == 0
    assert (workspace / "ny" / "mappe" / "gammelt brev som skabelon.docx").exists()
    assert run("templates", "convert", "gammel.doc", letter.name, "--output", "a.docx").code == 2


def test_a_letter_without_fields_is_told(workspace, run):
    (workspace / "brev.docx").write_bytes(docx(p("Kære ven")))
    code, out, _ = run("templates", "convert", "brev.docx")
    assert code == 0
    assert "ingen flettefelter" in out


def test_json_has_a_version_the_fields_and_what_is_left(workspace, run):
    (workspace / "brev.docx").write_bytes(docx(paragraph(merge("Navn"), " ", merge("Hund"))))
    arguments = ("templates", "convert", "brev.docx", "--kind", "agenda", "--format", "json")
    code, out, _ = run(*arguments)
    found = json.loads(out)
    (letter,) = found["letters"]
    assert (code, found["version"], letter["kind"], letter["mistakes"]) == (1, 1, "dagsorden", 1)
    assert letter["fields"] == {"Navn": "ung.navn", "Hund": None}
    assert letter["converted"][0]["new"] == "{{ ung.navn }}"
    assert "»Hund« findes ikke" in letter["left"][0]["message"]


def test_a_list_in_a_table_becomes_a_loop_over_the_people_of_the_kind(workspace, run):
    rows = [f"<w:p>{next_}{merge('Navn')}</w:p>" for next_ in ("", field(" NEXT "))]
    cells = [f"<w:p>{merge('Tlf')}</w:p>"] * 2
    xml = table(*zip(rows, cells, strict=True)) + paragraph(merge("Kommune"))
    (workspace / "brev.docx").write_bytes(docx(xml))
    arguments = ("templates", "convert", "brev.docx", "--kind", "goals", "--mapping", "felter.yaml")
    assert run(*arguments).code == 0
    felter = workspace / "felter.yaml"
    assert "NEXT:  # måske plan.underskrifter[], forældre[]" in felter.read_text("utf-8")
    felter.write_text(
        "NEXT: forældre[]\nNEXT Navn: forældre[].navn\nNEXT Tlf: forældre[].telefon\n", "utf-8"
    )
    code, out, _ = run(*arguments)
    assert code == 0, out
    made = (workspace / "mål-og-aftaleskema fra brev.docx").read_bytes()
    assert [each for each in texts_of(made) if each] == [
        "{%tr for en in forældre %}", "{{ en.navn }}", '{{ en.telefon | default("") }}',
        "{%tr endfor %}", "{{ kommune.navn }}",
    ]  # fmt: skip

"""``samarbejde read``: what is shown, what is refused, and with which exit code."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from copy import deepcopy
from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from example_case import build, case_folder
from filled import Filled
from paper_case import SECOND_ROUND, files, made
from rights import ordinary_rights
from word_files import png

from samarbejde_cli.actions.many_cases import FEW
from samarbejde_cli.case.case import load_case
from samarbejde_cli.documents.catalogue import KINDS
from samarbejde_cli.files.lock import locked
from samarbejde_cli.files.write import digest_of


@pytest.fixture
def read(run, tmp_path):
    """Run ``read`` on forms by name and content in a workspace."""

    def read(forms, *options):
        for name, data in forms.items():
            (tmp_path / name).write_bytes(data.data if isinstance(data, Filled) else data)
        paths = [str(tmp_path / name) for name in forms]
        return run("read", *paths, *options, "--workspace", str(tmp_path),
                   SAMARBEJDE_DAG="2026-02-12", SAMARBEJDE_BRUGER="Dorte Lundgaard")  # fmt: skip

    return read


@pytest.fixture
def paper(tmp_path):
    papers = files(made(tmp_path, "", ["goals"]))
    return papers[min(papers, key=len)]


def contents(folder):
    files = (path for path in case_folder(folder).rglob("*.yaml"))
    return {path.name: digest_of(path.read_bytes()) for path in files}


def as_it_is(name, part):
    del name
    return part


def repacked(data, change=as_it_is, **more):
    stream = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        for name, part in more.items():
            new.writestr(name, part)
    return stream.getvalue()


def test_a_change_is_shown_written_and_told(read, tmp_path, paper):
    filled = Filled(paper).type("mål[1].mål", "Jeg vil i skole")
    screen = read({"skema.docx": filled}, "--yes")
    assert screen.code == 0
    assert "mål[1].mål: Jeg skal møde op i skole tre dage om ugen → Jeg vil i skole" in screen.out
    assert "Skrevet i" in screen.out
    assert "Jeg vil i skole" in (case_folder(tmp_path) / "plan.yaml").read_text("utf-8")


def test_a_form_whose_copy_was_read_is_said_to_be_unchanged(read, run, tmp_path, paper):
    filled = Filled(paper).type("mål[1].mål", "Jeg vil i skole").data
    own = case_folder(tmp_path) / "dokumenter" / "runde-1-mål-og-aftaleskema.docx"
    assert run("render-goals", case_folder(tmp_path).name, "--workspace", str(tmp_path),
               SAMARBEJDE_DAG="2026-02-12").code == 0  # fmt: skip
    assert own.exists()
    own.write_bytes(filled)
    assert (
        read({"kopi.docx": repacked(filled, **{"customXml/note.xml": b"<note/>"})}, "--yes").code
        == 0
    )
    screen = run("read", case_folder(tmp_path).name, "--workspace", str(tmp_path),
                 SAMARBEJDE_DAG="2026-02-12")  # fmt: skip
    assert (screen.code, screen.err) == (0, "")
    assert screen.out.endswith("1 fil: 1 uden ændringer.\n")


def test_without_a_terminal_it_asks_for_yes(read, tmp_path, paper):
    before = contents(tmp_path)
    screen = read({"skema.docx": Filled(paper).type("mål[1].mål", "Jeg vil")})
    assert screen.code == 2
    assert "--yes" in screen.err
    assert contents(tmp_path) == before


def test_the_difference_is_only_shown(read, tmp_path, paper):
    before = contents(tmp_path)
    screen = read({"skema.docx": Filled(paper).type("mål[1].mål", "Jeg vil")}, "--diff")
    assert screen.code == 0
    assert re.search(r"^\+.*mål: Jeg vil$", screen.out, re.MULTILINE)
    assert contents(tmp_path) == before


def test_json_shows_and_writes_with_yes(read, tmp_path, paper):
    filled = Filled(paper).type("mål[1].mål", "Jeg vil")
    before = contents(tmp_path)
    (shown,) = json.loads(read({"skema.docx": filled}, "--format", "json").out)["forms"]
    assert (shown["outcome"], shown["changes"][0]["route"]) == ("proposed", "mål[1].mål")
    assert contents(tmp_path) == before
    assert read({"skema.docx": filled}, "--format", "json", "--yes").code == 0
    assert contents(tmp_path) != before


def test_a_conflict_has_exit_code_1_and_is_settled_by_a_side(read, tmp_path, paper):
    plan = case_folder(tmp_path) / "plan.yaml"
    text = plan.read_text("utf-8").replace("Jeg skal møde op i skole tre dage om ugen", "Jeg vil A")
    plan.write_text(text, "utf-8")
    filled = Filled(paper).type("mål[1].mål", "Jeg vil B")
    screen = read({"skema.docx": filled}, "--yes")
    assert screen.code == 1
    assert "sagen:  Jeg vil A\n    skemaet: Jeg vil B" in screen.out
    assert read({"skema.docx": filled}, "--yes", "--mine").code == 0
    assert read({"skema.docx": filled}, "--yes", "--theirs").code == 0
    assert "Jeg vil B" in plan.read_text("utf-8")


BAD = {
    "no word file": (lambda _: b"hej", "ikke en Word-fil"),
    "pdf": (lambda _: b"%PDF-1.4", "PDF"),
    "empty": (lambda _: b"", "Filen er tom og ikke en Word-fil. hjælp: Hent den igen"),
    "broken part": (
        lambda data: repacked(
            data, lambda name, part: part[:3000] if name == "word/document.xml" else part
        ),
        "XML kan ikke læses. hjælp: Åbn filen i Word",
    ),
    "edited key": (
        lambda data: repacked(data, lambda name, part: part.replace(b'"runde": 1', b'"runde": 2')
                              if name == "docProps/custom.xml" else part), "fra runde 2",
    ),
    "torn": (lambda data: data[: len(data) // 2], "beskadiget"),
    "password": (
        lambda _: b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "adgangskode",
    ),
    "macros": (lambda data: repacked(data, **{"word/vbaProject.bin": b"x"}), "makroer"),
    "bomb": (
        lambda data: repacked(data, **{"word/media/a.png": bytes(3 << 20)}), "fylder urimeligt",
    ),
    "without origin": (
        lambda data: repacked(data, lambda name, part: b'<Properties xmlns="x"/>'
                              if name == "docProps/custom.xml" else part), "--case",
    ),
    "newer": (
        lambda data: repacked(data, lambda name, part: part.replace(
            "mål-og-aftaleskema".encode(), b"nyt-skema")
            if name == "docProps/custom.xml" else part), "nyere udgave",
    ),
    "template": (
        lambda data: repacked(data, lambda name, part: part.replace(
            b"document.main", b"template.main")
            if name == "[Content_Types].xml" else part), "Word-skabelon",
    ),
    "another case": (
        lambda data: repacked(data, lambda name, part: re.sub(
            rb'"sag": "[^"]*', b'"sag": "2020-999', part)
            if name == "docProps/custom.xml" else part), "ikke er i denne arbejdsmappe",
    ),
}  # fmt: skip


@pytest.mark.parametrize("bad", BAD)
def test_a_bad_file_is_told_and_nothing_is_lost(read, tmp_path, paper, bad):
    before = contents(tmp_path)
    broken, words = BAD[bad]
    screen = read({"skema.docx": broken(paper)}, "--yes")
    assert screen.code == 1
    assert words in " ".join(screen.out.split())
    assert "Traceback" not in screen.out + screen.err
    assert contents(tmp_path) == before


def test_a_form_with_a_relation_to_a_part_that_is_not_there_is_read(read, paper):
    """As LibreOffice leaves a chart's workbook when the form was an .odt in between."""
    filled = Filled(paper).type("mål[1].mål", "Jeg vil i skole").data
    end = b"</Relationships>"
    lost = b'<Relationship Id="rIdX" Type="x/package" Target="embeddings/tal.xlsx"/>'
    data = repacked(filled, lambda name, part: part.replace(end, lost + end)
                    if name == "word/_rels/document.xml.rels" else part)  # fmt: skip
    screen = read({"skema.docx": data}, "--diff")
    assert screen.code == 0
    assert "Jeg vil i skole" in screen.out


def test_with_yes_a_deleted_row_is_told_and_theirs_takes_it_out(read, tmp_path, paper):
    cut = Filled(paper).delete_row("indsatser[1].støtte")
    before = contents(tmp_path)
    screen = read({"skema.docx": cut}, "--yes")
    assert screen.code == 1
    assert "Rækken er slettet i skemaet. Den står stadig i sagen." in " ".join(screen.out.split())
    assert contents(tmp_path) == before
    assert "(slettet)" in read({"skema.docx": cut}, "--yes", "--theirs").out
    assert not load_case(case_folder(tmp_path)).team.measures


def test_one_broken_form_does_not_stop_the_others(run, tmp_path, paper):
    folder = tmp_path / "skemaer"
    folder.mkdir()
    (folder / "a.docx").write_bytes(b"hej")
    (folder / "b.docx").write_bytes(Filled(paper).type("mål[1].mål", "Jeg vil").data)
    (folder / "~$b.docx").write_bytes(b"Word")
    screen = run("read", str(folder), "--yes", "--workspace", str(tmp_path))
    assert screen.code == 1
    assert screen.out.splitlines()[-1] == "2 filer: 1 skrevet, 1 ikke læst."


def test_a_case_that_another_process_writes_is_left_alone(read, tmp_path, paper):
    before = contents(tmp_path)
    with locked(case_folder(tmp_path)):
        screen = read({"skema.docx": Filled(paper).type("mål[1].mål", "Jeg vil")}, "--yes")
    assert screen.code == 1
    assert contents(tmp_path) == before


def test_a_form_without_origin_is_read_with_case(read, tmp_path, paper):
    bare = BAD["without origin"][0](paper)
    number = case_folder(tmp_path).name
    assert read({"skema.docx": bare}, "--case", number).code == 0
    changed = Filled(bare).type("mål[1].mål", "Jeg vil")
    assert read({"skema.docx": changed}, "--case", number).code == 1
    assert read({"skema.docx": changed}, "--case", number, "--theirs", "--yes").code == 0


def test_comments_and_tracked_changes_are_told(read, paper):
    filled = Filled(paper)
    content = filled.controls("mål[1].mål")[0].find(qn("w:sdtContent"))
    run = next(content.iter(qn("w:r")))
    gone = OxmlElement("w:del")
    run.addprevious(gone)
    gone.append(run)
    run.find(qn("w:t")).tag = qn("w:delText")
    added = OxmlElement("w:ins")
    new = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "Jeg vil i skole"
    new.append(text)
    added.append(new)
    gone.addnext(added)
    paragraph = filled.document.paragraphs[0]
    filled.document.add_comment(paragraph.runs, text="Husk mormor", author="Karin", initials="K")
    screen = read({"skema.docx": filled}, "--yes")
    assert screen.code == 0
    assert "→ Jeg vil i skole" in screen.out
    assert "1 tilføjelse og 1 sletning" in screen.out
    assert "kommentar: Karin: Husk mormor" in screen.out


def test_one_more_column_is_told_with_its_text(read, paper):
    filled = Filled(paper)
    row = next(filled.controls("mål[1].mål")[0].iterancestors(qn("w:tr")))
    cell = deepcopy(row.findall(qn("w:tc"))[-1])
    for control in list(cell.iter(qn("w:sdt"))):
        control.getparent().remove(control)
    for mark in list(cell.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))):
        mark.getparent().remove(mark)
    paragraph = cell.find(qn("w:p"))
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "Husk bussen"
    run.append(text)
    paragraph.append(run)
    row.append(cell)
    screen = read({"skema.docx": filled}, "--yes")
    assert screen.code == 1
    assert "»Husk bussen«" in screen.out


def test_tracked_moves_are_read_as_accepted_and_told(read, tmp_path, paper):
    filled = Filled(paper)
    content = filled.controls("mål[1].mål")[0].find(qn("w:sdtContent"))
    run = next(content.iter(qn("w:r")))
    moved, there = OxmlElement("w:moveFrom"), OxmlElement("w:moveTo")
    run.addprevious(moved)
    moved.append(run)
    target = filled.controls("sagsresumé")[0].find(qn("w:sdtContent"))
    paragraph = OxmlElement("w:p")
    there.append(deepcopy(run))
    paragraph.append(there)
    target.append(paragraph)
    screen = read({"skema.docx": filled}, "--yes")
    assert screen.code == 1
    assert "Feltet mål er tomt i skemaet" in screen.out
    assert "(1 flytning)" in screen.out
    plan = (case_folder(tmp_path) / "plan.yaml").read_text("utf-8")
    assert plan.count("Jeg skal møde op i skole tre dage om ugen") == 2


def test_a_pasted_picture_does_not_disturb(read, paper):
    filled = Filled(paper).type("mål[1].mål", "Jeg vil i skole")
    picture = BytesIO(png(3000, 2000) + Random(1).randbytes(6_000_000))
    cell = next(filled.controls("mål[1].mål")[0].iterancestors(qn("w:tc")))
    filled.document.add_picture(picture)
    cell.append(filled.body[-2])
    screen = read({"skema.docx": filled}, "--yes")
    assert screen.code == 0
    assert "→ Jeg vil i skole" in screen.out


def test_a_form_of_another_case_than_the_named_one(read, tmp_path, paper):
    other = case_folder(tmp_path).parent / "2026-777"
    shutil.copytree(case_folder(tmp_path), other)
    before = contents(tmp_path)
    screen = read({"skema.docx": Filled(paper).type("mål[1].mål", "Jeg vil")}, "--case", other.name)
    assert screen.code == 1
    assert "er lavet til en anden sag" in screen.out
    assert contents(tmp_path) == before


def test_two_forms_that_disagree_and_one_that_is_read_twice(read, paper):
    forms = {
        f"{name}.docx": Filled(paper).type("mål[1].mål", f"Jeg vil {name}").data for name in "ab"
    }
    screen = read(forms, "--yes", "--theirs")
    assert screen.code == 1
    assert "sagen:  Jeg vil a\n    skemaet: Jeg vil b" in screen.out
    again = read({"a.docx": forms["a.docx"]}, "--yes")
    assert again.code == 0
    assert "er læst før" in again.out
    newer = Filled(forms["a.docx"]).type("mål[1].mål", "Jeg vil alligevel c")
    corrected = read({"a.docx": newer}, "--yes")
    assert corrected.code == 0
    assert "(er rettet, siden det blev læst den 12-02-2026)" in corrected.out
    assert "Jeg vil a → Jeg vil alligevel c" in corrected.out


def test_every_form_without_origin_is_known_by_its_fields(run, tmp_path):
    kinds = [kind.name for kind in KINDS.values() if kind.form and not kind.form.letter]
    forms = files(made(tmp_path, "", kinds))
    folder = tmp_path / "skemaer"
    folder.mkdir()
    for name, data in forms.items():
        (folder / name).write_bytes(BAD["without origin"][0](data))
    number = case_folder(tmp_path).name
    before = contents(tmp_path)
    asked = "read", str(folder), "--workspace", str(tmp_path)
    assert f"{len(forms)} er ikke skemaer" in run(*asked, "--yes").out
    screen = run(*asked, "--case", number, "--diff", SAMARBEJDE_DAG="2026-02-12")
    assert f"{len(forms)} uden ændringer" in screen.out
    assert contents(tmp_path) == before


def test_the_number_of_a_case_means_its_forms_that_somebody_filled_in(run, tmp_path, paper):
    folder = case_folder(tmp_path) / "dokumenter"
    asked = "read", case_folder(tmp_path).name, "--yes", "--workspace", str(tmp_path)
    env = {"SAMARBEJDE_DAG": "2026-02-12"}
    nothing = run(*asked, **env)
    assert nothing.code == 2
    assert "er udfyldt, siden de blev lavet" in nothing.err
    path = folder / "runde-1-mål-og-aftaleskema.docx"
    path.write_bytes(Filled(paper).type("mål[1].mål", "Jeg vil i skole").data)
    (folder / "noter.docx").write_bytes(b"PK")
    screen = run(*asked, **env)
    assert "→ Jeg vil i skole" in screen.out
    goals = "render-goals", asked[1], *asked[3:]
    again = run(*goals, **env)
    assert again.code == 0, again
    copy = folder / "runde-1-mål-og-aftaleskema (tidligere 1).docx"
    assert Filled(copy.read_bytes()).document
    path.write_bytes(Filled(path.read_bytes()).type("mål[1].mål", "Jeg vil ud").data)
    kept = run(*goals, **env)
    assert "er rettet i Word" in kept.err


def test_a_folder_inside_that_cannot_be_read_is_told_and_the_others_are_read(run, tmp_path, paper):
    for name in ("a", "b"):
        (tmp_path / "skemaer" / name).mkdir(parents=True)
    (tmp_path / "skemaer/b/skema.DOCX").write_bytes(paper)
    (tmp_path / "skemaer/a").chmod(0)
    with ordinary_rights():
        screen = run("read", str(tmp_path / "skemaer"), "--workspace", str(tmp_path),
                     SAMARBEJDE_DAG="2026-02-12")  # fmt: skip
    assert screen.code == 1
    assert "a kan ikke læses: du har ikke adgang til den" in screen.out
    assert "Uden ændringer: skema.DOCX." in screen.out


def test_unchanged_forms_of_a_folder_are_named_together_and_the_others_shown(run, tmp_path, paper):
    folder = tmp_path / "skemaer"
    folder.mkdir()
    for name in "abcdefghij":
        (folder / f"{name}.docx").write_bytes(paper)
    (folder / "z.docx").write_bytes(Filled(paper).type("mål[1].mål", "Jeg vil i skole").data)
    asked = "--diff", "--workspace", str(tmp_path)
    screen = run("read", str(folder), *asked, SAMARBEJDE_DAG="2026-02-12")
    assert screen.code == 0
    assert "Intet er ændret" not in screen.out
    assert "Jeg vil i skole" in screen.out
    told = " ".join(screen.out.split())
    assert "Uden ændringer: a.docx, b.docx, c.docx, d.docx, e.docx, f.docx, g.docx, h.docx" in told
    assert "og 2 til. 11 filer: " in told
    alone = run("read", str(folder / "a.docx"), *asked, SAMARBEJDE_DAG="2026-02-12")
    assert "Intet er ændret i skemaet." in alone.out


def test_a_case_without_papers_has_no_forms_to_read(run, tmp_path, paper):
    del paper
    screen = run("read", case_folder(tmp_path).name, "--workspace", str(tmp_path))
    assert screen.code == 2
    assert "Ingen af skemaerne fra sagen" in screen.err


def test_other_papers_of_a_folder_are_named_together(run, tmp_path):
    papers = files(made(tmp_path, "", ["goals", "agenda", "roles", "script"]))
    folder = tmp_path / "alt"
    folder.mkdir()
    for name, data in papers.items():
        (folder / name).write_bytes(data)
    others = sorted(name for name in papers if "aftaleskema" not in name)
    screen = run("read", str(folder), "--workspace", str(tmp_path), SAMARBEJDE_DAG="2026-02-12")
    assert screen.code == 0
    told = " ".join(screen.out.split())
    assert f"Ikke skemaer, eller uden oplysning om deres sag: {others[0]}, " in told
    assert f"{others[7]} og {len(others) - 8} til." in told
    assert "ikke et skema" not in told
    assert "tilbage til dig" not in told


def test_ctrl_c_between_forms_stops_at_once_and_leaves_whole_files(tmp_path, paper):
    folder = tmp_path / "skemaer"
    folder.mkdir()
    for number in range(FEW + 1):
        text = f"Jeg vil {number}"
        (folder / f"{number:03}.docx").write_bytes(Filled(paper).type("mål[1].mål", text).data)
    command = [sys.executable, "-m", "samarbejde_cli", "read", folder, "--yes", "--theirs",
               "--workspace", tmp_path]  # fmt: skip
    environment = {**os.environ, "PYTHONUNBUFFERED": "1", "SAMARBEJDE_DAG": "2026-02-12"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        process.stdout.read()
        assert process.wait(timeout=60) == 130
    assert load_case(case_folder(tmp_path)).is_whole
    assert not list(case_folder(tmp_path).glob("*.tmp*"))


def test_old_letters_in_a_folder_are_named_together_and_replies_are_written(run, tmp_path):
    folder = tmp_path / "breve"
    folder.mkdir()
    for name, data in files(made(tmp_path, UNANSWERED, ["invitation"])).items():
        (folder / name).write_bytes(data)
    ticked = Filled((folder / "runde-1-indkaldelse-skole.docx").read_bytes())
    ticked.tick("svar", True, False, False, False)
    (folder / "svar.docx").write_bytes(ticked.data)

    def read(*options):
        return run("read", str(folder), *options, "--workspace", str(tmp_path),
                   SAMARBEJDE_DAG="2026-02-12")  # fmt: skip

    done = read("--yes")
    assert "svar: (tomt) → 1, relevant, deltager" in done.out
    assert done.out.endswith("filer: 1 skrevet, 2 uden ændringer.\n")
    assert done.code == 0
    build(tmp_path, SECOND_ROUND)
    again = read("--yes")
    assert "Ikke udfyldt, og til noget, som er forbi eller ændret:\n" in again.out
    assert "Læst før, og fra noget, som er forbi: svar.docx." in again.out
    assert again.code == 0
    alone = run("read", str(folder / "svar.docx"), "--workspace", str(tmp_path))
    assert "svar.docx er fra runde 1" in alone.out + alone.err
    assert alone.code == 1
    ticked.tick("svar", False, True, False, False)
    (folder / "svar.docx").write_bytes(ticked.data)
    changed = read("--yes")
    assert "svar.docx er fra runde 1" in changed.out
    assert changed.code == 1


UNANSWERED = """\
# sag.yaml
trin: møde
# runder/1.yaml
møde: {deltagere: [{person: Mette Ravn}, {person: Karin Friis}]}
"""

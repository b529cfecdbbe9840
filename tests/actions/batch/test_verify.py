"""Checking a finished mailing: everything that may have gone wrong with it is found."""

import zipfile
from io import BytesIO
from zipfile import ZIP_DEFLATED
from zlib import crc32

import pytest
from mailing import LETTERS, edit, found_in, job_of, made, several

from samarbejde_cli.actions.batch import inspection
from samarbejde_cli.actions.batch.inspection import DiscrepancyKind
from samarbejde_cli.actions.batch.job import Group
from samarbejde_cli.actions.batch.running import UNDER_WAY
from samarbejde_cli.actions.batch.send_ready import combine_letters, write_calendars
from samarbejde_cli.actions.batch.verify import verify
from samarbejde_cli.errors import SamarbejdeError
from samarbejde_cli.files.write import digest_of
from samarbejde_cli.word.opc.zip_files import (
    StoredPart,
    deflated,
    make_base,
    stored_parts,
    write,
)


def first(folder):
    return min(folder.glob("2026-001*indkaldelse*.docx"))


def changed(path, part, change):
    """Change one part of a Word file, or add it."""
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    parts[part] = change(parts.get(part, b""))
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as new:
        for name, data in parts.items():
            new.writestr(name, data)
    path.write_bytes(stream.getvalue())


FOREIGN = {
    "name": "Silje Ravnc",
    "name over runs": "Silje</w:t></w:r><w:r><w:t xml:space='preserve'> Ravnc",
    "cpr": "720810-4002",
    "cpr without dash": "7208104002",
    "address": "Kildevej 102",
    "telephone": "21 02 00 01",
    "telephone written together": "21020001",
    "telephone with country code": "+45 2102 0001",
    "e-mail": "silje@pc.post.example",
    "small letters": "silje ravnc",
}


def test_a_finished_mailing_is_right(mailing):
    checked = verify(*mailing)
    assert checked.found == ()
    assert checked.files == 3 * 9


@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        (lambda folder: first(folder).unlink(), DiscrepancyKind.LOST),
        (lambda folder: first(folder).write_bytes(b""), DiscrepancyKind.CHANGED),
        (
            lambda folder: first(folder).write_bytes(first(folder).read_bytes()[:-1]),
            DiscrepancyKind.CHANGED,
        ),
        (lambda folder: (folder / "fremmed.docx").write_bytes(b"x"), DiscrepancyKind.UNKNOWN),
        (lambda folder: (folder / UNDER_WAY).write_bytes(b"{}"), DiscrepancyKind.UNFINISHED),
        (
            lambda folder: edit(folder / "manifest.csv", "sikker-post", "brev"),
            DiscrepancyKind.TABLE,
        ),
        (lambda folder: (folder / "manifest.csv").unlink(), DiscrepancyKind.TABLE),
    ],
    ids=["lost", "empty", "torn", "unknown", "unfinished", "table", "no table"],
)
def test_what_is_not_as_it_was_is_found(mailing, spoil, expected):
    spoil(mailing[1])
    assert expected in {trouble for _, trouble in found_in(mailing)}


@pytest.mark.parametrize("text", FOREIGN.values(), ids=FOREIGN)
def test_what_belongs_to_another_case_is_found(mailing, text):
    _, folder = mailing
    path = first(folder)
    news = f"<w:p><w:r><w:t>Se også {text}.</w:t></w:r></w:p></w:body>".encode()
    changed(path, "word/document.xml", lambda xml: xml.replace(b"</w:body>", news))
    checked = verify(*mailing)
    foreign = [each for each in checked.found if each.kind is DiscrepancyKind.FOREIGN]
    assert [each.file for each in foreign] == [path.name]
    assert "sag 2026-002 i word/document.xml" in foreign[0].detail
    assert "Ravn" not in foreign[0].detail


def as_if_made(path, name, change):
    """Change a part of a letter as if the program had made it so: the manifest says the same."""
    before = path.read_bytes()
    parts = {each.name: each for each in stored_parts(before)}
    data = change(parts[name].content)
    parts[name] = StoredPart(name, ZIP_DEFLATED, crc32(data), len(data), deflated(data))
    laid_out = [(n, part.method, part.stored, part.crc, part.size) for n, part in parts.items()]
    after = write(make_base(laid_out), [])
    path.write_bytes(after)
    for file in (path.with_name("manifest.json"), path.with_name("manifest.csv")):
        told = file.read_bytes()
        file.write_bytes(told.replace(digest_of(before).encode(), digest_of(after).encode()))


def test_what_the_program_itself_would_mix_up_is_found_in_letters_that_are_alike(mailing):
    letters = [*mailing[1].glob("2026-003*.docx"), *mailing[1].glob("2026-001*.docx")]
    mixed = {}
    for path, text in zip(letters, FOREIGN.values(), strict=False):
        news = f"<w:p><w:r><w:t>Se også {text}.</w:t></w:r></w:p></w:body>".encode()
        as_if_made(path, "word/document.xml", lambda xml, new=news: xml.replace(b"</w:body>", new))
        mixed[path.name] = DiscrepancyKind.FOREIGN
    assert len(mixed) == len(FOREIGN)
    assert dict(found_in(mailing)) == mixed


def test_letters_that_are_alike_are_not_looked_into_whole(mailing, monkeypatch):
    looked_into = []
    monkeypatch.setattr(inspection, "_outside", lambda *letter: looked_into.append(letter) or ())
    assert found_in(mailing) == []
    assert len(looked_into) == 1


@pytest.mark.parametrize(
    ("part", "data"),
    [
        ("word/header9.xml", b"<w:hdr><w:t>Silje Ravnc</w:t></w:hdr>"),
        ("word/comments.xml", b'<w:comment w:author="Silje Ravnc"/>'),
        ("docProps/core.xml", b"<dc:title>Til Silje Ravnc</dc:title>"),
        ("customXml/item1.xml", b"<x>7208104002</x>"),
        ("word/media/silje ravnc.png", b"picture"),
        ("word/media/image1.png", b"\x89PNG tEXt Silje Ravnc \x00"),
        ("word/media/image2.emf", "Silje Ravnc".encode("utf-16-le")),
    ],
)
def test_every_part_is_searched(mailing, part, data):
    path = first(mailing[1])
    changed(path, part, lambda _: data)
    assert (path.name, DiscrepancyKind.FOREIGN) in found_in(mailing)


def test_a_workbook_within_a_chart_is_searched(mailing):
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as workbook:
        workbook.writestr("xl/sharedStrings.xml", "<si><t>Silje Ravnc</t></si>")
    path = first(mailing[1])
    changed(path, "word/embeddings/book1.xlsx", lambda _: stream.getvalue())
    assert (path.name, DiscrepancyKind.FOREIGN) in found_in(mailing)


def test_two_letters_that_changed_names_are_found(mailing):
    _, folder = mailing
    one, other = (next(folder.glob(f"2026-00{n}*skole.docx")) for n in (1, 2))
    data = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(data)
    assert set(found_in(mailing)) >= {
        (path.name, trouble)
        for path in (one, other)
        for trouble in (DiscrepancyKind.CHANGED, DiscrepancyKind.FOREIGN)
    }


def test_a_name_in_the_manifest_is_found(mailing):
    edit(mailing[1] / "manifest.json", '"skole"', '"Silje Ravnc"')
    assert ("manifest.json", DiscrepancyKind.FOREIGN) in found_in(mailing)


def test_what_the_own_case_says_of_others_is_no_mistake(tmp_path):
    workspace = several(tmp_path / "workspace", 2)
    plan = workspace.root / "sager" / "2026-001" / "plan.yaml"
    edit(plan, "Jeg vil sove om natten", "Jeg vil mødes med Silje Ravnc")
    made(job_of(workspace, tmp_path / "breve", ("goals",)))
    assert verify(workspace, tmp_path / "breve").found == ()


def test_a_case_number_that_is_somebody_elses_telephone_number_is_no_mistake(tmp_path):
    workspace = several(tmp_path / "workspace", 2)
    cases = workspace.root / "sager"
    (cases / "2026-001").rename(cases / "2026-1356")
    edit(cases / "2026-002" / "sag.yaml", "telefon: 21 02 00 01", "telefon: 20 26 13 56")
    made(job_of(workspace, tmp_path / "breve", ("invitation", "goals")))
    assert verify(workspace, tmp_path / "breve").found == ()


def test_without_a_manifest_it_is_said(mailing):
    (mailing[1] / "manifest.json").unlink()
    with pytest.raises(SamarbejdeError, match=r"ingen manifest\.json"):
        verify(*mailing)
    (mailing[1] / "manifest.json").write_text("[]", "utf-8")
    with pytest.raises(SamarbejdeError, match="kan ikke læses som et manifest"):
        verify(*mailing)


class TestExtras:
    @pytest.fixture
    def combined(self, tmp_path):
        workspace = several(tmp_path / "workspace", 3)
        job = job_of(workspace, tmp_path / "breve", ("invitation", "agenda"), group=Group.CASE)
        ran = made(job)
        combine_letters(ran)
        write_calendars(ran)
        return workspace, job.output

    def test_combined_files_and_calendar_files_are_counted(self, combined):
        checked = verify(*combined)
        assert checked.found == ()
        assert checked.files == 3 * (LETTERS + 1) + 3 + 3

    def test_a_combined_file_that_is_not_its_letters_is_found(self, combined):
        _, folder = combined
        one, other = folder / "samlet/2026-001.docx", folder / "samlet/2026-002.docx"
        one.write_bytes(other.read_bytes())
        assert found_in(combined) == [("samlet/2026-001.docx", DiscrepancyKind.CHANGED)]

    @pytest.mark.parametrize(
        ("spoil", "expected"),
        [
            (
                lambda folder: (folder / "2026-001.docx").unlink(),
                ("samlet/2026-001.docx", DiscrepancyKind.LOST),
            ),
            (
                lambda folder: (folder / "ny.docx").write_bytes(b"x"),
                ("samlet/ny.docx", DiscrepancyKind.UNKNOWN),
            ),
            (
                lambda folder: (folder / "indhold.csv").unlink(),
                ("samlet/indhold.csv", DiscrepancyKind.TABLE),
            ),
            (
                lambda folder: (folder / "indhold.csv").write_text("a;b\n1;2\n"),
                ("samlet/indhold.csv", DiscrepancyKind.TABLE),
            ),
            (
                lambda folder: edit(folder / "indhold.csv", "2026-001/", "2026-002/"),
                ("samlet/indhold.csv", DiscrepancyKind.TABLE),
            ),
        ],
        ids=["lost", "strange", "no table", "another table", "table of other letters"],
    )
    def test_what_is_wrong_with_the_folder_is_found(self, combined, spoil, expected):
        spoil(combined[1] / "samlet")
        assert expected in found_in(combined)

    def test_a_lost_letter_spoils_its_combined_file(self, combined):
        next(combined[1].glob("2026-001/*skole.docx")).unlink()
        assert {trouble for _, trouble in found_in(combined)} == {
            DiscrepancyKind.LOST,
            DiscrepancyKind.CHANGED,
        }

    def test_a_calendar_file_that_tells_of_another_case_is_found(self, combined):
        path = combined[1] / "outlook/2026-001-runde-1-møde.ics"
        edit(path, "Møde i sag 2026-001", "Møde om Silje Ra\n vnc")
        assert found_in(combined) == []  # half a name is none
        path.write_bytes(path.read_bytes().replace(b"Ra\n vnc", b"Ra\r\n vnc"))
        ((file, trouble),) = found_in(combined)
        assert (file, trouble) == ("outlook/2026-001-runde-1-møde.ics", DiscrepancyKind.FOREIGN)


def test_a_letter_that_fetches_from_outside_is_told(mailing):
    letter = first(mailing[1])
    code = '<w:p><w:fldSimple w:instr=" INCLUDEPICTURE http://ond.example/a.png "/></w:p><w:sectPr'
    changed(letter, "word/document.xml", lambda xml: xml.replace(b"<w:sectPr", code.encode(), 1))
    assert found_in(mailing) == [
        (letter.name, DiscrepancyKind.CHANGED),
        (letter.name, DiscrepancyKind.OUTSIDE),
    ]


def test_a_template_that_was_damaged_since_hides_nothing(mailing):
    workspace, _ = mailing
    own = workspace.root / "skabeloner" / "indkaldelse-første.docx"
    own.parent.mkdir()
    own.write_bytes(b"PK\x03\x04rod")
    try:
        assert (own.name, DiscrepancyKind.TEMPLATE) in found_in(mailing)
    finally:
        own.unlink()
        own.parent.rmdir()


def letters(output, number):
    return sorted(path.name for path in output.glob(f"{number}*.docx"))


class TestWhatHappenedSince:
    def test_a_letter_that_was_kept_is_looked_at(self, workspace, output):
        job = job_of(workspace, output)
        made(job)
        one, other = (output / letters(output, f"2026-00{n}")[0] for n in (1, 2))
        one.write_bytes(other.read_bytes())
        made(job)
        troubles = {each.kind for each in verify(workspace, output).found}
        assert troubles == {DiscrepancyKind.CHANGED, DiscrepancyKind.FOREIGN}

    def test_a_case_that_cannot_be_searched_for_is_told(self, workspace, output):
        made(job_of(workspace, output))
        (workspace.root / "sager/2026-002/sag.yaml").write_text("ung: [", "utf-8")
        found = verify(workspace, output).found
        assert DiscrepancyKind.UNSEARCHED in {each.kind for each in found}

    def test_another_workspace_is_noticed(self, workspace, output, tmp_path):
        made(job_of(workspace, output))
        other = several(tmp_path / "anden", 1)
        found = {each.file for each in verify(other, output).found}
        assert {"sager/2026-002", "sager/2026-003"} <= found

    def test_a_damaged_letter_is_told_and_the_others_are_looked_at(self, workspace, output):
        made(job_of(workspace, output))
        path = output / letters(output, "2026-001")[0]
        data = bytearray(path.read_bytes())
        middle = data.index(b"word/document.xml") + 400
        data[middle : middle + 20] = b"\xff" * 20
        path.write_bytes(bytes(data))
        assert {each.file for each in verify(workspace, output).found} == {path.name}

    def test_a_manifest_without_a_letter_is_not_consistent(self, workspace, output):
        made(job_of(workspace, output))
        lines = (output / "manifest.json").read_text("utf-8").splitlines(keepends=True)
        at = next(n for n, line in enumerate(lines) if "2026-002" in line)
        (output / "manifest.json").write_text("".join(lines[:at] + lines[at + 1 :]), "utf-8")
        assert DiscrepancyKind.COUNTS in {each.kind for each in verify(workspace, output).found}

import csv
import json
import zipfile
from io import BytesIO

import pytest
from mailing import LETTERS, bytes_in, edit, job_of, made, several

from samarbejde_cli.actions.batch.executors import SerialExecutor
from samarbejde_cli.actions.batch.inspection import Fault
from samarbejde_cli.actions.batch.job import Group
from samarbejde_cli.actions.batch.running import UNDER_WAY
from samarbejde_cli.actions.batch.send_ready import combine_letters, write_calendars
from samarbejde_cli.actions.batch.tokens import Index, texts_in, tokens_of, words_in_part, words_of
from samarbejde_cli.actions.batch.verify import verify
from samarbejde_cli.case.case import load_case
from samarbejde_cli.errors import SamarbejdeError


@pytest.fixture(scope="module")
def finished(tmp_path_factory):
    folder = tmp_path_factory.mktemp("finished")
    workspace = several(folder / "workspace", 3)
    made(job_of(workspace, folder / "breve", ("invitation", "goals")))
    return workspace, bytes_in(folder / "breve")


@pytest.fixture
def mailing(finished, tmp_path):
    workspace, files = finished
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    return workspace, tmp_path


def found(mailing):
    return [(each.file, each.fault) for each in verify(*mailing).found]


def first(folder):
    return min(folder.glob("2026-001*indkaldelse*.docx"))


def shorten(path):
    path.write_bytes(path.read_bytes()[:-1])


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


def test_a_finished_mailing_is_right(mailing):
    checked = verify(*mailing)
    assert checked.found == ()
    assert checked.files == 3 * 5


@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        (lambda folder: first(folder).unlink(), Fault.LOST),
        (lambda folder: first(folder).write_bytes(b""), Fault.CHANGED),
        (
            lambda folder: first(folder).write_bytes(first(folder).read_bytes()[:-1]),
            Fault.CHANGED,
        ),
        (lambda folder: (folder / "fremmed.docx").write_bytes(b"x"), Fault.UNKNOWN),
        (lambda folder: (folder / UNDER_WAY).write_bytes(b"{}"), Fault.UNFINISHED),
        (lambda folder: edit(folder / "manifest.csv", "sikker-post", "brev"), Fault.TABLE),
        (lambda folder: (folder / "manifest.csv").unlink(), Fault.TABLE),
    ],
    ids=["lost", "empty", "torn", "unknown", "unfinished", "table", "no table"],
)
def test_what_is_not_as_it_was_is_found(mailing, spoil, expected):
    spoil(mailing[1])
    assert expected in {trouble for _, trouble in found(mailing)}


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


@pytest.mark.parametrize("text", FOREIGN.values(), ids=FOREIGN)
def test_what_belongs_to_another_case_is_found(mailing, text):
    _, folder = mailing
    path = first(folder)
    news = f"<w:p><w:r><w:t>Se også {text}.</w:t></w:r></w:p></w:body>".encode()
    changed(path, "word/document.xml", lambda xml: xml.replace(b"</w:body>", news))
    checked = verify(*mailing)
    foreign = [each for each in checked.found if each.fault is Fault.FOREIGN]
    assert [each.file for each in foreign] == [path.name]
    assert "sag 2026-002 i word/document.xml" in foreign[0].detail
    assert "Ravn" not in foreign[0].detail


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
    assert (path.name, Fault.FOREIGN) in found(mailing)


def test_a_workbook_within_a_chart_is_searched(mailing):
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as workbook:
        workbook.writestr("xl/sharedStrings.xml", "<si><t>Silje Ravnc</t></si>")
    path = first(mailing[1])
    changed(path, "word/embeddings/book1.xlsx", lambda _: stream.getvalue())
    assert (path.name, Fault.FOREIGN) in found(mailing)


def test_two_letters_that_changed_names_are_found(mailing):
    _, folder = mailing
    one, other = (next(folder.glob(f"2026-00{n}*skole.docx")) for n in (1, 2))
    data = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(data)
    assert set(found(mailing)) >= {
        (path.name, trouble) for path in (one, other) for trouble in (Fault.CHANGED, Fault.FOREIGN)
    }


def test_a_name_in_the_manifest_is_found(mailing):
    edit(mailing[1] / "manifest.json", '"skole"', '"Silje Ravnc"')
    assert ("manifest.json", Fault.FOREIGN) in found(mailing)


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


def test_tokens_are_names_numbers_addresses_and_mail_in_every_spelling(tmp_path):
    workspace = several(tmp_path, 1, own=False)
    tokens = tokens_of(load_case(workspace.folders()[0]))
    assert tokens["silje ravn"] == "navn"
    assert tokens["7208104322"] == tokens["720810 4322"] == "CPR-nummer"
    assert tokens["kildevej 8"] == "adresse"
    assert tokens["20000001"] == tokens["20 00 00 01"] == tokens["2000 0001"] == "telefonnummer"
    assert tokens["silje post example"] == "mailadresse"
    assert "birgit" not in tokens


def test_an_index_knows_whose_a_token_is():
    index = Index()
    index.add("1", ["silje ravn", "fælles navn"])
    index.add("2", ["fælles navn", "silje ravn holm"])
    assert index.found_in(words_of("Kære SILJE Ravn Holm,")) == {"silje ravn", "silje ravn holm"}
    assert index.found_in(words_of("Silje og Ravn")) == set()
    assert index.is_of("fælles navn", "1")
    assert index.is_of("fælles navn", "2")
    assert not index.is_of("silje ravn", "2")
    assert index.owner("fælles navn") == "1"


def test_words_across_tags_are_one_word_and_paragraphs_are_not():
    xml = b"<w:p><w:t>Sil</w:t><w:t>je</w:t></w:p><w:p><w:t>R&#230;v</w:t></w:p>"
    assert words_in_part("word/document.xml", xml) == [
        "word", "document", "xml", "silje", "ræv",
    ]  # fmt: skip


def test_what_is_no_package_is_said():
    with pytest.raises(zipfile.BadZipFile):
        list(texts_in(b"no zip"))


class TestBesideTheLetters:
    @pytest.fixture
    def combined(self, tmp_path):
        workspace = several(tmp_path / "workspace", 3)
        job = job_of(workspace, tmp_path / "breve", ("invitation", "agenda"), group=Group.CASE)
        ran = made(job)
        combine_letters(ran, Group.CASE, job.output)
        write_calendars(ran, SerialExecutor(job), job.output)
        return workspace, job.output

    def test_combined_files_and_calendar_files_are_counted(self, combined):
        checked = verify(*combined)
        assert checked.found == ()
        assert checked.files == 3 * (LETTERS + 1) + 3 + 3

    def test_a_combined_file_that_is_not_its_letters_is_found(self, combined):
        _, folder = combined
        one, other = folder / "samlet/2026-001.docx", folder / "samlet/2026-002.docx"
        one.write_bytes(other.read_bytes())
        assert found(combined) == [("samlet/2026-001.docx", Fault.CHANGED)]

    @pytest.mark.parametrize(
        ("spoil", "expected"),
        [
            (
                lambda folder: (folder / "2026-001.docx").unlink(),
                ("samlet/2026-001.docx", Fault.LOST),
            ),
            (
                lambda folder: (folder / "ny.docx").write_bytes(b"x"),
                ("samlet/ny.docx", Fault.UNKNOWN),
            ),
            (
                lambda folder: (folder / "indhold.csv").unlink(),
                ("samlet/indhold.csv", Fault.TABLE),
            ),
            (
                lambda folder: (folder / "indhold.csv").write_text("a;b\n1;2\n"),
                ("samlet/indhold.csv", Fault.TABLE),
            ),
            (
                lambda folder: edit(folder / "indhold.csv", "2026-001/", "2026-002/"),
                ("samlet/indhold.csv", Fault.TABLE),
            ),
        ],
        ids=["lost", "strange", "no table", "another table", "table of other letters"],
    )
    def test_what_is_wrong_with_the_folder_is_found(self, combined, spoil, expected):
        spoil(combined[1] / "samlet")
        assert expected in found(combined)

    def test_a_lost_letter_spoils_its_combined_file(self, combined):
        next(combined[1].glob("2026-001/*skole.docx")).unlink()
        assert {trouble for _, trouble in found(combined)} == {Fault.LOST, Fault.CHANGED}

    def test_a_calendar_file_that_tells_of_another_case_is_found(self, combined):
        path = combined[1] / "outlook/2026-001-runde-1-møde.ics"
        edit(path, "Møde i sag 2026-001", "Møde om Silje Ra\n vnc")
        assert found(combined) == []  # half a name is none
        path.write_bytes(path.read_bytes().replace(b"Ra\n vnc", b"Ra\r\n vnc"))
        ((file, trouble),) = found(combined)
        assert (file, trouble) == ("outlook/2026-001-runde-1-møde.ics", Fault.FOREIGN)


def test_a_letter_that_fetches_from_outside_is_told(mailing):
    letter = first(mailing[1])
    code = '<w:p><w:fldSimple w:instr=" INCLUDEPICTURE http://ond.example/a.png "/></w:p><w:sectPr'
    changed(letter, "word/document.xml", lambda xml: xml.replace(b"<w:sectPr", code.encode(), 1))
    assert found(mailing) == [(letter.name, Fault.CHANGED), (letter.name, Fault.OUTSIDE)]


def test_a_template_that_was_damaged_since_hides_nothing(mailing):
    workspace, _ = mailing
    own = workspace.root / "skabeloner" / "indkaldelse-første.docx"
    own.parent.mkdir()
    own.write_bytes(b"PK\x03\x04rod")
    try:
        assert (own.name, Fault.TEMPLATE) in found(mailing)
    finally:
        own.unlink()
        own.parent.rmdir()


def test_papers_have_their_danish_names_in_the_record_and_english_ones_are_read(tmp_path):
    workspace, folder = several(tmp_path / "w", 2), tmp_path / "breve"
    made(job_of(workspace, folder, ("invitation", "goals")))
    path = folder / "manifest.json"
    record = json.loads(path.read_text("utf-8"))
    assert record["kinds"] == ["indkaldelse", "mål-og-aftaleskema"]
    assert {each["kind"] for each in record["letters"]} == set(record["kinds"])
    with (folder / "manifest.csv").open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert {row["papir"] for row in rows} == set(record["kinds"])
    edit(
        workspace.root / "sager" / "2026-001" / "runder" / "1.yaml", "lokale: Egen", "lokale: Bøgen"
    )
    stale = found((workspace, folder))
    assert Fault.STALE in {trouble for _, trouble in stale}
    for name, around in (("manifest.json", '"{}"'), ("manifest.csv", ";{};")):
        text = (folder / name).read_bytes().decode()
        for new, old in (("mål-og-aftaleskema", "goals"), ("indkaldelse", "invitation")):
            text = text.replace(around.format(new), around.format(old))
        (folder / name).write_bytes(text.encode())
    assert json.loads(path.read_text("utf-8"))["kinds"] == ["invitation", "goals"]
    assert found((workspace, folder)) == stale

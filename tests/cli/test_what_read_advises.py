"""What ``samarbejde read`` advises is done as it says, and then the form is read."""

import json
import re
import shlex
import shutil
from copy import deepcopy
from pathlib import Path

import pytest
from docx.oxml.ns import qn
from filled import Filled

EXAMPLES = Path(__file__).parents[2] / "examples"
CASE = "2026-001"
FORM = Path(f"sager/{CASE}/dokumenter/runde-1-mål-og-aftaleskema.docx")
DAY = "2026-03-02"
GOAL = "Jeg vil i lære som tømrer"


@pytest.fixture
def do(run, tmp_path, monkeypatch):
    """Run a command in a copy of the examples; return its code and what it says."""
    shutil.copytree(EXAMPLES, tmp_path / "w")
    monkeypatch.chdir(tmp_path / "w")
    monkeypatch.setenv("SAMARBEJDE_DAG", DAY)
    monkeypatch.setenv("SAMARBEJDE_BRUGER", "Dorte Lundgaard")

    def do(*words):
        screen = run(*map(str, words))
        return screen.code, " ".join(f"{screen.out} {screen.err}".split())

    return do


def read(do, *words):
    return do("read", *words, "--yes")


def follow(do, said, *, reason="Familien bad om det", more=()):
    """Run the command that an advice ends with."""
    command = re.findall(r"samarbejde ([a-z-]+ 20.*?)(?:$| ikke læst| \d+ filer?:|`)", said)[-1]
    return do(*shlex.split(command.replace("…", reason)), *more)


def made(do, kind="goals", case=CASE, path=FORM):
    do(f"render-{kind}", case)
    return Filled(path.read_bytes())


def write(form, path=FORM):
    path.write_bytes(form.data)
    return path


def pasted_together(form):
    for each in [deepcopy(e) for e in form.body.iterchildren() if e.tag != qn("w:sectPr")]:
        form.body.insert(len(form.body) - 1, each)
    return form


class TestTwoPapersInOneFile:
    def test_each_is_read_on_its_own(self, do):
        form = made(do).type("overordnet_mål", GOAL)
        whole = form.data
        code, said = read(do, write(pasted_together(form)))
        assert code == 1
        assert "så læs hvert papir for sig" in said
        FORM.write_bytes(whole)
        assert read(do, FORM)[0] == 0

    def test_the_form_is_made_again(self, do):
        code, said = read(do, write(pasted_together(made(do))))
        assert code == 1
        assert follow(do, said)[0] == 0
        write(Filled(FORM.read_bytes()).type("overordnet_mål", GOAL))
        code, said = read(do, CASE)
        assert f"→ {GOAL}" in said
        (copy,) = FORM.parent.glob("* (tidligere 1).docx")
        assert f"så slet {copy.name}." in said
        copy.unlink()
        assert GOAL in Path(f"sager/{CASE}/plan.yaml").read_text("utf-8")
        write(Filled(FORM.read_bytes()).type("overordnet_mål", f"{GOAL} i Sorø"))
        assert read(do, CASE)[0] == 0


def test_a_key_that_was_changed_is_mended_by_making_the_form_again(do):
    form = made(do)
    key = next(p for p in form.document.part.package.iter_parts() if "custom" in p.partname)
    key._blob = key.blob.replace(b'"om": "', b'"om": "A')
    code, said = read(do, write(form))
    assert code == 1
    assert "filens egenskaber" in said
    assert follow(do, said)[0] == 0
    write(Filled(FORM.read_bytes()).type("overordnet_mål", GOAL))
    assert read(do, FORM)[0] == 0


def test_a_closed_case_is_opened_again(do):
    path = Path("sager/2025-003/dokumenter/runde-3-mål-og-aftaleskema.docx")
    write(made(do, "goals", "2025-003", path).type("overordnet_mål", GOAL), path)
    code, said = read(do, path)
    assert code == 1
    assert follow(do, said)[0] == 0
    code, said = read(do, path)
    assert (code, "Skrevet i" in said) == (0, True)


def test_a_form_of_an_earlier_round_is_made_again(do):
    write(made(do).type("overordnet_mål", GOAL), Path("skema.docx"))
    record = Path(f"sager/{CASE}/sag.yaml")
    record.write_text(re.sub(r"(?m)^runde: 1", "runde: 2", record.read_text("utf-8")), "utf-8")
    rounds = record.parent / "runder"
    shutil.copy(rounds / "1.yaml", rounds / "2.yaml")
    code, said = read(do, "skema.docx")
    assert code == 1
    assert "er fra runde 1" in said
    follow(do, said)
    new = FORM.with_name(FORM.name.replace("runde-1", "runde-2"))
    write(Filled(new.read_bytes()).type("overordnet_mål", GOAL), new)
    assert read(do, new)[0] == 0


def test_a_form_of_another_case_is_read_without_case(do):
    write(made(do).type("overordnet_mål", GOAL))
    code, said = read(do, FORM, "--case", "2026-002")
    assert code == 1
    assert "Læs skemaet uden --case" in said
    assert read(do, FORM)[0] == 0


def test_a_form_of_another_workspace_is_read_there(do, tmp_path):
    write(made(do).type("overordnet_mål", GOAL), Path("skema.docx"))
    shutil.copytree("sager", tmp_path / "other/sager")
    shutil.copy("samarbejde.yaml", tmp_path / "other")
    shutil.rmtree(f"sager/{CASE}")
    code, said = read(do, "skema.docx")
    assert code == 1
    assert "angiv den med --workspace" in said
    assert read(do, "skema.docx", "--workspace", tmp_path / "other")[0] == 0


def test_after_the_municipality_got_another_name_the_form_is_made_again(do):
    write(made(do))
    settings = Path("samarbejde.yaml")
    text = settings.read_text("utf-8")
    name = re.search(r"(?m)^kommune: (.*)$", text)[1]
    settings.write_text(text.replace(f"kommune: {name}", "kommune: Ny Kommune"), "utf-8")
    code, said = read(do, FORM)
    assert code == 1
    assert "er lavet i en anden kommune end Ny Kommune" in said
    do("render-goals", CASE, "--overwrite")
    write(Filled(FORM.read_bytes()).type("overordnet_mål", GOAL))
    assert read(do, FORM)[0] == 0


def test_forms_without_a_key_in_a_folder_are_read_one_by_one_with_their_case(do):
    form = made(do).type("overordnet_mål", GOAL)
    relations = form.document.part.package.rels
    relations.pop(next(n for n, r in relations.items() if "custom-prop" in r.reltype))
    Path("skemaer").mkdir()
    path = write(form, Path("skemaer/a.docx"))
    code, said = read(do, "skemaer")
    assert code == 0
    assert "Læs et skema, der er iblandt dem, for sig, med sagen efter --case." in said
    assert read(do, path, "--case", CASE, "--theirs")[0] == 0


def test_a_row_of_the_goals_that_was_deleted_is_removed_as_it_says(do):
    form = made(do)
    write(form.delete_row("indsatser[1].støtte"))
    code, said = read(do, FORM)
    assert code == 1
    assert follow(do, said, more=("--yes",))[0] == 0
    assert read(do, FORM)[0] == 0


def test_text_without_a_field_is_told_until_it_is_taken_out_of_the_form(do):
    form = made(do)
    plain = form.data
    form.document.add_paragraph("Mor kommer senere")
    code, said = read(do, write(form))
    assert code == 1
    assert "Skriv det i sagen, hvor det hører til." in said
    FORM.write_bytes(plain)
    assert read(do, FORM)[0] == 0


@pytest.mark.parametrize(
    ("typed", "again"),
    [("næste tirsdag", "3. marts 2026"), ("3/1", "3/1 2027"), ("29/2", "28/2 2026")],
)
def test_a_day_that_is_in_doubt_is_written_as_it_says(do, typed, again):
    code, said = read(do, write(made(do).type("mål[1].frist", typed)))
    assert code == 1
    assert "Dagen kan ikke læses sikkert." in said
    write(Filled(FORM.read_bytes()).type("mål[1].frist", again))
    assert read(do, FORM)[0] == 0


@pytest.mark.parametrize(
    ("typed", "advice", "again"),
    [
        ("forældrene", "Skriv både fornavn og efternavn.", "Jens Holm"),
        ("alle", "Skriv, hvem det er.", "jeg"),
        ("Villads Rosenkær Holm", "Mente du", "Villads Rosenkjær Holm"),
    ],
)
def test_somebody_who_is_in_doubt_is_written_as_it_says(do, typed, advice, again):
    code, said = read(do, write(made(do).type("mål[1].ansvarlige", typed)))
    assert code == 1
    assert advice in said
    write(Filled(FORM.read_bytes()).type("mål[1].ansvarlige", again))
    assert read(do, FORM)[0] == 0


def test_a_person_over_another_is_written_into_an_empty_row(do):
    form = made(do)
    plain = form.data
    tag = next(t for t in form.tags() if re.fullmatch(r"personer\[\d\]\.navn", t))
    form.type(tag, "Gerda Holm").type(tag.replace("navn", "arbejdssted"), "X")
    said = read(do, write(form))[1]
    assert "skriv personen i en tom række" in said
    form = Filled(plain).type("personer[].navn", "Gerda Holm").type("personer[].rolle", "anden")
    assert read(do, write(form))[0] == 0


def test_findings_and_places_are_in_json_too(do):
    write(made(do).type("mål[1].frist", "næste tirsdag"))
    code, said = do("read", FORM, "--format", "json")
    assert code == 1
    (form,) = json.loads(said)["forms"]
    assert "Skriv den som 3. marts 2026." in form["left"][0]["why"]


class TestReplies:
    LETTER = FORM.with_name("runde-1-indkaldelse-skole.docx")
    ROUND = Path(f"sager/{CASE}/runder/1.yaml")

    @pytest.fixture
    def letter(self, do):
        self.ROUND.write_text(
            re.sub(r"(?m)^ +(svar|svaret): .*\n", "", self.ROUND.read_text("utf-8")), "utf-8"
        )
        return made(do, "invitation", path=self.LETTER)

    def test_a_reply_in_doubt_is_written_by_the_command(self, do, letter):
        code, said = read(do, write(letter.type("notat", "nej tak"), self.LETTER))
        assert code == 1
        assert follow(do, said.replace(" SVAR", " 4"))[0] == 0
        assert 'svar: "4"' in self.ROUND.read_text("utf-8")

    def test_of_somebody_who_takes_part_no_more_the_name_is_written_again(self, do, letter):
        write(letter.tick("svar", True, False, False, False), self.LETTER)
        before = self.ROUND.read_text("utf-8")
        self.ROUND.write_text(
            before.replace("person: Pia Søndervang", "person: Karsten Bøgh"), "utf-8"
        )
        code, said = read(do, self.LETTER)
        assert code == 1
        assert "skriv navnet under `deltagere` i runder/1.yaml, og læs brevet igen" in said
        self.ROUND.write_text(before, "utf-8")
        assert read(do, self.LETTER)[0] == 0


class TestConsent:
    PAPER = Path("sager/2026-002/dokumenter/runde-1-samtykke.docx")
    FILE = Path("sager/2026-002/samtykke.yaml")

    @pytest.fixture
    def form(self, do):
        return made(do, "consent", "2026-002", self.PAPER)

    def test_the_slip_is_followed_by_withdraw(self, do):
        path = FORM.with_name("runde-1-samtykke.docx")
        form = made(do, "consent", CASE, path).tick("seddel.helt", True)
        code, said = read(do, write(form, path))
        assert code == 1
        withdrawn = follow(do, said, more=("--yes",))
        assert withdrawn[0] == 0, withdrawn
        assert "tilbagekaldt:" in Path(f"sager/{CASE}/samtykke.yaml").read_text("utf-8")

    def test_a_signature_waits_until_the_rest_is_read(self, do, form):
        form = signed(filled(form))
        plain = form.data
        form.document.add_paragraph("Ring til mor")
        code, said = read(do, write(form, self.PAPER))
        assert code == 1
        assert "En underskrift bliver først skrevet, når alt andet i skemaet er læst ind." in said
        self.PAPER.write_bytes(plain)
        assert read(do, self.PAPER)[0] == 0
        assert "dato: 2026-03-01" in self.FILE.read_text("utf-8")

    def test_or_it_is_signed_by_the_command(self, do, form):
        form = signed(filled(form))
        form.document.add_paragraph("Ring til mor")
        read(do, write(form, self.PAPER))
        assert do("sign", "2026-002", "--as", "ung", "--date", "2026-03-01")[0] == 0

    def test_nobody_signs_a_consent_that_says_nothing(self, do, form):
        code, said = read(do, write(signed(form), self.PAPER))
        assert code == 1
        assert "Sæt krydsene i skemaet, og læs det igen." in said
        assert "2026-03-01" not in self.FILE.read_text("utf-8")
        assert read(do, write(filled(form), self.PAPER))[0] == 0
        assert "dato: 2026-03-01" in self.FILE.read_text("utf-8")


def signed(form):
    day = next(tag for tag in form.tags() if tag.startswith("underskrifter="))
    return form.type(day, "1. marts 2026")


def filled(form):
    form.tick_one("fælles_skema?", 1).tick_one("udveksling?", 1)
    return form.type("oplysninger", "Skole og fremmøde")


def test_a_coordinator_is_changed_by_hand_over(do):
    said = read(do, write(made(do).type("koordinator.navn", "Karsten Bøgh")))[1]
    assert follow(do, said.replace("NAVN", "'Karsten Bøgh'"))[0] == 0


def test_a_case_that_cannot_be_read_is_looked_at_and_mended(do):
    write(made(do).type("overordnet_mål", GOAL))
    plan = Path(f"sager/{CASE}/plan.yaml")
    before = plan.read_text("utf-8")
    plan.write_text(f"{before}\n: [", "utf-8")
    code, said = read(do, FORM)
    assert code == 1
    assert "plan.yaml" in follow(do, f"{said} ")[1]
    plan.write_text(before, "utf-8")
    assert read(do, FORM)[0] == 0

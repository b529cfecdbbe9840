import json
import os
import pty
import re
import signal
import subprocess
import sys
from itertools import takewhile

import pytest
from mailing import DAY, LETTERS, edit, several

from samarbejde_cli.actions.batch.letters import CaseLetters

CASES = 3
SELECTED = ("--date", "2026-03-03")


@pytest.fixture
def here(tmp_path, monkeypatch):
    """Stand in a workspace with three cases on the day of the invitations."""
    root = several(tmp_path / "workspace", CASES).root
    monkeypatch.chdir(root)
    monkeypatch.setenv("SAMARBEJDE_DAG", DAY.isoformat())
    return root


def batch(run, *more, kinds="invitation", selected=SELECTED):
    return run("batch", kinds, *selected, "--output", "breve", "--jobs", "1", *more)


def code_in(text):
    return re.search(r"--approve (\w+)", text)[1]


def letters(here):
    return sorted(path.name for path in (here / "breve").glob("*.docx"))


def test_the_plan_alone_writes_nothing_and_gives_no_code(here, run):
    code, out, err = run("batch", "invitation", *SELECTED, "--plan", "--jobs", "1")
    assert (code, err) == (0, "")
    assert out == (
        "Plan: 3 sager, 12 breve kan laves.\n"
        "  Indkaldelse, sikker post: 12\n"
        "Hvem får hvad:\n"
        "  2026-001  Indkaldelse, sikker post: forælder (2), den unges voksne og skole\n"
        "  2026-002  Indkaldelse, sikker post: forælder (2), den unges voksne og skole\n"
        "  2026-003  Indkaldelse, sikker post: forælder (2), den unges voksne og skole\n"
    )
    assert not (here / "breve").exists()


def test_the_first_time_three_samples_are_shown_and_nothing_else_is_written(here, run):
    code, out, err = batch(run)
    assert (code, err) == (0, "")
    assert "Åbn prøverne, og læs dem:\n  breve/prøver/1-kortest-2026-00" in out
    assert len(list((here / "breve/prøver").glob("*.docx"))) == 3
    assert letters(here) == []


def test_the_code_makes_all_letters_and_verify_finds_them_right(here, run):
    approve = code_in(batch(run).out)
    code, out, err = batch(run, "--approve", approve)
    assert (code, err) == (0, "")
    assert out.startswith("12 breve ligger færdige i breve. 12 er lavet nu.\n")
    assert len(letters(here)) == CASES * LETTERS
    assert batch(run, "--approve", approve).out.startswith(
        "12 breve ligger færdige i breve. Intet er lavet nu; det lå der i forvejen.\n"
    )
    code, out, _ = run("batch", "verify", "breve", "--jobs", "1")
    assert code == 0
    assert out == (
        "12 filer kontrolleret: alle er, som de blev skrevet, passer med sagerne, og\n"
        "  ingen rummer oplysninger fra en anden sag.\n"
    )


def test_the_plan_tells_of_letters_with_other_contents_and_its_advice_holds(here, run):
    batch(run, "--approve", code_in(batch(run).out))
    first, *others = letters(here)
    (here / "breve" / first).write_bytes((here / "breve" / others[0]).read_bytes())
    planned = batch(run).out
    assert (
        "11 breve ligger i breve i forvejen, som planlagt.\n1 brev ligger i breve i en" in planned
    )
    assert f"bliver ikke lavet:\n  {first}\n      hjælp: Skal der laves nye" in planned.replace(
        "ikke\n  lavet", "ikke lavet"
    )
    assert json.loads(batch(run, "--format", "json").out)["present"]["others"] == [first]
    ran = batch(run, "--approve", code_in(planned))
    assert ran.code == 1
    assert ran.out.startswith("11 breve ligger færdige i breve. Intet er lavet nu; det lå der")
    assert "1 brev er ikke lavet, for der ligger en anden udgave" in ran.out
    again = batch(run, "--overwrite")
    assert "i en anden udgave, som bliver gemt som en kopi" in again.out
    ran = batch(run, "--overwrite", "--approve", code_in(again.out))
    assert ran.out.startswith("12 breve ligger færdige i breve. 1 er lavet nu.\n")
    assert [each.replace(" (tidligere 1)", "") for each in letters(here)].count(first) == 2


def test_a_letter_that_is_open_in_word_is_told_of_and_the_others_are_made(here, run):
    batch(run, "--approve", code_in(batch(run).out))
    first, second, *_ = letters(here)
    for name in (first, second):
        (here / "breve" / name).write_bytes(b"rettet i Word, med en adgangskode")
    mark = here / "breve" / f"~${first[2:]}"
    mark.write_bytes(b"Mette Holm")
    code = code_in(batch(run, "--overwrite").out)
    ran = batch(run, "--overwrite", "--approve", code)
    assert ran.code == 1
    assert ran.out.startswith(
        "11 breve ligger færdige i breve. 1 er lavet nu.\n1 brev kunne ikke l"
    )
    assert f"{first} er åbent i Word" in ran.out
    assert "hjælp: Luk det, og kør den samme kommando igen." in ran.out
    assert (here / "breve" / first).read_bytes() == b"rettet i Word, med en adgangskode"
    mark.unlink()
    assert batch(run, "--overwrite", "--approve", code).code == 0


def test_a_run_that_makes_nothing_says_only_that(here, run):
    batch(run, "--approve", code_in(batch(run).out))
    for name in letters(here):
        (here / "breve" / name).write_bytes(b"PK of an older mailing, not a Word file")
        (here / "breve" / name).write_bytes(b"of an older mailing, with a password")
    planned = batch(run).out
    ran = batch(run, "--approve", code_in(planned))
    assert ran.code == 1
    assert ran.out.startswith("Der er ikke lavet breve i breve.\n12 breve er ikke lavet, for der")
    elsewhere = run("batch", "invitation", *SELECTED, "--output", "nye", "--jobs", "1")
    assert "ligger i nye" not in elsewhere.out
    code = code_in(elsewhere.out)
    made = run("batch", "invitation", *SELECTED, "--output", "nye", "--approve", code)
    assert made.out.startswith("12 breve ligger færdige i nye. 12 er lavet nu.\n")


def test_letters_of_another_mailing_in_the_folder_are_told_before_the_samples(here, run):
    batch(run, "--approve", code_in(batch(run).out))
    (here / "liste.txt").write_text("2026-001\n", "utf-8")
    few = ("batch", "invitation", "--cases", "liste.txt", "--jobs", "1", "--output")
    shown = run(*few, "breve", "--plan")
    assert (shown.code, shown.err) == (0, "")
    assert "I breve ligger der breve, som ikke hører til denne udsendelse:\n  2026-002" in shown.out
    code, out, err = run(*few, "breve")
    assert (code, out) == (2, "")
    assert "Vælg en anden mappe med --output" in err
    assert not (here / "breve/.forberedt").exists()
    assert run(*few, "andre").code == 0


def test_verify_tells_what_is_wrong(here, run):
    batch(run, "--approve", code_in(batch(run).out))
    (here / "breve" / letters(here)[0]).unlink()
    code, out, _ = run("batch", "verify", "breve", "--jobs", "1")
    assert code == 1
    assert out == (
        "2026-001-runde-1-indkaldelse-den-unges-voksne.docx: filen er væk.\n"
        "12 filer kontrolleret: 1 ting galt. Send ikke brevene, før det er afklaret.\n"
    )
    found = json.loads(run("batch", "verify", "breve", "--format", "json", "--jobs", "1").out)
    assert (found["version"], found["files"], found["found"][0]["trouble"]) == (1, 12, "lost")


def test_a_code_does_not_cover_what_changed_since(here, run):
    approve = code_in(batch(run).out)
    edit(here / "sager/2026-002/sag.yaml", "Kildevej", "Mosevej")
    code, out, err = batch(run, "--approve", approve)
    assert (code, out) == (1, "")
    assert "passer ikke til de breve" in err
    assert "Siden prøverne er ændret: sag 2026-002." in err
    assert letters(here) == []


@pytest.mark.usefixtures("here")
def test_a_code_does_not_cover_another_selection(run):
    approve = code_in(batch(run).out)
    code, _, err = batch(run, "--approve", approve, "--where", "nummer != 2026-001")
    assert code == 1
    assert "sag 2026-001 og udvalget af sager" in err


def test_what_is_in_the_way_is_shown_with_its_place_and_the_others_are_made(here, run):
    edit(here / "sager/2026-002/runder/1.yaml", "  lokale: Egen\n", "")
    code, out, _ = batch(run)
    assert code == 1
    assert "Plan: 3 sager, 8 breve kan laves." in out
    assert "4 breve er spærret i 1 sag:\n  2026-002\n    sager/2026-002/runder/1.yaml:" in out
    assert out.count("SAM102") == 1
    code, out, _ = batch(run, "--approve", code_in(out))
    assert code == 1
    assert "8 breve ligger færdige" in out
    assert "4 breve er spærret; planen viser hvorfor." in out


def test_a_damaged_template_keeps_only_its_own_letters_back(here, run):
    kinds = "invitation,agenda"
    own = here / "skabeloner" / "indkaldelse-første.docx"
    own.parent.mkdir(exist_ok=True)
    own.write_bytes(b"PK\x03\x04rod")
    code, out, err = batch(run, kinds=kinds)
    assert (code, err) == (1, "")
    assert f"{CASES} breve kan laves" in out
    assert "skabeloner/indkaldelse-første.docx: fejl  Skabelonen kan ikke bruges: Filen er" in out
    assert run("templates", "check", "skabeloner/indkaldelse-første.docx").code == 1
    approve = code_in(out)
    assert batch(run, "--approve", approve, kinds=kinds).code == 1
    assert len(letters(here)) == CASES
    assert all("dagsorden" in name for name in letters(here))
    verified = run("batch", "verify", "breve", "--jobs", "1").out.splitlines()
    assert verified[0].startswith("indkaldelse-første.docx: skabelonen kan ikke læses")
    assert len(verified) == 2
    own.unlink()
    mended = batch(run, "--approve", approve, kinds=kinds)
    assert mended.code == 1
    assert "skabelonen indkaldelse-første.docx" in mended.err
    assert len(letters(here)) == CASES


def test_a_case_that_broke_after_the_plan_keeps_only_its_own_letters_back(here, run):
    approve = code_in(batch(run).out)
    assert batch(run, "--approve", approve).code == 0
    (here / "sager" / "2026-002" / "samtykke.yaml").write_text("udveksling: [")
    screen = run("batch", "verify", "breve", "--jobs", "1")
    assert screen.code == 1
    assert "2026-002" in screen.out
    assert "2026-001-runde" not in screen.out
    again = batch(run)
    assert again.code == 1
    assert "sager/2026-002/samtykke.yaml" in again.out
    assert "Plan: 3 sager, 8 breve kan laves." in again.out
    assert "0 breve" not in again.out
    assert "4 breve fra før ligger der endnu. Slet dem, før I sender" in again.out
    ran = batch(run, "--approve", code_in(again.out))
    assert ran.out.startswith("8 breve ligger færdige i breve. Intet er lavet nu")
    assert "4 breve fra før ligger der endnu. Slet dem, før I sender" in ran.out
    for path in (here / "breve").glob("2026-002-*.docx"):
        path.unlink()
    assert "fra før" not in batch(run).out


def test_when_nothing_can_be_made_no_sample_is_asked_for(here, run):
    for number in range(1, CASES + 1):
        edit(here / f"sager/2026-{number:03d}/runder/1.yaml", "  lokale: Egen\n", "")
    code, out, _ = batch(run)
    assert code == 1
    assert "Plan: 3 sager, 0 breve kan laves." in out
    assert not (here / "breve").exists()


@pytest.mark.usefixtures("here")
def test_json_has_every_letter_the_samples_and_what_came_of_it(run):
    plan = json.loads(run("batch", "invitation", *SELECTED, "--plan", "--format", "json").out)
    assert (plan["version"], plan["cases"], plan["ready"], plan["blocked"]) == (1, 3, 12, 0)
    assert (plan["approve"], plan["samples"], plan["run"]) == (None, None, None)
    assert plan["letters"][0]["recipient"] == "sag.forældre[1]"
    sampled = json.loads(batch(run, "--format", "json").out)
    assert len(sampled["samples"]) == 3
    ran = json.loads(batch(run, "--approve", sampled["approve"], "--format", "json").out)
    assert ran["run"]["counts"] == {"done": 12}
    assert ran["run"]["manifest"] == "breve/manifest.json"


@pytest.mark.usefixtures("here")
def test_several_papers_at_once_in_danish_or_english(run):
    code, out, _ = batch(run, "--plan", kinds="dagsorden,goals")
    assert code == 0
    assert "Dagsorden, ens for alle: 3" in out
    assert "Mål- og aftaleskema, til sagen: 3" in out


@pytest.mark.parametrize(
    ("selected", "cases"),
    [
        (("--week", "10"), 3),
        (("--week", "11"), 0),
        (("--step", "follow-up"), 3),
        (("--coordinator", "Holm"), 3),
        (("--department", "Job"), 0),
        (("--age", "15-17"), 3),
        (("--profile", "soroe-unge"), 3),
        (("--where", "koordinator.afdeling = Børn og Familier"), 3),
        (("--where", "ung.navn ~ ravnb", "--where", "runde = 1"), 1),
        (("--cases", "liste.txt"), 2),
    ],
)
def test_cases_are_selected_in_many_ways(here, run, selected, cases):
    (here / "liste.txt").write_text("2026-001\n2026-003 # Silje\n", "utf-8")
    code, out, err = run("batch", "agenda", *selected, "--plan", "--jobs", "1")
    if cases:
        word = "sag" if cases == 1 else "sager"
        assert (code, err) == (0, "")
        assert out.startswith(f"Plan: {cases} {word}, ")
    else:
        assert (code, out) == (1, "")
        assert err.startswith("fejl: Ingen sager passer på det, du valgte.\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["invitation", "--plan"], "Angiv, hvilke sager det gælder, fx med --date eller --step."),
        (
            ["invitation", "--date", "2026-03-03"],
            "Angiv med --output, hvor brevene skal lægges, eller brug --plan.",
        ),
        (
            ["invitation", "--date", "2026-03-03", "--week", "10", "--plan"],
            "Brug enten --date eller --week, ikke begge.",
        ),
        (
            ["invitation", "--plan", "--where", "kordinator.navn = Anne"],
            "Mente du `koordinator.navn`?",
        ),
        (["invitaton", "--plan", "--step", "møde"], "Mente du `invitation`?"),
        (["invitation", "--plan", "--step", "mødet"], "Mente du `møde`?"),
    ],
)
@pytest.mark.usefixtures("here")
def test_wrong_use_is_explained(run, arguments, said):
    code, out, err = run("batch", *arguments)
    assert (code, out) == (2, "")
    assert said in err


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of Unix")
@pytest.mark.parametrize(("answer", "made"), [("ja", CASES * LETTERS), ("nej", 0), ("", 0)])
def test_on_a_terminal_a_yes_is_an_approval(here, program, answer, made):
    leader, follower = pty.openpty()
    call = program("batch", "invitation", *SELECTED, "--output", "breve", "--jobs", "1")
    call["env"]["SAMARBEJDE_DAG"] = DAY.isoformat()
    with subprocess.Popen(**call, stdin=follower, stdout=subprocess.PIPE) as process:
        os.write(leader, f"{answer}\n".encode())
        process.communicate(timeout=60)
    os.close(leader)
    os.close(follower)
    assert len(letters(here)) == made


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of Unix")
def test_who_stops_at_the_question_is_not_told_of_letters(here, program):
    leader, follower = pty.openpty()
    call = program("batch", "invitation", *SELECTED, "--output", "breve", "--jobs", "1")
    call["env"]["SAMARBEJDE_DAG"] = DAY.isoformat()
    with subprocess.Popen(**call, stdin=follower, stderr=subprocess.PIPE) as process:
        asked = iter(lambda: process.stderr.read(1), b"")
        told = b"".join(takewhile(lambda sign: sign != b":", asked))
        assert told.endswith(b"skal alle brevene laves? [j/N]")
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=60)[1].decode()
    os.close(leader)
    os.close(follower)
    assert process.returncode == 130
    assert "Der er ikke lavet breve." in said
    assert "er hele" not in said
    assert letters(here) == []


@pytest.mark.usefixtures("here")
def test_a_fault_of_the_program_in_one_case_is_told_of_that_case(run, monkeypatch):
    planned = CaseLetters.planned

    def faulty(work):
        return 1 / 0 if work.case.number == "2026-002" else planned(work)

    monkeypatch.setattr(CaseLetters, "planned", faulty)
    code, out, _ = batch(run)
    assert code == 1
    assert "Plan: 3 sager, 8 breve kan laves." in out
    assert "    sager/2026-002: fejl  Programmet kan ikke arbejde med sagen: ZeroDivision" in out


@pytest.mark.usefixtures("here")
def test_help_names_both_commands(run):
    assert run("batch", "--help").out.startswith("Brug: samarbejde batch [TILVALG] PAPIRER\n")
    assert "`samarbejde batch verify MAPPE`" in run("batch", "--help").out
    assert run("batch", "verify", "--help").out.startswith(
        "Brug: samarbejde batch verify [TILVALG] MAPPE\n"
    )

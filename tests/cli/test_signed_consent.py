"""A signed consent stays what was signed: additions need new signatures, everywhere (Bilag 6)."""

import json
from pathlib import Path
from shutil import copytree

import pytest

from samarbejde_cli import word

CASE = "2026-001"
CONSENT = f"sager/{CASE}/samtykke.yaml"
NEWCOMER = """\
  - navn: Kaj Nygaard
    rolle: mentor
    titel: mentor
    arbejdssted: Foreningen Fremad
    adresse: Engvej 4
    postnummer: "9999"
    by: Nørlund
    telefon: 20 00 00 44
"""


@pytest.fixture
def root(tmp_path, monkeypatch):
    root = copytree(Path(__file__).parents[2] / "examples", tmp_path / "Nørlund")
    monkeypatch.chdir(root)
    monkeypatch.setenv("SAMARBEJDE_DAG", "2026-02-24")
    return root


def replace(root, path, old, new):
    text = (root / path).read_text("utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), "utf-8")


def add_recipient(root, more=""):
    replace(root, f"sager/{CASE}/team.yaml", "personer:\n", f"personer:\n{NEWCOMER}")
    replace(root, CONSENT, "modtagere:\n", f"modtagere:\n  - person: Kaj Nygaard\n{more}")
    replace(root, f"sager/{CASE}/runder/1.yaml", "deltagere:\n",
            "deltagere:\n    - person: Kaj Nygaard\n")  # fmt: skip


def found(run):
    return [line for line in run("validate", CASE, "--format", "concise").out.splitlines()
            if CONSENT in line]  # fmt: skip


def paper(run, root, kind="consent", *more):
    screen = run(f"render-{kind}", CASE, "-o", str(root / "ud"), *more)
    assert screen.code == 0, screen.out + screen.err
    return {path.name: word.dump(path.read_bytes()) for path in (root / "ud").glob("*.docx")}


def test_the_example_is_signed_for_all_that_is_in_it(root, run):
    assert found(run) == []
    text = paper(run, root)[f"{CASE}-runde-1-samtykke.docx"]
    assert "Mangler underskrift" not in text
    assert text.count("Underskrevet") == 3


def test_a_recipient_added_later_is_told_with_place_and_what_to_do(root, run):
    add_recipient(root)
    line, = found(run)  # fmt: skip
    assert line.startswith(f"{CONSENT}:19:5: SAM417 fejl")
    assert "Kaj Nygaard kom med i samtykket, efter at det blev underskrevet." in line
    assert f"samarbejde sign {CASE} --consent" in " ".join(run("validate", CASE).out.split())


def test_what_came_later_is_a_duty_until_it_is_signed(root, run):
    def duties():
        tasks = json.loads(run("todo", "--format", "json").out)["tasks"]
        mine = (each for each in tasks if each["deadline"] == "samtykke-nyt")
        return [(each["due"], each["what"]) for each in mine]

    assert duties() == []
    add_recipient(root)
    ((day, what),) = duties()
    assert day == "2026-03-03"
    assert what.endswith("Kaj Nygaard er kommet til")
    run("sign", CASE, "--consent", "--date", "2026-02-24")
    assert duties() == []


def test_no_paper_goes_to_whom_nobody_signed_for(root, run):
    add_recipient(root)
    screen = run("render-invitation", CASE, "--for", "Kaj Nygaard", "-o", str(root / "ud"))
    assert screen.code == 1
    assert "efter at samtykket blev underskrevet" in " ".join(screen.out.split())
    assert not list((root / "ud").glob("*"))


def test_the_consent_prints_signatures_over_what_they_cover_only(root, run):
    add_recipient(root)
    text = paper(run, root)[f"{CASE}-runde-1-samtykke.docx"]
    signed, _, later = text.partition("Mangler underskrift.")
    assert "Kaj Nygaard" not in signed
    assert "Kaj Nygaard" in later
    new = later.partition("Underskrift på det nye")[2].partition("Seddel")[0]
    assert new.count("Underskrevet") == 0
    assert "Thomas Holm" in new


def test_a_new_signing_is_one_command_and_all_is_well_again(root, run):
    add_recipient(root)
    screen = run("sign", CASE, "--consent", "--date", "2026-02-24")
    assert screen.code == 0
    assert found(run) == []
    assert "Mangler underskrift" not in paper(run, root)[f"{CASE}-runde-1-samtykke.docx"]
    assert run("render-invitation", CASE, "--for", "Kaj Nygaard", "-o", str(root / "ud")).code == 0


def test_all_who_must_sign_sign_again(root, run):
    add_recipient(root)
    for name in ("Villads", "Line"):
        assert run("sign", CASE, name, "--consent").code == 0
        assert len(found(run)) == 1
    later = paper(run, root)[f"{CASE}-runde-1-samtykke.docx"].partition("Underskrift på det nye")[2]
    assert later.partition("Seddel")[0].count("Underskrevet") == 2
    assert run("sign", CASE, "Thomas", "--consent").code == 0
    assert found(run) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("oplysninger:\n", "oplysninger:\n  - Gæld\n", "Oplysningen »Gæld« kom med"),
        ("fagcentre:\n", "fagcentre:\n  - navn: Social og Sundhed\n",
         "Fagcentret »Social og Sundhed« kom med"),
        ("  - Det, jeg har fortalt psykologen om mine forældres skilsmisse\n", "",
         "En linje om det, der ikke må udveksles, blev ændret eller slettet"),
    ],
    ids=["information", "centre", "withheld line gone"],
)  # fmt: skip
def test_what_is_exchanged_stays_what_was_signed(root, run, old, new, told):
    replace(root, CONSENT, old, new)
    line, = found(run)  # fmt: skip
    assert "SAM418 fejl" in line
    assert told in line
    assert run("sign", CASE, "--consent").code == 0
    assert found(run) == []


def test_what_narrows_the_consent_counts_at_once(root, run):
    replace(root, CONSENT, "må_ikke_udveksles:\n", "må_ikke_udveksles:\n  - Min fars arbejde\n")
    assert found(run) == []


def test_who_signs_anew_has_signed_what_is_there_and_no_more(root, run):
    """A signature of an older version, without fingerprints, covers nothing that comes later."""
    path = root / CONSENT
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(each for each in lines if "omfatter:" not in each), "utf-8")
    names = ("Villads Rosenkjær Holm", "Line Rosenkjær", "Thomas Holm")
    assert run("sign", CASE, *names, "--consent", "--date", "2026-02-24").code == 0
    assert found(run) == []
    add_recipient(root)
    (line,) = found(run)
    assert "SAM417" in line


def test_a_day_says_it_where_no_fingerprint_does(root, run):
    text = (root / CONSENT).read_text("utf-8")
    lines = [line for line in text.splitlines(keepends=True) if "omfatter" not in line]
    (root / CONSENT).write_text("".join(lines), "utf-8")
    add_recipient(root)
    assert found(run) == []
    replace(root, CONSENT, "Kaj Nygaard\n", "Kaj Nygaard\n    siden: 2026-02-06\n")
    assert len(found(run)) == 1  # the father signed on 9 February, the others before


def test_advance_keeps_what_the_signatures_covered(root, run):
    path = root / CONSENT
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if "omfatter" not in line), "utf-8")
    assert run("advance", CASE, "--back", "--reason", "Prøve").code == 0
    assert path.read_text("utf-8").count("omfatter: [") == 3
    add_recipient(root)
    assert len(found(run)) == 1


def test_an_organisation_covers_those_of_it_who_are_in_the_team(root, run):
    add_recipient(root)
    replace(root, CONSENT, "modtagere:\n  - person: Kaj Nygaard\n",
            "organisationer:\n  - navn: Foreningen Fremad\nmodtagere:\n")  # fmt: skip
    assert "SAM417" in found(run)[0]
    assert run("sign", CASE, "--consent").code == 0
    assert found(run) == []
    assert run("render-invitation", CASE, "--for", "Kaj Nygaard", "-o", str(root / "ud")).code == 0
    text = paper(run, root)[f"{CASE}-runde-1-samtykke.docx"]
    assert "Foreningen Fremad: alle derfra, som er på holdet" in text


def test_a_colleague_of_a_centre_that_is_not_named_gets_nothing(root, run):
    replace(root, CONSENT, "  - navn: Arbejdsmarked og Borgerservice\n", "")
    line, = found(run)  # fmt: skip
    assert "SAM419 fejl" in line
    assert "samler ikke sager fra Job og Uddannelse, hvor Karsten Bøgh er ansat" in line
    screen = run("render-agenda", CASE, "--for", "Karsten Bøgh", "-o", str(root / "ud"))
    assert screen.code == 1


def test_the_paper_names_the_centres_of_all_whom_it_reaches(root, run):
    text = paper(run, root)[f"{CASE}-runde-1-samtykke.docx"]
    assert "mine sager i Børn og Familier samt Arbejdsmarked og Borgerservice" in text
    replace(root, CONSENT,
            "fagcentre:\n  - navn: Børn og Familier\n  - navn: Arbejdsmarked og Borgerservice\n",
            "")  # fmt: skip
    text = paper(run, root)[f"{CASE}-runde-1-samtykke.docx"]
    assert "Job og Uddannelse" in text.partition("samlet i ét fælles skema")[0]


def test_a_profile_asks_for_the_consents_lists(root, run):
    settings = root / "samarbejde.yaml"
    wanted = "samtykke: {kræver: [fagcentre, organisationer]}\n"
    settings.write_text(settings.read_text("utf-8") + wanted, "utf-8")
    told = " ".join(run("validate", CASE).out.split())
    assert "Samtykket nævner ingen organisationer, og det skal det hos jer." in told
    assert "nævner ingen fagcentre" not in told


def test_a_new_case_proposes_the_centres_of_the_handbook(root, run):
    made = run("new-case", "--name", "Ida Prøve", "--cpr", "670310-4321", "--date", "2026-02-20")
    assert made.code == 0
    newest = max(root.glob("sager/*/samtykke.yaml"), key=lambda path: path.stat().st_mtime)
    text = newest.read_text("utf-8")
    for name in ("Børn og Familier", "Social og Sundhed", "Arbejdsmarked og Borgerservice"):
        assert f"  - navn: {name}\n" in text


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((CASE, "Karsten"), "Karsten Bøgh skriver ikke under på samtykket."),
        ((CASE,), "Der mangler ingen underskrift på samtykket."),
        ((CASE, "--date", "2026-02-25"), "er ikke kommet endnu"),
        (("2026-002",), "Samtykket er ikke udfyldt"),
    ],
)
@pytest.mark.usefixtures("root")
def test_a_mistake_is_answered_with_the_remedy(run, words, told):
    screen = run("sign", *words, "--consent")
    assert screen.code == 2
    assert told in " ".join(screen.err.split())


@pytest.mark.usefixtures("root")
def test_who_came_of_age_signs_again_and_alone(run):
    assert run("sign", "2025-014", "--consent").code == 0
    assert "SAM405" not in run("validate", "2025-014", "--format", "concise").out
    assert run("sign", "2025-014", "--consent").code == 2

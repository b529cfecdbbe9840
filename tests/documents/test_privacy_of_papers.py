"""What no paper may tell: addresses, numbers and people that are none of its reader's business."""

from datetime import date
from io import BytesIO
from shutil import copytree
from zipfile import ZipFile

import pytest
from example_case import build, case_folder
from paper_case import (
    DAY,
    OF_AGE,
    SECOND_ROUND,
    THREE,
    complete,
    files,
    made,
    made_as_it_is,
    template_with,
    texts,
)

from samarbejde_cli.actions.render import produce
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import load_case
from samarbejde_cli.documents.catalogue import KINDS

PROTECTED_YOUTH = """\
# sag.yaml
ung:
  adressebeskyttelse: ja
  adresse: Skjulestien 7
  postnummer: "4888"
  by: Skjulby
"""

PROTECTED_MEMBER = """\
# team.yaml
personer:
  - navn: Birgit Kær
    rolle: den-unges-voksne
    relation: moster
    adresse: Skjulestien 7
    postnummer: "4888"
    by: Skjulby
    adressebeskyttelse: ja
  - {navn: Jonas Berg, rolle: uddannelsesvejleder}
  - {navn: Maja Toft, rolle: beskæftigelsesmedarbejder}
  - {navn: Karin Friis, rolle: skole}
"""

SAME_HOME = """\
# sag.yaml
ung:
  adressebeskyttelse: ja
  adresse: Skjulestien 7
forældre:
  - {navn: Mette Ravn, relation: mor, forældremyndighed: ja, adresse: "skjulestien 7,", by: Skjulby}
  - {navn: Henrik Ravn, relation: far, forældremyndighed: ja, adresse: Havnegade 21}
"""

WITHDRAWN = """\
# samtykke.yaml
modtagere:
  - {person: Birgit Kær}
  - {person: Jonas Berg}
  - {person: Maja Toft}
  - {person: Karin Friis, trukket_tilbage: 2026-02-11}
"""


def contents(data):
    """All bytes of a document: every part unpacked, and the names of the parts."""
    with ZipFile(BytesIO(data)) as archive:
        return b"\n".join([archive.read(name) + name.encode() for name in archive.namelist()])


@pytest.mark.parametrize("example", [PROTECTED_YOUTH, PROTECTED_MEMBER, SAME_HOME])
def test_a_protected_address_is_in_no_byte_of_any_paper(tmp_path, example):
    papers = files(made(tmp_path, example, tuple(KINDS), draft=True))
    assert len(papers) >= len(THREE)
    for name, data in papers.items():
        found = contents(data).lower()
        assert b"skjul" not in found, name
        assert b"4888" not in found, name


def test_the_address_of_somebody_else_stays_when_one_is_protected(tmp_path):
    paper = texts(made(tmp_path, SAME_HOME, ["goals"]))["runde-1-mål-og-aftaleskema.docx"]
    assert "Havnegade 21" in paper


def test_the_agenda_holds_no_cpr_number_not_even_a_part_of_one(tmp_path):
    for example in ("", SECOND_ROUND):
        for data in files(made(tmp_path, example, ["agenda"])).values():
            assert b"720810" not in contents(data)


def test_an_own_template_of_the_agenda_gets_the_number_masked(tmp_path):
    own = tmp_path / "skabeloner" / "dagsorden-første.docx"
    own.parent.mkdir()
    own.write_bytes(template_with("{{ ung.cpr }}"))
    assert list(texts(complete(made(tmp_path, "", ["agenda"]))).values()) == ["720810-xxxx\n"]


def test_nobody_outside_the_consent_gets_a_letter(tmp_path):
    produced = made(tmp_path, WITHDRAWN, ["invitation"])
    refused = [each for each in produced.documents if each.status == "refused"]
    assert [each.recipient for each in refused] == ["skole"]
    assert not refused[0].path.exists()
    problem = produced.diagnoses[0]
    assert (problem.code, problem.file.name) == ("SAM407", "samtykke.yaml")
    assert problem.route == ("modtagere", 3, "trukket_tilbage")
    assert len(files(produced)) == 3


def test_a_draft_is_refused_to_them_as_well(tmp_path):
    produced = made(tmp_path, WITHDRAWN, ["invitation"], draft=True)
    assert not any("skole" in name for name in files(produced))


def test_parents_get_no_letter_when_the_youth_is_of_age(tmp_path):
    late = "# runder/1.yaml\nmøde:\n  dato: 2026-09-01\n"
    letters = files(made(tmp_path, OF_AGE + late, ["invitation"], day=date(2026, 8, 20)))
    assert sorted(letters) == [
        "runde-1-indkaldelse-den-unges-voksne.docx",
        "runde-1-indkaldelse-skole.docx",
    ]


def test_no_paper_holds_data_of_another_case(tmp_path):
    other = "# sag.yaml\nung: {navn: Anders And Andersen, cpr: 610101-4321, adresse: Duevej 1}\n"
    made(tmp_path, other)
    papers = files(made(tmp_path, "", overwrite=True))
    for name, data in papers.items():
        found = contents(data)
        assert b"Anders And" not in found, name
        assert b"610101" not in found, name


def test_file_names_tell_no_name(tmp_path):
    produced = made(tmp_path)
    names = "".join(files(produced)).casefold()
    assert not any(word in names for word in ("silje", "ravn", "karin", "birgit", "mette"))
    assert build(tmp_path).name == "2026-001"


KEPT_BACK = """\
# plan.yaml
sagsresumé: Silje sover dårligt. Det kom frem i samtaler hos sundhedsplejersken.
"""
KEPT_BACK_BEFORE = (
    SECOND_ROUND
    + """\
# runder/1.yaml
opfølgning:
  økonomi:
    - bevilling: Kørsel til samtaler hos sundhedsplejersken
      betaler: Job og Uddannelse
      beløb: 1200
      ville_have_kostet: 4000
      hos: Børn og Familier
"""
)
KEPT_BACK_OF_ROOM = """\
# sag.yaml
andre_møder:
  - {slags: akut, dato: 2026-02-20, lokale: Samtale hos sundhedsplejersken}
"""
ADDRESS_IN_TEXT = """\
# sag.yaml
ung: {adressebeskyttelse: ja}
# plan.yaml
sagsresumé: Silje bor på kildevej  8 hos sin mor.
"""
NO_DIGITAL_POST = """\
# team.yaml
personer:
  - {navn: Birgit Kær, rolle: den-unges-voksne}
  - {navn: Jonas Berg, rolle: uddannelsesvejleder}
  - {navn: Maja Toft, rolle: beskæftigelsesmedarbejder}
  - {navn: Karin Friis, rolle: skole, fritaget_digital_post: ja}
"""
LATE = "# runder/1.yaml\nmøde: {dato: 2026-09-01, deltagere: [{person: Karin Friis}]}\n"


def test_what_the_consent_keeps_back_stops_the_papers_that_tell_it(tmp_path):
    produced = made(tmp_path, KEPT_BACK)
    refused = {each.kind for each in produced.documents if each.status == "refused"}
    assert refused == {"goals"}
    (problem,) = produced.diagnoses
    assert (problem.code, problem.file.name, problem.route) == (
        "SAM411",
        "plan.yaml",
        ("sagsresumé",),
    )
    assert [each.file.name for each in problem.related] == ["samtykke.yaml"]
    assert not produced.succeeded


@pytest.mark.parametrize("reader", ["Silje Ravn", "Anne Holm", "Dorte Lundgaard"])
def test_the_youth_and_who_runs_the_case_may_read_it(tmp_path, reader):
    assert len(files(made(tmp_path, KEPT_BACK, ["goals"], reader=reader))) == 1


def test_who_gets_the_short_plan_does_not_read_it_anyway(tmp_path):
    (paper,) = texts(made(tmp_path, KEPT_BACK, ["goals"], reader="Karin Friis")).values()
    assert "sundhedsplejersken" not in paper
    assert "SAGSRESUMÉ" not in paper


@pytest.mark.parametrize("reader", ["Mette Ravn", None])
def test_others_may_not_and_a_draft_changes_nothing(tmp_path, reader):
    produced = made(tmp_path, KEPT_BACK, ["goals"], reader=reader, draft=True)
    assert "refused" in {each.status for each in produced.documents}
    assert "sundhedsplejersken" not in "".join(texts(produced).values())


def test_a_line_may_allow_what_only_looks_alike(tmp_path):
    build(tmp_path, KEPT_BACK)
    plan = case_folder(tmp_path) / "plan.yaml"
    text = plan.read_text("utf-8")
    line = next(line for line in text.splitlines() if "sagsresumé" in line)
    said = "sagsresumé: Det kom frem i samtaler hos sundhedsplejersken."
    allowed = f"{said} # samarbejde: tillad SAM411 hun har selv bedt om det"
    plan.write_text(text.replace(line, allowed), "utf-8")
    assert len(files(complete(made_as_it_is(tmp_path, ["goals"])))) == 1


@pytest.mark.parametrize(
    ("example", "kind", "reader"),
    [(KEPT_BACK_BEFORE, "economy", "Maja Toft"), (KEPT_BACK_OF_ROOM, "case-overview", "Maja Toft")],
)
def test_what_is_kept_back_is_found_in_every_file(tmp_path, example, kind, reader):
    produced = made(tmp_path, example, [kind], reader=reader)
    assert [each.code for each in produced.diagnoses] == ["SAM411"]
    assert not files(produced)


def test_a_relation_that_only_says_who_somebody_is_stops_nothing(tmp_path):
    aunt = """\
# samtykke.yaml
må_ikke_udveksles: [Det hos min moster]
# team.yaml
netværk: [{navn: Moster, kreds: familie, nærhed: 1}]
"""
    produced = made(tmp_path, aunt, ["consent", "case-overview"])
    assert "SAM411" not in {each.code for each in produced.diagnoses}
    assert files(produced)


def test_the_consent_may_list_what_it_keeps_back(tmp_path):
    divorce = """\
# samtykke.yaml
må_ikke_udveksles: [Skilsmissen]
# plan.yaml
sagsresumé: Skilsmissen
"""
    produced = made(tmp_path, divorce, ["consent", "goals"], reader="Mette Ravn")
    assert {each.kind for each in produced.documents if each.status == "refused"} == {"goals"}
    (paper,) = texts(produced).values()
    assert "Skilsmissen" in paper


def test_words_that_no_paper_prints_stop_none(tmp_path):
    notes = "# runder/1.yaml\nformøde: {noter: Samtaler hos sundhedsplejersken}\n"
    assert made(tmp_path, notes).succeeded


def test_a_protected_address_in_a_text_stops_the_paper(tmp_path):
    produced = made(tmp_path, ADDRESS_IN_TEXT, ["goals"])
    assert files(complete(produced)) == {}
    (problem,) = produced.diagnoses
    assert (problem.code, problem.route) == ("SAM904", ("sagsresumé",))
    assert [each.file.name for each in problem.related] == ["sag.yaml"]


@pytest.mark.parametrize("kind", KINDS)
def test_numbers_in_full_are_only_where_the_form_asks_or_the_channel_is_secure(tmp_path, kind):
    produced = made(tmp_path, NO_DIGITAL_POST, [kind], draft=True)
    for name, data in files(produced).items():
        if not KINDS[kind].asks_for_cpr and "indkaldelse" not in name:
            assert b"720810-4322" not in contents(data), name


@pytest.mark.parametrize("reader", ["Karin Friis", "Birgit Kær", "Jonas Berg"])
def test_an_own_template_gets_no_number_for_others(tmp_path, reader):
    own = tmp_path / "skabeloner" / "mål-og-aftaleskema.docx"
    own.parent.mkdir()
    own.write_bytes(template_with("CPR [{{ ung.cpr }}] tlf [{{ forældre[0].telefon }}]"))
    (paper,) = texts(made(tmp_path, "", ["goals"], reader=reader)).values()
    assert paper == "CPR [] tlf []\n"


def test_parents_are_in_no_paper_of_a_grown_up(tmp_path):
    produced = made(tmp_path, OF_AGE + LATE, tuple(KINDS), date(2026, 8, 20), draft=True)
    assert produced.documents
    for name, data in files(produced).items():
        for word in (b"Henrik Ravn", b"680781", b"Mette Ravn", b"710684"):
            assert word not in contents(data), name


def test_a_consent_for_a_parent_brings_the_block_back(tmp_path):
    consent = "# samtykke.yaml\nmodtagere:\n  - {person: Mette Ravn}\n"
    produced = made(tmp_path, OF_AGE + LATE + consent, ["goals"], date(2026, 8, 20))
    (paper,) = files(complete(produced)).values()
    assert b"710684-1238" in contents(paper)
    assert b"Henrik Ravn" not in contents(paper)


OTHERS_WORDS = {
    "Silje": "Zafira", "Ravn": "Zornsen", "Birgit": "Zigrid", "Karin": "Zarina", "Jonas": "Zonas",
    "Maja": "Zaja", "Kildevej": "Zumpevej", "Havnegade": "Zavnegade", "Engvej": "Zengvej",
    "720810-4322": "710811-4323", "20 00 00": "29 99 99",
}  # fmt: skip


def test_no_byte_of_a_paper_is_of_another_case(tmp_path):
    first = build(tmp_path)
    second = first.with_name("2026-002")
    copytree(first, second)
    for path in second.rglob("*.yaml"):
        text = path.read_text("utf-8")
        for old, new in OTHERS_WORDS.items():
            text = text.replace(old, new)
        path.write_text(text, "utf-8")
    workspace = Workspace(tmp_path)
    foreign = {first: OTHERS_WORDS.values(), second: OTHERS_WORDS}
    for folder in (first, second, first):  # the last with templates that the other case has used
        case = load_case(folder)
        profile, _ = workspace.profile_of(case)
        produced = produce(case, profile, workspace, KINDS.values(), day=DAY, overwrite=True)
        assert len(files(produced)) >= len(THREE)
        for name, data in files(produced).items():
            found = contents(data)
            assert not [word for word in foreign[folder] if word.encode() in found], name


@pytest.mark.parametrize("relation", ["Min moster", "mors søster", "moster"])
def test_who_somebody_is_tells_nothing_of_what_must_not_be_exchanged(tmp_path, relation):
    example = f"""\
# samtykke.yaml
må_ikke_udveksles: [Det om min moster, Min mors sygdom og min søster]
# team.yaml
personer:
  - {{navn: Birgit Kær, rolle: den-unges-voksne, relation: {relation}}}
"""
    produced = made(tmp_path, example, ["consent", "roles"], draft=True)
    assert not [each for each in produced.diagnoses if each.code == "SAM411"]
    assert files(produced)


@pytest.mark.parametrize(
    "written", ["SKJULESTIEN nr. 7", "Skjule-stien 7", "Skjulestien, nummer 7"]
)
def test_a_protected_address_is_known_however_people_write_it(tmp_path, written):
    task = (
        f"# team.yaml\npersoner: [{{navn: Jonas Berg, rolle: skole, opgave: 'Bor i {written}'}}]\n"
    )
    produced = made(tmp_path, f"{PROTECTED_YOUTH}{task}", ["network-overview"], draft=True)
    assert {each.code for each in produced.diagnoses} == {"SAM904"}
    assert files(produced) == {}

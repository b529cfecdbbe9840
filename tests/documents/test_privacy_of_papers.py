"""What no paper may tell: addresses, numbers and people that are none of its reader's business."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from example_case import build
from paper_case import OF_AGE, SECOND_ROUND, files, made, template_with, texts

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
    papers = files(made(tmp_path, example))
    assert len(papers) == 6
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
    assert list(texts(made(tmp_path, "", ["agenda"])).values()) == ["720810-xxxx\n"]


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

"""One reader alone: ``--for``."""

import pytest
from paper_case import DAY, files, loaded, made

from samarbejde_cli.documents.readers import known_reader
from samarbejde_cli.errors import WrongUseError


@pytest.mark.parametrize(
    ("name", "role", "channel"),
    [
        ("Silje Ravn", "ung", "sikker-post"),
        ("silje", "ung", "sikker-post"),
        ("Mette Ravn", "forælder", "sikker-post"),
        ("Anne Holm", "koordinator", "intern"),
        ("Dorte Lundgaard", "tovholder", "intern"),
        ("Jonas Berg", "uddannelsesvejleder", "intern"),
        ("Karin Friis", "skole", "sikker-post"),
    ],
)
def test_everybody_whom_the_case_knows_can_be_named(tmp_path, name, role, channel):
    _, case, profile = loaded(tmp_path)
    found = known_reader(case, profile, name, DAY)
    assert (found.role, found.channel, found.refusal) == (role, channel, None)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Karin Fris", "Mente du `Karin Friis`?"),
        ("Karin", "Mente du `Karin Friis`?"),
        ("Doorte Lundgård", "Mente du `Dorte Lundgaard`?"),
        ("Xyz", "I sagen er: Silje Ravn"),
    ],
)
def test_an_unknown_name_is_told_with_the_nearest(tmp_path, name, meant):
    with pytest.raises(WrongUseError) as problem:
        made(tmp_path, reader=name)
    assert name in problem.value.message
    assert meant in problem.value.hint


def test_only_the_reader_s_papers_are_made(tmp_path):
    assert sorted(files(made(tmp_path, reader="Karin Friis"))) == [
        "runde-1-dagsorden-skole.docx",
        "runde-1-indkaldelse-skole.docx",
        "runde-1-mål-og-aftaleskema-skole.docx",
    ]


def test_a_letter_for_one_has_the_name_that_it_has_among_all(tmp_path):
    everyone = files(made(tmp_path / "alle", "", ["invitation"]))
    one = files(made(tmp_path / "en", "", ["invitation"], reader="Henrik Ravn"))
    assert list(one) == ["runde-1-indkaldelse-forælder-2.docx"]
    assert one.items() <= everyone.items()


def test_a_reader_outside_the_consent_gets_nothing(tmp_path):
    produced = made(tmp_path, "", ["agenda", "goals"], reader="Peter Skovmand")
    assert files(produced) == {}
    (problem,) = produced.diagnoses
    assert (problem.code, problem.file.name) == ("SAM407", "samtykke.yaml")
    assert problem.route == ("modtagere",)
    assert not produced.succeeded


def test_a_reader_who_gets_no_such_paper_is_told(tmp_path):
    produced = made(tmp_path, "", ["invitation"], reader="Jonas Berg")
    assert produced.documents == ()
    assert "Jonas Berg" in produced.errors[0].message

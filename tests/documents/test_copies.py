"""The copies of a paper: the complete one, one for each who sees less, one for those who share."""

import pytest
import yaml
from example_case import build, case_folder
from paper_case import DAY, files, made, made_as_it_is, template_with, texts

from samarbejde_cli.__main__ import main
from samarbejde_cli.case.case import load_case

PLAN = "runde-1-mål-og-aftaleskema"
FATHER, MOTHER, YOUTH = "680781-2345", "710684-1238", "720810-4322"
EMPLOYER = """\
# team.yaml
personer:
  - {navn: Karin Friis, rolle: skole, intern: nej}
  - {navn: Bo Chef, rolle: virksomhed}
# samtykke.yaml
modtagere:
  - {person: Karin Friis}
  - {person: Bo Chef}
# plan.yaml
sendes_til: [Karin Friis, Bo Chef]
mål:
  - {område: økonomi, mål: Jeg skal af med min gæld, handlinger: [Jeg betaler af],
     ansvarlige: [jeg], frist: 2026-06-16}
  - {område: fagligt, mål: Jeg skal i praktik, handlinger: [Bo viser mig butikken],
     ansvarlige: [jeg, Bo Chef, Karin Friis], frist: 2026-06-16}
# runder/1.yaml
møde: {deltagere: [{person: Karin Friis}, {person: Bo Chef}]}
"""
NOT_SENT = "# plan.yaml\nsendes_til: [Mette Ravn]\n"


def test_the_plan_is_complete_for_the_youth_and_short_for_others_who_share_it(tmp_path):
    produced = made(tmp_path, "", ["goals"])
    assert {each.path.name: each.recipient for each in produced.documents} == {
        f"{PLAN}.docx": None,
        f"{PLAN}-forælder.docx": "forælder",
        f"{PLAN}-forælder-2.docx": "forælder",
        f"{PLAN}-flere.docx": "den-unges-voksne, skole",
        f"{PLAN}-flere-2.docx": "uddannelsesvejleder, beskæftigelsesmedarbejder",
    }
    found = texts(produced)
    assert all(number in found[f"{PLAN}.docx"] for number in (YOUTH, MOTHER, FATHER))
    assert "SAGSRESUMÉ" in found[f"{PLAN}-forælder.docx"]
    for name in (f"{PLAN}-flere.docx", f"{PLAN}-flere-2.docx"):
        assert "Jeg skal møde op i skole tre dage om ugen" in found[name]
        for word in ("CPR", "SAGSRESUMÉ", "INDSATSOVERBLIK", "TEAMOVERBLIK", "Min oplevelse"):
            assert word not in found[name]


@pytest.mark.parametrize("kind", ["goals", "consent"])
def test_each_parent_sees_the_own_number_and_not_the_other_s(tmp_path, kind):
    for name, own, others in (("Mette Ravn", MOTHER, FATHER), ("Henrik Ravn", FATHER, MOTHER)):
        (paper,) = texts(made(tmp_path / own, "", [kind], reader=name)).values()
        assert own in paper
        assert YOUTH in paper
        assert others not in paper


def test_everybody_who_shares_a_copy_is_filed_with_it(tmp_path):
    made(tmp_path, "", ["goals"])
    filed = load_case(case_folder(tmp_path)).paper_records
    shared = [each for each in filed if each.file == f"{PLAN}-flere.docx"]
    assert [each.recipient for each in shared] == ["Birgit Kær", "Karin Friis"]
    assert [each.role for each in shared] == ["den-unges-voksne", "skole"]
    assert len({each.sha256 for each in shared}) == 1


def test_the_copy_for_one_is_the_one_that_several_share(tmp_path):
    shared = files(made(tmp_path / "alle", "", ["goals"]))[f"{PLAN}-flere.docx"]
    assert files(made(tmp_path / "en", "", ["goals"], reader="Karin Friis")) == {
        f"{PLAN}-skole.docx": shared
    }


def test_an_employer_gets_what_is_agreed_with_the_employer(tmp_path):
    found = texts(made(tmp_path, EMPLOYER, ["goals", "agenda"]))
    his = found[f"{PLAN}-virksomhed.docx"]
    assert "Bo viser mig butikken" in his
    for word in ("gæld", "Karin Friis", "MÅL FOR ØVRIGE FORHOLD", "GODKENDELSE", YOUTH):
        assert word not in his
    assert "fritidsjob" in found["runde-1-dagsorden.docx"]
    assert "fritidsjob" not in found["runde-1-dagsorden-virksomhed.docx"]


def test_nobody_gets_a_copy_that_says_the_same_as_the_complete_one(tmp_path):
    assert sorted(files(made(tmp_path, "", ["agenda"]))) == ["runde-1-dagsorden.docx"]


def test_the_plan_is_refused_to_those_whom_it_may_not_be_sent_to(tmp_path):
    produced = made(tmp_path, NOT_SENT, ["goals"], reader="Karin Friis")
    assert files(produced) == {}
    assert not produced.succeeded
    (problem,) = produced.diagnoses
    assert (problem.code, problem.file.name, problem.route) == (
        "SAM407", "plan.yaml", ("sendes_til",),
    )  # fmt: skip
    assert "skriv navnet under `sendes_til` i plan.yaml" in problem.hint
    path = case_folder(tmp_path) / "plan.yaml"
    tree = yaml.safe_load(path.read_text("utf-8"))
    tree["sendes_til"].append("Karin Friis")
    path.write_text(yaml.safe_dump(tree, allow_unicode=True), "utf-8")
    assert len(files(made_as_it_is(tmp_path, ["goals"], DAY, reader="Karin Friis"))) == 1


@pytest.mark.parametrize("reader", ["Silje Ravn", "Henrik Ravn", "Anne Holm", "Dorte Lundgaard"])
def test_the_youth_custody_and_who_runs_the_case_need_not_be_on_the_list(tmp_path, reader):
    build(tmp_path, NOT_SENT)
    assert len(files(made_as_it_is(tmp_path, ["goals"], DAY, reader=reader))) == 1


def test_the_sheet_of_costs_is_for_those_who_run_the_case(tmp_path):
    assert len(files(made(tmp_path, "", ["economy"], reader="Anne Holm"))) == 1
    for reader in ("Silje Ravn", "Karin Friis", "Mette Ravn"):
        assert files(made(tmp_path, "", ["economy"], reader=reader, overwrite=True)) == {}


def test_a_missing_value_is_asked_for_only_by_a_paper_that_shows_it(tmp_path):
    own = tmp_path / "skabeloner" / "mål-og-aftaleskema.docx"
    own.parent.mkdir()
    own.write_bytes(template_with("{{ plan.sagsresumé }}"))
    empty = "# plan.yaml\nsagsresumé: ''\n"
    hers = made(tmp_path, empty, ["goals"], reader="Silje Ravn")
    assert [each.route for each in hers.diagnoses] == [("sagsresumé",)]
    his = made(tmp_path, empty, ["goals"], reader="Karin Friis")
    assert (his.diagnoses, len(files(his))) == ((), 1)


def test_a_short_plan_that_comes_back_empties_nothing_in_the_case(tmp_path, monkeypatch, capsys):
    (paper,) = made(tmp_path, EMPLOYER, ["goals"], reader="Bo Chef").paths
    before = (case_folder(tmp_path) / "plan.yaml").read_bytes()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAMARBEJDE_DAG", "2026-02-12")
    assert main(["read", str(paper)]) == 0
    assert "Intet er ændret" in capsys.readouterr().out
    assert (case_folder(tmp_path) / "plan.yaml").read_bytes() == before


def test_a_card_is_for_whom_it_is_of_and_all_are_for_who_runs_the_case(tmp_path):
    found = texts(made(tmp_path, "", ["roles"]))
    assert sorted(name.removeprefix("runde-1-roller").removesuffix(".docx") for name in found) == [
        "", "-beskæftigelsesmedarbejder", "-den-unges-voksne", "-forælder", "-forælder-2", "-skole",
        "-uddannelsesvejleder",
    ]  # fmt: skip
    assert "Karin Friis" in found["runde-1-roller-skole.docx"]
    for name in ("Birgit Kær", "Mette Ravn", "Jonas Berg", "Dorte Lundgaard"):
        assert name in found["runde-1-roller.docx"]
        assert name not in found["runde-1-roller-skole.docx"]

"""Cases of several profiles in one workspace, and the papers that each way of working uses."""

import pytest
from example_case import TODAY, build, case_folder

from samarbejde_cli.actions.validate import check_case, check_workspace
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import load_case
from samarbejde_cli.documents.catalogue import KINDS, due
from samarbejde_cli.profile.load import load_profile, shipped_names
from samarbejde_cli.rules.engine.registry import all_rules

GROWN_UP = """\
# sag.yaml
profil: {profile}
trin: visitation
ung:
  cpr: 720880-1232
koordinator:
  afdeling: Job og Uddannelse
visitation:
  gruppe: aktivitetsparat
  afdelinger: [Job og Uddannelse, Social og Sundhed]
# samtykke.yaml
underskrifter:
# historik.yaml
- tid: 2026-01-06T09:12
  hvem: Dorte Lundgaard
  til: visitation
  runde: 1
"""


def codes(folder, example):
    build(folder, example)
    workspace = Workspace(folder)
    case = load_case(case_folder(folder))
    return [each.code for each in check_case(workspace, case, TODAY) if each.weight == "fejl"]


def missing(folder, example):
    build(folder, example)
    found = check_case(Workspace(folder), load_case(case_folder(folder)), TODAY)
    return {each.code for each in found if each.blocks}


def test_a_case_is_measured_by_the_profile_that_it_names(tmp_path):
    assert "SAM201" in missing(tmp_path, GROWN_UP.format(profile="soroe-unge"))
    assert missing(tmp_path, GROWN_UP.format(profile="soroe-voksne")) == set()


def test_a_group_that_the_profile_does_not_have_is_told(tmp_path):
    build(
        tmp_path, GROWN_UP.format(profile="soroe-voksne").replace("aktivitetsparat", "pensionist")
    )
    found = check_workspace(Workspace(tmp_path), TODAY).diagnoses
    [group] = [each for each in found if each.code == "SAM213"]
    assert "borgere i ressourceforløb" in group.message


def test_an_own_weight_counts_in_every_profile(tmp_path):
    own = "# samarbejde.yaml\nregler:\n  SAM201: {alvor: fra, begrundelse: Vi tager alle}\n"
    assert codes(tmp_path, own + GROWN_UP.format(profile="national")) == []
    assert "SAM201" not in missing(tmp_path, own + GROWN_UP.format(profile="national"))


@pytest.mark.parametrize("name", shipped_names())
def test_what_a_shipped_profile_names_is_there(name, tmp_path):
    (tmp_path / "samarbejde.yaml").write_text(f"kommune: B\nprofil: {name}\n", "utf-8")
    profile = load_profile(tmp_path).profile
    assert set(profile.rules) <= set(all_rules())
    assert set(profile.papers) <= {kind.stem for kind in KINDS.values()}


@pytest.mark.parametrize(
    ("name", "there", "gone"),
    [
        ("soroe-unge", "dagsorden", "mødetjekliste"),
        ("soroe-voksne", "roller", "drejebog"),
        ("middelfart", "netværks-og-indsatsoverblik", "roller"),
        ("national", "mødetjekliste", "roller"),
    ],
)
def test_each_way_of_working_uses_its_own_papers(name, there, gone, tmp_path):
    build(tmp_path, "# sag.yaml\ntrin: møde\n")
    (tmp_path / "samarbejde.yaml").write_text(f"kommune: B\nprofil: {name}\n", "utf-8")
    case = load_case(case_folder(tmp_path))
    papers = {kind.stem for kind in due(case, Workspace(tmp_path).profile, TODAY)}
    assert there in papers
    assert gone not in papers


def test_a_municipality_chooses_its_papers_and_a_misspelt_one_is_told(tmp_path):
    own = "# samarbejde.yaml\npapirer: {roller: nej, drejbog: ja}\n"
    build(tmp_path, own + "# sag.yaml\ntrin: møde\n")
    workspace = Workspace(tmp_path)
    papers = {kind.stem for kind in due(load_case(case_folder(tmp_path)), workspace.profile, TODAY)}
    [unknown] = check_workspace(workspace, TODAY).diagnoses[:1]
    assert "roller" not in papers
    assert (unknown.code, unknown.hint) == ("SAM101", "Mente du `drejebog`?")

"""What a reader's own copy tells beside its words: numbers, names of lines, where people work."""

import re
from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from example_case import build, case_folder
from filled import Filled
from paper_case import DAY, files, made

from samarbejde_cli import word
from samarbejde_cli.actions.read import FormReader
from samarbejde_cli.actions.reading.result import Choice, Outcome
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import load_case
from samarbejde_cli.case.sharing import may_receive
from samarbejde_cli.source.read import from_text

_NUMBERS = re.compile(r"(?:mål|personer|indsatser)(?:\[|__| )(\d+)", re.IGNORECASE)
SHORT = """\
# team.yaml
personer:
  - {navn: Birgit Kær, rolle: den-unges-voksne, relation: moster, arbejdssted: Sæbefabrikken}
  - {navn: Maja Toft, rolle: beskæftigelsesmedarbejder}
  - {navn: Karin Friis, rolle: skole, arbejdssted: Vestskolen}
  - {navn: Bo Chef, rolle: virksomhed}
# samtykke.yaml
modtagere:
  - {person: Birgit Kær}
  - {person: Maja Toft, trukket_tilbage: 2026-02-11}
  - {person: Karin Friis}
  - {person: Bo Chef}
# plan.yaml
sendes_til: [Karin Friis, Bo Chef]
mål:
  - {område: økonomi, mål: Jeg skal af med min gæld, handlinger: [Jeg betaler af],
     ansvarlige: [jeg], frist: 2026-06-16}
  - {område: fagligt, mål: Jeg skal læse mere, handlinger: [Jeg læser], ansvarlige: [jeg],
     frist: 2026-06-16}
  - {område: fagligt, mål: Jeg skal i praktik, handlinger: [Bo viser mig butikken],
     ansvarlige: [jeg, Bo Chef], frist: 2026-06-16}
# runder/1.yaml
møde:
  tolk: Sprogbureauet Nord
  deltagere: [{person: Karin Friis}, {person: Bo Chef}, {person: Rikke Dam}]
"""
PLAN, NETWORK = "runde-1-mål-og-aftaleskema", "runde-1-netværks-og-indsatsoverblik"
COMPLETE = {f"{PLAN}.docx", f"{NETWORK}.docx", "runde-1-dagsorden.docx", "runde-1-roller.docx"}


def numbers(data):
    with ZipFile(BytesIO(data)) as archive:
        text = archive.read("word/document.xml").decode()
    names = re.findall(r"w:(?:tag|alias) w:val=\"([^\"]*)\"|w:name=\"([^\"]*)\"", text)
    return {int(n) for pair in names for n in _NUMBERS.findall(" ".join(pair)) if int(n)}


@pytest.fixture(scope="module")
def papers(tmp_path_factory):
    """All copies, by the names of their files; those of a kind's complete copies have no reader."""
    kinds = ["goals", "network-overview", "agenda", "roles"]
    return files(made(tmp_path_factory.mktemp("kopier"), SHORT, kinds))


def test_no_number_in_a_copy_tells_that_something_is_left_out(papers):
    copies = [data for name, data in papers.items() if name not in COMPLETE]
    found = [numbers(data) for data in copies]
    assert max(map(len, found)) > 1
    assert all(each == set(range(1, len(each) + 1)) for each in found)


def test_a_goal_of_a_short_copy_is_found_again_by_what_it_says(tmp_path):
    (paper,) = files(made(tmp_path, SHORT, ["goals"], reader="Bo Chef")).values()
    form = Filled(paper)
    form.type("mål[1].frist", "1. maj 2026")
    path = tmp_path / "skema.docx"
    path.write_bytes(form.data)
    reader = FormReader(Workspace(tmp_path), DAY, lambda _: Choice.LEFT)
    found = reader.read(path)
    assert found.outcome is Outcome.PROPOSED
    reader.write(found, "Dorte Lundgaard", datetime(2026, 3, 4, 12, 0))
    written = case_folder(tmp_path) / "plan.yaml"
    goals = from_text(written, written.read_text("utf-8")).data["mål"]
    assert [each["frist"] for each in goals] == ["2026-06-16", "2026-06-16", "2026-05-01"]


def test_a_copy_has_no_line_for_somebody_whom_the_consent_does_not_cover(papers):
    found = {name for name, data in papers.items() if "Rikke Dam" in word.dump(data)}
    assert f"{PLAN}.docx" in found
    assert found <= COMPLETE


def test_only_those_who_are_told_of_the_team_are_told_who_interprets(papers):
    agendas = {name: word.dump(data) for name, data in papers.items() if "dagsorden" in name}
    told = {name: "Sprogbureauet" in text for name, text in agendas.items()}
    assert told["runde-1-dagsorden.docx"]
    assert not told["runde-1-dagsorden-virksomhed.docx"]


def test_where_private_people_work_is_for_themselves_the_youth_and_who_runs_the_case(papers):
    found = {name: word.dump(data) for name, data in papers.items()}
    having = {name for name, text in found.items() if "Sæbefabrikken" in text}
    assert having == {f"{PLAN}.docx", f"{NETWORK}.docx", f"{NETWORK}-den-unges-voksne.docx"}
    assert any("Vestskolen" in text for name, text in found.items() if name not in having)


def test_a_private_person_is_not_covered_by_the_consent_for_where_they_work(tmp_path):
    named = "# samtykke.yaml\nmodtagere: []\norganisationer: [{navn: Sæbefabrikken}]\n"
    case = load_case(build(tmp_path, SHORT.partition("# samtykke")[0] + named))
    profile = Workspace(tmp_path).profile
    assert not may_receive(case, profile, "Birgit Kær", DAY)

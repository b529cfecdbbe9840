"""Nobody of 40 reads *den unge*: not in a paper, its name or its parts, nor on the screen."""

import re
from zipfile import ZipFile

import pytest
from example_case import PROFILE, build, found_in, sections
from paper_case import ADULT, CALLED_OFF, DAY, HANDED_OVER, NEEDS, SECOND_ROUND, made

from samarbejde_cli.__main__ import main
from samarbejde_cli.documents.catalogue import KINDS
from samarbejde_cli.rules.engine.registry import all_rules

ABOUT_THE_YOUNG = re.compile(r"\b(?:den |de )?ung(?:e|es|en)?\b|ungdommen", re.IGNORECASE)
NO_UNIT = ADULT.replace("profil: soroe-voksne", "profil: soroe-voksne\nenhed: Borgerteamet") + (
    "# team.yaml\nnetværk: []\n"
)
LATER_TALK = SECOND_ROUND.replace(
    "  dato: 2026-05-26\n", '  dato: 2026-05-26\n  start: "14.00"\n  lokale: Bøgen\n'
)


def texts_in(path):
    """The text and the attributes of every part of a Word file, in which words can be read."""
    with ZipFile(path) as archive:
        for name in archive.namelist():
            if not name.endswith((".xml", ".rels")):
                continue
            xml = archive.read(name).decode().replace("</w:p>", "\n")
            yield name, re.sub(r"<[^>]+>", "", xml).replace("ungeteam@", "")
            yield name, "\n".join(re.findall(r'="([^"]*)"', xml))


def rounds():
    return [joined(merged(other)) for other in ("", LATER_TALK, CALLED_OFF, HANDED_OVER)]


def joined(parts):
    return "".join(f"# {name}\n{text}" for name, text in parts.items())


def merged(other):
    found = sections(NO_UNIT)
    for name, text in sections(other).items():
        found[name] = f"{found.get(name, '')}{text}"
    return found


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("example", rounds(), ids=["first", "later", "called-off", "handed-over"])
def test_no_part_of_a_paper_speaks_of_the_young(tmp_path, kind, example):
    produced = made(tmp_path, example, [kind], DAY, draft=True)
    assert produced.paths or kind in (*NEEDS, "parent-sheet")  # nobody has custody of an adult
    for path in produced.paths:
        assert not ABOUT_THE_YOUNG.search(path.name.replace("-", " "))
        for name, text in texts_in(path):
            found = ABOUT_THE_YOUNG.search(text)
            assert found is None, (name, text[max(0, found.start() - 60) : found.end() + 30])


OF_SCHOOL_AND_CARE = re.compile(
    r"skolefravær|fravær fra skole|grundskole|anbring|anbragt|pleje(?:familie|\b)|\bSSP\b"
    r"|uddannelsesplan|ungdomsuddannelse|efterværn|skole- eller|skole, uddannelse|skole og arbejde"
    r"|i skolen|skolerepræsentant|familieplejekonsulent|børn og (?:unge|familier)",
    re.IGNORECASE,
)
WITHOUT_SCHOOL = """\
# sag.yaml
visitation:
  {tjekliste: [], begrundelse: Flere sager, afdelinger: [Job og Uddannelse, Social og Sundhed]}
# plan.yaml
mål: [{område: økonomi, mål: Jeg vil have et job, handlinger: [Jeg ringer], ansvarlige: [jeg]}]
overgang_til_voksenlivet: ''
# samtykke.yaml
oplysninger: [Den støtte, jeg får]
"""


@pytest.mark.parametrize("kind", KINDS)
def test_no_paper_asks_a_grown_up_about_school_or_care(tmp_path, kind):
    example = joined(merged(WITHOUT_SCHOOL))
    for path in made(tmp_path, example, [kind], DAY, draft=True).paths:
        text = "\n".join(text for name, text in texts_in(path) if name.startswith("word/"))
        assert not OF_SCHOOL_AND_CARE.findall(text)


@pytest.mark.parametrize("rule", all_rules().values(), ids=all_rules())
def test_no_finding_speaks_of_the_young(tmp_path, rule):
    parts = sections(rule.wrong)
    if rule.check is None:
        pytest.skip("about the form of files or about several cases")
    parts[PROFILE] = "profil: soroe-voksne\n" + parts.get(PROFILE, "")
    for each in found_in(tmp_path, joined(parts)):
        said = each.rule.message.format_map(each.finding.facts)
        hint = each.finding.facts.get("hjælp") or each.rule.hint.format_map(each.finding.facts)
        for text in (said, hint, each.rule.name.replace("-", " ")):
            assert not ABOUT_THE_YOUNG.search(re.sub(r"`[^`]*`", "", text)), text


SCREENS = [
    ["validate"], ["status"], ["todo"], ["history", "2026-001"], ["render", "2026-001"],
    ["advance", "2026-001", "--dry-run"], ["advance", "2026-001", "--force", "--reason", "Prøve"],
    ["advance", "2026-001", "--back", "--reason", "Prøve"], ["calendar", "2026-001"],
    ["pause", "2026-001", "--until", "2026-06-01", "--reason", "Ferie"], ["resume", "2026-001"],
    ["hand-over", "2026-001", "--to", "Anne Holm", "--department", "Job og Uddannelse"],
]  # fmt: skip


@pytest.mark.parametrize("step", ["visitation", "formøde", "møde", "opfølgning"])
def test_no_command_speaks_of_the_young(tmp_path, monkeypatch, capsys, step):
    parts = merged(LATER_TALK)
    parts["sag.yaml"] = parts["sag.yaml"].replace("trin: møde", f"trin: {step}")
    build(tmp_path, joined(parts))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAMARBEJDE_DAG", "2026-06-20")
    for words in SCREENS:
        main(words)
        out, err = capsys.readouterr()
        text = re.sub(r"`[^`]*`|^ *\d+ \|.*$", "", out + err, flags=re.MULTILINE)
        found = ABOUT_THE_YOUNG.search(text)
        assert found is None, (words, text[max(0, found.start() - 80) : found.end() + 40])


def test_the_letter_to_the_adult_is_called_what_the_adult_is_called(tmp_path):
    chosen = joined(merged("# runder/1.yaml\nmøde: {deltagere: [{person: Birgit Kær}]}\n"))
    asked = chosen.replace("[{person: Karin Friis}]", "[{person: Birgit Kær}]")
    (path,) = made(tmp_path, asked, ["invitation"], DAY).paths
    assert path.name == "runde-1-indkaldelse-borgerens-støtteperson.docx"


def test_a_new_case_and_its_next_round_speak_of_the_citizen(tmp_path, monkeypatch, capsys):
    (tmp_path / "samarbejde.yaml").write_text("kommune: Birkeby\nprofil: soroe-voksne\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAMARBEJDE_DAG", "2026-02-12")
    assert main(["new-case", "--name", "Silje Ravn", "--cpr", "720885-4322"]) == 0
    (folder,) = (tmp_path / "sager").glob("2026-*")
    for path in folder.rglob("*.yaml"):
        comments = re.findall(r"#(.*)", path.read_text("utf-8"))
        assert not re.search(r"\b[Dd]en unges?\b", "\n".join(comments)), path.name
    assert main(["validate"]) == 0
    assert not ABOUT_THE_YOUNG.search(capsys.readouterr().out)


def test_the_unit_in_the_letterhead_is_that_of_the_case_s_profile(tmp_path):
    own = "# sag.yaml\nprofil: soroe-voksne\n" + ADULT.split("# sag.yaml\n")[1]
    units = "# samarbejde.yaml\nenheder: {soroe-voksne: Center for Job og Borger}\n"
    for example, unit in ((own, "Center for Børn og Unge"), (own + units, "Center for Job og Bo")):
        (path,) = made(tmp_path / unit, example, ["agenda"], DAY).paths
        assert unit in "".join(text for _, text in texts_in(path))

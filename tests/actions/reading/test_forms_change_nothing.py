"""A form that nobody filled in changes nothing; one that was changed changes just that."""

import shutil
from datetime import date, datetime
from pathlib import Path

import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from example_case import build, case_folder
from filled import LO, Filled, resaved
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from paper_case import ADULT, DAY, LATER, MANY, OF_AGE, SECOND_ROUND, UNDER_15, files, made

from samarbejde_cli.actions.read import FormReader
from samarbejde_cli.actions.reading.result import Choice, Outcome
from samarbejde_cli.actions.render import produce
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import load_case
from samarbejde_cli.danish.text import INVISIBLE, nfc
from samarbejde_cli.documents.catalogue import KINDS
from samarbejde_cli.documents.fingerprints import squeezed
from samarbejde_cli.profile.load import shipped_names
from samarbejde_cli.source.read import from_text

EXAMPLES = Path(__file__).parents[3] / "examples"
TODAY = date(2026, 2, 24)
CASES = {
    "plain": "", "many": MANY, "second": SECOND_ROUND, "of age": OF_AGE + LATER,
    "young": UNDER_15, "adult": ADULT,
}  # fmt: skip
FORMS = [kind for kind in KINDS.values() if kind.form]
NAMES = [kind.name for kind in FORMS]


def reader(workspace):
    return FormReader(workspace, TODAY, lambda _: Choice.LEFT)


def rendered(folder, kind, example=""):
    """The paper with the shortest name: the one for those who run the case."""
    papers = files(made(folder, example, [kind]))
    return papers[min(papers, key=len)]


def assert_unchanged(workspace, path):
    found = reader(workspace).read(path)
    assert found.problem is None, found.problem.message
    assert (found.comparison.changes, found.comparison.conflicts) == ([], [])
    assert (found.comparison.new_items, found.comparison.leftovers) == ([], [])
    assert found.outcome is Outcome.UNCHANGED


@pytest.mark.parametrize(
    "example", [*CASES, *(f"profil: {profile}" for profile in shipped_names())]
)
def test_forms_as_they_were_made_change_nothing(tmp_path, example):
    found = files(made(tmp_path, CASES.get(example, f"# samarbejde.yaml\n{example}\n"), NAMES))
    assert {kind.stem for kind in FORMS} <= {_stem(name) for name in found}
    for name, data in found.items():
        path = tmp_path / name
        path.write_bytes(data)
        assert_unchanged(Workspace(tmp_path), path)


def _stem(name):
    return next(
        kind.stem for kind in sorted(FORMS, key=lambda k: -len(k.stem)) if kind.stem in name
    )


@pytest.fixture(scope="module")
def papers(tmp_path_factory):
    """The workspace of the examples, and every form of every open case in it."""
    root = tmp_path_factory.mktemp("examples") / "eksempler"
    shutil.copytree(EXAMPLES, root)
    workspace, paths = Workspace(root), []
    for folder in workspace.folders():
        case = load_case(folder)
        if case.step.is_end:
            continue
        profile, _ = workspace.profile_of(case)
        made = produce(case, profile, workspace, FORMS, day=TODAY)
        for written in made.documents:
            if written.path.is_file():
                paths.append(root / f"{case.number}-{written.path.name}")
                paths[-1].write_bytes(written.path.read_bytes())
    return workspace, paths


def test_whether_somebody_filled_in_a_form_of_an_earlier_round(tmp_path):
    path = tmp_path / "skema.docx"
    path.write_bytes(rendered(tmp_path, "goals"))
    build(tmp_path, SECOND_ROUND)
    assert reader(Workspace(tmp_path)).read(path).is_blank
    path.write_bytes(Filled(path.read_bytes()).type("sagsresumé", "Noget nyt").data)
    found = reader(Workspace(tmp_path)).read(path)
    assert not found.is_blank
    assert "fra runde 1" in found.problem.message


@pytest.mark.parametrize(
    "fill",
    [
        None,
        lambda form: form.tick("seddel.helt", True),
        lambda form: form.type("seddel.af", "Silje Ravn"),
        lambda form: form.type("seddel.person", "for denne person: Karin Friis"),
    ],
)
def test_whether_a_consent_of_an_earlier_round_was_filled_in(tmp_path, fill):
    path = tmp_path / "skema.docx"
    path.write_bytes(rendered(tmp_path, "consent"))
    build(tmp_path, SECOND_ROUND)
    if fill:
        path.write_bytes(fill(Filled(path.read_bytes())).data)
    assert reader(Workspace(tmp_path)).read(path).is_blank is (fill is None)


def test_forms_of_the_example_cases_change_nothing(papers):
    workspace, paths = papers
    assert len(paths) > 3
    for path in paths:
        assert_unchanged(workspace, path)


@pytest.mark.parametrize("name", ["seddel.helt", "seddel.personer", "seddel.person"])
def test_what_is_written_beside_a_box_of_the_slip_is_told(tmp_path, name):
    form = Filled(rendered(tmp_path, "consent"))
    last = [*form.controls(name)[0].iter(qn("w:p"))][-1]
    Paragraph(last, None).add_run(" ja, men ikke skolen")
    path = tmp_path / "skema.docx"
    path.write_bytes(form.data)
    (left,) = reader(Workspace(tmp_path)).read(path).comparison.leftovers
    assert left.text.endswith("ja, men ikke skolen")
    assert "samarbejde withdraw" in left.why


@pytest.mark.parametrize("number", ["2025-003", "2025-018"])
def test_forms_of_an_ended_case_that_nobody_filled_in_are_known_as_such(papers, number):
    workspace, _ = papers
    case = load_case(workspace.case_folder(number))
    profile, _ = workspace.profile_of(case)
    made = produce(case, profile, workspace, FORMS, day=TODAY)
    paths = [each.path for each in made.documents if each.path.is_file()]
    assert len(paths) > 3
    for path in paths:
        found = reader(workspace).read(path)
        assert (found.outcome, found.is_blank) == (Outcome.REFUSED, True), path.name


def test_ticks_as_they_were_printed_are_no_answer_when_the_case_has_another_since(tmp_path):
    said = "# runder/1.yaml\nmøde: {status: {uddannelse: erhvervsuddannelse, forsørgelse: ingen}}\n"
    path = tmp_path / "skema.docx"
    path.write_bytes(rendered(tmp_path, "meeting-checklist", said))
    file = case_folder(tmp_path) / "runder/1.yaml"
    text = file.read_text("utf-8")
    assert "erhvervsuddannelse" in text
    file.write_text(text.replace("erhvervsuddannelse", "grundskole"), "utf-8")
    assert_unchanged(Workspace(tmp_path), path)
    form = Filled(path.read_bytes())
    last = [*form.controls("møde.status.uddannelse")[0].iter(qn("w:p"))][-1]
    Paragraph(last, None).add_run(" kun til jul")
    path.write_bytes(form.data)
    (left,) = reader(Workspace(tmp_path)).read(path).comparison.leftovers
    assert "kun til jul" in left.text


def papers_of_copies(paths):
    """One of the copies that somebody has who may not see everything."""
    return next(path for path in paths if "aftaleskema-" in path.name)


@LO
def test_forms_that_libreoffice_saved_change_nothing(papers, tmp_path):
    workspace, paths = papers
    few = {_stem(path.name): path for path in sorted(paths, key=lambda path: -len(path.name))}
    assert len(few) > 6
    for path in resaved(tmp_path, *few.values(), papers_of_copies(paths)):
        assert_unchanged(workspace, path)


FREE = {
    "mål[1].mål": "mål", "mål[1].delmål": "delmål",
    "sagsresumé": None, "den_unges_holdning": None, "overordnet_mål": None,
}  # fmt: skip
TEXTS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn"), include_characters="\n"),
    min_size=1, max_size=60,
)  # fmt: skip
NAUGHTY = [
    "…", "- x", "nej", "null", "~", "# ja", "a: b", "[1]", "{a}", "'", '"', "2026-03-03", "0x10",
    "1e3", "&a", "*a", "!x", "%y", "@z", "`", "Ja", "☐", "☒ Ja", "{{ ung }}", "{% if %}", "<w:p/>",
    "a\n\nb", "æøå", "e\u0301", "🙂", "Robert'); DROP TABLE", "=1+1", "Slut.\n", "|", ">", "---",
]  # fmt: skip


@pytest.fixture(scope="module")
def one(tmp_path_factory):
    folder = tmp_path_factory.mktemp("one")
    example = "# plan.yaml\noverordnet_mål: Jeg vil i gang\n"
    data = rendered(folder, "goals", example)
    return Printed(folder, data, text_of(folder))


class Printed:
    """A workspace, a form that was made in it, and the plan that it was made from."""

    def __init__(self, folder, data, plan):
        self.folder, self.data, self.plan = folder, data, plan

    def __repr__(self):
        return "Printed"


def text_of(folder):
    return (case_folder(folder) / "plan.yaml").read_text("utf-8")


def typed(one, tag, text):
    """What the plan is after a text was typed into a control, and before; None if it is refused."""
    folder, data, before = one.folder, one.data, one.plan
    path = folder / "udfyldt.docx"
    path.write_bytes(Filled(data).type(tag, text).data)
    using = reader(Workspace(folder))
    found = using.read(path)
    assert [each.path.name for each in found.files] in ([], ["plan.yaml"])
    plan = case_folder(folder) / "plan.yaml"
    after = found.files[0].text if found.files else before
    trees = [from_text(plan, each).data for each in (before, after)]
    return found, *trees


def is_typable(text):
    return bool(squeezed(text)) and not INVISIBLE.search(text)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(tag=st.sampled_from(sorted(FREE)), text=TEXTS | st.sampled_from(NAUGHTY))
def test_what_is_typed_changes_just_that_value(one, tag, text):
    assume(is_typable(text))
    check_typed(one, tag, text)


@pytest.mark.parametrize("text", NAUGHTY)
def test_naughty_strings_come_back_as_they_are(one, text):
    if is_typable(text):
        check_typed(one, "mål[1].mål", text)


def check_typed(one, tag, text):
    found, before, after = typed(one, tag, text)
    assert found.problem is None
    assert not found.comparison.conflicts
    if FREE[tag]:
        row = int(tag[4]) - 1
        was, now = before["mål"][row].pop(FREE[tag], None), after["mål"][row].pop(FREE[tag], None)
    else:
        was, now = before.pop(tag, None), after.pop(tag, None)
    assert before == after
    value = "\n".join(now) if isinstance(now, list) else now
    assert squeezed(value or "") == squeezed(text.strip("…") if was is None else text)


@LO
def test_what_is_typed_survives_libreoffice(one, tmp_path):
    folder, data = one.folder, one.data
    form = Filled(data).type("mål[1].mål", "Jeg vil noget nyt").type("mål[2].delmål", "A", "B")
    form.type("mål[1].frist", "3. april 2026").tick("mål[1].nået", False, True)
    form.type("sagsresumé", "Første afsnit", "Andet afsnit").type("mål[1].ansvarlige", "jeg og mor")
    path = tmp_path / "udfyldt.docx"
    path.write_bytes(form.data)
    (saved,) = resaved(tmp_path, path)
    one_, two = (reader(Workspace(folder)).read(each) for each in (path, saved))
    assert [each.text for each in one_.files] == [each.text for each in two.files]
    assert one_.changes
    assert two.found.weaker_names


def test_a_form_is_read_again_after_it_was_written(tmp_path):
    path = tmp_path / "skema.docx"
    path.write_bytes(Filled(rendered(tmp_path, "goals")).type("mål[1].mål", "Jeg vil").data)
    using = reader(Workspace(tmp_path))
    done = using.write(using.read(path), "Dorte Lundgaard", datetime(2026, 2, 24, 9))
    assert done.outcome is Outcome.WRITTEN
    assert nfc(text_of(tmp_path)).count("Jeg vil\n") == 1
    path.write_bytes(rendered_as_is(tmp_path))
    assert_unchanged(Workspace(tmp_path), path)


def rendered_as_is(folder):
    case, workspace = load_case(case_folder(folder)), Workspace(folder)
    profile, _ = workspace.profile_of(case)
    made = produce(case, profile, workspace, [KINDS["goals"]], day=DAY, overwrite=True)
    return made.documents[0].path.read_bytes()

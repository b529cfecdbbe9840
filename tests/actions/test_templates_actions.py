"""One's own templates: found by their names, checked by their kind, copied and compared."""

import re
from pathlib import Path

import pytest
from paper_case import template_with

from samarbejde_cli.actions import templates
from samarbejde_cli.actions.output_folder import Status
from samarbejde_cli.actions.templates import kind_named, kind_of
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.documents.catalogue import KINDS
from samarbejde_cli.documents.lookup import OWN_FOLDER
from samarbejde_cli.documents.schema import GROUP, Presence
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.shipped import shipped
from samarbejde_cli.word import RefusedError

FIRST, LATER = "dagsorden-første.docx", "dagsorden-opfølgning.docx"
PROFILE = Workspace(shipped("examples")).profile


@pytest.fixture
def workspace(tmp_path):
    return Workspace(tmp_path)


def own(workspace, name, *paragraphs):
    path = workspace.root / OWN_FOLDER / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(template_with(*paragraphs))
    return path


def mistakes(path):
    return [(each.kind, each.field) for each in templates.check_template(path, PROFILE)]


@pytest.mark.parametrize(
    "word", ["agenda", "dagsorden", "Dagsorden", FIRST, "dagsorden-første.docx"]
)
def test_a_kind_has_an_english_and_a_danish_name_and_those_of_its_files(word):
    assert kind_named(word) is KINDS["agenda"]


def test_an_unknown_kind_is_answered_with_the_nearest_or_with_all():
    with pytest.raises(WrongUseError) as near:
        kind_named("indkaldlse")
    with pytest.raises(WrongUseError) as far:
        kind_named("xyz")
    assert near.value.hint == "Mente du `indkaldelse`?"
    assert "dagsorden" in far.value.hint


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        (FIRST, "agenda"),
        ("Dagsorden til Bøgen.docx", "agenda"),
        ("indkaldelse-første.docx", "invitation"),
        ("mål-og-aftaleskema-2.docx", "goals"),
        ("brev.docx", None),
    ],
)
def test_the_name_of_a_file_tells_its_kind(name, kind):
    assert kind_of(name) is (KINDS[kind] if kind else None)


@pytest.mark.parametrize("file", templates.shipped_templates(), ids=lambda file: file.name)
def test_a_shipped_template_has_no_mistake(file):
    assert mistakes(file.path) == []


def test_the_kind_decides_which_fields_may_be_used(workspace):
    fields = "{{ svarfrist }}", "{{ tider.velkommst }}", "{{ ung.skole }}", "{{ ung.skole | d }}"
    unknown, key = ("unknown_field", "svarfrist"), ("unknown_field", "tider.velkommst")
    unguarded = ("unguarded", "ung.skole")
    assert mistakes(own(workspace, FIRST, *fields)) == [unknown, key, unguarded]
    assert mistakes(own(workspace, "brev.docx", *fields)) == [key, unguarded]


def test_a_template_that_cannot_be_read_does_not_keep_the_others_from_being_checked(workspace):
    (mistake,) = templates.check_template(workspace.root / "findes-ikke.docx", PROFILE)
    assert mistake.kind == "unreadable"
    assert "findes-ikke.docx" in mistake.message
    assert mistake.hint


def test_ones_own_stands_in_and_what_nobody_uses_comes_last(workspace):
    own(workspace, LATER)
    own(workspace, "dagsorden.docx")
    own(workspace, "~$gsorden-første.docx")
    own(workspace, "dagsorden-første (tidligere 1).docx")
    found = templates.used_templates(workspace)
    assert [each.name for each in found if each.own] == [LATER, "dagsorden.docx"]
    assert [each.name for each in found[:-1]] == [e.name for e in templates.shipped_templates()]
    assert (found[-1].kind, found[-1].meant) == (None, FIRST)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_what_is_always_there_has_an_example(kind):
    without = [known for known, text in templates.fields(kind, PROFILE) if not text]
    lacking = [each.path for each in without if each.presence is not Presence.SOMETIMES]
    groups = [known.path for known in kind.schema() if known.type == GROUP]
    assert [path for path in lacking if "[]" not in path and path not in groups] == []


def test_copying_makes_the_folder_and_never_loses_a_template_of_ones_own(workspace):
    agenda, folder = KINDS["agenda"], workspace.root / OWN_FOLDER
    copied = templates.copy_template(agenda, workspace, overwrite=False)
    assert copied == [(folder / FIRST, Status.WRITTEN), (folder / LATER, Status.WRITTEN)]
    assert (folder / FIRST).read_bytes() == (shipped("templates") / FIRST).read_bytes()

    mine = own(workspace, FIRST, "Min egen").read_bytes()
    kept = templates.copy_template(agenda, workspace, overwrite=False)
    assert kept == [(folder / FIRST, Status.KEPT), (folder / LATER, Status.UNCHANGED)]
    assert (folder / FIRST).read_bytes() == mine

    replaced = templates.copy_template(agenda, workspace, overwrite=True)
    assert replaced == [(folder / FIRST, Status.WRITTEN), (folder / LATER, Status.UNCHANGED)]
    assert (folder / FIRST).read_bytes() == (shipped("templates") / FIRST).read_bytes()
    assert (folder / "dagsorden-første (tidligere 1).docx").read_bytes() == mine


def test_a_second_old_template_gets_the_next_number(workspace):
    for number in (1, 2):
        mine = own(workspace, FIRST, f"Udgave {number}").read_bytes()
        templates.copy_template(KINDS["agenda"], workspace, overwrite=True)
        copy = workspace.root / OWN_FOLDER / f"dagsorden-første (tidligere {number}).docx"
        assert copy.read_bytes() == mine


def test_differences_are_told_by_line_and_an_equal_text_has_none(workspace):
    templates.copy_template(KINDS["agenda"], workspace, overwrite=False)
    (workspace.root / OWN_FOLDER / LATER).unlink()
    assert templates.differences(KINDS["agenda"], workspace) == [(FIRST, []), (LATER, None)]
    own(workspace, FIRST, "Kaffe kl. {{ tider.velkomst }}")
    (_, lines), _ = templates.differences(KINDS["agenda"], workspace)
    assert lines[:2] == [f"--- medfølgende/{FIRST}", f"+++ skabeloner/{FIRST}"]
    assert "+Kaffe kl. {{ tider.velkomst }}" in lines


def test_a_file_that_is_no_word_file_is_said_by_its_name(tmp_path):
    (tmp_path / "brev.docx").write_bytes(b"%PDF-1.7")
    with pytest.raises(RefusedError, match=r"(?s)^brev\.docx.*PDF"):
        templates.text_of(tmp_path / "brev.docx")


def test_the_examples_in_the_manual_have_no_mistake(workspace):
    manual = (Path(__file__).parents[2] / "docs" / "skabeloner.md").read_text("utf-8")
    examples = re.findall(r"```jinja\n(.*?)```", manual, re.DOTALL)
    assert len(examples) > 3
    for example in examples:
        assert mistakes(own(workspace, "eksempel.docx", *example.splitlines())) == []

"""Own templates of an older version: what they use and is gone is named, with what to write."""

import re
import shutil
from datetime import date

import pytest
from paper_case import template_with

from samarbejde_cli.actions import templates
from samarbejde_cli.actions.render import produce
from samarbejde_cli.actions.templates import kind_of
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import load_case
from samarbejde_cli.documents import former_fields
from samarbejde_cli.documents.lookup import OWN_FOLDER
from samarbejde_cli.shipped import shipped

OLD = {
    "mål-og-aftaleskema.docx": (
        "{%p for u in underskrifter %}",
        "{{ u.navn }} {{ u.som }}",
        "{%p endfor %}",
        "{%p for par in underskriftspar %}",
        "{{ par.venstre.navn }} {{ par.højre.navn }}",
        "{%p endfor %}",
    ),
    "netværks-og-indsatsoverblik.docx": (
        "{%p for f in fagpersoner %}",
        "{{ f.navn }} {% if f.betyder %}{{ f.betyder }}{% endif %}",
        "{%p endfor %}",
        "{%p for n in netværk %}",
        "{{ n.navn }}",
        "{%p endfor %}",
    ),
}


@pytest.fixture
def workspace(tmp_path):
    root = tmp_path / "kommune"
    shutil.copytree(shipped("examples"), root)
    for name, paragraphs in OLD.items():
        (root / OWN_FOLDER / name).write_bytes(template_with(*paragraphs))
    return Workspace(root)


def test_each_field_that_is_gone_is_named_once_with_what_to_write(workspace):
    found = {
        name: [
            (each.message, each.hint)
            for each in templates.check_template(
                workspace.root / OWN_FOLDER / name, workspace.profile
            )
        ]
        for name in OLD
    }
    own_map = "Den unges private netværk står kun på netværkskortet, så slet det her."
    assert found == {
        "mål-og-aftaleskema.docx": [
            ("Feltet »underskrifter« findes ikke mere.", "Skriv `plan.underskrifter`."),
            (
                "Feltet »underskriftspar« findes ikke mere.",
                "Skriv `underskriftsrækker`, som har venstre, midt og højre.",
            ),
        ],
        "netværks-og-indsatsoverblik.docx": [
            ("Feltet »fagpersoner[].betyder« findes ikke mere.", own_map),
            ("Feltet »netværk« findes ikke mere.", own_map),
        ],
    }


def test_a_paper_of_an_old_template_says_the_same(workspace):
    case = load_case(workspace.root / "sager" / "2026-001")
    kinds = [kind_of(name) for name in OLD]
    made = produce(case, workspace.profile, workspace, kinds, day=date(2026, 2, 24))
    told = "\n".join(each.message for each in made.errors)
    assert "Feltet »underskriftspar« findes ikke mere." in told
    assert "Feltet »netværk« findes ikke mere." in told
    assert "fagpersoner[].betyder og netværk, som ikke findes mere" in made.notes[1]


@pytest.mark.parametrize("stem", former_fields.FORMER)
def test_what_is_proposed_instead_is_a_field_of_the_kind(stem):
    kind = kind_of(f"{stem}.docx")
    paths = {known.path.replace("[]", "") for known in kind.schema()}
    for former, instead in former_fields.FORMER[stem].items():
        assert former.replace("[]", "") not in paths
        known = re.findall(r"`([^`]+)`", instead)
        assert all(each in paths or f"kort.{each}" in paths for each in known)

"""What git asks before it keeps something: the staged files, and people where none belong."""

import re
import shlex
import shutil
import subprocess
import sys

import pytest
import yaml
from clones import EXAMPLES
from word_files import docx, p

from samarbejde_cli.actions.git_hooks import HOOKS, install_hooks, missing_hooks

PROGRAM = shlex.join([sys.executable, "-m", "samarbejde_cli"])
ONE, OTHER = "sager/2026-001", "sager/2026-002"
_GIT = {
    "GIT_AUTHOR_NAME": "Prøve", "GIT_AUTHOR_EMAIL": "proeve@birkeby.example",
    "GIT_COMMITTER_NAME": "Prøve", "GIT_COMMITTER_EMAIL": "proeve@birkeby.example",
    "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null",
    "SAMARBEJDE_DAG": "2026-02-24",
}  # fmt: skip


class Desk:
    """A workspace in git, with two cases; it is the present folder."""

    def __init__(self, root):
        self.root = root

    def git(self, *words, ok=True):
        done = subprocess.run(
            ["git", "-C", self.root, *words],  # noqa: S607 — the git that is installed
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0 or not ok, done.stderr + done.stdout
        return done

    def put(self, name, text, *, is_staged=True):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        if is_staged:
            self.git("add", "-f", name)

    def text(self, name):
        return (self.root / name).read_text("utf-8")

    def change(self, name, old, new):
        assert self.text(name).count(old) == 1, old
        self.put(name, self.text(name).replace(old, new))

    def commit(self, message="dagens arbejde", *words, ok=True):
        return self.git("commit", "-qm", message, *words, ok=ok)


@pytest.fixture
def desk(tmp_path, monkeypatch):
    for name, value in _GIT.items():
        monkeypatch.setenv(name, value)
    kept = shutil.ignore_patterns("2025-*", "2026-00[3-9]", "breve", "dokumenter")
    desk = Desk(shutil.copytree(EXAMPLES, tmp_path / "w", ignore=kept))
    desk.git("init", "-q", "-b", "main")
    desk.git("add", "-A")
    desk.commit("begyndelsen")
    monkeypatch.chdir(desk.root)
    return desk


def said(screen):
    return " ".join(screen.err.split())


class TestStagedFiles:
    def test_what_is_staged_counts_and_not_what_lies_on_the_disk(self, desk, run):
        good = desk.text(f"{ONE}/plan.yaml")
        desk.put(f"{ONE}/plan.yaml", "mål: [\n")
        desk.put(f"{ONE}/plan.yaml", good, is_staged=False)
        screen = run("hook", "pre-commit")
        assert screen.code == 1
        assert f"{ONE}/plan.yaml:" in screen.err
        assert "Intet er gemt." in screen.err
        desk.put(f"{ONE}/plan.yaml", good)
        desk.put(f"{ONE}/plan.yaml", "mål: [\n", is_staged=False)
        assert run("hook", "pre-commit") == (0, "", "")
        assert not list(desk.root.glob(".samarbejde-*"))

    def test_errors_that_were_there_before_keep_no_work_out(self, desk, run):
        desk.put(f"{ONE}/team.yaml", "personer: [\n")
        desk.commit()
        desk.change(f"{ONE}/plan.yaml", "børnefaglig_undersøgelse:\n  udarbejdet: ja\n", "")
        screen = run("hook", "pre-commit")
        assert screen.code == 0
        assert "1 fejl stod der i forvejen." in screen.err

    def test_the_first_commit_of_all(self, tmp_path, desk, run, monkeypatch):
        new = Desk(shutil.copytree(desk.root, tmp_path / "ny", ignore=lambda *_: [".git"]))
        new.git("init", "-q")
        new.git("add", "-A")
        monkeypatch.chdir(new.root)
        assert run("hook", "pre-commit") == (0, "", "")

    def test_a_workspace_inside_a_repository_of_something_else(self, tmp_path, desk, run):
        outer = Desk(tmp_path)
        shutil.rmtree(desk.root / ".git")
        outer.git("init", "-q")
        desk.put(f"{ONE}/plan.yaml", "mål: [\n", is_staged=False)
        outer.git("add", "-A")
        assert f"{ONE}/plan.yaml:" in run("hook", "pre-commit").err


LEAKS = {
    f"{OTHER}/a.md": ("Kender Villads Rosenkjær Holm", "et navn fra sagen"),
    f"{OTHER}/b.md": ("Kender Villads Holms klasse", "et navn fra sagen"),
    f"{OTHER}/c.md": ("Bor på Kirsebærvangen 8", "en adresse fra sagen"),
    f"{OTHER}/d.md": ("Ring 7010 0080", "et telefonnummer fra sagen"),
    f"{OTHER}/e.md": ("Født 72 09 10 – 4137", "et CPR-nummer"),
    f"{OTHER}/plan.yaml": ("mål: [] # 7209104137", "et CPR-nummer"),
    f"{OTHER}/team.yaml": (
        "personer: [] # line.rosenkjaer@post.example",
        "en mailadresse fra sagen",
    ),
    "noter.md": ("Husk Line Rosenkjær", "et navn fra sagen"),
    "andre.md": ("Husk 670310-4321", "et CPR-nummer"),
}


class TestLeaks:
    def test_people_where_they_do_not_belong(self, desk, run):
        for name, (text, _) in LEAKS.items():
            desk.put(name, f"{text}\n")
        screen = run("hook", "pre-commit")
        assert screen.code == 1
        found = dict(re.findall(r"^(\S+):\d+:\d+\n  SAM038 fejl  Her står (.+?)(?: 2026-001)?, og",
                                screen.err, re.MULTILINE))  # fmt: skip
        assert found == {name: what for name, (_, what) in LEAKS.items()}
        assert "4137" not in screen.err
        desk.commit("se bort fra det", "--no-verify")
        for name, (text, _) in LEAKS.items():
            desk.put(name, f"{text}\n# mere\n")
        assert "SAM038" not in run("hook", "pre-commit").err, "it was committed already"

    def test_people_where_they_belong(self, desk, run):
        desk.put(f"{ONE}/noter.md", "Villads Rosenkjær Holm bor på Kirsebærvangen 8.")
        desk.change(f"{OTHER}/plan.yaml", "mål: []", "overordnet_mål: Spørg Henrik Dalsgaard Munk")
        desk.put("noter.md", "Pia Søndervang er klasselærer.")
        assert run("hook", "pre-commit").code == 0

    @pytest.mark.parametrize(
        ("address", "protected", "text", "is_found"),
        [
            ("Ravnelyst", "ja", "Hun bor på Ravnelyst", True),
            ("Ravnelyst", "nej", "Hun bor på Ravnelyst", False),
            ("Ravnelyst, Hulemosevej 5", "nej", "Bor på hulemosevej 5", True),
            ("Skoven", "ja", "Vi går i skoven", False),
        ],
    )
    def test_a_place_without_a_number(self, desk, run, address, protected, text, is_found):
        home = f"  adresse: {address}\n  adressebeskyttelse: {protected}\n"
        desk.change(f"{ONE}/sag.yaml", "  adresse: Kirsebærvangen 8\n  post", f"{home}  post")
        desk.put(f"{OTHER}/noter.md", f"{text}\n")
        assert ("adresse fra sagen 2026-001" in run("hook", "pre-commit").err) is is_found

    def test_a_name_or_number_in_the_name_of_a_file(self, desk, run):
        names = [
            *("sager/villads-rosenkjaer-holm/noter.md", f"{ONE}/Møde med Villads.md"),
            *("Kirsebærvangen 8.md", "670310-4321.md", "noter_6703104321.md"),
        ]
        for name in names:
            desk.put(name, "tekst")
        screen = run("hook", "pre-commit")
        assert screen.code == 1
        assert screen.err.count("SAM037") == len(names)

    def test_a_name_in_the_name_of_a_branch(self, desk, run):
        desk.git("checkout", "-qb", "anne/villads-holm")
        screen = run("hook", "pre-commit")
        assert screen.code == 1
        assert "Grenens navn indeholder et navn fra sagen 2026-001." in said(screen)
        desk.git("branch", "-qm", "anne/2026-001")
        assert run("hook", "pre-commit").code == 0

    def test_papers_stay_out(self, desk, run):
        papers = [f"{ONE}/dokumenter/indkaldelse.docx", "breve/uge9/brev.pdf"]
        for name in papers:
            desk.put(name, b"PK\x03\x04")
        screen = run("hook", "pre-commit")
        assert screen.code == 1
        assert screen.err.count("SAM039") == len(papers)
        desk.git("rm", "-q", "--cached", *papers)
        assert run("hook", "pre-commit").code == 0

    def test_a_paper_that_was_moved_is_known_by_its_name(self, desk, run):
        assert run("render-agenda", "2026-001").code == 0
        paper = next((desk.root / ONE / "dokumenter").glob("*.docx"))
        desk.put(f"{ONE}/{paper.name}", paper.read_bytes())
        screen = run("hook", "pre-commit")
        assert screen.code == 1
        assert "SAM039" in screen.err

    def test_somebody_in_a_template(self, desk, run):
        desk.put("skabeloner/dagsorden.docx", docx(p("Villads Holm")))
        screen = run("hook", "pre-commit")
        assert screen.code == 1
        assert "SAM038" in screen.err


LINES = {
    "2026-001: møde, plan rettet": False,
    "Henrik Dalsgaard Munk har overtaget sagen": False,
    "plan for Villads Rosenkjær Holm": True,
    "Villads' plan, se også 2026-002": True,
    "talt med Samuel Berhane": True,
    "talt med samuel tesfay berhanes værge": True,
    "cpr 67 03 10 4321": False,
    "cpr 67.03.10-4321": True,
    "ring 70 10 00 80": True,
    "Tryk på villads": True,
}


class TestMessage:
    def test_names_and_numbers_are_refused(self, desk, run):
        desk.change(f"{ONE}/plan.yaml", "børnefaglig_undersøgelse:\n  udarbejdet: ja\n", "")
        desk.put("besked", "\n".join(LINES), is_staged=False)
        screen = run("hook", "commit-msg", "besked", GIT_EDITOR=":")
        assert screen.code == 1
        found = re.findall(r"^besked:(\d+):1\n  SAM037", screen.err, re.MULTILINE)
        lines = list(LINES)
        assert [lines[int(each) - 1] for each in found] == [x for x in lines if LINES[x]]

    def test_what_git_writes_below_the_message_does_not_count(self, desk, run):
        scissors = "# ------------------------ >8 ------------------------\n"
        desk.put("besked", f"plan rettet\n# {ONE} Villads Holm\n{scissors}Villads Holm\n")
        assert run("hook", "commit-msg", "besked", GIT_EDITOR="vim").code == 0


class TestRealGit:
    def test_git_asks_and_the_hooks_of_others_go_on(self, desk):
        hooks = desk.root / ".git" / "hooks"
        hooks.mkdir(exist_ok=True)
        (hooks / "commit-msg").write_text("#!/bin/sh\necho set >> ../andres\n", "utf-8")
        (hooks / "commit-msg").chmod(0o755)
        assert missing_hooks(desk.root) == HOOKS
        install_hooks(desk.root)
        install_hooks(desk.root)
        assert missing_hooks(desk.root) == ()
        desk.change(f"{ONE}/plan.yaml", "børnefaglig_undersøgelse:\n  udarbejdet: ja\n", "")
        refused = desk.commit("plan for Villads Holm", ok=False)
        assert refused.returncode == 1
        assert "SAM037" in refused.stderr
        desk.commit("2026-001: plan rettet")
        assert (desk.root.parent / "andres").read_text("utf-8") == "set\nset\n"
        desk.put(f"{ONE}/plan.yaml", "mål: [\n")
        refused = desk.commit(ok=False)
        assert refused.returncode == 1
        assert "SAM014" in refused.stderr
        desk.commit("se bort fra det", "--no-verify")

    def test_where_git_is_told_to_look_for_hooks_elsewhere(self, desk, tmp_path):
        desk.git("config", "core.hooksPath", str(tmp_path / "firma"))
        (tmp_path / "firma").mkdir()
        (tmp_path / "firma" / "pre-commit").write_text("#!/bin/sh\nexit 3\n", "utf-8")
        (tmp_path / "firma" / "pre-commit").chmod(0o755)
        install_hooks(desk.root)
        assert missing_hooks(desk.root) == ()
        assert desk.commit("x", "--allow-empty", ok=False).returncode != 0
        (tmp_path / "firma" / "pre-commit").write_text("#!/bin/sh\nexit 0\n", "utf-8")
        desk.commit("x", "--allow-empty")

    @pytest.mark.parametrize("how", ["merge", "rebase"])
    def test_a_merge_that_is_worse_than_both_versions_is_told(self, desk, how):
        install_hooks(desk.root)
        desk.git("checkout", "-qb", "anden")
        desk.change(f"{ONE}/runder/1.yaml", "  slut: 10.30\n", "  slut: 10.00\n")
        desk.commit("2026-001: møde")
        desk.git("checkout", "-q", "main")
        desk.change(f"{ONE}/runder/1.yaml", "  start: 9.00\n", "  start: 10.15\n")
        desk.commit("2026-001: møde")
        desk.git("config", "merge.samarbejde.driver", f"{PROGRAM} merge-driver %O %A %B %P")
        desk.put(".git/info/attributes", "*.yaml merge=samarbejde\n", is_staged=False)
        done = desk.git(how, "-q", *(["--no-edit"] if how == "merge" else []), "anden")
        assert "Fletningen er gemt, men den gav noget" in done.stderr
        assert "SAM608" in done.stderr


def test_the_hooks_of_the_framework_are_ours():
    hooks = yaml.safe_load((EXAMPLES.parent / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert [each["entry"] for each in hooks] == [f"samarbejde hook {name}" for name in HOOKS[:2]]
    assert [each["stages"] for each in hooks] == [[name] for name in HOOKS[:2]]

"""Nothing goes to somebody who is in no file any more, or for whom the consent was taken back."""

import re
import shutil

import pytest
from clones import DAY, EXAMPLES, two_clones

from samarbejde_cli.__main__ import main
from samarbejde_cli.case.case import load_case

CASE, PIA, THOMAS = "2026-001", "Pia Søndervang", "Thomas Holm"


@pytest.fixture
def root(tmp_path, monkeypatch):
    monkeypatch.setenv("SAMARBEJDE_DAG", DAY)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return shutil.copytree(EXAMPLES, tmp_path / "ws")


@pytest.fixture
def run(root, capsys):
    def run(*words):
        capsys.readouterr()
        code = main([*words, "--workspace", str(root)])
        said = capsys.readouterr()
        return code, " ".join(said.out.split()), " ".join(said.err.split())

    return run


def without(root, file, name):
    """Take somebody out of a list of people, as a hand would."""
    path = root / "sager" / CASE / file
    found = re.subn(rf"(?m)^  - navn: {name}\n(?:    .*\n|\n)*", "", path.read_text("utf-8"))
    assert found[1] == 1
    path.write_text(found[0], "utf-8")


def papers(root):
    folder = root / "sager" / CASE / "dokumenter"
    return sorted(path.name for path in folder.glob("*.docx")) if folder.exists() else []


@pytest.mark.parametrize(("file", "name"), [("team.yaml", PIA), ("sag.yaml", THOMAS)])
@pytest.mark.parametrize("draft", [(), ("--draft",)])
def test_nobody_found_nowhere_gets_an_invitation(root, run, file, name, draft):
    without(root, file, name)
    code, out, err = run("render-invitation", CASE, *draft)
    assert code == 1
    assert "SAM605" in out + err
    assert f"`{name}` er ikke en af personerne i sagen" in out + err
    assert "runder/1.yaml:" in out + err
    assert "slet deltageren" in out + err
    letters = [path for path in papers(root) if "indkaldelse" in path]
    assert len(letters) == 5, "the others get theirs"
    for path in (root / "sager" / CASE / "dokumenter").glob("*.docx"):
        assert name not in _text(path)


def _text(path):
    from samarbejde_cli import word  # noqa: PLC0415 — slow to import

    return word.dump(path.read_bytes())


@pytest.mark.parametrize("kind", ["invitation", "agenda", "roles", "goals", "script", "leaflet"])
def test_nor_any_other_paper_by_name(root, run, kind):
    without(root, "team.yaml", PIA)
    code, _, err = run(f"render-{kind}", CASE, "--for", PIA)
    assert code == 2
    assert "findes hverken i sagen" in err
    for key, name in (("deltagere", "runder/1.yaml"), ("modtagere", "samtykke.yaml")):
        lines = (root / "sager" / CASE / name).read_text("utf-8").split("\n")
        line = next(number for number, each in enumerate(lines, 1) if f"person: {PIA}" in each)
        assert f"`{key}` i {name}, linje {line}" in err
    assert papers(root) == []


def test_nor_a_letter_of_a_mailing(root, run, tmp_path):
    without(root, "team.yaml", PIA)
    _, out, err = run("batch", "invitation", "--step", "møde", "--output", str(tmp_path / "ud"))
    assert f"spærret i 1 sag: {CASE}" in out + err


def test_the_advice_on_a_recipient_who_left_the_case_is_to_withdraw(root, run):
    without(root, "team.yaml", PIA)
    _, out, _ = run("validate", CASE)
    line = re.search(r"SAM406 .*?skriv `(trukket_tilbage: [\d-]+)` under navnet", out)[1]
    path = root / "sager" / CASE / "samtykke.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace(f"- person: {PIA}\n", f"- person: {PIA}\n    {line}\n"), "utf-8")
    assert "SAM406" not in run("validate", CASE)[1]
    assert load_case(path.parent).consent.withdrawn_on(PIA) is not None


class TestARecipientThatComesBack:
    """One takes the consent back for somebody, the other moves the line: git merges both."""

    @staticmethod
    def merged(tmp_path, monkeypatch, change):
        anne, bo = two_clones(tmp_path, monkeypatch)
        mine = anne.case(CASE) / "samtykke.yaml"
        mine.write_text(change(mine.read_text("utf-8")), "utf-8")
        anne.save()
        anne.send()
        theirs = bo.case(CASE) / "samtykke.yaml"
        text = theirs.read_text("utf-8")
        line = f"  - person: {PIA}\n"
        last = "  - person: Karsten Bøgh\n"
        theirs.write_text(text.replace(last, f"{last}{line}"), "utf-8")
        bo.save()
        assert bo.fetch(check=True), "git merges it without a word"
        return bo

    def test_a_withdrawal_still_holds_and_the_line_is_found(self, tmp_path, monkeypatch, capsys):
        line = f"  - person: {PIA}\n"
        bo = self.merged(
            tmp_path, monkeypatch,
            lambda text: text.replace(line, f"{line}    trukket_tilbage: 2026-02-20\n"),
        )  # fmt: skip
        capsys.readouterr()
        assert bo.samarbejde("validate", CASE) == 1
        out = " ".join(capsys.readouterr().out.split())
        assert f"SAM316 fejl {PIA} står også uden `trukket_tilbage`" in out
        bo.samarbejde("render-invitation", CASE)
        assert not list((bo.case(CASE) / "dokumenter").glob("*indkaldelse-skole*"))

    def test_a_new_signature_gives_it_again(self, tmp_path, monkeypatch):
        line = f"  - person: {PIA}\n"
        bo = self.merged(
            tmp_path, monkeypatch,
            lambda text: text.replace(line, f"{line}    trukket_tilbage: 2026-02-20\n"),
        )  # fmt: skip
        path = bo.case(CASE) / "samtykke.yaml"
        new = "\n  - {navn: Villads Rosenkjær Holm, som: ung, dato: 2026-02-23}\n"
        path.write_text(path.read_text("utf-8").rstrip() + new, "utf-8")
        assert load_case(bo.case(CASE)).consent.withdrawn_on(PIA) is None
        bo.samarbejde("render-invitation", CASE)
        assert list((bo.case(CASE) / "dokumenter").glob("*indkaldelse-skole*"))

    def test_a_person_who_left_is_found_when_only_the_line_was_deleted(
        self, tmp_path, monkeypatch, capsys
    ):
        line = f"  - person: {PIA}\n"
        bo = self.merged(tmp_path, monkeypatch, lambda text: text.replace(line, ""))
        without(bo.root, "team.yaml", PIA)
        capsys.readouterr()
        assert bo.samarbejde("validate", CASE) == 1
        assert "SAM406" in capsys.readouterr().out

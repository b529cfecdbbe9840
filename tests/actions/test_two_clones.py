"""Two colleagues, two clones, the real git: nothing that either wrote is lost or mixed."""

import re
import shutil

import pytest
from clones import Clone, two_clones

from samarbejde_cli.__main__ import main
from samarbejde_cli.case.case import load_case

PAUSED = "2025-014"
OLD_NUMBER = "2026-005"
ASE, OLE = ("Åse Bækgård", "671111-4321"), ("Ole Vang", "680212-4321")


@pytest.fixture
def clones(tmp_path, monkeypatch):
    return two_clones(tmp_path, monkeypatch)


def both_append(anne: Clone, bo: Clone) -> bool:
    """Let both write into the same case's history and papers; return whether git could merge."""
    assert anne.samarbejde("hand-over", PAUSED, "--to", "Karsten Bøgh", "--reason", "Ferie") == 0
    anne.samarbejde("render-agenda", PAUSED)
    anne.save()
    anne.send()
    assert (
        bo.samarbejde("pause", PAUSED, "--until", "2026-04-01", "--reason", "Rejse, tur: syd") == 0
    )
    bo.samarbejde("render-roles", PAUSED)
    bo.save()
    return bo.fetch()


def events(clone: Clone) -> list[str]:
    return [move.event.value for move in load_case(clone.case(PAUSED)).history]


def keep_both_by_hand(path):
    lines = path.read_text("utf-8").splitlines(keepends=True)
    marks = ("<<<<<<<", "=======", ">>>>>>>")
    path.write_text("".join(line for line in lines if not line.startswith(marks)), "utf-8")


class TestAppendOnlyFiles:
    @pytest.mark.parametrize("way", ["fix", "by hand"])
    def test_both_versions_are_kept_as_the_advice_says(self, clones, capsys, way):
        anne, bo = clones
        assert not both_append(anne, bo)
        capsys.readouterr()
        bo.samarbejde("validate", PAUSED)
        out = " ".join(capsys.readouterr().out.split())
        assert f"samarbejde fix {PAUSED}" in out
        assert "slet den anden" not in out
        assert "slet kun dem med <<<<<<<, ======= og >>>>>>>" in out
        if way == "fix":
            assert bo.samarbejde("fix", PAUSED, "--yes") == 0
        else:
            for name in ("historik.yaml", "breve.yaml"):
                keep_both_by_hand(bo.case(PAUSED) / name)
        assert {"overdraget", "pause"} <= set(events(bo))
        assert {each.paper for each in load_case(bo.case(PAUSED)).paper_records} >= {"dagsorden"}
        assert not [each.code for each in load_case(bo.case(PAUSED)).findings]

    def test_git_merges_without_conflict_when_one_side_did_nothing_there(self, clones):
        anne, bo = clones
        anne.samarbejde("hand-over", PAUSED, "--to", "Karsten Bøgh", "--reason", "Ferie")
        anne.save()
        anne.send()
        bo.case(PAUSED).joinpath("egne-noter.txt").write_text("ringet", "utf-8")
        bo.save()
        assert bo.fetch()
        assert events(bo)[-1] == "overdraget"


def new_case(clone: Clone, name: str, cpr: str) -> str:
    before = {path.name for path in (clone.root / "sager").iterdir()}
    assert clone.samarbejde("new-case", "--name", name, "--cpr", cpr) == 0
    (made,) = {path.name for path in (clone.root / "sager").glob("2026-*")} - before
    return made


def old_new_case(clone: Clone, name: str, cpr: str, number: str = OLD_NUMBER) -> None:
    """Make a case as programs did before numbers had letters and files had keys."""
    folder = clone.case(new_case(clone, name, cpr))
    folder.rename(clone.case(number))
    for path in clone.case(number).rglob("*.yaml"):
        text = re.sub(r"(?m), nøgle: \w+|^nøgle: \w+\n", "", path.read_text("utf-8"))
        path.write_text(text, "utf-8")


def people(clone: Clone) -> dict[str, str]:
    """Return whose each case is that can be read."""
    return {
        folder.name: load_case(folder).record.youth.name
        for folder in sorted((clone.root / "sager").glob("2026-*"))
        if load_case(folder).files["sag"].value
    }


def said(clone: Clone, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    capsys.readouterr()
    clone.samarbejde(*words)
    return " ".join(capsys.readouterr().out.split())


class TestNumbers:
    def test_two_clones_do_not_choose_the_same(self, clones):
        anne, bo = clones
        first, second = new_case(anne, *ASE), new_case(bo, *OLE)
        assert first.split("-")[:2] == second.split("-")[:2]
        anne.save()
        anne.send()
        bo.save()
        assert bo.fetch(check=True)
        assert people(bo) | {first: ASE[0], second: OLE[0]} == people(bo)

    def test_a_number_may_lack_its_letters_while_it_is_the_only_one(self, clones, capsys):
        anne, _ = clones
        number = new_case(anne, *ASE)
        short = number.rpartition("-")[0]
        assert anne.samarbejde("history", short) == 0
        shutil.copytree(anne.case(number), anne.case(f"{short}-xxxx"))
        assert anne.samarbejde("history", short) == 2
        assert f"{short}-xxxx" in capsys.readouterr().err


class TestOneNumberForTwoPeople:
    """Old programs chose the same number twice, and a hand can."""

    @pytest.fixture
    def collided(self, clones):
        anne, bo = clones
        old_new_case(anne, *ASE)
        anne.save()
        anne.send()
        old_new_case(bo, *OLE)
        (bo.case(OLD_NUMBER) / "runder" / "2.yaml").write_text("formøde:\n  dato:\n", "utf-8")
        bo.save()
        return anne, bo

    def test_the_advice_on_the_conflict_keeps_both(self, collided, capsys):
        _, bo = collided
        assert not bo.fetch()
        out = said(bo, capsys, "validate", OLD_NUMBER)
        assert "To borgere har fået samme sagsnummer; slet ingen af dem." in out
        assert "behold det rigtige" not in out
        assert "git commit" not in out
        self.follow(bo, re.findall(r"`([^`]*)`", out.split("slet ingen af dem")[1])[:4])
        named = people(bo)
        assert named[OLD_NUMBER] == ASE[0]
        assert OLE[0] in named.values()
        (number,) = (each for each, name in named.items() if name == OLE[0])
        assert (bo.case(number) / "runder" / "2.yaml").exists()
        assert "SAM915" not in said(bo, capsys, "validate", number)

    def test_a_folder_that_git_mixed_is_found_and_both_come_back(self, collided, capsys):
        """Whoever resolves the conflict as an old program said mixes two people."""
        _, bo = collided
        assert not bo.fetch()
        for name in ("sag.yaml", "team.yaml", "samtykke.yaml", "plan.yaml"):
            bo.git("checkout", "--theirs", f"sager/{OLD_NUMBER}/{name}", check=False)
        keep_both_by_hand(bo.case(OLD_NUMBER) / "historik.yaml")
        bo.save("flettet")
        out = said(bo, capsys, "validate", OLD_NUMBER)
        assert "SAM914 fejl" in out
        assert "sagen er oprettet to gange" in out
        assert main(["explain", "SAM914"]) == 0
        explained = " ".join(capsys.readouterr().out.split())
        steps = re.findall(r"\d\. `([^`]*)`", explained)
        assert len(steps) == 4
        first, second = bo.git(*steps[0].replace("SAG", OLD_NUMBER).split()[1:]).split()
        for step in steps[1:]:
            words = step.replace("FØRSTE", first).replace("ANDEN", second)
            self.follow(bo, [words.replace("SAG", OLD_NUMBER)])
        assert explained.count("`samarbejde save`") == 2
        assert bo.samarbejde("save") == 0
        assert not bo.git("status", "--porcelain").strip()
        assert set(people(bo).values()) >= {ASE[0], OLE[0]}
        for number in people(bo):
            assert "SAM914" not in said(bo, capsys, "validate", number)

    def test_a_file_of_another_case_is_found_by_its_key(self, clones, capsys):
        anne, _ = clones
        first, second = new_case(anne, *ASE), new_case(anne, *OLE)
        for name in ("team.yaml", "samtykke.yaml", "plan.yaml", "runder/1.yaml"):
            path = anne.case(first) / name
            before = path.read_bytes()
            path.write_bytes((anne.case(second) / name).read_bytes())
            assert f"{name}:" in said(anne, capsys, "validate", first).split("SAM914")[0]
            path.write_bytes(before)
        shutil.copy(anne.case(second) / "historik.yaml", anne.case(first) / "historik.yaml")
        assert "SAM914" in said(anne, capsys, "validate", first)

    @staticmethod
    def follow(clone: Clone, commands):
        for command in commands:
            program, *words = re.findall(r'"[^"]*"|\S+', command)
            words = [word.strip('"') for word in words]
            if program == "git":
                words += ["--no-edit", "origin", "main"] if words[0] == "pull" else []
                clone.git(*words)
            else:
                assert clone.samarbejde(*words) == 0, command

"""Two colleagues, two clones, the real git: nothing that either wrote is lost or mixed."""

import pytest
from clones import Clone, two_clones

from samarbejde_cli.case.case import load_case

PAUSED = "2025-014"


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
        assert {each.paper for each in load_case(bo.case(PAUSED)).filed} >= {"dagsorden"}
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

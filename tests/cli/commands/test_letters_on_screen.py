"""Answers, calendar files, filed papers and mailings that are ready to send, on the screen."""

import json

import pytest
from icalendar import Calendar
from mailing import edit, several


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    root = several(tmp_path / "Ungeteam", 2, own=False).root
    monkeypatch.chdir(root)
    monkeypatch.setenv("SAMARBEJDE_DAG", "2026-02-20")
    for number in (1, 2):
        edit(root / f"sager/2026-00{number}/sag.yaml", "trin: opfølgning", "trin: møde")
        edit(root / f"sager/2026-00{number}/historik.yaml", "til: opfølgning", "til: møde")
    edit(root / "sager/2026-002/sag.yaml", "720810-4322", "720810-4002")
    return root


class TestReply:
    def test_says_what_was_written_and_where(self, workspace, run):
        code, out, _ = run("reply", "2026-001", "karin", "2", "--note", "Sender en udtalelse")
        assert code == 0
        assert out == (
            "Karin Friis har svaret 2 om mødet den 3. marts 2026: relevant, kan ikke deltage,\n"
            "  sender et notat. Før stod der 1.\n"
            "Skrevet i sager/2026-001/runder/1.yaml.\n"
        )
        text = (workspace / "sager/2026-001/runder/1.yaml").read_text("utf-8")
        assert "notat: Sender en udtalelse" in text
        assert "svaret: 2026-02-20" in text

    @pytest.mark.parametrize(
        ("words", "told"),
        [
            (("Karen Friis", "1"), "Mente du `Karin Friis`?"),
            (("karin", "5"), "1: Relevant, deltager"),
            (("karin", "1", "--date", "man. 20/2-26"), "Den 20. februar 2026 er en fredag."),
        ],
    )
    def test_a_mistake_is_answered_with_the_remedy(self, workspace, run, words, told):
        code, _, err = run("reply", "2026-001", *words)
        assert code == 2
        assert told in " ".join(err.split())

    def test_a_case_that_cannot_be_read_is_left(self, workspace, run):
        (workspace / "sager/2026-001/plan.yaml").write_text("mål: [", "utf-8")
        code, out, err = run("reply", "2026-001", "karin", "1")
        assert code == 1
        assert "plan.yaml:1:" in out
        assert "Svaret er ikke skrevet" in err


class TestFiled:
    def test_history_shows_what_was_made_and_rerender_makes_it_again(self, workspace, run):
        assert run("render-agenda", "2026-001").code == 0
        line = "20. februar 2026: dagsorden: runde-1-dagsorden.docx"
        assert line in run("history", "2026-001").out
        found = json.loads(run("history", "2026-001", "--format", "json").out)
        assert [each["file"] for each in found["papers"]] == ["runde-1-dagsorden.docx"]
        code, out, _ = run("rerender", "2026-001")
        assert code == 0
        assert out == ("lavet igen: sager/2026-001/dokumenter/genskabt/runde-1-dagsorden.docx\n")

    def test_what_cannot_be_made_again_is_told(self, workspace, run):
        run("render-agenda", "2026-001")
        edit(workspace / "sager/2026-001/runder/1.yaml", "fritidsjob", "job")
        code, out, err = run("rerender", "2026-001")
        assert code == 1
        assert "runde-1-dagsorden.docx (2026-02-20) kan ikke laves igen." in err
        assert "ligger ikke i git" in err
        assert "1 papir af 1 kan ikke laves igen." in out

    def test_before_anything_was_made_there_is_nothing_to_make_again(self, workspace, run):
        code, _, err = run("rerender", "2026-001", "--as-of", "2026-01-01")
        assert code == 1
        assert "ikke noteret papirer" in err


class TestCalendar:
    def test_tells_which_edition_it_is(self, workspace, run):
        path = "sager/2026-001/dokumenter/runde-1-møde.ics"
        assert run("calendar", "2026-001").out == f"udgave 1: {path}\n"
        edit(workspace / "sager/2026-001/runder/1.yaml", "dato: 2026-03-03\n  start", "start")
        assert run("calendar", "2026-001").out == f"aflysning: {path}\n"

    def test_one_that_cannot_be_made_does_not_stop_the_others(self, workspace, run):
        edit(workspace / "sager/2026-001/runder/1.yaml", "dato: 2026-03-03\n  start", "start")
        code, out, err = run("calendar", "2026-001", "2026-002")
        assert code == 1
        assert "har ingen dato" in err
        assert "sager/2026-002" in out


class TestBatch:
    def test_letters_are_laid_out_put_together_and_told_of(self, workspace, run):
        wanted = ("batch", "invitation,agenda", "--step", "møde", "--output", "ud")
        wanted += ("--group-by", "case", "--combine", "--jobs", "1")
        plan = run(*wanted, "--format", "json")
        code, out, _ = run(*wanted, "--approve", json.loads(plan.out)["approve"])
        assert code == 0
        assert "2 kalenderfiler til kollegerne ligger i ud/outlook.\n" in out
        assert out.endswith("samlet: ud/samlet/2026-001.docx\nsamlet: ud/samlet/2026-002.docx\n")
        (path, _) = sorted((workspace / "ud" / "outlook").iterdir())
        assert Calendar.from_ical(path.read_bytes())["METHOD"] == "PUBLISH"
        assert run("batch", "verify", "ud").code == 0

    @pytest.mark.parametrize(
        ("words", "told"),
        [
            (("--pdf",), "brug også --combine"),
            (("--executor", "dask:tcp://x:1", "--jobs", "2"), "Brug enten --executor eller --jobs"),
            (("--executor", "x:1"), "Skriv dask:tcp://maskine:8786."),
            (("--group-by", "navn"), "--group-by"),
        ],
    )
    def test_choices_that_do_not_go_together_are_told(self, workspace, run, words, told):
        code, _, err = run("batch", "agenda", "--step", "møde", "--output", "ud", *words)
        assert code == 2
        assert told in " ".join(err.split())

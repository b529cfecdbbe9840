"""What two people changed differently is told in words and settled one by one, with real git."""

import json
import shutil

import pytest
from clones import EXAMPLES, Clone, two_clones
from terminal import played

ROUND = "sager/2026-001/runder/1.yaml"
TEAM = "sager/2026-001/team.yaml"
RECORD = "sager/2026-001/sag.yaml"


@pytest.fixture
def both(tmp_path, monkeypatch) -> tuple[Clone, Clone]:
    kept = shutil.ignore_patterns("2025-*", "2026-00[2-9]", "breve", "dokumenter")
    source = shutil.copytree(EXAMPLES, tmp_path / "small", ignore=kept)
    anne, bo = two_clones(tmp_path, monkeypatch, source)
    anne.use_driver()
    bo.use_driver()
    monkeypatch.chdir(bo.root)
    return anne, bo


def clash(both, ours, theirs, strategy="--no-rebase"):
    """Anne changes one place and sends it, Bo another one, and then fetches."""
    anne, bo = both
    for clone, changes in ((anne, theirs), (bo, ours)):
        for change in changes:
            clone.change(*change)
        clone.save()
    anne.send()
    bo.fetch(strategy=strategy)
    return bo


DATES = (
    [(ROUND, "  dato: 2026-03-03\n", "  dato: 2026-03-10\n")],
    [(ROUND, "  dato: 2026-03-03\n", "  dato: 2026-03-17\n")],
)


def text(clone, name):
    return (clone.root / name).read_text("utf-8")


def test_the_words_are_those_of_the_case(both, run):
    clash(both, *DATES)
    code, out, _ = run("conflicts", "2026-001")
    assert code == 1
    assert "Begge har ændret mødets dato: 10. marts 2026 / 17. marts 2026." in out
    found = json.loads(run("conflicts", "--format", "json").out)
    (entry,) = found["files"][0]["conflicts"]
    assert (entry["field"], entry["mine"], entry["theirs"]) == (
        "møde.dato", "2026-03-10", "2026-03-17"
    )  # fmt: skip


@pytest.mark.parametrize(("option", "day"), [("--mine", "10"), ("--theirs", "17")])
@pytest.mark.parametrize("strategy", ["--no-rebase", "--rebase"])
def test_one_version_of_everything(both, run, option, day, strategy):
    bo = clash(both, *DATES, strategy=strategy)
    code, out, _ = run("conflicts", option)
    assert code == 0, out
    assert f"  dato: 2026-03-{day}\n" in text(bo, ROUND)
    assert "<<<<" not in text(bo, ROUND)
    assert run(*out.partition("færdig: samarbejde ")[2].split()).code == 0
    assert not bo.git("status", "--porcelain")
    assert run("conflicts").out == "Der er ingen konflikter.\n"


def test_one_by_one_at_a_terminal_and_what_is_skipped_stays(both):
    bo = clash(
        both,
        [*DATES[0], (ROUND, "  lokale: Lindesalen\n", "  lokale: Egen\n")],
        [*DATES[1], (ROUND, "  lokale: Lindesalen\n", "  lokale: Bøgen\n")],
    )
    code, screen = played(["conflicts", "2026-001"], ["2", ""])
    assert code == 1
    assert "1 din udgave: 10. marts 2026" in screen
    assert "2 den anden udgave: 17. marts 2026" in screen
    assert "1 konflikt er ikke afgjort." in screen
    after = text(bo, ROUND)
    assert "  dato: 2026-03-17\n" in after
    assert after.count("<<<<<<<") == 1
    code, screen = played(["conflicts", "2026-001"], ["9", "1"])
    assert code == 0, screen
    assert "  dato: 2026-03-17\n" in text(bo, ROUND)
    assert "  lokale: Egen\n" in text(bo, ROUND)
    assert not bo.git("diff", "--name-only", "--diff-filter=U")


def test_a_file_that_is_gone_on_one_side_is_kept_or_deleted(both, run):
    anne, bo = both
    (anne.root / TEAM).unlink()
    bo.change(TEAM, "70 10 00 83", "70 10 00 99")
    anne.save(), bo.save(), anne.send(), bo.fetch()
    assert "Den anden udgave har slettet filen; din udgave har ændret den." in run("conflicts").out
    for option, is_kept in (("--theirs", False), ("--mine", True)):
        bo.git("reset", "-q", "--hard")
        bo.fetch()
        assert run("conflicts", option).code == 0
        assert (bo.root / TEAM).exists() is is_kept
        assert not bo.git("diff", "--name-only", "--diff-filter=U")


@pytest.mark.parametrize("junk", [b"personer: [\n", b"\x00\xff\xfe junk"])
def test_a_version_that_is_no_yaml_is_chosen_whole(both, run, junk):
    anne, bo = both
    (anne.root / TEAM).write_bytes(junk)
    bo.change(TEAM, "70 10 00 83", "70 10 00 99")
    mine = text(bo, TEAM)
    anne.save(), bo.save(), anne.send(), bo.fetch()
    assert "Vælg en af de to udgaver, som den er." in " ".join(run("conflicts").out.split())
    assert run("conflicts", "--mine").code == 0
    assert text(bo, TEAM) == mine
    bo.git("reset", "-q", "--hard")
    bo.fetch()
    assert run("conflicts", "--theirs").code == 0
    assert (bo.root / TEAM).read_bytes() == junk


def test_what_was_settled_in_an_editor_is_believed(both, run):
    bo = clash(both, *DATES)
    before = text(bo, ROUND)
    (bo.root / ROUND).write_text(
        before.partition("<<<<<<<")[0]
        + "  dato: 2026-03-24\n"
        + before.partition(">>>>>>> den anden udgave\n")[2],
        "utf-8",
    )
    assert run("conflicts", "--theirs").code == 0
    assert "  dato: 2026-03-24\n" in text(bo, ROUND)
    assert not bo.git("diff", "--name-only", "--diff-filter=U")


def test_without_the_driver_only_what_clashes_is_asked(both, run):
    """Git's own markers stand around whole lines, also around what does not clash."""
    bo = both[1]
    for clone in both:
        clone.git("config", "--unset", "merge.samarbejde.driver")
        (clone.root / ".git" / "info" / "attributes").unlink()
    clash(both, *([*each, (ROUND, *room)] for each, room in zip(DATES, (
        ("  start: 9.00\n", "  start: 9.15\n"), ("  slut: 10.30\n", "  slut: 11.00\n")
    ), strict=True)))  # fmt: skip
    out = run("conflicts").out
    assert out.count("Begge har ændret") == 1
    assert run("conflicts", "--mine").code == 0
    for line in ("  dato: 2026-03-10\n", "  start: 9.15\n", "  slut: 11.00\n"):
        assert line in text(bo, ROUND)


def test_two_people_in_one_folder_are_never_mixed(both, run):
    bo = clash(
        both,
        _other_youth(both[1], "Bertil Aagaard", "640310-4321"),
        _other_youth(both[0], "Olga Aagaard", "650310-4322"),
    )
    before = text(bo, RECORD)
    code, out, err = run("conflicts", "--mine")
    assert code == 1
    assert "samarbejde renumber 2026-001" in " ".join((out + err).split())
    assert text(bo, RECORD) == before


def _other_youth(clone, name, number):
    lines = text(clone, RECORD).splitlines(keepends=True)
    youth = lines.index("ung:\n")
    found = [each for each in lines[youth:] if each.startswith(("  navn:", "  cpr:"))][:2]
    new = {"navn": name, "cpr": number}
    return [
        (RECORD, each, f"  {(key := each.split(':')[0].strip())}: {new[key]}\n") for each in found
    ]


def test_a_copy_beside_a_file_is_brought_together_with_it(both, run):
    _, bo = both
    copy = bo.case("2026-001") / "runder" / "1 (Annes PC's conflicted copy 2026-02-24).yaml"
    shutil.copy(bo.root / ROUND, copy)
    bo.change(copy.relative_to(bo.root).as_posix(), "  slut: 10.30\n", "  slut: 11.00\n")
    bo.change(ROUND, "  start: 9.00\n", "  start: 9.15 # lidt senere\n")
    code, out, _ = run("conflicts", "2026-001")
    assert code == 1
    assert "kan flettes, som de er" in out
    code, out, _ = run("conflicts", "2026-001", "--mine")
    assert code == 0, out
    assert "  slut: 11.00\n" in text(bo, ROUND)
    assert "  start: 9.15 # lidt senere\n" in text(bo, ROUND)
    assert not copy.exists()


def test_a_copy_stays_until_all_is_chosen(both):
    _, bo = both
    copy = bo.case("2026-001") / "team-PC-ANNE.yaml"
    shutil.copy(bo.root / TEAM, copy)
    bo.change(TEAM, "70 10 00 83", "70 10 00 99")
    bo.change(copy.relative_to(bo.root).as_posix(), "70 10 00 83", "70 10 00 98")
    before = text(bo, TEAM)
    code, screen = played(["conflicts", "2026-001"], [""])
    assert code == 1
    assert "Begge har ændret telefon for Rune Askelund: 70 10 00 99 / 70 10 00 98." in screen
    assert (text(bo, TEAM), copy.exists()) == (before, True)
    assert played(["conflicts", "2026-001"], ["2"])[0] == 0
    assert ("70 10 00 98" in text(bo, TEAM), copy.exists()) == (True, False)


@pytest.mark.parametrize("junk", [b"\x00\xff junk", b"personer: [\n"])
def test_save_drops_no_version_that_nobody_chose(both, run, junk):
    anne, bo = both
    bo.change(TEAM, "70 10 00 83", "70 10 00 99")
    (anne.root / TEAM).write_bytes(junk)
    anne.save(), bo.save(), anne.send(), bo.fetch()
    assert run("save", "--force").code == 1
    assert bo.git("diff", "--name-only", "--diff-filter=U")
    assert run("conflicts", "--mine").code == 0
    assert run("save", "--force").code == 0


def test_save_drops_no_version_where_the_driver_could_not_be_started(both, run):
    for clone in both:
        clone.git("config", "merge.samarbejde.driver", "/nowhere/samarbejde %O %A %B %P")
    clash(both, *DATES)
    assert "<<<<<<<" not in text(both[1], ROUND)
    assert run("save").code == 1
    assert "Begge har ændret mødets dato" in run("conflicts").out


def test_save_merges_what_does_not_clash_where_git_had_no_driver(both, run):
    anne, bo = both
    for clone in both:
        (clone.root / ".git" / "info" / "attributes").unlink()
        clone.git("config", "--unset", "merge.samarbejde.driver")
    anne.change(ROUND, "  start: 9.00\n", "  start: 9.15\n")
    bo.change(ROUND, "  slut: 10.30\n", "  slut: 11.00\n")
    anne.save(), bo.save(), anne.send(), bo.fetch()
    assert "<<<<<<<" in text(bo, ROUND)
    assert run("save").code == 0
    assert "  start: 9.15\n  slut: 11.00\n" in text(bo, ROUND)

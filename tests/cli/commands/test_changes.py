"""What was changed in a case is told out of git, and the case is shown as it was on a day."""

import json
import os
import shutil
import subprocess

import pytest
from clones import EXAMPLES
from hypothesis import given
from hypothesis import strategies as st

from samarbejde_cli.case.identity import identities
from samarbejde_cli.source.tree_changes import tree_changes

OLD, NEW = "sager/2026-001", "sager/2026-777"


class Repository:
    """A workspace with one case, committed by Anne Holm at ten o'clock on a day of January."""

    def __init__(self, root):
        self.root = root

    def git(self, *words, day=1):
        at = f"2026-01-{day:02}T10:00:00+0100"
        named = {"NAME": "Anne Holm", "EMAIL": "anne@birkeby.example", "DATE": at}
        who = {
            f"GIT_{role}_{key}": value
            for role in ("AUTHOR", "COMMITTER")
            for key, value in named.items()
        }
        subprocess.run(
            ["git", "-C", self.root, *words], check=True, capture_output=True,  # noqa: S607 — the git that is installed
            env=os.environ | who | {"GIT_CONFIG_GLOBAL": "/dev/null"},
        )  # fmt: skip

    def save(self, day):
        self.git("add", "-A")
        self.git("commit", "-qm", "dagens arbejde", day=day)

    def change(self, name, *pairs):
        path = self.root / name
        text = path.read_text("utf-8")
        for old, new in pairs:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        path.write_text(text, "utf-8")


@pytest.fixture(scope="module")
def repository(tmp_path_factory):
    kept = shutil.ignore_patterns("2025-*", "2026-00[2-9]", "breve", "dokumenter")
    made = Repository(shutil.copytree(EXAMPLES, tmp_path_factory.mktemp("git") / "w", ignore=kept))
    made.git("init", "-q", "-b", "main")
    made.save(3)
    made.change(f"{OLD}/runder/1.yaml", ("dato: 2026-03-03", "dato: 2026-03-10"),
                ("  lokale: Lindesalen\n", ""))  # fmt: skip
    far = "  - {navn: Far, kreds: familie, nærhed: 2, note: Ses hver anden weekend}\n"
    made.change(f"{OLD}/team.yaml", ("70 10 00 83", "70 10 00 99"), (far, ""))
    made.save(4)
    early, late = "      - Jeg sætter vækkeuret til kl. 6.45\n", "      - Jeg står selv op\n"
    home = "  - område: bolig\n    mål: Jeg vil bo selv\nkøreplan:\n"
    made.change(f"{OLD}/plan.yaml", (early, late), ("køreplan:\n", home))
    made.save(5)
    made.git("mv", OLD, NEW)
    made.change(f"{NEW}/runder/1.yaml", ("  slut: 10.30\n", "  slut: 11.00\n"))
    made.save(6)
    made.git("checkout", "-qb", "anden")
    made.change(f"{NEW}/sag.yaml", ("telefon: 70 10 00 80", "telefon: 70 10 00 98"))
    made.save(7)
    made.git("checkout", "-q", "main")
    made.change(f"{NEW}/plan.yaml", ("# Udkast fra", "# Et udkast fra"))
    made.save(8)
    made.git("merge", "-q", "--no-edit", "anden", day=9)
    made.git("checkout", "-qb", "tredje")
    made.change(f"{NEW}/runder/1.yaml", ("  start: 9.00\n", "  start: 9.10\n"))
    made.save(9)
    made.git("checkout", "-q", "main")
    made.change(f"{NEW}/runder/1.yaml", ("  start: 9.00\n", "  start: 9.20\n"))
    made.save(9)
    made.git("merge", "-q", "--no-commit", "-s", "ours", "tredje", day=9)
    made.change(f"{NEW}/runder/1.yaml", ("  start: 9.20\n", "  start: 9.30\n"))
    made.save(9)
    whole = (made.root / NEW / "plan.yaml").read_text("utf-8")
    (made.root / NEW / "plan.yaml").write_text("mål: [\n", "utf-8")
    made.save(10)
    (made.root / NEW / "plan.yaml").write_text(whole.replace("tre dage", "fire dage"), "utf-8")
    with (made.root / NEW / "historik.yaml").open("a", encoding="utf-8") as file:
        file.write("- {tid: 2026-01-11T09:00, hvem: Bo, fra: møde, til: møde, runde: 1}\n")
    made.save(11)
    return made


@pytest.fixture
def root(repository, monkeypatch):
    monkeypatch.setenv("SAMARBEJDE_DAG", "2026-02-24")
    monkeypatch.chdir(repository.root)
    return repository.root


TOLD = """\
3. januar 2026 kl. 10.00: Anne Holm oprettede sagen.
4. januar 2026 kl. 10.00: Anne Holm ændrede mødets dato fra 3. marts 2026 til 10. marts 2026 (runde 1).
4. januar 2026 kl. 10.00: Anne Holm slettede mødets lokale (der stod Lindesalen) (runde 1).
4. januar 2026 kl. 10.00: Anne Holm ændrede telefon for Rune Askelund fra 70 10 00 83 til 70 10 00 99.
4. januar 2026 kl. 10.00: Anne Holm fjernede Far fra netværket.
5. januar 2026 kl. 10.00: Anne Holm føjede »Jeg står selv op« til handlingerne for målet »Jeg skal møde op i skole tre dage om ugen inden påske«.
5. januar 2026 kl. 10.00: Anne Holm fjernede »Jeg sætter vækkeuret til kl. 6.45« fra handlingerne for målet »Jeg skal møde op i skole tre dage om ugen inden påske«.
5. januar 2026 kl. 10.00: Anne Holm føjede målet »Jeg vil bo selv« til målene.
6. januar 2026 kl. 10.00: Anne Holm gav sagen nummeret 2026-777 i stedet for 2026-001.
6. januar 2026 kl. 10.00: Anne Holm ændrede mødets slut fra 10.30 til 11.00 (runde 1).
7. januar 2026 kl. 10.00: Anne Holm ændrede den unges telefon fra 70 10 00 80 til 70 10 00 98.
8. januar 2026 kl. 10.00: Anne Holm rettede kommentarer eller opsætning i planen.
9. januar 2026 kl. 10.00: Anne Holm ændrede mødets start fra 9.00 til 9.10 (runde 1).
9. januar 2026 kl. 10.00: Anne Holm ændrede mødets start fra 9.00 til 9.20 (runde 1).
9. januar 2026 kl. 10.00: Anne Holm ændrede mødets start fra 9.20 til 9.30 (runde 1).
10. januar 2026 kl. 10.00: Anne Holm gemte planen med fejl, så den ikke kunne læses.
11. januar 2026 kl. 10.00: Anne Holm føjede 1 linje til historikken.
11. januar 2026 kl. 10.00: Anne Holm ændrede målet »Jeg skal møde op i skole fire dage om ugen inden påske« fra »Jeg skal møde op i skole tre dage om ugen inden påske« til »Jeg skal møde op i skole fire dage om ugen inden påske«.
"""  # noqa: E501 — as they are printed on a wide screen


def sentences(screen):
    return screen.out.partition("\n\n")[2]


@pytest.mark.usefixtures("root")
class TestChanges:
    def test_each_is_a_sentence(self, run):
        screen = run("history", "2026-777", "--changes", COLUMNS="400")
        assert sentences(screen) == TOLD

    def test_up_to_a_day(self, run):
        screen = run("history", "2026-777", "--changes", "--as-of", "2026-01-05", COLUMNS="400")
        assert sentences(screen) == TOLD.partition("6. januar")[0]

    def test_for_other_programs(self, run):
        found = json.loads(run("history", "2026-777", "--changes", "--format", "json").out)
        change = found["changes"][1]["files"][0]
        assert (found["version"], change["file"]) == (1, "runder/1")
        assert change["values"][0] == {
            "route": ["møde", "dato"], "before": "2026-03-03", "after": "2026-03-10"
        }  # fmt: skip

    def test_no_line_is_longer_than_the_screen(self, run):
        lines = run("history", "2026-777", "--changes").out.splitlines()
        assert max(map(len, lines)) <= 80
        assert " ".join(" ".join(lines).split()).endswith(TOLD.splitlines()[-1])


@pytest.mark.usefixtures("root")
class TestShow:
    def test_a_case_as_it_was_under_its_number_of_the_time(self, run):
        out = run("show", "2026-777", "--as-of", "2026-01-04").out
        assert out.startswith("Sagen 2026-001, som den var den 4. januar 2026\n")
        assert "  dato: 2026-03-10\n" in out
        assert "  slut: 10.30\n" in out
        assert "── runder/1.yaml" in out
        assert "720910-xxxx" in out
        assert "720910-4137" not in out

    def test_one_file(self, run):
        first = run("show", "2026-777", "plan", "--as-of", "2026-01-03").out
        assert "vækkeuret" in first
        assert "── sag.yaml" not in first
        assert "fire dage" in run("show", "2026-777", "plan").out
        wrong = run("show", "2026-777", "planen")
        assert wrong.code == 2
        assert "plan.yaml" in wrong.err

    def test_a_day_before_there_was_anything(self, run):
        screen = run("show", "2026-777", "--as-of", "2026-01-02")
        assert screen.code == 1
        assert "stod ikke i git den 2. januar 2026" in screen.err
        assert "gemt første gang den 3. januar 2026" in screen.err

    def test_for_other_programs(self, run):
        found = json.loads(run("show", "2026-777", "plan", "--as-of", "2026-01-03",
                               "--format", "json").out)  # fmt: skip
        assert list(found["files"]) == ["plan.yaml"]


def test_without_git_it_is_said(tmp_path, monkeypatch, run):
    shutil.copytree(EXAMPLES, tmp_path / "w")
    monkeypatch.chdir(tmp_path / "w")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    for words in (("history", "2026-001", "--changes"), ("show", "2026-001", "--as-of", "i går")):
        screen = run(*words)
        assert screen.code == 1
        assert "git" in screen.err
        assert "Traceback" not in screen.err


def trees():
    leaf = st.sampled_from(["a", "b", None])
    item = st.fixed_dictionaries({"navn": st.sampled_from("xyz"), "rolle": leaf})
    return st.fixed_dictionaries(
        {}, optional={"dato": leaf, "personer": st.lists(item, max_size=3, unique_by=repr)}
    )


@given(trees(), trees())
def test_a_change_is_told_exactly_where_something_differs(before, after):
    found = list(tree_changes(before, after, identities))
    assert all(each.before != each.after for each in found)
    keys = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
    told = {each.route[0] for each in found}
    assert told <= keys
    assert {key for key in keys if key == "dato"} <= told

"""Two people change one case: git merges by what the files say, with the real git."""

import shlex
import subprocess
import sys

import pytest

from samarbejde_cli.routes import route_text
from samarbejde_cli.source.fast_load import Tree
from samarbejde_cli.source.page import Page

PLAN = """\
# planen
sagsresumé: Går i 9. klasse   # fra skolen

mål:
  # det vigtigste
  - område: fagligt
    mål: Jeg skal i skole
    ansvarlige: [jeg, Karin Friis]
  - område: bolig
    mål: 'Jeg vil bo selv'
    fra_runde: 1
sendes_til:
  - Karin Friis
  - Jonas Berg
"""
TEAM = """\
personer:
  - navn: Karin Friis
    rolle: skole
    telefon: 57 00 00 31   # kun om formiddagen
  - {navn: Jonas Berg, rolle: uddannelsesvejleder}
netværk: []
"""
ROUND = """\
møde:
  dato: 2026-03-03
  lokale: Egen
  deltagere:
    - person: Karin Friis
      indkaldt: 2026-02-12
    - person: Jonas Berg
      indkaldt: 2026-02-12
  tjekliste:
    alle_punkter: ja
"""
RECORDS = """\
- {tid: 2026-01-12T09:00, hvem: Dorte Lundgaard, til: visitation, runde: 1}
"""


def both(start: str, *pairs: tuple[str, str]) -> str:
    for old, new in pairs:
        assert start.count(old) == 1, old
        start = start.replace(old, new)
    return start


HOME = "  - område: bolig\n    mål: 'Jeg vil bo selv'\n    fra_runde: 1\n"
FIRST = "- {tid: 2026-02-01T09:00, hvem: A, fra: visitation, til: formøde, runde: 1}\n"
SECOND = "- {tid: 2026-02-02T09:00, hvem: B, hændelse: note, runde: 1}\n"
GOAL = "  - område: økonomi\n    mål: Jeg vil spare op\n"
OTHER_GOAL = "  - område: økonomi\n    mål: Jeg vil have et budget\n"
PERSON = "  - navn: Maja Toft\n    rolle: ungekonsulent   # ny i marts\n"
CASES = [
    ("two values", PLAN, ("9. klasse", "10. klasse"), ("i skole", "i skole hver dag")),
    ("two neighbours", ROUND, ("2026-03-03", "2026-03-10"), ("Egen", "Bøgen")),
    ("one value and a goal", PLAN, ("bo selv'", "bo alene'"),
     ("sendes_til:", GOAL + "sendes_til:")),
    ("two new goals", PLAN, ("sendes_til:", GOAL + "sendes_til:"),
     ("sendes_til:", OTHER_GOAL + "sendes_til:")),
    ("the same goal twice", PLAN, ("sendes_til:", GOAL + "sendes_til:"),
     ("sendes_til:", GOAL + "sendes_til:")),
    ("a goal is gone and another changes", PLAN, (HOME, ""), ("i skole", "i skole tre dage")),
    ("text and outcome of one goal", PLAN, ("bo selv'", "bo selv i byen'"),
     ("    fra_runde: 1\n", "    fra_runde: 1\n    nået: ja\n")),
    ("two names on a list", PLAN, ("  - Jonas Berg\n", "  - Jonas Berg\n  - Maja Toft\n"),
     ("  - Jonas Berg\n", "  - Jonas Berg\n  - Anne Holm\n")),
    ("one name off and one on", PLAN, ("  - Karin Friis\n  - Jonas Berg\n", "  - Jonas Berg\n"),
     ("  - Jonas Berg\n", "  - Jonas Berg\n  - Maja Toft\n")),
    ("two people", TEAM, ("netværk: []", PERSON + "netværk: []"),
     ("netværk: []", "  - {navn: Anne Holm, rolle: familierådgiver}\nnetværk: []")),
    ("one person, two fields", TEAM, ("57 00 00 31", "57 00 00 99"),
     ("    rolle: skole\n", "    rolle: skole\n    titel: Klasselærer\n")),
    ("two replies", ROUND, ("Karin Friis\n", "Karin Friis\n      svar: 1\n"),
     ("Jonas Berg\n", "Jonas Berg\n      svar: 2\n")),
    ("a checklist of two hands", ROUND, ("    alle_punkter: ja\n",
     "    alle_punkter: ja\n    den_unge_blev_hørt: ja\n"),
     ("    alle_punkter: ja\n", "    alle_punkter: ja\n    klare_mål: nej\n")),
    ("two records", RECORDS, ("runde: 1}\n", "runde: 1}\n" + FIRST),
     ("runde: 1}\n", "runde: 1}\n" + SECOND)),
    ("comments of both", TEAM, ("# kun om formiddagen", "# hele dagen"),
     ("netværk: []", "# netværket tegnes i marts\nnetværk: []")),
    ("a value cleared and another set", ROUND, ("  lokale: Egen\n", ""),
     ("2026-03-03", "2026-03-17")),
]  # fmt: skip
CONFLICTS = [
    ("one date", ROUND, ("2026-03-03", "2026-03-10"), ("2026-03-03", "2026-03-17"),
     ("møde", "dato")),
    ("one goal's text", PLAN, ("i skole", "i skole hver dag"), ("i skole", "i skole om tirsdagen"),
     ("mål", 0, "mål")),
    ("changed and removed", PLAN, (HOME, ""),
     ("    fra_runde: 1\n", "    fra_runde: 1\n    nået: ja\n"), ("mål",)),
    ("removed and changed", PLAN, ("    fra_runde: 1\n", "    fra_runde: 1\n    nået: ja\n"),
     (HOME, ""), ("mål", 1)),
    ("one telephone", TEAM, ("57 00 00 31", "57 00 00 99"), ("57 00 00 31", "57 00 00 88"),
     ("personer", 0, "telefon")),
]  # fmt: skip


COMMENTS = ("# fra skolen", "# det vigtigste", "# ny i marts", "# netværket tegnes i marts")


class Clones:
    """A repository with one file that is changed on two branches."""

    def __init__(self, folder, monkeypatch):
        self.folder = folder
        for key, value in {
            "GIT_AUTHOR_NAME": "Prøve", "GIT_AUTHOR_EMAIL": "proeve@birkeby.example",
            "GIT_COMMITTER_NAME": "Prøve", "GIT_COMMITTER_EMAIL": "proeve@birkeby.example",
            "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null",
        }.items():  # fmt: skip
            monkeypatch.setenv(key, value)
        folder.mkdir(parents=True)
        self.git("init", "-q", "-b", "main", ".")
        program = shlex.join([sys.executable, "-m", "samarbejde_cli", "merge-driver"])
        self.git("config", "merge.samarbejde.driver", f"{program} %O %A %B %P")
        (folder / ".gitattributes").write_text("*.yaml text eol=lf merge=samarbejde\n", "utf-8")

    def git(self, *words, ok=True):
        done = subprocess.run(
            ["git", "-C", self.folder, *words],  # noqa: S607 — the git that is installed
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0 or not ok, done.stderr + done.stdout
        return done

    def commit(self, text):
        (self.folder / "sag med mellemrum.yaml").write_text(text, "utf-8")
        self.git("add", "-A")
        self.git("commit", "-qm", "Ændring")

    def merged(self, base, ours, theirs, how=("merge", "-q", "anden")):
        self.commit(base)
        self.git("checkout", "-qb", "anden")
        self.commit(theirs)
        self.git("checkout", "-q", "main")
        self.commit(ours)
        done = self.git(*how, ok=False)
        return done, (self.folder / "sag med mellemrum.yaml").read_text("utf-8")


@pytest.fixture
def clones(tmp_path, monkeypatch):
    return Clones(tmp_path / "sager", monkeypatch)


def data(text: str) -> Tree:
    return Page(text).data


@pytest.mark.parametrize(("base", "mine", "yours"), [each[1:] for each in CASES],
                         ids=[each[0] for each in CASES])  # fmt: skip
@pytest.mark.parametrize("turned", [False, True], ids=["", "turned"])
def test_two_changes_that_do_not_touch_each_other_are_both_there(clones, base, mine, yours, turned):
    first, second = (yours, mine) if turned else (mine, yours)
    done, text = clones.merged(base, both(base, first), both(base, second))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "<<<<" not in text
    found = data(text)
    assert _leaves(found) == _united(base, both(base, first), both(base, second))
    for comment in COMMENTS:
        both_texts = both(base, first) + both(base, second)
        assert (comment in text) is (comment in both_texts), comment


def _leaves(tree: Tree) -> frozenset:
    """What a tree says, item by item, with people and goals by name and not by number."""
    return frozenset(_walk(tree, ()))


def _walk(tree, above):
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from _walk(value, (*above, key))
    elif isinstance(tree, list):
        for item in tree:
            name = item
            if isinstance(item, dict):
                name = item.get("navn") or item.get("person") or item.get("område") or str(item)
                if item.get("område") == "økonomi":
                    name = item["mål"]
            yield from _walk(item, (*above, name))
    else:
        yield (above, tree)


def _united(base, ours, theirs):
    old, mine, yours = (_leaves(data(text)) for text in (base, ours, theirs))
    return (old - (old - mine) - (old - yours)) | (mine - old) | (yours - old)


@pytest.mark.parametrize(("base", "mine", "yours", "route"), [each[1:] for each in CONFLICTS],
                         ids=[each[0] for each in CONFLICTS])  # fmt: skip
def test_the_same_value_changed_differently_is_a_conflict_with_both(
    clones, base, mine, yours, route
):
    done, text = clones.merged(base, both(base, mine), both(base, yours))
    assert done.returncode == 1
    assert text.count("<<<<<<< din udgave") == text.count(">>>>>>> den anden udgave") == 1
    sides = [_side(text, number) for number in (0, 1)]
    assert _leaves(data(sides[0])) == _leaves(data(both(base, mine)))
    assert _leaves(data(sides[1])) == _leaves(data(both(base, yours)))
    marked = text.partition("<<<<<<<")[2].partition(">>>>>>>")[0]
    assert len(marked.splitlines()) <= 9, "only around the value"
    assert f"`{route_text(route)}`" in done.stderr + done.stdout


def _side(text, number):
    kept, side = [], None
    for line in text.splitlines(keepends=True):
        if line.startswith("<<<<<<<"):
            side = 0
        elif line.startswith("=======") and side is not None:
            side = 1
        elif line.startswith(">>>>>>>"):
            side = None
        elif side is None or side == number:
            kept.append(line)
    return "".join(kept)


@pytest.mark.parametrize(
    "how", [("rebase", "-q", "anden"), ("cherry-pick", "anden")], ids=["rebase", "cherry-pick"]
)
def test_git_asks_in_a_rebase_and_a_cherry_pick_too(clones, how):
    ours, theirs = both(ROUND, ("2026-03-03", "2026-03-10")), both(ROUND, ("Egen", "Bøgen"))
    done, text = clones.merged(ROUND, ours, theirs, how)
    assert done.returncode == 0, done.stderr
    assert data(text)["møde"]["dato"] == "2026-03-10"
    assert data(text)["møde"]["lokale"] == "Bøgen"


@pytest.mark.parametrize("broken", ["møde: [", "a: 1\na: 2\n", "\x00\x01", ""])
def test_a_version_that_is_no_yaml_is_merged_by_lines_and_nothing_is_lost(clones, broken):
    ours = both(ROUND, ("2026-03-03", "2026-03-10"))
    done, text = clones.merged(ROUND, ours, broken)
    assert "Traceback" not in done.stderr + done.stdout
    assert "2026-03-10" in text


def test_a_file_that_both_have_added_is_merged_too(clones):
    clones.commit(RECORDS)
    clones.git("checkout", "-qb", "anden")
    for branch, text in (("anden", both(TEAM, ("57 00 00 31", "57 00 00 88"))), ("main", TEAM)):
        clones.git("checkout", "-q", branch)
        (clones.folder / "team.yaml").write_text(text, "utf-8")
        clones.git("add", "-A")
        clones.git("commit", "-qm", "Team")
    done = clones.git("merge", "-q", "anden", ok=False)
    text = (clones.folder / "team.yaml").read_text("utf-8")
    assert done.returncode == 1
    assert text.count("<<<<<<<") == 1
    assert "57 00 00 31" in text
    assert "57 00 00 88" in text

"""Two people change one case: git merges by what the files say, with the real git."""

import shlex
import subprocess
import sys
from typing import NamedTuple

import pytest
from recorded_merges import (
    AGREEING,
    CLASHING,
    COMMENTS,
    FIRST,
    RECORDS,
    ROUND,
    SECOND,
    TEAM,
    version,
)

from samarbejde_cli.case.identity import identities
from samarbejde_cli.source.conflicts import sides
from samarbejde_cli.source.line_load import Tree
from samarbejde_cli.source.merge import merge
from samarbejde_cli.source.page import Page

DAY = ("2026-03-03", "2026-03-10")
ROOM = ("Egen", "Bøgen")
HERE, THERE = "sager/2026-014", "sager/2026-014-kmtz"
_PROGRAM = shlex.join([sys.executable, "-m", "samarbejde_cli", "merge-driver"])
_GIT = {
    "GIT_AUTHOR_NAME": "Prøve", "GIT_AUTHOR_EMAIL": "proeve@birkeby.example",
    "GIT_COMMITTER_NAME": "Prøve", "GIT_COMMITTER_EMAIL": "proeve@birkeby.example",
    "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null",
}  # fmt: skip


class Repository:
    """A repository whose files are changed on two branches, ``main`` and ``anden``."""

    def __init__(self, folder):
        self.folder = folder
        folder.mkdir(parents=True)
        self.git("init", "-q", "-b", "main", ".")
        self.git("config", "merge.samarbejde.driver", f"{_PROGRAM} %O %A %B %P")
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

    def commit(self, files):
        """Write files, or remove those that are None, and commit all."""
        for name, text in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if text is None:
                path.unlink()
            else:
                path.write_bytes(text if isinstance(text, bytes) else text.encode())
        self.git("add", "-A")
        self.git("commit", "-qm", "Ændring", "--allow-empty")

    def branches(self, base, ours, theirs):
        self.commit(base)
        self.git("checkout", "-qb", "anden")
        self.commit(theirs)
        self.git("checkout", "-q", "main")
        self.commit(ours)

    def text(self, name):
        return (self.folder / name).read_bytes().decode()

    @property
    def unmerged(self):
        return self.git("diff", "--name-only", "--diff-filter=U").stdout.split()


@pytest.fixture(autouse=True)
def _git(monkeypatch):
    for key, value in _GIT.items():
        monkeypatch.setenv(key, value)


@pytest.fixture
def repository(tmp_path):
    return Repository(tmp_path / "sager")


class Merge(NamedTuple):
    texts: dict[str, str]
    told: str
    unmerged: list[str]


@pytest.fixture(scope="module")
def recorded(tmp_path_factory):
    """One merge of all recorded pairs, each in a file of its own whose name has a blank."""
    with pytest.MonkeyPatch.context() as patch:
        for key, value in _GIT.items():
            patch.setenv(key, value)
        repository = Repository(tmp_path_factory.mktemp("fletning") / "sager")
        pairs = {f"{name}.yaml": each for name, *each in [*AGREEING, *CLASHING]}
        repository.branches(
            {name: base for name, (base, *_) in pairs.items()},
            {name: version(base, mine) for name, (base, mine, *_) in pairs.items()},
            {name: version(base, yours) for name, (base, _, yours, *_) in pairs.items()},
        )
        done = repository.git("merge", "-q", "anden", ok=False)
        listed = repository.git("diff", "--name-only", "--diff-filter=U", "-z").stdout
        texts = {name: repository.text(name) for name in pairs}
        return Merge(texts, done.stderr, listed.split("\0"))


def data(text: str) -> Tree:
    return Page(text.replace("\r\n", "\n")).data


@pytest.mark.parametrize(("name", "base", "mine", "yours"), AGREEING,
                         ids=[each[0] for each in AGREEING])  # fmt: skip
def test_two_changes_that_do_not_touch_each_other_are_both_there(recorded, name, base, mine, yours):
    text, first, second = recorded.texts[f"{name}.yaml"], version(base, mine), version(base, yours)
    assert "<<<<" not in text
    assert f"{name}.yaml" not in recorded.unmerged
    assert _leaves(data(text)) == _united(base, first, second)
    for comment in COMMENTS:
        assert (comment in text) is (comment in first + second), comment
    turned = merge(base, second.replace("\r", ""), first.replace("\r", ""), identities)
    assert _leaves(data(turned.text)) == _united(base, first, second)
    assert not turned.conflicts


def test_records_come_in_the_order_of_their_time(recorded):
    text = recorded.texts["historik.yaml"]
    assert text == f"{RECORDS}# efter mødet\n{FIRST}{SECOND}"


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


@pytest.mark.parametrize(("name", "base", "mine", "yours", "told"), CLASHING,
                         ids=[each[0] for each in CLASHING])  # fmt: skip
def test_the_same_value_changed_differently_is_a_conflict_with_both(
    recorded, name, base, mine, yours, told
):
    text = recorded.texts[f"{name}.yaml"]
    assert f"{name}.yaml" in recorded.unmerged
    assert f"{name}.yaml: {told}" in recorded.told
    assert text.count("<<<<<<< din udgave") == text.count(">>>>>>> den anden udgave") == 1
    merged = merge(base, version(base, mine), version(base, yours), identities)
    ours, theirs = sides(text)
    assert _leaves(data(ours)) == _leaves(data(merged.text))
    assert _leaves(data(theirs)) - _leaves(data(base)) >= _leaves(
        data(version(base, yours))
    ) - _leaves(data(base))
    marked = text.partition("<<<<<<<")[2].partition(">>>>>>>")[0]
    assert len(marked.splitlines()) <= 11, "only around the value"


class TestOtherWays:
    """Git asks the driver wherever it merges."""

    BASE, OURS, THEIRS = (
        {"runde.yaml": text} for text in (ROUND, version(ROUND, DAY), version(ROUND, ROOM))
    )

    @pytest.mark.parametrize("how", ["rebase", "cherry-pick"])
    def test_a_rebase_and_a_cherry_pick(self, repository, how):
        repository.branches(self.BASE, self.OURS, self.THEIRS)
        repository.git(how, "anden")
        found = data(repository.text("runde.yaml"))["møde"]
        assert (found["dato"], found["lokale"]) == ("2026-03-10", "Bøgen")

    def test_work_that_was_put_aside(self, repository):
        repository.commit(self.BASE)
        (repository.folder / "runde.yaml").write_text(self.OURS["runde.yaml"], "utf-8")
        repository.git("stash", "-q")
        repository.commit(self.THEIRS)
        repository.git("stash", "pop", "-q")
        found = data(repository.text("runde.yaml"))["møde"]
        assert (found["dato"], found["lokale"]) == ("2026-03-10", "Bøgen")

    def test_a_file_that_both_have_added(self, repository):
        theirs = version(TEAM, ("57 00 00 31", "57 00 00 88"))
        repository.branches({"x.yaml": "a: 1\n"}, {"team.yaml": TEAM}, {"team.yaml": theirs})
        assert repository.git("merge", "-q", "anden", ok=False).returncode == 1
        text = repository.text("team.yaml")
        assert text.count("<<<<<<<") == 1
        assert "57 00 00 31" in text
        assert "57 00 00 88" in text

    def test_in_a_rebase_ones_own_version_is_the_second(self, repository):
        other = version(ROUND, ("2026-03-03", "2026-03-17"))
        repository.branches(self.BASE, self.OURS, {"runde.yaml": other})
        done = repository.git("rebase", "-q", "anden", ok=False)
        assert "mødets dato: 10. marts 2026 / 17. marts 2026" in done.stderr + done.stdout
        text = repository.text("runde.yaml")
        assert text.index("<<<<<<< den anden udgave") < text.index("2026-03-17")
        assert text.index("2026-03-10") < text.index(">>>>>>> din udgave")

    def test_a_case_with_a_new_number_takes_the_changes_along(self, repository):
        files = {f"{HERE}/{name}.yaml": text for name, text in
                 (("team", TEAM), ("historik", RECORDS), ("runder/1", ROUND))}  # fmt: skip
        moved = {name.replace(HERE, THERE): text for name, text in files.items()}
        moved[f"{THERE}/historik.yaml"] = RECORDS + SECOND
        changed = {f"{HERE}/runder/1.yaml": version(ROUND, DAY), f"{HERE}/runder/2.yaml": ROUND}
        repository.branches(files, moved | dict.fromkeys(files), changed)
        repository.git("merge", "-q", "anden", ok=False)
        assert "2026-03-10" in repository.text(f"{THERE}/runder/1.yaml")
        assert repository.text(f"{THERE}/runder/2.yaml") == ROUND
        assert repository.unmerged in ([], [f"{THERE}/runder/2.yaml"])

    @pytest.mark.parametrize("is_ours", [True, False])
    def test_a_file_that_one_has_deleted_and_one_has_changed_is_kept(self, repository, is_ours):
        gone, changed = {"runde.yaml": None}, self.OURS
        repository.branches(self.BASE, *((gone, changed) if is_ours else (changed, gone)))
        repository.git("merge", "-q", "anden", ok=False)
        assert repository.unmerged == ["runde.yaml"]
        assert repository.text("runde.yaml") == self.OURS["runde.yaml"]


class TestBadInput:
    @pytest.mark.parametrize(
        "broken", ["møde: [", "a: 1\na: 2\n", "\x00\x01", "", b"\xff\xfe\x00a"]
    )
    def test_one_version_is_no_yaml(self, repository, broken):
        repository.branches(
            {"runde.yaml": ROUND}, {"runde.yaml": version(ROUND, DAY)}, {"runde.yaml": broken}
        )
        done = repository.git("merge", "-q", "anden", ok=False)
        assert "Traceback" not in done.stderr + done.stdout
        assert "2026-03-10" in repository.text("runde.yaml")
        assert repository.unmerged == ["runde.yaml"]

    def test_both_versions_are_no_yaml(self, repository):
        ours, theirs = f"{ROUND}x: [\n", f"{ROUND}y: [\n"
        repository.branches({"r.yaml": ROUND}, {"r.yaml": ours}, {"r.yaml": theirs})
        repository.git("merge", "-q", "anden", ok=False)
        assert repository.unmerged == ["r.yaml"]
        assert sides(repository.text("r.yaml")) == (ours, theirs)

    def test_files_that_are_not_there(self, repository):
        done = subprocess.run(
            [*shlex.split(_PROGRAM), "a", "b", "c", "plan.yaml"], cwd=repository.folder,
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 2
        assert "kan ikke læses" in done.stderr
        assert "Traceback" not in done.stderr

#!/usr/bin/env bash
# libgit2: a merge driver of the repository's configuration is not started, the lines are merged.
#
# .gitattributes gives a file to a driver, .git/config says which program that is, and git starts
# it. Through pygit2 the same attribute and the same configuration count for nothing: the lines are
# merged as text, there is no conflict and no word about the driver. Who merges records by meaning
# has to do it after the merge too, since some graphical programs merge by this library.
#
# Seen with pygit2 1.21.0 (libgit2 1.9.7) and git 2.39: git's merge has what the driver wrote,
# libgit2's has both changed lines and no conflict.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pygit2==1.21.0
git init --quiet --initial-branch main "$folder/repo"
cd "$folder/repo"
git config user.name x
git config user.email x@example.org
git config merge.own.driver "printf 'by the driver\n' > %A"
echo '*.yaml merge=own' >.gitattributes
printf 'room: 1\ndate: 1\nhour: 1\n' >a.yaml && git add . && git commit --quiet -m base && git branch other
printf 'room: 2\ndate: 1\nhour: 1\n' >a.yaml && git commit --quiet -am mine
git checkout --quiet other
printf 'room: 1\ndate: 1\nhour: 3\n' >a.yaml && git commit --quiet -am theirs
git checkout --quiet main
"$folder/venv/bin/python" - <<'PYTHON'
import subprocess

import pygit2

repository = pygit2.Repository(".")
ours, theirs = (repository.branches[name].target for name in ("main", "other"))
merged = repository.merge_commits(ours, theirs)
text = repository[merged["a.yaml"].id].data.decode()
subprocess.run(["git", "merge", "--quiet", "-m", "merge", "other"], check=True)
by_git = open("a.yaml", encoding="utf-8").read()
print(f"pygit2 {pygit2.__version__}, libgit2 {pygit2.LIBGIT2_VERSION}: {text!r}, conflicts:", end=" ")
print(merged.conflicts, f"· git: {by_git!r}")
assert merged.conflicts is None
assert text == "room: 2\ndate: 1\nhour: 3\n"
assert by_git == "by the driver\n"
PYTHON

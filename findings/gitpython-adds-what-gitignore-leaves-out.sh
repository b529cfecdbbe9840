#!/usr/bin/env bash
# GitPython: index.add takes in the files that .gitignore leaves out, also with force=False.
#
# A folder of a case holds what is kept in git beside letters that are not: git add takes the first
# and passes over the second. GitPython has a function of that name, which takes the same folder and
# even has git's own word "force"; it takes everything in, whatever that says, and the letters are in
# the history. The rules of .gitattributes for line ends are not followed either, so that git calls
# the file changed that was added a moment ago. pygit2 and dulwich do as git does.
#
# Seen with GitPython 3.2.1, beside pygit2 1.21.0 and dulwich 1.2.21: GitPython adds plan.yaml with
# CR LF and letters/1.docx, for both values of force; the others only plan.yaml, with LF.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
  GitPython==3.2.1 pygit2==1.21.0 dulwich==1.2.21
cd "$folder"
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
"$folder/venv/bin/python" - <<'PYTHON'
import os
import subprocess
from importlib.metadata import version
from pathlib import Path

import git
import pygit2
from dulwich import porcelain


def ran(*arguments):
    return subprocess.run(("git", *arguments), check=True, capture_output=True).stdout


def by_pygit2():
    index = pygit2.Repository(".").index
    index.add_all(["case"])
    index.write()


WAYS = {
    "git": lambda: ran("add", "case"),
    "GitPython": lambda: git.Repo(".").index.add(["case"]),
    "GitPython, force=False": lambda: git.Repo(".").index.add(["case"], force=False),
    "pygit2": by_pygit2,
    "dulwich": lambda: porcelain.add(".", ["case"]),
}
start = Path.cwd()
for number, (name, add) in enumerate(WAYS.items()):
    Path(start, str(number), "case", "letters").mkdir(parents=True)
    os.chdir(start / str(number))
    ran("init", "--quiet")
    Path(".gitignore").write_text("letters/\n")
    Path(".gitattributes").write_text("*.yaml text eol=lf\n")
    Path("case/plan.yaml").write_bytes(b"goal: school\r\n")
    Path("case/letters/1.docx").write_bytes(b"a letter")
    add()
    files, text = ran("ls-files").decode().split(), ran("show", ":case/plan.yaml")
    state = ran("status", "--short", "case/plan.yaml").decode().split()[0]
    said = name if name == "git" else f"{name} ({version(name.split(',')[0])})"
    print(f"{said}: {files} {text} {state}")
    is_other = name.startswith("GitPython")
    assert files == ["case/letters/1.docx"] * is_other + ["case/plan.yaml"]
    assert text == (b"goal: school\r\n" if is_other else b"goal: school\n")
    assert state == ("AM" if is_other else "A")
PYTHON

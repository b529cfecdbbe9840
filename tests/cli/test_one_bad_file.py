"""One broken file or folder of one case: every command tells of it, and the other cases go on."""

import os
import re
import shutil
import socket
from pathlib import Path

import pytest
from rights import ordinary_rights

from samarbejde_cli.actions.schema import write_schemas
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import load_case
from samarbejde_cli.cli.command_table import COMMANDS

EXAMPLES = Path(__file__).parents[2] / "examples"
BAD, OTHER = "2026-001", "2025-016"
FILES = ("sag", "team", "samtykke", "plan", "historik", "runder/1", "breve")
FILED = """\
- {dato: 2026-02-01, papir: dagsorden, runde: 1, fil: a.docx, sha256: aa, program: "1"}
"""
DAY = {"SAMARBEJDE_DAG": "2026-02-24"}
BUG = 3


def missing(path):
    path.unlink()


def empty(path):
    path.write_text("")


def conflicted(path):
    text = path.read_text("utf-8")
    path.write_text(f"<<<<<<< HEAD\n{text}=======\n{text}>>>>>>> main\n", "utf-8")


def in_latin_1(path):
    path.write_bytes(f"{path.read_text('utf-8')}# blåbær\n".encode("latin-1", "replace"))


def truncated(path):
    text = path.read_text("utf-8")
    middle = text.rfind("{", 0, len(text) * 2 // 3) + 2
    path.write_text(text[:middle] if middle > 1 else f'{text[: len(text) // 2]}\nx: "', "utf-8")


def unreadable(path):
    path.chmod(0)


def a_folder(path):
    path.unlink()
    path.mkdir()


DAMAGES = (missing, empty, conflicted, in_latin_1, truncated, unreadable)

ALONE = {
    "demo": "--help",
    "init": "--help",
    "new-case": "--help",
    "explain": "SAM035",
    "profile": "",
    "schema": "",
    "templates": "list",
    "text": "skabeloner/dagsorden.docx",
    "read": "--help",
    "merge-driver": "--help",
    "doctor": "",
    "save": "",
    "sync": "",
    "undo": BAD,
    "hook": "--help",
}
"""Commands that look at no case, or at none outside a repository."""
WRITING = {
    "advance": f"{BAD} --force --reason Prøve",
    "hand-over": f"{BAD} --to Bo --department Jobcentret",
    "new-round": f"{BAD} --meeting 2026-06-16 --start 9.00",
    "pause": f"{BAD} --until 2026-08-10 --reason Prøve",
    "resume": BAD,
    "move-meeting": f"{BAD} --date 2026-03-24",
    "call-off": BAD,
    "told": BAD,
    "reply": f"{BAD} Line 1",
    "calendar": f"{BAD}",
}
"""Commands that change one case: none does while a file of it cannot be read."""
EDITING = {
    "set": f"{BAD} møde.lokale=Bøgen",
    "add": f"{BAD} mål bolig mål=Jeg",
    "remove": f"{BAD} mål[1] --yes",
    "present": f"{BAD} --all-but Line",
    "copies": BAD,
    "sign": f"{BAD} --as ung",
    "withdraw": f"{BAD} --person Line",
    "fill": f"{BAD} --format json",
}
"""Commands that change one file of a case: they leave a file alone that cannot be read."""
WHOLE = {
    "validate": "--format concise",
    "status": "",
    "todo": "--until 2026-12-31",
    "fix": "--diff",
    "conflicts": "",
    "batch": "agenda --step møde --plan --output ../breve",
    "render-week": "--date 2026-03-03",
    "report": "--period 2026H1 --min 1 --output ../tal",
    "plan": "--output ../plan",
    "export": "--pseudonymised --output ../kopi",
}
"""Commands that look at all cases."""
ONE = {"history": BAD, "show": BAD, "rerender": BAD, "renumber": f"{BAD} 2026-077"} | {
    command.name: f"{BAD} {OTHER} --draft"
    for command in COMMANDS
    if command.name.startswith("render") and command.name not in ("rerender", "render-week")
}
COMMAND_LINES = ALONE | WRITING | EDITING | WHOLE | ONE


def test_every_command_is_tried():
    assert set(COMMAND_LINES) == {command.name for command in COMMANDS if " " not in command.name}


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A workspace of two cases in which nothing is broken."""
    root = tmp_path_factory.mktemp("hel") / "arbejdsmappe"
    shutil.copytree(EXAMPLES, root)
    for folder in (root / "sager").iterdir():
        if folder.name not in (BAD, OTHER):
            shutil.rmtree(folder)
        else:
            (folder / "breve.yaml").write_text(FILED, "utf-8")
    write_schemas(Workspace(root))
    return root


@pytest.fixture
def root(whole, monkeypatch):
    """A copy of the workspace, in which the command is run; always at one place.

    So every template is compiled once in all.
    """
    copy = whole.parent / "prøve" / "arbejdsmappe"
    shutil.copytree(whole, copy)
    monkeypatch.chdir(copy)
    yield copy
    for path in (*copy.glob("sager/*"), *copy.glob("sager/*/*"), *copy.glob("sager/*/runder/*")):
        if not path.is_symlink():
            path.chmod(0o700)
    monkeypatch.chdir(whole)
    shutil.rmtree(copy.parent)


def tried(run, name):
    with ordinary_rights():
        return run(name, *COMMAND_LINES[name].split(), **DAY)


def broken(root, stem):
    """Whether a file of the bad case cannot be read, as far as the program knows."""
    with ordinary_rights():
        case = load_case(root / "sager" / BAD)
        file = case.register_file if stem == "breve" else case.files[stem]
        return file is not None and file.value is None


def bytes_of(case):
    names = [path for path in case.rglob("*.yaml") if path.is_file()]
    return {path: path.read_bytes() for path in names if os.access(path, os.R_OK)}


SHARED = frozenset(name for name in ONE if name.startswith("render-") and name != "render-agenda")
"""Commands that take the very way of ``render``, each for one kind of paper."""
STEPS = {name: len(FILES) if name in {*ALONE, *SHARED} else 1 for name in COMMAND_LINES}
"""Of how many files a command is tried with one: all those that look at a case with each."""
ROTATED = [
    (name, stem, DAMAGES[(at + number) % len(DAMAGES)])
    for number, name in enumerate(COMMAND_LINES)
    for at, stem in enumerate(FILES)
    if at % STEPS[name] == number % STEPS[name]
]
EVERYTHING = [
    (name, stem, damage) for name in ("validate", "status") for stem in FILES for damage in DAMAGES
]


@pytest.mark.parametrize(
    ("name", "stem", "damage"),
    sorted({*ROTATED, *EVERYTHING}, key=str),
    ids=lambda each: getattr(each, "__name__", each),
)
def test_a_broken_file_is_told_of_and_nothing_else_happens(name, stem, damage, root, run):
    path = root / "sager" / BAD / f"{stem}.yaml"
    damage(path)
    before = bytes_of(path.parents[len(Path(stem).parts) - 1])
    is_broken = broken(root, stem)
    screen = tried(run, name)
    said = screen.out + screen.err
    assert screen.code != BUG, said
    assert "Traceback" not in said
    if is_broken and name in WRITING:
        assert screen.code == 1
        assert path.name in said
        assert f"filerne i sagen {BAD} kan ikke læses" in said
        assert bytes_of(path.parents[len(Path(stem).parts) - 1]) == before
    if is_broken and name in EDITING and damage is not empty:
        after = bytes_of(path.parents[len(Path(stem).parts) - 1])
        assert after.get(path) == before.get(path)
    if is_broken and name == "validate":
        assert re.search(rf"^sager/{BAD}/{stem}\.yaml:\d+:\d+: SAM0\d\d fejl", said, re.MULTILINE)
        assert screen.code == 1
    if is_broken and name in ("todo", "batch", "fix"):
        assert BAD in said
    if is_broken and name == "history" and stem in ("historik", "breve"):
        assert screen.code == 1
        assert f"{stem}.yaml" in said


@pytest.mark.parametrize("name", sorted(set(COMMAND_LINES) - SHARED))
@pytest.mark.parametrize("what", ["sag", "runder"])
def test_a_closed_folder_is_told_of(name, what, root, run):
    case = root / "sager" / BAD
    (case if what == "sag" else case / "runder").chmod(0)
    screen = tried(run, name)
    said = screen.out + screen.err
    assert screen.code != BUG, said
    elsewhere = {"history", "rerender", "render-week", *EDITING}
    if name not in ALONE and not (name in elsewhere and what != "sag"):
        assert BAD in said
    if name == "validate":
        assert said.count("SAM035") == 1
    if name in WRITING:
        assert screen.code == 1


@pytest.mark.parametrize("stem", ["sag", "team", "samtykke", "runder/1"])
def test_the_page_of_a_day_leaves_out_a_case_that_cannot_be_read(stem, root, run):
    shutil.copytree(root / "sager" / BAD, root / "sager" / "2026-901")
    (root / "sager" / BAD / f"{stem}.yaml").write_text("navn: [", "utf-8")
    screen = run("render-week", "--output", "uge", **DAY)
    assert "skrevet: uge/mødedag-" in screen.out
    assert f"Siden er ikke hel: {BAD} kan ikke læses." in screen.err
    assert screen.code == 1


def of_other(text):
    return [line for line in text.splitlines() if OTHER in line]


SEVERAL = {
    "validate": ("validate", "--format", "concise"),
    "todo": ("todo", "--until", "2026-12-31"),
    "status": ("status", "--format", "csv"),
    "advance": ("advance", BAD, OTHER, "--dry-run"),
    "calendar": ("calendar", BAD, OTHER, "--output", "../kalender"),
    "render-agenda": ("render-agenda", BAD, OTHER, "--draft", "--output", "../papir"),
    "batch": (
        "batch",
        "agenda",
        "--step",
        "møde",
        "--plan",
        "--format",
        "json",
        "--output",
        "../breve",
    ),
}


@pytest.mark.parametrize("words", SEVERAL.values(), ids=SEVERAL)
@pytest.mark.parametrize("stem", ["sag", "team", "historik", "runder/1", ""])
def test_the_other_cases_are_as_usual(words, stem, root, run):
    usual = of_other(run(*words, **DAY).out)
    for made in ("kalender", "papir"):
        shutil.rmtree(root.parent / made, ignore_errors=True)
    for filed in root.glob("sager/*/breve.yaml"):
        filed.write_text(FILED, "utf-8")
    path = root / "sager" / BAD
    if stem:
        empty(path / f"{stem}.yaml")
    else:
        path.chmod(0)
    with ordinary_rights():
        screen = run(*words, **DAY)
    assert of_other(screen.out) == usual
    assert usual
    assert BAD in screen.out + screen.err


def test_all_of_a_step_tells_of_the_case_whose_step_is_unknown(root, run):
    empty(root / "sager" / BAD / "sag.yaml")
    screen = run("advance", "--all", "--step", "møde", "--dry-run", **DAY)
    assert screen.code == 1
    assert f"{BAD}" in screen.out.splitlines()[-1]
    assert OTHER in screen.out


@pytest.mark.parametrize("name", WHOLE)
def test_a_closed_folder_of_cases_is_told_of(name, root, run):
    (root / "sager").chmod(0)
    try:
        screen = tried(run, name)
    finally:
        (root / "sager").chmod(0o700)
    assert screen.code == 1
    assert "Mappen" in screen.err
    assert "sager kan ikke læses: du har ikke adgang til den." in " ".join(screen.err.split())


def a_pipe(path):
    path.unlink()
    os.mkfifo(path)


def a_socket(path):
    path.unlink()
    os.chdir(path.parent)  # the name of a socket may not be long
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(path.name)


def a_device(path):
    path.unlink()
    path.symlink_to("/dev/zero")


def a_dangling_link(path):
    path.unlink()
    path.symlink_to("ingen.yaml")


def a_circle_of_links(path):
    path.unlink()
    path.symlink_to(path.name)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
@pytest.mark.parametrize("stem", ["sag", "plan", "breve"])
@pytest.mark.parametrize(
    "damage",
    [a_pipe, a_socket, a_device, a_dangling_link, a_circle_of_links, a_folder],
    ids=lambda each: each.__name__,
)
def test_what_is_no_file_is_a_finding_and_is_not_waited_for(damage, stem, root, run):
    damage(root / "sager" / BAD / f"{stem}.yaml")
    os.chdir(root)
    for name in ("validate", "history", "render-goals"):
        screen = tried(run, name)
        assert screen.code != BUG, screen
        if name == "validate":
            assert re.search(rf"sager/{BAD}/{stem}.yaml:1:1: SAM00[123] fejl", screen.out)


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
@pytest.mark.parametrize("target", ["ingen", "2027-001"])
def test_a_case_that_is_a_link_to_nowhere_is_told_of(target, root, run):
    (root / "sager" / "2027-001").symlink_to(target)
    screen = run("validate", "--format", "concise", **DAY)
    assert screen.code == 1
    assert screen.out.count("SAM035") == 1
    for name in ("status", "todo", "batch", "fix", "render-week"):
        assert tried(run, name).code != BUG


@pytest.mark.parametrize(
    ("stem", "text"),
    [
        *((stem, "%YAML 1.2\n") for stem in FILES),
        *(("plan", text) for text in ("%YAML 1.2", "%TAG ! x\n", "---\n", "...\n", "%")),
    ],
)
def test_a_file_with_only_a_directive_is_a_finding(stem, text, root, run):
    (root / "sager" / BAD / f"{stem}.yaml").write_text(text)
    screen = run("validate", BAD, "--format", "concise", **DAY)
    assert screen.code == 1
    assert f"{stem}.yaml:1:1: SAM0" in screen.out


@pytest.mark.usefixtures("root")
def test_a_name_that_no_file_can_have_is_a_wrong_use(run):
    for word in ("x" * 300, "/" * 5000):
        assert run("history", word, **DAY).code == 2
        assert run("validate", word, **DAY).code == 2


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
@pytest.mark.usefixtures("root")
def test_a_template_that_is_a_pipe_is_not_waited_for(run):
    os.mkfifo("skabeloner/roller.docx")
    screen = run("templates", "check", **DAY)
    assert screen.code == 1
    assert "skabeloner/roller.docx" in screen.out
    assert run("render-agenda", BAD, "--draft", **DAY).code == 0


def test_a_damaged_template_is_told_of_and_the_other_papers_are_made(root, run):
    (root / "skabeloner" / "roller.docx").write_bytes(b"PK\3\4 ikke hel")
    screen = run("render", BAD, OTHER, "--draft", **DAY)
    assert screen.code == 1
    assert "roller.docx" in screen.err
    assert all(list((root / "sager" / case / "dokumenter").glob("*.docx")) for case in (BAD, OTHER))

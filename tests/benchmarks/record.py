"""What the program makes and prints, to compare after a change that should change nothing.

``python tests/benchmarks/record.py FOLDER`` writes every screen, every JSON and calendar output and
the digest of every paper (each kind, profile and example case; drafts, readers, mailings) into
FOLDER. Make one before the change and one after, and compare them with ``diff -r``.
"""

import contextlib
import io
import json
import os
import re
import shutil
import sys
import tempfile
from hashlib import sha256
from pathlib import Path
from unittest.mock import patch

from samarbejde_cli.__main__ import main
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import load_case
from samarbejde_cli.cli.command_table import COMMANDS

EXAMPLES = Path(__file__).parents[2] / "examples"
PROFILES = ("soroe-unge", "soroe-voksne", "middelfart", "national")
ENVIRONMENT = {
    "SAMARBEJDE_DAG": "2026-02-24",
    "SAMARBEJDE_BRUGER": "Tove Holt",
    "COLUMNS": "80",
    "NO_COLOR": "1",
}
CLOCK = re.compile(
    r"(?<=2026-005-)[a-z]{4}|(?<=20260224T)\d{6}(?=Z)|(?<=2026-02-24[T ])\d\d:\d\d(:\d\d)?"
    r"|(?<=24. februar 2026 kl. )\d{1,2}\.\d\d"
)
CLOCK_IN_FILE = re.compile(CLOCK.pattern.encode())
KINDS = tuple(each.name for each in COMMANDS if each.name.startswith("render-"))
FORM_JSON = ("--format", "json")
MAILINGS = (
    ("invitation", "--step", "møde"),
    ("agenda,goals", "--step", "møde", "--group-by", "recipient", "--combine"),
    ("pre-meeting,consent", "--step", "formøde", "--group-by", "channel", "--combine"),
    ("goals,roles,journal", "--step", "opfølgning", "--group-by", "case"),
)


def screen(*arguments):
    """Return what a command line prints on both streams, and its exit code, as text."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="") for _ in range(2))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(arguments)
    parts = []
    for stream in (out, err):
        stream.flush()
        parts.append(stream.buffer.getvalue().decode())
    return f"$ samarbejde {' '.join(arguments)}\n{parts[0]}--- err\n{parts[1]}--- rc {code}\n"


def digests(folder):
    """Return the digest of every file below a folder, moments left out, with its path, as lines."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != ".laas")
    return "".join(f"{digest(path)} {path.relative_to(folder).as_posix()}\n" for path in files)


def digest(path):
    return sha256(CLOCK_IN_FILE.sub(b"<kl>", path.read_bytes())).hexdigest()


class Recorder:
    """Runs command lines in a workspace of its own and keeps what came of each."""

    def __init__(self, target, root):
        self.target = target
        self.root = root

    def keep(self, name, text):
        self.target.mkdir(parents=True, exist_ok=True)
        neutral = CLOCK.sub("<kl>", text.replace(str(self.root), "<mappe>"))
        (self.target / f"{name}.txt").write_text(neutral, "utf-8")

    def screens(self, name, *lines):
        self.keep(name, "\n".join(screen(*line) for line in lines))

    def papers(self, name, *arguments):
        """Make papers in a folder of their own, and keep the screen and the digests."""
        made = self.root.parent / "papirer"
        shutil.rmtree(made, ignore_errors=True)
        text = screen(*arguments, "--output", str(made)).replace(str(made), "<papirer>")
        self.keep(name, text + digests(made))


def workspace(root, profile):
    """Lay a copy of the examples with a profile, and go there."""
    shutil.copytree(EXAMPLES, root)
    settings = root / "samarbejde.yaml"
    text = re.sub(r"(?m)^profil:.*$", f"profil: {profile}", settings.read_text("utf-8"))
    settings.write_text(text, "utf-8")
    os.chdir(root)


def looks(record, cases):
    """Keep every screen that only shows something."""
    record.screens(
        "validate",
        ("validate",),
        ("validate", "--format", "concise"),
        ("validate", "--format", "json"),
        *(("validate", case) for case in cases),
    )
    for command in ("status", "todo"):
        shapes = ("table", "json", "csv" if command == "status" else "ics")
        record.screens(command, *((command, "--format", shape) for shape in shapes))
    record.screens(
        "advance",
        *(("advance", case, "--dry-run") for case in cases),
        ("advance", *cases, "--dry-run"),
    )
    record.screens(
        "history", *(("history", c, "--format", f) for c in cases for f in ("text", "json"))
    )
    record.screens("fix", ("fix", "--diff"))
    record.screens("profile", *(("profile", "--format", each) for each in ("table", "json")))
    record.screens("templates", ("templates", "list"), ("templates", "check"))
    record.screens(
        "templates-json",
        ("templates", "list", "--format", "json"),
        ("templates", "check", "--format", "json"),
        ("templates", "fields", "agenda", "--format", "json"),
    )
    record.screens("schema", ("schema", "--output", "skemaer"))
    record.keep("schema-files", digests(record.root / "skemaer"))


def papers(record, cases):
    """Keep the digest of every paper of every case."""
    for case in cases:
        for kind in KINDS:
            if kind != "render-week":
                record.papers(f"{kind}-{case}", kind, case)
                record.papers(f"{kind}-{case}-draft", kind, case, "--draft")
        record.papers(f"render-{case}", "render", case, "--format", "json")
        record.papers(f"calendar-{case}", "calendar", case)
        for number, name in enumerate(readers(record.root / "sager" / case)):
            record.papers(f"render-{case}-reader-{number}", "render", case, "--for", name)
    record.papers("render-week", "render-week")


def readers(folder):
    """Return the full names of everybody in a case."""
    return sorted({person.name for person in load_case(folder).everybody})


def mailings(record):
    """Keep plans, approved runs and the verdict on them."""
    for number, (kinds, *selection) in enumerate(MAILINGS):
        made = record.root.parent / "breve"
        shutil.rmtree(made, ignore_errors=True)
        order = ("batch", kinds, *selection, "--output", str(made), "--jobs", "1")
        plan = screen(*order, "--plan") + screen(*order, "--format", "json")
        code = re.search(r'"approve": "(\S+)"', plan)
        run = screen(*order, "--approve", code[1]) if code else ""
        verified = (screen("batch", "verify", str(made), *form) for form in ((), FORM_JSON))
        text = plan + run + "".join(verified) + manifest(made)
        text = text.replace(code[1], "<kode>") if code else text
        record.keep(f"mailing-{number}", text.replace(str(made), "<breve>") + digests(made))


def manifest(folder):
    """Take the files that hold the approval's code out of a mailing; return the manifest's text."""
    (folder / "prøver/.plan.jsonl").unlink(missing_ok=True)
    path = folder / "manifest.json"
    text = path.read_text("utf-8") if path.exists() else ""
    path.unlink(missing_ok=True)
    return text


def changes(record, cases):
    """Keep what commands that write do, screen and files, one after another."""
    lines = [
        ("reply", "2026-001", "Karsten Bøgh", "2", "--note", "Ringede"),
        ("pause", "2026-002", "--reason", "Indlagt", "--until", "2026-04-01"),
        ("resume", "2026-002"),
        ("hand-over", cases[1], "--to", "Nanna Lind", "--department", "Job og Uddannelse"),
        ("new-case", "--name", "Silje Ravn", "--cpr", "670310-4321"),
        *(("advance", case) for case in cases),
        ("advance", cases[-1], "--force", "--reason", "Prøve"),
        ("fix", "--yes"),
    ]
    record.screens("changes", *lines)
    new = record.root / "sager"
    shutil.rmtree(next(new.glob("2026-005*")))  # its key is another each time
    record.keep("changes-files", digests(new))


def more_changes(record, cases):
    """Keep what the other commands that write say, mistakes of the user among it."""
    (record.root / "skabeloner/gammel.docx").write_bytes(b"PK")
    lines = [
        ("move-meeting", cases[1], "--date", "2026-04-14", "--start", "10", "--room", "Lokale 2"),
        ("call-off", cases[1], "--pre-meeting"),
        ("told", cases[1]),
        ("calendar", *cases),
        ("pause", cases[1], "--reason", "Rejse", "--until", "2026-05-01"),
        ("reply", cases[2], "Ukendt Person", "1"),
        ("renumber", cases[0], "2026-101"),
        ("templates", "copy", "agenda"),
        ("templates", "copy", "agenda"),
        ("templates", "diff", "agenda"),
        ("templates", "list"),
        ("templates", "check", "--format", "concise"),
        ("templates", "check"),
        ("render", *cases[1:], "--output", "papirer"),
        ("render-agenda", *cases[1:], "--for", "Ukendt Person"),
        ("rerender", cases[1]),
        ("explain", "SAM70"),
        ("todo", "--week", "10", "--format", "json"),
        ("todo", "--person", "Ukendt"),
        ("status", "--late"),
        ("status", "--step", "afsluttet"),
        ("status", "--format", "csv", "--output", "status.csv"),
        ("todo", "--format", "ics", "--output", "frister.ics"),
        ("advance", cases[1], "--to", "afsluttet", "--force", "--reason", "Prøve"),
        ("advance", cases[1], "--to", "opfølgning", "--reason", "Prøve"),
        ("advance", cases[2], "--back", "--reason", "Prøve"),
        ("history", cases[1]),
        ("init", "ny", "--municipality", "Prøve Kommune"),
        ("demo", "demo"),
    ]
    record.screens("more-changes", *lines)
    damaged = record.root / "sager" / cases[2] / "sag.yaml"
    damaged.write_text(damaged.read_text("utf-8") + "ukendt: [\n", "utf-8")
    shown = ("status", "todo", "validate", "fix", "render-week")
    record.screens(
        "damaged",
        *((each,) for each in shown),
        *((each, "--format", "json") for each in ("status", "todo", "validate")),
        *((each, cases[2]) for each in ("advance", "history", "calendar", "told", "render")),
        ("batch", "invitation", "--step", "møde", "--plan", "--output", "breve"),
        ("batch", "invitation", "--step", "møde", "--plan", "--output", "breve", *FORM_JSON),
    )


def helps(record):
    """Keep the help of every command and the explanation of every rule."""
    names = sorted((each.name.split() for each in COMMANDS), key=len)
    record.screens("help", ("--help",), *((*words, "--help") for words in names))
    listing = screen("explain")
    codes = dict.fromkeys(re.findall(r"SAM\d{3}", listing))
    record.screens("explain", ("explain",), *(("explain", code) for code in codes))
    kinds = [name.removeprefix("render-") for name in KINDS if name != "render-week"]
    record.screens("fields", *(("templates", "fields", kind) for kind in kinds))


def record_all(target):
    """Write the whole record into a folder."""
    folder = Path(tempfile.gettempdir()) / "samarbejde-record"  # codes of mailings depend on it
    shutil.rmtree(folder, ignore_errors=True)
    with patch.dict(os.environ, ENVIRONMENT):
        for profile in PROFILES:
            root = folder.resolve() / profile / "arbejdsmappe"
            workspace(root, profile)
            record = Recorder(target / profile, root)
            cases = [each.name for each in Workspace(root).folders()]
            looks(record, cases)
            papers(record, cases)
            mailings(record)
            changes(record, cases)
            more_changes(record, cases)
            if profile == PROFILES[0]:
                helps(record)
        os.chdir(target)
    print(json.dumps({"files": sum(1 for _ in target.rglob("*.txt"))}))


if __name__ == "__main__":
    record_all(Path(sys.argv[1]).resolve())

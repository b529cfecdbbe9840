"""Small workspaces with several cases, and mailings made of them."""

import shutil
from datetime import date
from pathlib import Path

from example_case import COMPLETE

from samarbejde_cli.actions.batch.job import new_job
from samarbejde_cli.actions.batch.planning import make_plan
from samarbejde_cli.actions.batch.running import run
from samarbejde_cli.actions.batch.selection import CaseSelection
from samarbejde_cli.actions.batch.verify import verify
from samarbejde_cli.actions.executors import executor_for
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.documents.lookup import OWN_FOLDER
from samarbejde_cli.shipped import shipped

DAY = date(2026, 2, 12)
TEMPLATE = "indkaldelse-første.docx"
LETTERS = 4
"""Invitations in the complete case: two parents, the aunt and the teacher."""


def several(folder, count, *, own=True):
    """Write a workspace with the complete case several times; ``own``: with people of their own."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(COMPLETE / "samarbejde.yaml", folder)
    for number in range(1, count + 1):
        case = folder / "sager" / f"2026-{number:03d}"
        shutil.copytree(COMPLETE, case, ignore=shutil.ignore_patterns("samarbejde.yaml"))
        for path in case.rglob("*.yaml") if own else ():
            path.write_text(renamed(path.read_text("utf-8"), number), "utf-8")
    return Workspace(folder)


def renamed(text, number):
    """Give the people of a case other surnames, numbers, addresses and telephones."""
    letters = "".join(chr(97 + int(digit)) for digit in str(number))
    for old in ("Silje Ravn", "Mette Ravn", "Henrik Ravn", "Birgit Kær", "Karin Friis"):
        text = text.replace(old, f"{old}{letters}")
    for old, new in (
        ("720810-4322", f"720810-4{number:03d}"),
        ("20 00 00", f"21 {number:02d} 00"),
        ("Kildevej 8", f"Kildevej {number + 100}"),
        ("@post", f"@p{letters}.post"),
    ):
        text = text.replace(old, new)
    return text


def edit(path, old, new):
    """Change a text in a file, and fail when it does not stand there."""
    text = Path(path).read_text("utf-8")
    assert old in text
    Path(path).write_text(text.replace(old, new), "utf-8")


def case_file(workspace, number, name="sag.yaml"):
    """Return the path of a case's file."""
    return workspace.root / "sager" / f"2026-{number:03d}" / name


def own_template(workspace):
    """Put a template of one's own for the first invitation in the workspace; return its path."""
    path = workspace.root / OWN_FOLDER / TEMPLATE
    path.parent.mkdir()
    shutil.copy(shipped("templates") / TEMPLATE, path)
    return path


def job_of(workspace, output, kinds=("invitation",), selection=None, **how):
    """Return a job; all cases at work are selected if nothing else is said."""
    return new_job(
        Workspace(workspace.root),
        kinds,
        selection or CaseSelection(),
        day=DAY,
        output=output,
        **how,
    )


def planned(job, workers=1, **how):
    """Return the plan of a job."""
    executor = executor_for(job, workers)
    try:
        return make_plan(job, executor, **how)
    finally:
        executor.stop()


def made(job, plan=None, workers=1, **how):
    """Run a job, planned before or now."""
    executor = executor_for(job, workers)
    try:
        return run(plan or make_plan(job, executor), job, executor, **how)
    finally:
        executor.stop()


def ran_of(workspace, folder, group=None, kinds=("invitation", "agenda")):
    """Run a job that makes all its letters."""
    ran = made(job_of(workspace, folder, kinds, group=group))
    assert ran.succeeded
    return ran


def found_in(mailing):
    """Return file and kind of each discrepancy of a mailing: a workspace and a folder."""
    return [(each.file, each.kind) for each in verify(*mailing).found]


def bytes_in(folder):
    """Return what lies in a folder, by name."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != ".laas"
    }

"""``samarbejde templates …``: the Word templates, their mistakes, their fields, one's own ones."""

from pathlib import Path
from typing import Annotated, Literal

from typer import Argument, Option

from samarbejde_cli.actions import templates as action
from samarbejde_cli.actions.output_folder import Status
from samarbejde_cli.actions.templates import kind_named
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.command import Section
from samarbejde_cli.cli.opened import opened
from samarbejde_cli.files.find import find_workspace
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.report import mistakes
from samarbejde_cli.report import templates as report
from samarbejde_cli.shipped import shipped

Files = Annotated[
    list[Path] | None,
    Argument(
        metavar="[FIL...]",
        exists=True,
        dir_okay=False,
        help="Word-filer. Uden dem kontrolleres jeres egne skabeloner og de medfølgende.",
    ),
]
KindArgument = Annotated[str, Argument(metavar="SLAGS", help="Slags dokument, fx dagsorden.")]
MistakesFormat = Annotated[
    Literal["full", "concise", "json"],
    Option(
        "--format",
        help="full: med afsnittets tekst og hjælp. concise: én linje for hver fejl. "
        "json: til andre programmer.",
    ),
]
Replace = Annotated[
    bool,
    Option("--overwrite", help="Kopiér oven i jeres egen; den gemmes ved siden af."),
]


def templates_check(
    files: Files = None,
    form: MistakesFormat = "full",
    workspace: options.Workspace = None,
) -> int:
    """Find alle fejl i Word-skabeloner, uden at bruge en sag.

    Filens navn siger, hvilket dokument det er, og dermed hvilke felter der må bruges. Koden ud af
    programmet er 1, når der er fejl.
    """
    found = _workspace_or_none(workspace)
    paths = files or [
        *(each.path for each in (action.own_templates(found) if found else ())),
        *(each.path for each in action.shipped_templates()),
    ]
    profile = _profile(found)
    checked = [
        (path, action.check_template(path, profile))
        for path in console.progress(paths, "Kontrollerer skabelon")
    ]
    if form == "json":
        console.out_json(mistakes.as_json(checked))
    else:
        console.out_lines(mistakes.checked_lines(checked, form))
    return int(any(not each.is_remark for _, found in checked for each in found))


def templates_list(
    form: options.TableFormat = "table", workspace: options.Workspace = None
) -> None:
    """Vis skabelonerne: jeres egne og de medfølgende.

    En fil i skabeloner/ bruges i stedet for den medfølgende med samme navn.
    """
    files = action.used_templates(opened(workspace))
    if form == "json":
        console.out_json(report.list_as_json(files))
    else:
        console.out_lines(report.list_lines(files))


def templates_fields(
    kind: KindArgument,
    form: options.TableFormat = "table",
    workspace: options.Workspace = None,
) -> None:
    """Vis de felter, som en skabelon må bruge.

    Eksemplerne er fra de opdigtede sager, som følger med programmet.
    """
    wanted = kind_named(kind)
    fields = action.fields(wanted, _profile(_workspace_or_none(workspace)))
    if form == "json":
        console.out_json(report.fields_as_json(wanted, fields))
    else:
        console.out(report.fields_table(fields))


def templates_copy(
    kind: KindArgument, overwrite: Replace = False, workspace: options.Workspace = None
) -> int:
    """Kopiér den medfølgende skabelon, så I kan rette i den.

    Den lægges i skabeloner/ og bruges derefter i stedet for den medfølgende.
    """
    copied = action.copy_template(kind_named(kind), opened(workspace), overwrite=overwrite)
    console.out_lines(report.copied_lines(copied))
    kept = [path.name for path, status in copied if status is Status.KEPT]
    if kept:
        console.problem(*report.kept(kept))
    return int(bool(kept))


def templates_diff(kind: KindArgument, workspace: options.Workspace = None) -> None:
    """Vis, hvad I har rettet i forhold til den medfølgende.

    Linjer med - står kun i den medfølgende, linjer med + kun i jeres.
    """
    found = action.differences(kind_named(kind), opened(workspace))
    console.out_lines(report.difference_lines(found))


def _workspace_or_none(given: Path | None) -> Workspace | None:
    """Return the workspace; None when none was given and there is none around."""
    return opened(given) if given or find_workspace(Path.cwd()) else None


def _profile(workspace: Workspace | None) -> Profile:
    return (workspace or Workspace(shipped("examples"))).profile


SECTION = Section.SETTINGS
COMMANDS = {
    "templates": "Kontrollér og tilpas Word-skabelonerne.",
    "templates check": templates_check,
    "templates list": templates_list,
    "templates fields": templates_fields,
    "templates copy": templates_copy,
    "templates diff": templates_diff,
}

"""``samarbejde templates …``: the Word templates, their mistakes, their fields, one's own ones."""

from pathlib import Path
from shutil import get_terminal_size
from typing import Annotated, Any, Literal

from typer import Argument, Option

from samarbejde_cli.actions import templates as action
from samarbejde_cli.actions.output_folder import Status
from samarbejde_cli.actions.templates import TemplateFile, kind_named
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.opened import opened
from samarbejde_cli.danish.text import listed, shortened
from samarbejde_cli.documents.lookup import OWN_FOLDER
from samarbejde_cli.documents.schema import Known, Presence
from samarbejde_cli.files.find import find_workspace
from samarbejde_cli.files.paths import shown_path
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.report import mistakes
from samarbejde_cli.report.table import table
from samarbejde_cli.shipped import shipped
from samarbejde_cli.word import Mistake

JSON_VERSION = 1
_LEGEND = """
[]            en liste: {% for m in mål.øvrige %}{{ m.mål }}{% endfor %}
(kan mangle)  brug {% if feltet %} … {% endif %} eller |default("…")
(kræves)      uden det laves dokumentet ikke; programmet viser, hvor det mangler"""

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
    _print_checked(checked, form)
    return int(any(not each.is_remark for _, found in checked for each in found))


def templates_list(
    form: options.TableFormat = "table", workspace: options.Workspace = None
) -> None:
    """Vis skabelonerne: jeres egne og de medfølgende.

    En fil i skabeloner/ bruges i stedet for den medfølgende med samme navn.
    """
    files = action.used_templates(opened(workspace))
    if form == "json":
        console.out_json({"version": JSON_VERSION, "templates": [_listed(each) for each in files]})
        return
    rows = [
        (
            each.kind.stem,
            f"{each.name}\njeres egen" if each.own else each.name,
            ", ".join(step.value for step in each.kind.steps),
        )
        for each in files
        if each.kind
    ]
    headings = ("Slags", "Skabelon", "Til trin")
    console.out(table(headings, rows, whole=("Slags", "Skabelon")))
    for each in (file for file in files if file.kind is None):
        console.out(f"\nBruges ikke: {OWN_FOLDER}/{each.name}\n  {_remedy(each)}")


def templates_fields(
    kind: KindArgument,
    form: options.TableFormat = "table",
    workspace: options.Workspace = None,
) -> None:
    """Vis de felter, som en skabelon må bruge.

    Eksemplerne er fra de opdigtede sager, som følger med programmet.
    """
    fields = action.fields(kind_named(kind), _profile(_workspace_or_none(workspace)))
    if form == "json":
        entries = [_field(*each) for each in fields]
        console.out_json(
            {"version": JSON_VERSION, "kind": kind_named(kind).stem, "fields": entries}
        )
        return
    rows = [(known.path, known.type, _described(known, example)) for known, example in fields]
    console.out(table(("Felt", "Type", "Betydning og eksempel"), rows, whole="Felt"))
    console.out(_LEGEND)


def templates_copy(
    kind: KindArgument, overwrite: Replace = False, workspace: options.Workspace = None
) -> int:
    """Kopiér den medfølgende skabelon, så I kan rette i den.

    Den lægges i skabeloner/ og bruges derefter i stedet for den medfølgende.
    """
    copied = action.copy_template(kind_named(kind), opened(workspace), overwrite=overwrite)
    words = {Status.WRITTEN: "kopieret", Status.UNCHANGED: "uændret", Status.KEPT: "beholdt"}
    for path, status in copied:
        console.out(f"{words[status]}: {shown_path(path)}")
    kept = [path.name for path, status in copied if status is Status.KEPT]
    if kept:
        console.problem(
            f"{listed(kept)} findes allerede i {OWN_FOLDER} og er ikke ændret.",
            "Brug --overwrite for at få den medfølgende; jeres egen bliver gemt ved siden af.",
        )
    return int(bool(kept))


def templates_diff(kind: KindArgument, workspace: options.Workspace = None) -> None:
    """Vis, hvad I har rettet i forhold til den medfølgende.

    Linjer med - står kun i den medfølgende, linjer med + kun i jeres.
    """
    for name, lines in action.differences(kind_named(kind), opened(workspace)):
        if lines is None:
            console.out(f"{name}: I bruger den medfølgende.")
        else:
            console.out("\n".join(lines) if lines else f"{name}: ingen forskel i teksten.")


def _workspace_or_none(given: Path | None) -> Workspace | None:
    """Return the workspace; None when none was given and there is none around."""
    return opened(given) if given or find_workspace(Path.cwd()) else None


def _profile(workspace: Workspace | None) -> Profile:
    return (workspace or Workspace(shipped("examples"))).profile


def _print_checked(
    checked: list[tuple[Path, tuple[Mistake, ...]]], form: Literal["full", "concise", "json"]
) -> None:
    named = [(_shown(path), path.name, found) for path, found in checked]
    if form == "json":
        kinds = {name: kind.stem for _, name, _ in named if (kind := action.kind_of(name))}
        console.out_json(mistakes.as_json([(f, kinds.get(n), m) for f, n, m in named]))
        return
    width = min(max(get_terminal_size().columns, 60), 110)
    for file, _, found in named:
        for mistake in found:
            if form == "full":
                console.out(mistakes.full(file, mistake, width) + "\n")
            else:
                console.out(mistakes.concise(file, mistake))
    console.out(mistakes.summary(len(checked), [each for _, found in checked for each in found]))


def _shown(path: Path) -> str:
    """Return a template's path; a shipped one is shown by name, wherever it is installed."""
    if path.parent == shipped("templates"):
        return f"medfølgende/{path.name}"
    return shown_path(path)


def _remedy(unused: TemplateFile) -> str:
    if unused.meant:
        return f"Giv den navnet {unused.meant}, hvis den skal bruges i stedet for den."
    return "Den skal hedde det samme som en af de medfølgende."


def _listed(file: TemplateFile) -> dict[str, Any]:
    return {
        "kind": file.kind.stem if file.kind else None,
        "template": file.name,
        "own": file.own,
        "path": shown_path(file.path) if file.own else None,
        "steps": [step.value for step in file.kind.steps] if file.kind else [],
    }


def _described(known: Known, example: str) -> str:
    presence = "" if known.presence is Presence.ALWAYS else f" ({known.presence})"
    return f"{known.description}{presence}" + (f"\nfx {shortened(example, 60)}" if example else "")


def _field(known: Known, example: str) -> dict[str, str]:
    return {
        "path": known.path,
        "type": known.type,
        "description": known.description,
        "presence": known.presence.value,
        "example": example,
    }


COMMANDS = {
    "templates": "Kontrollér og tilpas Word-skabelonerne.",
    "templates check": templates_check,
    "templates list": templates_list,
    "templates fields": templates_fields,
    "templates copy": templates_copy,
    "templates diff": templates_diff,
}

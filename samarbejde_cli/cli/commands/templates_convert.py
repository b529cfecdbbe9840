"""``samarbejde templates convert``: old mail merge letters as templates."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from samarbejde_cli.actions import convert_template as action
from samarbejde_cli.actions.convert_template import Conversion
from samarbejde_cli.actions.templates import kind_named
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.command import Section
from samarbejde_cli.cli.opened import opened
from samarbejde_cli.documents.kind import Kind
from samarbejde_cli.errors import SamarbejdeError, WrongUseError
from samarbejde_cli.files.find import find_workspace
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.report import conversions as report
from samarbejde_cli.shipped import shipped

Letters = Annotated[
    list[Path],
    Argument(metavar="FIL...", exists=True, dir_okay=False, help="Breve fra Word (.docx, .dotx)."),
]
KindOption = Annotated[
    str | None,
    Option(
        "--kind",
        metavar="SLAGS",
        help="Hvilket dokument brevet skal blive til, fx indkaldelse. Uden tilvalget bruges "
        "filens navn, ellers felter fra alle dokumenter.",
    ),
]
Output = Annotated[
    Path | None,
    Option(
        "--output",
        "-o",
        metavar="MAPPE|FIL",
        help="Mappen, som skabelonen lægges i, eller en ny fil (.docx). Uden tilvalget: ved siden "
        "af brevet.",
    ),
]
MappingFile = Annotated[
    Path | None,
    Option(
        "--mapping",
        metavar="FIL",
        dir_okay=False,
        help="En YAML-fil, der siger, hvilket felt hvert navn bliver til. Findes den ikke, bliver "
        "den lavet med forslag, som du kan rette i, og intet andet.",
    ),
]


def templates_convert(
    files: Letters,
    kind: KindOption = None,
    mapping: MappingFile = None,
    output: Output = None,
    dry_run: options.DryRun = False,
    form: options.TableFormat = "table",
    workspace: options.Workspace = None,
) -> int:
    """Lav skabeloner af gamle breve fra en brevfletning.

    Brevets flettefelter, betingelser og datoer bliver til felter i skabelonen, og forbindelsen til
    datakilden tages ud. Det gamle brev ændres ikke. Koden ud af programmet er 1, når der er noget,
    du selv skal rette.
    """
    _require_folder(output, files)
    chosen = kind_named(kind) if kind else None
    is_new = mapping is not None and not mapping.exists()
    given = action.read_mapping(mapping) if mapping and not is_new else {}
    found = list(_converted(files, chosen, _profile(workspace), given))
    if mapping and is_new:
        _write_mapping(found, mapping, dry_run=dry_run)
        return int(len(found) < len(files))
    done = [(each, path) for each in found if (path := _saved(each, output, dry_run=dry_run))]
    if form == "json":
        console.out_json(report.conversions_as_json(done))
    else:
        for each, path in done:
            console.out_lines(report.conversion_lines(each, path, is_trial=dry_run))
    return int(len(done) < len(files) or not all(each.is_done for each, _ in done))


def _profile(given: Path | None) -> Profile:
    workspace = opened(given) if given or find_workspace(Path.cwd()) else None
    return (workspace or Workspace(shipped("examples"))).profile


def _require_folder(output: Path | None, files: list[Path]) -> None:
    if output and output.suffix.casefold() == ".docx" and len(files) > 1:
        raise WrongUseError(
            "--output er én fil, og der er flere breve.", "Skriv en mappe, eller tag ét ad gangen."
        )


def _converted(
    files: list[Path], kind: Kind | None, profile: Profile, mapping: Mapping[str, str | None]
) -> Iterator[Conversion]:
    """Yield each letter converted; what is wrong with one is printed, and the others go on."""
    for path in files:
        try:
            yield action.convert(path, kind, profile, mapping)
        except SamarbejdeError as error:
            console.problem(error.message, error.hint)


def _saved(conversion: Conversion, output: Path | None, *, dry_run: bool) -> Path | None:
    """Return where a template was written; None, and the reason is printed, when it was not."""
    path = action.target_path(conversion, output)
    try:
        if not dry_run:
            action.save(conversion, path)
    except SamarbejdeError as error:
        console.problem(error.message, error.hint)
        return None
    return path


def _write_mapping(conversions: list[Conversion], mapping: Path, *, dry_run: bool) -> None:
    if dry_run:
        console.out(action.mapping_file(conversions).rstrip("\n"))
    elif conversions:
        action.save_mapping(conversions, mapping)
        console.out(report.mapping_written(mapping))


SECTION = Section.SETTINGS
COMMANDS = {"templates convert": templates_convert}

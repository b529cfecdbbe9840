"""``samarbejde templates convert``: old mail merge letters as templates."""

from pathlib import Path
from shutil import get_terminal_size
from typing import Annotated

from typer import Argument, Option

from samarbejde_cli.actions import convert_template as action
from samarbejde_cli.actions.convert_template import Conversion
from samarbejde_cli.actions.templates import kind_named
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.opened import opened
from samarbejde_cli.cli.tables import table
from samarbejde_cli.danish.text import counted, listed, shortened
from samarbejde_cli.documents.lookup import OWN_FOLDER
from samarbejde_cli.documents.merge_names import GOES_AWAY
from samarbejde_cli.errors import SamarbejdeError, WrongUseError
from samarbejde_cli.files.find import find_workspace
from samarbejde_cli.report.findings import shown_path, wrapped
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
    workspace: options.Workspace = None,
) -> int:
    """Lav skabeloner af gamle breve fra en brevfletning.

    Brevets flettefelter, betingelser og datoer bliver til felter i skabelonen, og forbindelsen til
    datakilden tages ud. Det gamle brev ændres ikke. Koden ud af programmet er 1, når der er noget,
    du selv skal rette.
    """
    _require_folder(output, files)
    found = opened(workspace) if workspace or find_workspace(Path.cwd()) else None
    profile = (found or Workspace(shipped("examples"))).profile
    chosen = kind_named(kind) if kind else None
    is_new = mapping is not None and not mapping.exists()
    given = action.read_mapping(mapping) if mapping and not is_new else None
    conversions: list[Conversion] = []
    failed = False
    for path in files:
        try:
            conversions.append(action.convert(path, chosen, profile, given))
        except SamarbejdeError as error:
            console.problem(f"{shown_path(path, Path.cwd())}: {error.message}", error.hint)
            failed = True
    if mapping and is_new:
        return _write_mapping(conversions, mapping, dry_run=dry_run) or int(failed)
    for each in conversions:
        failed = _convert(each, output, dry_run=dry_run) or failed
    return int(failed)


def _require_folder(output: Path | None, files: list[Path]) -> None:
    if output and output.suffix.casefold() == ".docx" and len(files) > 1:
        raise WrongUseError(
            "--output er én fil, og der er flere breve.", "Skriv en mappe, eller tag ét ad gangen."
        )


def _write_mapping(conversions: list[Conversion], mapping: Path, *, dry_run: bool) -> int:
    if not conversions:
        return 1
    if dry_run:
        console.out(action.mapping_file(conversions).rstrip("\n"))
        return 0
    action.save_mapping(conversions, mapping)
    console.out(f"Skrevet: {mapping}. Ret i den, og kør kommandoen igen; intet andet er ændret.")
    return 0


def _convert(conversion: Conversion, output: Path | None, *, dry_run: bool) -> bool:
    """Write one template and print what happened; return whether something is left to do."""
    path = action.target_path(conversion, output)
    name = shown_path(conversion.source, Path.cwd())
    try:
        if not dry_run:
            action.save(conversion, path)
    except SamarbejdeError as error:
        console.problem(f"{name}: {error.message}", error.hint)
        return True
    console.out(f"{name} → {shown_path(path, Path.cwd())}{' (ikke skrevet)' * dry_run}\n")
    _print_converted(conversion)
    _print_left(conversion)
    _print_next(conversion, path)
    return not conversion.is_done


def _print_converted(conversion: Conversion) -> None:
    rows = dict.fromkeys(
        (shortened(each.old, 60), shortened(each.new, 160) or f"({GOES_AWAY})")
        for each in conversion.letter.converted
    )
    if rows:
        console.out(table(("Fra", "Til"), rows))
    if conversion.letter.had_data_source:
        _say(
            "Forbindelsen til datakilden (filens navn, forespørgsel og liste over modtagere) er "
            "taget ud af skabelonen."
        )
    elif not rows:
        _say("Der er ingen flettefelter i brevet.")


def _print_left(conversion: Conversion) -> None:
    told = {each.old for each in conversion.letter.left}
    entries = [
        (str(each.place), f"{each.old}: {each.message}", each.hint)
        for each in conversion.letter.left
    ]
    entries += [
        (str(each.place), each.message, _what_to_do(conversion, each.field or "", each.hint))
        for each in conversion.mistakes
        if not each.is_remark and " ".join(each.tag.split()) not in told
    ]
    if entries:
        console.out("\nTilbage:")
    for place, message, hint in dict.fromkeys(entries):
        lines = [*wrapped(f"- {place}", "  ", _width()), *wrapped(message, "    ", _width())]
        lines += wrapped(f"hjælp: {hint}", "    ", _width()) if hint else []
        console.out("\n".join(lines))


def _what_to_do(conversion: Conversion, field: str, hint: str) -> str:
    near = next(
        (paths for name, paths in conversion.near.items() if field.endswith(name) and paths), None
    )
    return (
        f"Måske {listed([f'{{{{ {path} }}}}' for path in near], 'eller')}. {hint}" if near else hint
    )


def _print_next(conversion: Conversion, path: Path) -> None:
    wrong = sum(not each.is_remark for each in conversion.mistakes)
    if wrong:
        command = f'`samarbejde templates check "{shown_path(path, Path.cwd())}"`'
        _say(f"Skabelonen har {counted(wrong, 'fejl', 'fejl')}, som du skal rette: se {command}.")
    else:
        _say("Skabelonen har ingen fejl. Læs den igennem i Word, før I bruger den.")
    if conversion.kind:
        names = listed([f"{OWN_FOLDER}/{name}" for name in conversion.kind.templates()], "eller")
        _say(f"Den bruges, når den hedder {names}.")


def _say(text: str) -> None:
    console.out("\n" + "\n".join(wrapped(text, "", _width())))


def _width() -> int:
    return min(max(get_terminal_size().columns, 60), 110)

"""The Word templates: a list of them, their fields, what was copied, what differs."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from samarbejde_cli.actions.output_folder import Status
from samarbejde_cli.actions.templates import TemplateFile
from samarbejde_cli.danish.text import listed, shortened
from samarbejde_cli.documents.kind import Kind
from samarbejde_cli.documents.lookup import OWN_FOLDER
from samarbejde_cli.documents.schema import Known, Presence
from samarbejde_cli.files.paths import shown_path
from samarbejde_cli.report.json_text import versioned
from samarbejde_cli.report.table import table

_LEGEND = """
[]            en liste: {% for m in mål.øvrige %}{{ m.mål }}{% endfor %}
(kan mangle)  brug {% if feltet %} … {% endif %} eller |default("…")
(kræves)      uden det laves dokumentet ikke; programmet viser, hvor det mangler"""
_COPIED = {Status.WRITTEN: "kopieret", Status.UNCHANGED: "uændret", Status.KEPT: "beholdt"}

Field = tuple[Known, str]
"""A field that a template may use, and an example of it."""


def list_lines(files: Sequence[TemplateFile]) -> Iterator[str]:
    """Yield a table of the templates, and under it those that no document is made of."""
    rows = [
        (
            each.kind.stem,
            f"{each.name}\njeres egen" if each.own else each.name,
            ", ".join(step.value for step in each.kind.steps),
        )
        for each in files
        if each.kind
    ]
    yield table(("Slags", "Skabelon", "Til trin"), rows, whole=("Slags", "Skabelon"))
    for each in files:
        if each.kind is None:
            yield f"\nBruges ikke: {OWN_FOLDER}/{each.name}\n  {_remedy(each)}"


def _remedy(unused: TemplateFile) -> str:
    if unused.meant:
        return f"Giv den navnet {unused.meant}, hvis den skal bruges i stedet for den."
    return "Den skal hedde det samme som en af de medfølgende."


def list_as_json(files: Iterable[TemplateFile]) -> dict[str, Any]:
    """Return the templates for other programs."""
    return versioned(templates=[_listed(each) for each in files])


def _listed(file: TemplateFile) -> dict[str, Any]:
    return {
        "kind": file.kind.stem if file.kind else None,
        "template": file.name,
        "own": file.own,
        "path": shown_path(file.path) if file.own else None,
        "steps": [step.value for step in file.kind.steps] if file.kind else [],
    }


def fields_table(fields: Iterable[Field]) -> str:
    """Return the fields that a template may use as a table, and how to use them."""
    rows = [(known.path, known.type, _described(known, example)) for known, example in fields]
    return table(("Felt", "Type", "Betydning og eksempel"), rows, whole="Felt") + f"\n{_LEGEND}"


def _described(known: Known, example: str) -> str:
    presence = "" if known.presence is Presence.ALWAYS else f" ({known.presence})"
    return f"{known.description}{presence}" + (f"\nfx {shortened(example, 60)}" if example else "")


def fields_as_json(kind: Kind, fields: Iterable[Field]) -> dict[str, Any]:
    """Return the fields of a kind's templates for other programs."""
    return versioned(kind=kind.stem, fields=[_field(*each) for each in fields])


def _field(known: Known, example: str) -> dict[str, str]:
    return {
        "path": known.path,
        "type": known.type,
        "description": known.description,
        "presence": known.presence.value,
        "example": example,
    }


def copied_lines(copied: Iterable[tuple[Path, Status]]) -> Iterator[str]:
    """Yield the result of a copy for each template."""
    return (f"{_COPIED[status]}: {shown_path(path)}" for path, status in copied)


def kept(names: Sequence[str]) -> tuple[str, str]:
    """Return that own templates were kept, and how to replace them."""
    return (
        f"{listed(names)} findes allerede i {OWN_FOLDER} og er ikke ændret.",
        "Brug --overwrite for at få den medfølgende; jeres egen bliver gemt ved siden af.",
    )


def difference_lines(found: Iterable[tuple[str, Sequence[str] | None]]) -> Iterator[str]:
    """Yield what differs between each shipped template and the own one of its name."""
    for name, lines in found:
        if lines is None:
            yield f"{name}: I bruger den medfølgende."
        else:
            yield "\n".join(lines) if lines else f"{name}: ingen forskel i teksten."

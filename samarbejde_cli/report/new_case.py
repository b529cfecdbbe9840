"""A new case: where it is, and what to do first."""

from pathlib import Path


def created(folder: Path) -> str:
    """Return where a new case is, and how to go on."""
    return (
        f"Sagen {folder.name} er oprettet i {folder}.\n\n"
        f"Svar på det, der mangler: samarbejde fill {folder.name}\n"
        f"Se, hvad det er, og hvor: samarbejde validate {folder.name}"
    )

"""A new case: where it is, and what to do first."""

from pathlib import Path


def created(folder: Path) -> str:
    """Return where a new case is."""
    return (
        f"Sagen {folder.name} er oprettet i {folder}.\n\n"
        f"Udfyld sag.yaml, og se, hvad der mangler: samarbejde validate {folder.name}"
    )

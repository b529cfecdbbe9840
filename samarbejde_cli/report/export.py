"""What was exported, and what the copy is."""

from samarbejde_cli.actions.export import Exported
from samarbejde_cli.danish.text import counted, listed
from samarbejde_cli.files.paths import shown_path
from samarbejde_cli.report.folded import paragraphs

_WHAT = (
    "Navne, CPR-numre, adresser, telefonnumre og tekster er erstattet, og dagene er flyttet. Der "
    "er ingen nøgle tilbage til personerne."
)
_CAREFUL = (
    "Forløbene er virkelige: den, der kender et af dem godt, kan måske kende det igen. Del kun "
    "kopien med nogen, der må se den."
)


def as_lines(made: Exported) -> list[str]:
    """Return where the copy is and what to know of it."""
    return [
        f"skrevet: {shown_path(made.folder)} med {counted(made.cases, 'sag', 'sager')}",
        *paragraphs([_WHAT, _CAREFUL]),
    ]


def left_out(made: Exported) -> tuple[str, str] | None:
    """Return which cases are not in the copy, and how to see why; None when all are."""
    if not made.left_out:
        return None
    return (
        f"{listed(made.left_out)} kan ikke læses helt og er ikke med i kopien.",
        "Se hvorfor med `samarbejde validate`.",
    )

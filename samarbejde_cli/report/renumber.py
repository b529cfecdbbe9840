"""A case that got another number."""

from samarbejde_cli.actions.renumber import Renumbered
from samarbejde_cli.report.folded import folded


def renumbered(done: Renumbered) -> str:
    """Return the old and the new number, and where else the old one may be written."""
    elsewhere = (
        "Skriv det nye nummer de steder uden for arbejdsmappen, hvor det gamle står. Er mødet "
        f"sendt til kolleger, så send dem en ny kalenderfil: samarbejde calendar {done.after}"
    )
    return f"Sagen {done.before} hedder nu {done.after}.\n\n{folded(elsewhere)}"

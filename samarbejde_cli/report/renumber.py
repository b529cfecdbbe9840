"""A case that got another number."""

from samarbejde_cli.actions.renumber import Renumbered


def renumbered(done: Renumbered) -> str:
    """Return the old and the new number, and where else the old one may be written."""
    return (
        f"Sagen {done.before} hedder nu {done.after}.\n\n"
        "Skriv det nye nummer de steder uden for arbejdsmappen, hvor det gamle står. Er mødet "
        f"sendt til kolleger, så send dem en ny kalenderfil: samarbejde calendar {done.after}"
    )

"""A case that was made or changed, in a sentence or two, with what comes next."""

from datetime import date
from pathlib import Path

from samarbejde_cli.actions.renumber import Renumbered
from samarbejde_cli.actions.reply import Replied
from samarbejde_cli.case.round import Reply
from samarbejde_cli.danish.dates import long_date
from samarbejde_cli.danish.text import small
from samarbejde_cli.files.paths import shown_path


def created(folder: Path) -> str:
    """Return where a new case is."""
    return (
        f"Sagen {folder.name} er oprettet i {folder}.\n\n"
        f"Udfyld sag.yaml, og se, hvad der mangler: samarbejde validate {folder.name}"
    )


def paused(number: str, until: date) -> str:
    """Return until when a case rests, and how to end that earlier."""
    return (
        f"{number} holder pause og går i gang igen den {long_date(until)}.\n"
        f"Er I klar før, så skriv: samarbejde resume {number}"
    )


def resumed(number: str) -> str:
    """Return that a case goes on."""
    return f"{number} er i gang igen. Se, hvad der skal gøres: samarbejde todo"


def renumbered(done: Renumbered) -> str:
    """Return the old and the new number, and where else the old one may be written."""
    return (
        f"Sagen {done.before} hedder nu {done.after}.\n\n"
        "Skriv det nye nummer de steder uden for arbejdsmappen, hvor det gamle står. Er mødet "
        f"sendt til kolleger, så send dem en ny kalenderfil: samarbejde calendar {done.after}"
    )


def replied(reply: Reply, done: Replied) -> str:
    """Return who replied what about which meeting, the reply before, and the file."""
    about = f" om mødet den {long_date(done.about)}" if done.about else ""
    before = f" Før stod der {done.before.value}." if done.before else ""
    return (
        f"{done.person} har svaret {reply.value}{about}: {small(reply.label)}.{before}\n"
        f"Skrevet i {shown_path(done.file)}."
    )

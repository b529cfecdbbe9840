"""For whom a consent is taken back, asked at a terminal; without one the options say it."""

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.meant_people import names_in, people_meant
from samarbejde_cli.cli import console
from samarbejde_cli.cli.prompts import ask, confirm, require_terminal
from samarbejde_cli.danish.text import listed, nfc
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.report.folded import folded

_EVERYTHING = frozenset(("alle", "alt", "det hele", "hele"))
_NOTHING = frozenset(("", ".", "-", "<", "stop", "slut", "ingen", "tilbage"))
_WHOLE = "Træk hele samtykket tilbage?"
_OPTIONS = "--person` eller `--yes"


def people_to_withdraw(case: Case) -> tuple[str, ...] | None:
    """Ask for whom the consent is taken back, and whether it shall be written.

    Returns the names, none for the whole consent, or None when nothing shall be written. Without a
    terminal it is a click.UsageError that names the options.
    """
    require_terminal(_OPTIONS)
    names = [each.person for each in case.consent.recipients if each.withdrawn is None]
    if not names:
        return () if confirm(_WHOLE, option="--yes") else None
    console.err("Samtykket når:")
    for number, name in enumerate(names, 1):
        console.err(folded(f"  {number} {name}"))
    question = "Hvem er det trukket tilbage for? Navne eller numre; alle, hvis det er det hele"
    people = ask(question, lambda text: _named(case, names, nfc(text)), option=_OPTIONS)
    if people is None:
        return None
    sure = f"Træk samtykket tilbage for {listed(people)}?" if people else _WHOLE
    return tuple(people) if confirm(sure, option="--yes") else None


def _named(case: Case, names: list[str], text: str) -> list[str] | None:
    """Return the names that an answer means, none for everybody; None when it means nobody."""
    if text.casefold() in _NOTHING:
        return None
    if text.casefold() in _EVERYTHING:
        return []
    return [_name(case, names, each) for each in names_in(text, names)]


def _name(case: Case, names: list[str], word: str) -> str:
    if word.isdecimal() and 1 <= int(word) <= len(names):
        return names[int(word) - 1]
    found = people_meant(case, names, word)
    if len(found) == 1:
        return found[0]
    if found:
        raise WrongUseError(f"Flere hedder {word}.", f"Skriv {listed(found, 'eller')}.")
    raise WrongUseError(
        f"Samtykket når ikke {word}.", "Skriv et af navnene eller numrene ovenfor, eller alle."
    )

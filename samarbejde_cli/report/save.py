"""What ``save`` kept in git, in sentences."""

from collections.abc import Iterator

from samarbejde_cli.actions.save import Saved
from samarbejde_cli.danish.text import counted
from samarbejde_cli.report.folded import folded

REFUSED = "Intet er gemt i git, fordi der er fejl, som ikke var der før."


def refused_hint(result: Saved) -> str:
    """Return what to do about what was refused."""
    if result.is_leak:
        return "Ret dem, og gem igen. Git husker alt, så navne og numre skal blive i sagens filer."
    return "Ret dem, eller gem alligevel med --force. Det, du har skrevet, står i filerne."


def itself(result: Saved) -> str:
    """Return that a command's work was saved by itself."""
    return f"Gemt i git: {(result.text or '').splitlines()[0]}"


def not_itself(why: str) -> str:
    """Return that a command's work is written and not saved, and why."""
    return f"Det er skrevet, men ikke gemt i git. {why}"


def saved(result: Saved) -> Iterator[str]:
    """Yield what was saved, and which files were left alone."""
    if result.finished:
        yield "De to udgaver er samlet og gemt."
    elif result.text:
        yield f"Gemt: {result.text}"
    elif not result.strangers:
        yield "Der er ikke noget nyt at gemme."
    for folder in result.mailings:
        yield folded(
            f"Ikke gemt: brevene i {folder}. Breve hører ikke til i git. Kør "
            "`samarbejde doctor --fix`, så holder git sig fra mappen, eller slet den, når brevene "
            "er sendt."
        )
    inside = tuple(f"{each}/" for each in result.mailings)
    if others := [each for each in result.strangers if not each.startswith(inside)]:
        number = counted(len(others), "ny fil", "nye filer")
        yield folded(
            f"Ikke gemt: {number}, som programmet ikke kender, fx {others[0]}. Skal den med, så "
            f'skriv `git add "{others[0]}"`, og gem igen.'
        )

"""What ``save`` kept in git, in sentences."""

from collections.abc import Iterator

from samarbejde_cli.actions.save import Saved
from samarbejde_cli.danish.text import counted

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
    if result.strangers:
        number = counted(len(result.strangers), "ny fil", "nye filer")
        yield (
            f"Ikke gemt: {number}, som programmet ikke kender, fx {result.strangers[0]}. Skal den "
            "med, så skriv `git add` og filens navn, og gem igen."
        )

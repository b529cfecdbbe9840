"""Turn an ``OSError`` into a ``WriteError`` with Danish words."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from samarbejde_cli.errors import WriteError

_REASONS: Final = {
    errno.ENOSPC: ("der er ikke mere plads på drevet", "Gør plads, og prøv igen."),
    errno.EDQUOT: ("din plads på drevet er brugt op", "Gør plads, og prøv igen."),
    errno.EFBIG: ("der er ikke plads til så stor en fil", "Gør plads, og prøv igen."),
    errno.EROFS: ("drevet kan kun læses", "Flyt mappen til et drev, der kan skrives på."),
    errno.ENOENT: ("mappen findes ikke mere", "Se efter, om den er flyttet eller omdøbt."),
    errno.ENOTDIR: ("mappen findes ikke mere", "Se efter, om den er flyttet eller omdøbt."),
    errno.EISDIR: ("der er en mappe med det navn", "Giv mappen et andet navn, og prøv igen."),
    errno.ENAMETOOLONG: ("navnet er for langt", "Vælg et kortere navn."),
}
_NO_ACCESS: Final = (
    "du må ikke skrive der, eller filen er åben i et andet program",
    "Luk den i Word og andre programmer, og prøv igen. Bed ellers it-afdelingen om adgang.",
)

LOOP: Final = "den er en genvej, der fører tilbage til sig selv"


def refusal(problem: OSError) -> str:
    """Return in Danish why a file or a folder cannot be read."""
    if isinstance(problem, PermissionError):
        return "du har ikke adgang til den"
    if isinstance(problem, FileNotFoundError):
        return "den findes ikke"
    if problem.errno == errno.ELOOP:
        return LOOP
    return f"computeren svarer {errno.errorcode.get(problem.errno or 0, 'ukendt fejl')}"


@contextmanager
def in_danish(path: Path) -> Iterator[None]:
    """Turn an OSError into a WriteError that names the file and says what to do."""
    try:
        yield
    except PermissionError as problem:
        raise _error(path, *_NO_ACCESS) from problem
    except OSError as problem:
        name = errno.errorcode.get(problem.errno or 0, "ukendt fejl")
        other = (
            f"computeren svarer {name}",
            "Prøv igen. Hjælper det ikke, så spørg it-afdelingen.",
        )
        raise _error(path, *_REASONS.get(problem.errno or 0, other)) from problem


def _error(path: Path, reason: str, hint: str) -> WriteError:
    return WriteError(f"{path.name} kan ikke skrives: {reason}.", hint)

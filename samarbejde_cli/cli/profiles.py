"""Profiles on the command line."""

from typing import Annotated

from samarbejde_cli.cli import options
from samarbejde_cli.danish.text import closest, did_you_mean, listed
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.profile.load import shipped_names


def profile_named(name: str) -> str:
    """Return the name of a shipped profile; raises ``WrongUseError`` for any other."""
    names = shipped_names()
    if name in names:
        return name
    meant = closest(name, names)
    hint = did_you_mean(meant) or f"Vælg {listed(names, 'eller')}."
    raise WrongUseError(f"Profilen `{name}` findes ikke.", hint)


OfProfile = Annotated[
    str | None, options.parsed("--profile", "PROFIL", profile_named, "Kun sager i en profil.")
]

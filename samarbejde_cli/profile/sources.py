"""Which source of a rule or a deadline a municipality is shown: only its own, and the laws."""

from functools import cache

from samarbejde_cli.profile.load import shipped_names

MODEL = "Samarbejdsmodellen"
"""What is named where no source of a municipality's own says it."""
_HANDBOOK = ("soroe-unge", "soroe-voksne")
_BELONG = {
    "metodehåndbog": _HANDBOOK,
    "bilag": _HANDBOOK,
    "artiklen om samarbejdsmodellen for voksne": ("soroe-voksne",),
    "middelfart": ("middelfart",),
    "ti kommuner": ("national",),
}
"""How a source begins that belongs to some ways of working only, and to which."""


@cache
def cited(source: str, base: str) -> str:
    """Return what a municipality that builds on ``base`` is shown of a source.

    The parts of a source stand between semicolons. Laws and the like are everybody's.
    """
    parts = [part.strip() for part in source.split(";")]
    found = "; ".join(part for part in parts if base in _bases(part))
    return found[:1].upper() + found[1:] if found or not source else MODEL


def _bases(part: str) -> tuple[str, ...]:
    told = (bases for start, bases in _BELONG.items() if part.casefold().startswith(start))
    return next(told, tuple(shipped_names()))

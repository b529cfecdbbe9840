"""Fields that templates could once use: a municipality's own template may still have them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from samarbejde_cli.documents.kind import Kind
from samarbejde_cli.word import Mistake

_OWN_MAP = "Den unges private netværk står kun på netværkskortet, så slet det her."
_NO_WAY = "Den står ikke på papirer til andre mere, så slet den her."
_CARD = "Skriv personen fra `kort`: hver rolle har sit eget."

FORMER: dict[str, dict[str, str]] = {
    "mål-og-aftaleskema": {
        "underskrifter": "Skriv `plan.underskrifter`.",
        "underskriftspar": "Skriv `underskriftsrækker`, som har venstre, midt og højre.",
        "mål.uddannelse[].første": "Hvert mål har sit område; slet det.",
        "mål.øvrige[].første": "Hvert mål har sit område; slet det.",
    },
    "netværks-og-indsatsoverblik": {
        "netværk": _OWN_MAP,
        "fagpersoner[].betyder": _OWN_MAP,
        "familie[].betyder": _OWN_MAP,
        "private[].betyder": _OWN_MAP,
        "familie[].telefon": _NO_WAY,
        "familie[].email": _NO_WAY,
        "private[].telefon": _NO_WAY,
        "private[].email": _NO_WAY,
    },
    "roller": {
        "mindreårig": "Slet det, og skriv teksten, som den skal være i alle sager.",
        "leder_selv": "Skriv `leder` fra `kort`.",
        "skriver_selv": "Skriv `skriver` fra `kort`.",
        "den_unges_voksne": _CARD,
        "fagpersoner": _CARD,
        "familie_og_netværk": _CARD,
    },
    "samtykke": {
        "team[].trukket_tilbage": "Skriv listen `trukket_tilbage`, som har navn og dato.",
    },
    "pjece": {"formøde_dato": "Skriv `næste_formøde.dato`."},
}
"""What to do about each field that is gone, by the Danish name of its kind."""


def former_of(kind: Kind, path: str) -> str | None:
    """Return the field that is gone and that a path names, or leads through; None otherwise."""
    known = FORMER.get(kind.stem, {})
    starts = (path, *(path[:at] for at, sign in enumerate(path) if sign in ".["))
    return next((each for each in starts if each in known), None)


def explained(mistakes: Iterable[Mistake], kind: Kind) -> Iterator[Mistake]:
    """Yield mistakes; each field that is gone once, with what to write instead of it."""
    seen = set()
    for mistake in mistakes:
        former = former_of(kind, mistake.field) if mistake.field else None
        if former is None:
            yield mistake
        elif former not in seen:
            seen.add(former)
            message = f"Feltet »{former}« findes ikke mere."
            yield replace(mistake, message=message, hint=FORMER[kind.stem][former])


def former_fields(kind: Kind, paths: Iterable[str]) -> list[str]:
    """Return the fields that are gone of those that a template uses, each once."""
    found = (former_of(kind, path) for path in paths)
    return list(dict.fromkeys(each for each in found if each))

"""The answers that figures count and that no file names by itself."""

import re

from samarbejde_cli.lazy import lazy_pattern

NOT_TOLD = "Ikke oplyst"
OTHER = "Andre"
CUSTODY = "Forældremyndighedsindehaver"
YOUTH = "Den unge"

HELD, HELD_MOVED = "Holdt på den aftalte dag", "Holdt efter at være flyttet"
CALLED_OFF, NOT_NOTED = "Aflyst uden ny dag", "Ikke noteret som holdt"
IN_FORCE, UNSIGNED = "Gælder og er underskrevet", "Mangler en underskrift"
NOT_GIVEN, TAKEN_BACK = "Ikke givet", "Trukket tilbage"
PRIVATE_ADULT, PROFESSIONAL_ADULT = "Fra det private netværk", "En fagperson"
ADULT, NO_ADULT = "Valgt, ikke oplyst hvorfra", "Ingen valgt"
YES, NO = "Ja", "Nej"

REST = "Øvrige"
_LAST = (REST, OTHER, NOT_TOLD)


def natural(text: str) -> tuple[bool, str]:
    """Return what sorts names, the rest last."""
    return text.startswith(_LAST), text


_CLASS = lazy_pattern(
    r"^(?:elev )?(?:på|i) |\b\d{1,2}\.? ?(?:klasse|kl\.|årgang|år|[a-z])\b.*|\bafbrudt\b.*",
    re.IGNORECASE,
)
_PLACE = lazy_pattern(r"[A-ZÆØÅ][\wæøåÆØÅé-]*")


def school(text: str) -> str:
    """Return the name of a school without the class: ``Birkeby Skole, 9. klasse``."""
    for part in re.split(r"[,.;]| på ", text):
        name = " ".join(_CLASS.sub("", part.strip()).split()).strip(" -")
        if len(name) > 1 and _PLACE.match(name) and "skole" in name.casefold():
            return name
    first = re.split(r"[,.;]", text)[0].rpartition(" på ")[2]
    name = " ".join(_CLASS.sub("", first.strip()).split())
    return name or NOT_TOLD

"""SAM902: the folder's name does not identify the youth."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.danish.text import nfc
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.lazy import lazy_pattern
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Letters, Rule

_WORD = lazy_pattern(r"[^\W\d_]+")
_ASCII = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
_TELLING = 4
"""Length from which a part of a name is also found inside another word."""


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding when the folder's name holds a name or a CPR number of the case."""
    record = case.record
    names = (record.youth.name, *(parent.name for parent in record.parents))
    numbers = (record.youth.cpr, *(parent.cpr for parent in record.parents if parent.cpr))
    if any(_holds_name(case.number, name) for name in names):
        what = "et navn fra sagen"
    elif any(_holds_number(case.number, number) for number in numbers):
        what = "cifre fra et CPR-nummer i sagen"
    else:
        return
    year = (record.intake.referred_on or today).year
    yield RULE.finding(case.location("sag"), hvad=what, år=year)


def _holds_name(folder: str, name: str) -> bool:
    if not any(map(str.isalpha, folder)):
        return False
    words = _WORD.findall(_plain(folder))
    parts = _WORD.findall(_plain(name))
    return any(
        part in words or (len(part) >= _TELLING and part in _plain(folder)) for part in parts
    )


def _holds_number(folder: str, number: str) -> bool:
    """Whether the name has at least the birthday of a CPR number."""
    return number[:6] in "".join(filter(str.isdigit, folder))


def _plain(text: str) -> str:
    """Return the text as people write it where æ, ø and å are not welcome."""
    return nfc(text).casefold().translate(_ASCII)


RULE = Rule(
    code=codes.PERSONAL_DATA_IN_FOLDER_NAME,
    name="personoplysning-i-mappenavn",
    severity=Weight.ERROR,
    stops_letters=Letters.FOR_MANY,
    message="Mappens navn indeholder {hvad}.",
    hint="Giv mappen et nummer, som ikke siger noget om personen, for eksempel {år}-014.",
    explanation="""\
Mappens navn står i git, i sikkerhedskopier, i beskeder og i navnet på den fil, der bliver sendt.
Det kan ikke skjules. Derfor er det et nummer, som kun giver mening for den, der har adgang.

Reglen leder efter den unges og forældrenes navne og efter cifrene fra et CPR-nummer. Et øgenavn
eller en adresse kan den ikke kende.""",
    source="Databeskyttelsesforordningen artikel 5 og 25",
    example="""\
 # sag.yaml
 ung:
   navn: Silje Ravn
""",
    only_shown="Et eksempel kan ikke give mappen et andet navn.",
    check=check,
)

"""SAM901: no CPR number is written in free text."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.findings import Finding, Location, Weight
from samarbejde_cli.forms.cpr import written_numbers
from samarbejde_cli.lazy import lazy_pattern
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Letters, Rule
from samarbejde_cli.source.decode import BOM
from samarbejde_cli.source.lines import Lines

_FIELD = lazy_pattern(r"(?:^|[\s{,-])(?:cpr|'cpr'|\"cpr\"):\s*[\"']?$")
_COMMENT = lazy_pattern(r"(?:^|\s)#")


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each number outside the fields that are meant for it."""
    for source in case.sources():
        text = source.text.removeprefix(BOM)
        for found in written_numbers(text):
            if not is_cpr_field(text, found.start()):
                place = Lines(text).place(found.start(), found.end())
                yield RULE.finding(Location(source.path, place=place))


def is_cpr_field(text: str, offset: int) -> bool:
    """Whether the text before the number on its line is the key of a CPR field."""
    before = text[max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1 : offset]
    return bool(_FIELD.search(before)) and not _COMMENT.search(before)


RULE = Rule(
    code=codes.CPR_IN_FREE_TEXT,
    name="cpr-i-fritekst",
    severity=Weight.WARNING,
    stops_letters=Letters.FOR_MANY,
    message="Der står et CPR-nummer i en tekst eller en kommentar.",
    hint=(
        "Slet nummeret, og skriv navnet i stedet. CPR-numre hører kun til i felterne `cpr` i "
        "sag.yaml."
    ),
    explanation="""\
Numre i feltet `cpr` bliver holdt ude af breve og planer, hvor de ikke må stå. Et nummer i en
tekst bliver trykt med teksten, og et i en kommentar bliver glemt. Reglen leder i alle sagens
filer, også i kommentarer, efter ti cifre, der begynder med en dato. Et tal kan ligne uden at
være det; så skriv `# samarbejde: tillad SAM901` og en grund sidst på linjen.

Nummeret selv bliver ikke skrevet i beskeden. Er filen allerede gemt i git, står nummeret stadig
i de gamle udgaver.""",
    source="Databeskyttelsesloven § 11",
    example="""\
 # sag.yaml
+ung:
+  cpr: 720810-4322
 visitation:
-  begrundelse: Søsteren 670310-4321 har også en sag.
+  begrundelse: Søsteren har også en sag.
""",
    check=check,
)

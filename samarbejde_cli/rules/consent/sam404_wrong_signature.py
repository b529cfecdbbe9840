"""SAM404: signatures on the consent are by people who may sign in that capacity."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.consent import ConsentSignature, Signer
from samarbejde_cli.danish.dates import long_date
from samarbejde_cli.danish.text import listed
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Letters, Rule
from samarbejde_cli.rules.helpers.examples import SIGNED_BY_TWO
from samarbejde_cli.rules.helpers.late_signatures import is_late


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each reason why somebody could not sign so.

    The custody that ended when the youth came of age is one reason, however many signed: often
    it is the date of birth that is wrong.
    """
    found: dict[int, list[int]] = {}
    for i, signature in enumerate(case.consent.signatures):
        if signature.date <= today and _against(signature, case, profile, today):  # else SAM410
            found.setdefault(-1 if is_late(case, profile, signature) else i, []).append(i)
    for numbers in found.values():
        alike = [case.consent.signatures[i] for i in numbers]
        location = case.location("samtykke", "underskrifter", numbers[0])
        yield RULE.finding(
            location,
            navn=listed([each.name for each in alike]),
            som=alike[0].signer.value,
            grund=_against(alike[0], case, profile, today),
        )


def _against(signature: ConsentSignature, case: Case, profile: Profile, today: date) -> str:
    """Return why somebody cannot sign so, or an empty text."""
    person = case.person(signature.name)
    youth = case.record.youth
    if signature.signer is Signer.YOUTH:
        is_youth = person is not None and person.kind == "ung"
        return "" if is_youth else f"{profile.words.person} i sagen er {youth.name}"
    adult_from = case.turns(profile.consent.adult)
    if is_late(case, profile, signature):
        return f"{youth.short_name} har været myndig siden {long_date(adult_from)}"
    holders = case.record.parents if today >= adult_from else case.record.custody_holders
    has_custody = person is not None and person.name in {parent.name for parent in holders}
    return "" if has_custody else "det står ikke i sag.yaml, at personen har forældremyndighed"


RULE = Rule(
    code=codes.WRONG_SIGNATURE,
    name="underskrift-forkert",
    severity=Weight.ERROR,
    open_only=True,
    requires=(codes.CUSTODY_MISSING,),
    stops_letters=Letters.ALWAYS,
    message="{navn} kan ikke skrive under som {som}: {grund}.",
    hint=(
        "Ret `navn`, `som` eller `dato` ved underskriften i samtykke.yaml, eller slet den. Er "
        "det sag.yaml, der er forkert, så ret den."
    ),
    explanation="""\
Den unge skriver under som ung, og den, der har forældremyndighed, som forældremyndighed. En
værge, der står under `forældre` i sag.yaml, tæller på samme måde. Når den unge er myndig, kan
ingen anden skrive under; aldersgrænsen står under `samtykke` i samarbejde.yaml.

En forælders underskrift fra før den unge blev myndig bliver godtaget bagefter, også når sag.yaml
ikke længere siger forældremyndighed. Afsluttede sager bliver ikke set efter.""",
    source="Metodehåndbog Bilag 6",
    example=SIGNED_BY_TWO
    + """\
   - navn: Henrik Ravn
     som: forældremyndighed
     dato: 2026-02-11
-  - navn: Birgit Kær
-    som: forældremyndighed
-    dato: 2026-02-11
""",
    check=check,
)

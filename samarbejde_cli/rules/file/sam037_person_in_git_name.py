"""SAM037: a name or a number of somebody where git keeps it for ever; found by the hooks."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Rule

RULE = Rule(
    code=codes.PERSON_IN_GIT_NAME,
    name="personoplysning-i-git",
    severity=Weight.ERROR,
    message="{hvor} indeholder {hvad}.",
    hint="{råd}",
    explanation="""\
Navne på filer og grene og beskeden til hver gang, der gemmes, står i git for altid, hos alle, der
har en kopi, og i de programmer, der viser dem. De kan ikke slettes igen uden at lave hele historien
om. Skriv sagens nummer i stedet, som 2026-014.

Reglen leder efter navne, CPR-numre, adresser, telefonnumre og mailadresser på dem, der står i
arbejdsmappens sager, og efter CPR-numre i enhver skrivemåde. Medarbejdere i samarbejde.yaml må
nævnes i en besked.""",
    source="Databeskyttelsesforordningen artikel 5 og 25",
    only_shown="Reglen ser på det, der er ved at blive gemt i git.",
)

"""SAM038: somebody of one case in another case's file, or outside all; found by the hooks."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Rule

RULE = Rule(
    code=codes.PERSON_OUTSIDE_CASE,
    name="person-uden-for-sagen",
    severity=Weight.ERROR,
    message="Her står {hvad}, og det hører ikke til i filen.",
    hint="Tag det ud, og gem igen. Skriv sagens nummer, hvis den skal nævnes.",
    explanation="""\
En borgers navn, CPR-nummer, adresse, telefonnummer og mailadresse hører til i borgerens egen sag.
Står det i en anden sag eller i en fil uden for sagerne, kan det komme med i et papir til forkerte
folk, og det bliver ikke slettet sammen med sagen. En forælder, der står i begge sager, hører til i
begge, og det, der allerede var gemt i filen, bliver ikke nævnt igen.

Det er kun den unge, forældrene, netværket og andre private, reglen leder efter; fagpersoner må
nævnes. Skal det alligevel gemmes, så brug `git commit --no-verify`.""",
    source="Databeskyttelsesforordningen artikel 5 og 25",
    only_shown="Reglen ser på det, der er ved at blive gemt i git.",
)

"""SAM031: a comment right behind a value; found while reading."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.COMMENT_RIGHT_BEHIND_VALUE,
    name="kommentar-uden-mellemrum",
    severity=Weight.ERROR,
    stops_letters=Letters.ALWAYS,
    message="`{rest}` kommer ikke med: lige efter {tegn} begynder # en kommentar.",
    hint=(
        "Skriv det inden for anførselstegnene eller parentesen, hvis det hører med. Er det en "
        "kommentar, så skriv et mellemrum både før og efter #."
    ),
    explanation="""\
Efter et anførselstegn, en parentes eller et komma er værdien slut, og # begynder en kommentar, også
uden mellemrum. I `navn: "Bo"#2` er navnet kun Bo. Andre programmer kan slet ikke læse sådan en
linje.""",
    source="Filformatet YAML",
    example="""\
 # plan.yaml
-sagsresumé: "Silje går på hold"#2
+sagsresumé: "Silje går på hold #2" # siden august
""",
)

"""SAM102: a required key that is missing or empty; found by ``forms.read``."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.MISSING_FIELD,
    name="felt-mangler",
    severity=Weight.ERROR,
    stops_letters=Letters.ALWAYS,
    message="`{felt}` mangler eller er tomt.",
    hint="Udfyld det, eller slet linjen, hvis den ikke skal bruges.",
    explanation="""\
Nogle felter kan ikke undværes, for uden dem ved hverken programmet eller læseren, hvem eller
hvad det handler om. Et felt uden værdi efter kolonet tæller som et felt, der ikke er udfyldt.
Det gør en tom linje i en liste også.

`null`, `Null`, `NULL` og `~` uden anførselstegn betyder i YAML, at der ikke står noget. Hedder en
person Null, skal navnet stå i anførselstegn: `navn: "Null"`.""",
    source="Filernes opbygning",
    example="""\
 # team.yaml
 personer:
   - navn: Karin Friis
-    rolle:
+    rolle: skole
""",
)

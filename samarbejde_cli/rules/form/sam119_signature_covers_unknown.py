"""SAM119: a signature that does not say what it covers; found by ``fix``."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Rule

RULE = Rule(
    code=codes.SIGNATURE_COVERS_UNKNOWN,
    name="underskrift-dækker-ukendt",
    severity=Weight.NOTE,
    message=(
        "Det står ikke i samtykket, hvad {hvilke} dækker, og papirerne i breve.yaml kan ikke "
        "vise det."
    ),
    hint=(
        "Er der kommet nogen eller noget til siden, så skriv `siden` og dagen ved det, eller få "
        "samtykket underskrevet igen: `samarbejde sign {sag} {navne} --consent`."
    ),
    explanation="""\
En underskrift gælder det, som stod på papiret. Nye underskrifter har fingeraftryk af det under
`omfatter`; ældre har ikke. `samarbejde fix` skriver dem, når det samtykke, som blev lavet sidst før
underskriften, står i breve.yaml, og sagens filer fra den gang ligger i git. Ellers dækker
underskriften alt, der ikke har en senere dag under `siden`.""",
    source="Metodehåndbog Bilag 6",
    only_shown="Det er `fix`, der finder den; den står ikke i `validate`.",
    example="""\
 # samtykke.yaml
 underskrifter:
   - navn: Silje Ravn
     som: ung
-    dato: 2026-02-10
+    dato: 2026-02-24
+    omfatter: [7581bb2e, 80479d70]
""",
)

"""SAM034: an escape in double quotes for an invisible character; found while reading."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.INVISIBLE_CHARACTER_AS_CODE,
    name="usynligt-tegn-som-kode",
    severity=Weight.ERROR,
    stops_letters=Letters.ALWAYS,
    message="Teksten indeholder et tegn, der ikke kan ses: {tegn}.",
    hint=(
        "Skriv teksten uden koden. I almindelige anførselstegn begynder en kode med en omvendt "
        "skråstreg, som `\\e` eller `\\u202e`."
    ),
    explanation="""\
I almindelige anførselstegn kan man i YAML skrive ethvert tegn som en kode, også tegn, der styrer
skærmen eller vender teksten om, så et navn eller et beløb ser ud som noget andet, end det er. De
har intet at gøre i en sag, og ingen papirer bliver lavet af filen, før de er væk. Linjeskift
(`\\n`) og tabulator (`\\t`) må gerne stå der.""",
    source="Filformatet YAML",
    example="""\
 # plan.yaml
-sagsresumé: "Silje \\u202e går i 9. klasse"
+sagsresumé: "Silje går i 9. klasse"
""",
)

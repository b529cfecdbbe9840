"""SAM023: a value that a number sign cuts off; found while reading, see ``source.codes``."""

code = "SAM023"
name = "afskåret-værdi"
severity = "error"
steps = ()
requires = ()
message = "«{rest}» kommer ikke med: efter et mellemrum begynder # en kommentar."
hint = (
    "Sæt hele værdien i anførselstegn, hvis det hører med. Er det en kommentar, så skriv et "
    "mellemrum efter #."
)
explanation = """\
Alt efter ` #` på en linje er en kommentar. Følger der straks et bogstav eller et tal, som i `Team
Ung #2`, er det sjældent ment sådan, og derfor spørges der."""
source = "Filformatet YAML"
wrong = """\
# plan.yaml
sagsresumé: Silje går på hold #2
"""
right = """\
# plan.yaml
sagsresumé: 'Silje går på hold #2' # siden august
"""

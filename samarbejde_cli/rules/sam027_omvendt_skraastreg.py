"""SAM027: an unknown escape in double quotes; found while reading, see ``source.codes``."""

code = "SAM027"
name = "omvendt-skråstreg"
severity = "error"
steps = ()
requires = ()
message = "«{tegn}» betyder ikke noget i en tekst med dobbelte anførselstegn."
hint = "Brug enkelte anførselstegn udenom, så er \\ et almindeligt tegn."
explanation = """\
I dobbelte anførselstegn indleder `\\` et særligt tegn, for eksempel `\\n` for et linjeskift.
Skriver du en sti på computeren, så sæt den i enkelte anførselstegn."""
source = "Filformatet YAML"
wrong = """\
# plan.yaml
sagsresumé: "Gemt i S:\\unge\\2026"
"""
right = """\
# plan.yaml
sagsresumé: 'Gemt i S:\\unge\\2026'
"""

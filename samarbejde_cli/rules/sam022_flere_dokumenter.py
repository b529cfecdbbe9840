"""SAM022: several documents in one file; found while reading, see ``source.codes``."""

code = "SAM022"
name = "flere-dokumenter"
severity = "error"
steps = ()
requires = ()
message = "Her begynder et nyt dokument i samme fil."
hint = (
    "Slet linjen med --- eller ..., hvis det hele hører sammen. Ellers læg resten i sin egen fil."
)
explanation = """\
En linje med tre bindestreger deler en YAML-fil i flere dokumenter. Hver af sagens filer er kun
ét. Vil du dele filen op for øjet, så brug en kommentar: `# ---`."""
source = "Filformatet YAML"
wrong = """\
# plan.yaml
sagsresumé: Silje går i 9. klasse
---
mål: []
"""
right = """\
# plan.yaml
sagsresumé: Silje går i 9. klasse
# ---
mål: []
"""

"""SAM012: no space after the colon of a key; found while reading, see ``source.codes``."""

code = "SAM012"
name = "mellemrum-efter-kolon"
severity = "error"
steps = ()
requires = ()
message = "Der mangler et mellemrum efter kolon i «{tekst}»."
hint = "Skriv «{rettet}»."
explanation = """\
Kolon skiller kun nøglen fra værdien, når der følger et mellemrum. Ellers hører det med til ordet,
som i `kl. 9:30` og `https://…`."""
source = "Filformatet YAML"
wrong = """\
# plan.yaml
sagsresumé:Silje går i 9. klasse
mål: []
"""
right = """\
# plan.yaml
sagsresumé: Silje går i 9. klasse
mål: []
"""

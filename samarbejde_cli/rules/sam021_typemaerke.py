"""SAM021: a tag; found while reading, see ``source.codes``."""

code = "SAM021"
name = "typemærke"
severity = "error"
steps = ()
requires = ()
message = "«{tekst}» læses som et typemærke og kommer ikke med i teksten."
hint = "Sæt hele værdien i anførselstegn, eller slet udråbstegnet."
explanation = """\
Et udråbstegn først i en værdi er i YAML en besked til programmet om, hvilken slags værdi det er.
Sagens filer bruger det ikke."""
source = "Filformatet YAML"
wrong = """\
# plan.yaml
sagsresumé: !vigtigt Silje går i 9. klasse
"""
right = """\
# plan.yaml
sagsresumé: '!vigtigt Silje går i 9. klasse'
"""

"""SAM017: a second colon on the line; found while reading, see ``source.codes``."""

code = "SAM017"
name = "kolon-i-værdi"
severity = "error"
steps = ()
requires = ()
message = "Værdien «{tekst}» har et kolon med mellemrum efter."
hint = "Sæt hele værdien i anførselstegn, eller flyt den sidste del ned på sin egen linje."
explanation = """\
Et kolon med mellemrum efter skiller en nøgle fra dens værdi. Står der to på samme linje, kan
programmet ikke vide, om det andet hører til teksten."""
source = "Filformatet YAML"
wrong = """\
# plan.yaml
sagsresumé: Silje siger: jeg vil i skole
"""
right = """\
# plan.yaml
sagsresumé: 'Silje siger: jeg vil i skole'
"""

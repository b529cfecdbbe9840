"""SAM011: a line without a colon; found while reading, see ``source.codes``."""

code = "SAM011"
name = "kolon-mangler"
severity = "error"
steps = ()
requires = ()
message = "Linjen «{tekst}» har intet kolon."
hint = (
    "Skriv kolon og mellemrum efter nøglen: `navn: Silje`. Fortsætter linjen teksten "
    "ovenover, så ryk den længere ind."
)
explanation = """\
Hver linje begynder med en nøgle, et kolon og et mellemrum. Uden kolon kan programmet ikke se,
hvor nøglen holder op."""
source = "Filformatet YAML"
wrong = """\
# plan.yaml
sagsresumé Silje går i 9. klasse
mål: []
"""
right = """\
# plan.yaml
sagsresumé: Silje går i 9. klasse
mål: []
"""

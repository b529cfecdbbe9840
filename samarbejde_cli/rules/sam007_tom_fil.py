"""SAM007: the file holds nothing but comments; found while reading, see ``source.codes``."""

code = "SAM007"
name = "tom-fil"
severity = "error"
steps = ()
requires = ()
message = "Filen {fil} er tom."
hint = (
    "Hent filen tilbage fra git, eller skriv det, der skal stå i den. Kommentarer alene er "
    "ikke nok."
)
explanation = """\
En tom fil er næsten altid et uheld: en kopi, der gik galt, eller en fil, der aldrig blev gemt.
Derfor regnes den ikke for det samme som en fil, hvor intet er udfyldt endnu."""
source = "Sagens filer"
wrong = """\
# plan.yaml
# her skal planen stå
"""
right = """\
# plan.yaml
# her skal planen stå
mål: []
"""

"""SAM030: commas in a one-line list; found while reading, see ``source.codes``."""

code = "SAM030"
name = "komma-i-liste"
severity = "error"
steps = ()
requires = ()
message = (
    "Listen mellem {tegn} og {slut} kan ikke læses: et komma mangler, eller der er et for meget."
)
hint = (
    "Skil punkterne med ét komma, og sæt tekster med komma, kolon eller anførselstegn i "
    "anførselstegn."
)
explanation = """\
I en liste på én linje står der komma mellem punkterne. Er punkterne lange, er det lettere at
skrive dem under hinanden, hvert med sin bindestreg."""
source = "Filformatet YAML"
wrong = """\
# plan.yaml
sendes_til: ["Mette Ravn" "Jonas Berg"]
"""
right = """\
# plan.yaml
sendes_til: ["Mette Ravn", "Jonas Berg"]
"""

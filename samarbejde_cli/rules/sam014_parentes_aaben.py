"""SAM014: a bracket that is never closed; found while reading, see ``source.codes``."""

code = "SAM014"
name = "parentes-åben"
severity = "error"
steps = ()
requires = ()
message = "Listen begynder med {tegn}, men der kommer intet afsluttende {slut}."
hint = (
    "Sæt {slut} efter det sidste i listen. Er {tegn} en del af teksten, så sæt teksten i "
    "anførselstegn."
)
explanation = """\
En værdi, der begynder med `[`, er en liste på én linje, og en, der begynder med `{`, er nøgler på
én linje. Begge skal lukkes igen."""
source = "Filformatet YAML"
wrong = """\
# plan.yaml
sendes_til: [Mette Ravn, Jonas Berg
mål: []
"""
right = """\
# plan.yaml
sendes_til: [Mette Ravn, Jonas Berg]
mål: []
"""

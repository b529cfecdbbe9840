"""SAM031: a comment right behind a value; found while reading, see ``source.codes``."""

code = "SAM031"
name = "kommentar-uden-mellemrum"
severity = "error"
steps = ()
requires = ()
message = "«{rest}» kommer ikke med: lige efter {tegn} begynder # en kommentar."
hint = (
    "Skriv det inden for anførselstegnene eller parentesen, hvis det hører med. Er det en "
    "kommentar, så skriv et mellemrum både før og efter #."
)
explanation = """\
Efter et anførselstegn, en parentes eller et komma er værdien slut, og # begynder en kommentar, også
uden mellemrum. I `navn: "Bo"#2` er navnet kun Bo. Andre programmer kan slet ikke læse sådan en
linje."""
source = "Filformatet YAML"
wrong = """\
# plan.yaml
sagsresumé: "Silje går på hold"#2
"""
right = """\
# plan.yaml
sagsresumé: "Silje går på hold #2" # siden august
"""

"""SAM029: text on the line of a block sign; found while reading, see ``source.codes``."""

code = "SAM029"
name = "tekst-efter-bloktegn"
severity = "error"
steps = ()
requires = ()
message = "Efter {tegn} skal teksten begynde på næste linje."
hint = "Flyt teksten ned på næste linje, rykket to mellemrum ind, eller sæt den i anførselstegn."
explanation = """\
`|` og `>` indleder en tekst over flere linjer. Den begynder altid på linjen under; med `|`
beholdes linjeskiftene, med `>` bliver de til mellemrum."""
source = "Filformatet YAML"
wrong = """\
# plan.yaml
sagsresumé: > Silje går i 9. klasse
"""
right = """\
# plan.yaml
sagsresumé: >
  Silje går i 9. klasse
"""

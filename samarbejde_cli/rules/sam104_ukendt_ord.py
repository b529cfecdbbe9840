"""SAM104: a word that is none of those to choose from.

The findings are made in ``forms.read``.
"""

code = "SAM104"
name = "ukendt-ord"
severity = "error"
steps = ()
requires = ()
message = "`{værdi}` er ikke et af de ord, man kan vælge ved `{felt}`."
hint = "Vælg et af de ord, som skemaet har."
explanation = """\
Ved nogle felter vælger man mellem faste ord, som roller, trin og områder i planen. Ordene gør,
at sagerne kan sammenlignes, og at brevene får den rigtige tekst. Store og små bogstaver,
bindestreg og mellemrum er lige meget."""
source = "Filernes opbygning"
wrong = """\
# team.yaml
personer:
  - navn: Karin Friis
    rolle: skolen
"""
right = """\
# team.yaml
personer:
  - navn: Karin Friis
    rolle: skole
"""

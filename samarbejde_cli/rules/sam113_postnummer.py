"""SAM113: a post code of another form.

The findings are made in ``forms.read``.
"""

code = "SAM113"
name = "postnummer"
severity = "error"
steps = ()
requires = ()
message = "`{værdi}` er ikke et postnummer."
hint = "Skriv fire cifre i `postnummer`, og byens navn i `by`."
explanation = """\
Et dansk postnummer har fire cifre. Byen står i sit eget felt, så adressen kan sættes rigtigt op
i et brev. Om nummeret og byen passer sammen, bliver ikke kontrolleret."""
source = "Filernes opbygning"
wrong = """\
# team.yaml
personer:
  - navn: Karin Friis
    rolle: skole
    postnummer: 4999 Birkeby
"""
right = """\
# team.yaml
personer:
  - navn: Karin Friis
    rolle: skole
    postnummer: 4999
    by: Birkeby
"""

"""SAM110: something else than a whole number.

The findings are made in ``forms.read``.
"""

code = "SAM110"
name = "tal"
severity = "error"
steps = ()
requires = ()
message = "`{værdi}` er ikke et helt tal."
hint = "Skriv tallet med cifre, uden punktum, komma eller enhed: 12500."
explanation = """\
Felter til tal rummer hele tal fra 0 og op. Beløb er i hele kroner uden punktum og uden kr.
Enheden står i feltets navn, for eksempel `svarfrist_dage`."""
source = "Filernes opbygning"
wrong = """\
# team.yaml
netværk:
  - navn: Freja
    kreds: venner
    nærhed: meget tæt
"""
right = """\
# team.yaml
netværk:
  - navn: Freja
    kreds: venner
    nærhed: 1
"""

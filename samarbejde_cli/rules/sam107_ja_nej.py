"""SAM107: something else than yes or no.

The findings are made in ``forms.read``.
"""

code = "SAM107"
name = "ja-nej"
severity = "error"
steps = ()
requires = ()
message = "`{værdi}` er hverken ja eller nej."
hint = "Skriv ja eller nej. Lad feltet stå tomt, hvis I ikke ved det endnu."
explanation = """\
Et felt med ja eller nej er en boks på skemaet: den er krydset af eller ikke. Forbehold og
forklaringer hører til i et felt til tekst ved siden af, så boksen er til at stole på."""
source = "Filernes opbygning"
wrong = """\
# samtykke.yaml
fælles_skema: måske
"""
right = """\
# samtykke.yaml
fælles_skema: ja
"""

"""SAM016: a value begins with a reserved character; found while reading, see ``source.codes``."""

code = "SAM016"
name = "særligt-tegn-først"
severity = "error"
steps = ()
requires = ()
message = "En tekst kan ikke begynde med {tegn} uden anførselstegn."
hint = "Sæt teksten i anførselstegn, for eksempel `'@birkeby'`."
explanation = """\
Nogle tegn har en særlig betydning i YAML, når de står først i en værdi: `@`, `%`, `*`, `&`, `?`,
komma, slutparenteser og accenten `` ` ``. I anførselstegn er de almindelig tekst."""
source = "Filformatet YAML"
wrong = """\
# plan.yaml
sagsresumé: @birkeby skriver til Silje
"""
right = """\
# plan.yaml
sagsresumé: '@birkeby skriver til Silje'
"""

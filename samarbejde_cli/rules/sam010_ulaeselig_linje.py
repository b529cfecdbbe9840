"""SAM010: an unusual syntax error; found while reading, see ``source.codes``."""

code = "SAM010"
name = "ulæselig-linje"
severity = "error"
steps = ()
requires = ()
message = "Linjen kan ikke læses som YAML."
hint = (
    "Sammenlign med en linje, der virker: `nøgle: værdi`. Sæt teksten i anførselstegn, hvis "
    "den har særlige tegn."
)
explanation = """\
Filen følger ikke reglerne for YAML, men fejlen er ikke en af de almindelige, som programmet kan
forklare nærmere. Ofte ligger årsagen på linjen ovenover."""
source = "Filformatet YAML"
wrong = """\
# plan.yaml
%YAML 7.0
---
mål: []
"""
right = """\
# plan.yaml
mål: []
"""

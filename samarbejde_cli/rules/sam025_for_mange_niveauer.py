"""SAM025: nested deeper than any case file; found while reading, see ``source.codes``."""

code = "SAM025"
name = "for-mange-niveauer"
severity = "error"
steps = ()
requires = ()
message = "Lister og nøgler står mere end {grænse} niveauer inde i hinanden."
hint = "Se efter, om parenteser eller bindestreger er blevet gentaget ved en fejl."
explanation = """\
En sagsfil har højst en halv snes niveauer. Er der mange flere, er filen ikke, hvad den giver sig
ud for, og den bliver ikke læst videre."""
source = "Filformatet YAML"
wrong = """\
# plan.yaml
mål: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
"""
right = """\
# plan.yaml
mål: []
"""

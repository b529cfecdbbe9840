"""SAM004: the file is larger than any case file; found while reading, see ``source.codes``."""

code = "SAM004"
name = "fil-for-stor"
severity = "error"
steps = ()
requires = ()
only_shown = "Så stor en fil kan ikke stå som eksempel."
message = "Filen {fil} fylder {størrelse}; grænsen er {grænse}."
hint = (
    "Se efter, om det er den rigtige fil. Store bilag hører til i fagsystemet, ikke i sagens "
    "YAML-filer."
)
explanation = """\
En sagsfil fylder sjældent mere end 10 kB. Er den hundrede gange så stor, er noget andet lagt ind
i den ved en fejl, og så bliver den ikke læst."""
source = "Sagens filer"
wrong = ""
right = ""

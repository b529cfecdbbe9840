"""SAM001: a file of the case is missing; found while reading, see ``source.codes``."""

code = "SAM001"
name = "fil-mangler"
severity = "error"
steps = ()
requires = ()
only_shown = "En fil, der ikke er der, kan ikke vises som tekst."
message = "Filen {fil} findes ikke."
hint = (
    "Opret filen, eller hent den tilbage fra git, hvis den er slettet ved en fejl. Se også "
    "efter, om navnet er stavet rigtigt."
)
explanation = """\
En sag består af faste filer med faste navne. Uden dem kan programmet ikke vide, hvor langt sagen
er, og hvem der må se hvad. Filnavne skrives med små bogstaver og ender på `.yaml`."""
source = "Sagens filer"
wrong = ""
right = ""

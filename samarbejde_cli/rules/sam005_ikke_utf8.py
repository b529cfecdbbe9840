"""SAM005: the bytes of the file are no UTF-8; found while reading, see ``source.codes``."""

code = "SAM005"
name = "ikke-utf8"
severity = "error"
steps = ()
requires = ()
only_shown = "Alle eksempler er gemt som UTF-8."
message = "Filen {fil} er ikke gemt som UTF-8. Den ligner {ligner}."
hint = (
    "Åbn filen i din editor, og gem den igen med tegnsættet UTF-8. I Notesblok: Filer, Gem "
    "som, Kodning: UTF-8."
)
explanation = """\
Tegn som æ, ø og å kan gemmes på flere måder. Programmet læser kun UTF-8, så navne aldrig bliver
til volapyk i et brev. Stedet er det første tegn, der ikke er UTF-8.

Se æ, ø og å efter, når du har gemt: er de allerede gået i stykker, skal de skrives igen."""
source = "Filformatet YAML"
wrong = ""
right = ""

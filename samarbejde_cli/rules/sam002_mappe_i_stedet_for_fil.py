"""SAM002: a folder stands where a file should be; found while reading, see ``source.codes``."""

code = "SAM002"
name = "mappe-i-stedet-for-fil"
severity = "error"
steps = ()
requires = ()
only_shown = "En mappe kan ikke vises som tekst."
message = "{fil} er en mappe, men skulle være en fil."
hint = "Giv mappen et andet navn, eller flyt den, og læg filen på dens plads."
explanation = """\
Det sker, når en mappe ved en fejl får et navn, der ender på `.yaml`, eller når et arkiv er pakket
forkert ud."""
source = "Sagens filer"
wrong = ""
right = ""

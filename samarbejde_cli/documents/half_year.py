"""The half-year's report as ``templates`` sees it: the fields that its template may use."""

from datetime import date

from samarbejde_cli.documents.common_fields import COMMON
from samarbejde_cli.documents.context import Context
from samarbejde_cli.documents.page import Page, letterhead, nobody, without_case
from samarbejde_cli.documents.schema import DAY, GROUP, NUMBER, TEXT, YES_NO, Known, Schema, in_area
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.sight import DataArea

TEMPLATE, STEM, TITLE = "halvårstal.docx", "halvårstal", "Halvårstal"
COLUMNS = 6
"""The most columns of numbers that a table has."""

_NUMBERS = range(1, COLUMNS + 1)
FIELDS: Schema = in_area(
    DataArea.REMARKS,
    Known("dokument", GROUP, "Dokumentet selv"),
    Known("dokument.titel", TEXT, "Titlen"),
    Known("dokument.dato", DAY, "Dagen, tallene er fra"),
    tuple(known for known in COMMON if known.path.partition(".")[0] == "kommune"),
    Known("periode", TEXT, "Perioden: 1. halvår 2026"),
    Known("sammenlignet", TEXT, "Perioden, der er sammenlignet med"),
    Known("sammenfatning[]", TEXT, "Sætninger, der er sande for tallene"),
    Known("om_tallene[]", TEXT, "Hvad der er skjult, og hvad der mangler"),
    Known("opdelinger[]", GROUP, "Hovedtal efter hver af opdelingerne"),
    Known("opdelinger[].navn", TEXT, "Hvad der er opdelt efter"),
    Known("opdelinger[].linjer[]", GROUP, "En gruppe"),
    Known("opdelinger[].linjer[].navn", TEXT, "Gruppens navn"),
    *(Known(f"opdelinger[].linjer[].c{n}", TEXT, f"Gruppens tal {n}") for n in range(1, COLUMNS)),
    Known("kapitler[]", GROUP, "Rapportens kapitler"),
    Known("kapitler[].navn", TEXT, "Kapitlets navn"),
    Known("kapitler[].figurer[]", GROUP, "Kapitlets figurer"),
    Known("kapitler[].figurer[].titel", TEXT, "Figurens titel"),
    Known("kapitler[].figurer[].kilde", TEXT, "Kildens nummer: Tabel 4.1"),
    Known("kapitler[].figurer[].definition", TEXT, "Sådan er det talt"),
    Known("kapitler[].figurer[].enhed", TEXT, "Hvad der tælles"),
    Known("kapitler[].figurer[].diagram", TEXT, "søjler, stablede, net, linjer eller ingenting"),
    Known("kapitler[].figurer[].beskrivelse", TEXT, "Diagrammet i ord, til oplæsning"),
    Known("kapitler[].figurer[].antal_kolonner", NUMBER, "Så mange kolonner med tal"),
    *(Known(f"kapitler[].figurer[].k{n}", TEXT, f"Overskrift over kolonne {n}") for n in _NUMBERS),
    Known("kapitler[].figurer[].linjer[]", GROUP, "En linje i tabellen"),
    Known("kapitler[].figurer[].linjer[].navn", TEXT, "Linjens navn"),
    Known("kapitler[].figurer[].linjer[].sum", YES_NO, "Ja: linjen lægger andre sammen"),
    *(Known(f"kapitler[].figurer[].linjer[].c{n}", TEXT, f"Linjens tal {n}") for n in _NUMBERS),
    Known("kapitler[].figurer[].noter[]", TEXT, "Hvad der er skjult i figuren, eller mangler"),
    Known("begrundelser[]", TEXT, "Grunde til gennemtvungne flytninger, uden navne"),
)  # fmt: skip
"""Every field that the template may use."""


def context(profile: Profile, day: date, **values: object) -> Context:
    """Return the context of a report; ``values`` are the fields beside the letterhead."""
    return {**letterhead(TITLE, profile, day), **_EMPTY, **values}


_EMPTY: Context = {
    "periode": "", "sammenlignet": None, "sammenfatning": [], "om_tallene": [], "opdelinger": [],
    "kapitler": [], "begrundelser": [],
}  # fmt: skip


HALF_YEAR = Page(
    name="report",
    order=1001,
    stem=STEM,
    title=TITLE,
    help="Lav halvårets tal til ledelsen.",
    about="Rapporten nævner ingen unge.",
    steps=(),
    template=TEMPLATE,
    later_template=None,
    recipients=nobody,
    context=without_case(context),
    fields=lambda: FIELDS,
)
"""The report as ``templates`` sees it; no case asks for it."""

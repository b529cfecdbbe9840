"""The year's plan as ``templates`` sees it: the fields that its template may use."""

from datetime import date

from samarbejde_cli.documents.common_fields import COMMON
from samarbejde_cli.documents.context import Context
from samarbejde_cli.documents.page import Page, letterhead, nobody, without_case
from samarbejde_cli.documents.schema import DAY, GROUP, NUMBER, TEXT, YES_NO, Known, Schema, in_area
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.sight import DataArea

TEMPLATE, STEM, TITLE = "årsplan.docx", "årsplan", "Årsplan"
ROOMS = 6
"""The most rooms beside each other on a page; more of them get another page."""

FIELDS: Schema = in_area(
    DataArea.REMARKS,
    Known("dokument", GROUP, "Dokumentet selv"),
    Known("dokument.titel", TEXT, "Titlen"),
    Known("dokument.dato", DAY, "Dagen, planen er lavet"),
    tuple(known for known in COMMON if known.path.partition(".")[0] == "kommune"),
    Known("periode", TEXT, "Planens første og sidste dag"),
    Known("kalendere[]", GROUP, "Kalenderens sider, med op til seks lokaler på hver"),
    Known("kalendere[].papir", TEXT, "Papiret: A4 på langs, eller A3"),
    Known("kalendere[].stor", YES_NO, "Ja, når der er plads til stor skrift"),
    Known("kalendere[].periode", TEXT, "Sidens første og sidste dag"),
    Known("kalendere[].forklaring", TEXT, "Hvad forkortelserne betyder"),
    Known("kalendere[].antal_lokaler", NUMBER, "Så mange lokaler er der i kalenderen"),
    *(Known(f"kalendere[].l{n}", TEXT, f"Lokale {n}") for n in range(1, ROOMS + 1)),
    Known("kalendere[].linjer[]", GROUP, "En uge med møder"),
    Known("kalendere[].linjer[].dag", TEXT, "Ugens nummer og mandag"),
    *(
        Known(f"kalendere[].linjer[].c{n}", TEXT, f"Ugens møder i lokale {n}")
        for n in range(1, ROOMS + 1)
    ),
    Known("sætninger[]", TEXT, "Hvor god planen er, og hvad der ikke er med"),
    Known("uger", TEXT, "Diagrammet over ugerne i ord, til oplæsning"),
    Known("personer[]", GROUP, "Dem, der arbejder på møderne"),
    Known("personer[].navn", TEXT, "Navnet"),
    Known("personer[].kalender", TEXT, "Navnet på personens kalenderfil"),
    Known("personer[].linjer[]", GROUP, "Et møde eller formøde"),
    Known("personer[].linjer[].dag", TEXT, "Dagen"),
    Known("personer[].linjer[].kl", TEXT, "Klokken"),
    Known("personer[].linjer[].lokale", TEXT, "Lokalet"),
    Known("personer[].linjer[].sag", TEXT, "Sagens nummer, og kaldenavnet, når I beder om det"),
    Known("personer[].linjer[].hvad", TEXT, "Møde, formøde eller andet møde"),
)  # fmt: skip
"""Every field that the template may use."""


def context(profile: Profile, day: date, **values: object) -> Context:
    """Return the context of a plan; ``values`` are the fields beside the letterhead."""
    return {**letterhead(TITLE, profile, day), **_EMPTY, **values}


_EMPTY: Context = {"periode": "", "kalendere": [], "sætninger": [], "uger": None, "personer": []}


YEAR_PLAN = Page(
    name="plan",
    order=1002,
    stem=STEM,
    title=TITLE,
    help="Læg et års møder og formøder: dage, klokkeslæt og lokaler.",
    about="Planen er til tovholderen alene.",
    steps=(),
    template=TEMPLATE,
    later_template=None,
    recipients=nobody,
    context=without_case(context),
    fields=lambda: FIELDS,
)
"""The plan as ``templates`` sees it; no case asks for it."""

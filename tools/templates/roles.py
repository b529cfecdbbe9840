"""A card of half a page for each person: what you do before, at and after the meeting (Bilag 8)."""

from collections.abc import Sequence
from dataclasses import replace

import look
from blocks import Document, Row, Xml, each, p, spanning, table, when
from paper import document

_SIZE = 10
_COLUMNS = (3130, 3150, 3132)
_HEIGHT = 5250
_LEAD = (
    "Byd velkommen, og hold dagsordenen og tiden.",
    "Giv ordet efter tur, {{ ung.kaldenavn }} først, og sørg for, at alle bliver hørt.",
    "Grib ind, hvis tonen bliver hård, eller nogen taler hen over hovedet på {{ ung.kaldenavn }}.",
    "Gentag alle aftaler, og slut først, når de er skrevet ned.",
)
_WRITE = (
    "Skriv i mål- og aftaleskemaet, så alle kan følge med på skærmen.",
    "Skriv kun det, der bliver aftalt: mål i jeg-form, hvem der gør hvad, og hvornår.",
)
_TALK = (
    "Tal med {{ ung.kaldenavn }} foran de andre, og lad dem svare gennem dig.",
    "Spørg til det, {{ ung.kaldenavn }} har ønsket, og hold pause, når der er brug for det.",
)


class Card(Row):
    """A row as high as half a page, less the heading of the card."""

    def xml(self, widths: Sequence[int]) -> Xml:
        """Return the three columns of a card."""
        return replace(Row(self.cells), height=_HEIGHT).xml(widths)


class Heading(Row):
    """Whose card it is, over the whole width."""

    def xml(self, widths: Sequence[int]) -> Xml:
        """Return the tinted row."""
        return spanning([(len(widths), self.cells[0])], widths, look.TINTED)


def todo(*texts: str) -> Xml:
    """Return what to do, as bullets."""
    return "".join(p(text, "Tabelpunkt") for text in texts)


def of(role: str, *texts: str) -> Xml:
    """Return what one role does."""
    return when(f"k.rolle == '{role}'", todo(*texts))


def before() -> Xml:
    """Return what each does before the meeting."""
    return "".join((
        of("koordinator",
           "Inviter {{ ung.kaldenavn }} til formøde. Fortæl om modellen, og få samtykket på plads.",
           "Find sammen ud af, hvem der skal med, og hvem der er {{ ord.voksen }}.",
           "Lav dagsordenen sammen, og begynd på resumé og team i skemaet.",
           "Spørg fra andet formøde, hvordan møderne opleves, og skriv svarene ned.",
           "Inviter teamet, og send dagsordenen med. Bestil lokale og forplejning."),
        of("tovholder",
           "Book lokaler et år frem{% if rytme.ugedag | lower != 'hverdag' %}, hver gang på en "
           "{{ rytme.ugedag | lower }}{% endif %}.",
           "Aftal datoer for formøder og møder med koordinatorerne.",
           "Fortæl nye kolleger om modellen, og svar på spørgsmål."),
        of("voksen",
           "{{ ung.kaldenavn }} har valgt dig. Du skal ikke kunne lovgivning; det er nok, at du "
           "er der.",
           "Spørg {{ ung.kaldenavn }}, hvad der er vigtigt at få sagt, og om du skal hjælpe med "
           "at sige det."),
        of("fagperson",
           "Læs dagsordenen, og svar på indkaldelsen. Kan du ikke komme, så send et notat.",
           "Undersøg, hvad du kan tilbyde på dit område, så der kan aftales noget på mødet."),
        of("familie",
           "Spørg {{ ung.kaldenavn }}, hvad du kan hjælpe med på mødet.",
           "Tænk over, hvad der går godt, og hvad du selv kan gøre."),
        of("tolk",
           "Læs dagsordenen, og spørg koordinatoren, hvis der er ord, du er i tvivl om."),
        of("møde", "Aftal med koordinatoren, hvordan I deler opgaverne på mødet."),
    ))  # fmt: skip


def at_the_meeting() -> Xml:
    """Return what each does at the meeting."""
    return "".join((
        when("k.leder", todo(*_LEAD)),
        when("k.skriver", todo(*_WRITE)),
        when("k.interviewer", todo(*_TALK)),
        of("koordinator",
           "Tag en computer med, så skemaet kan ses på skærmen.",
           "Hold fast i {{ ung.kaldenavn_ejefald }} egne mål, og at mindst ét fører mod "
           "uddannelse eller job, nu eller senere.",
           "Se efter, at hver fagperson har en aftale, når det er relevant.",
           "Få skemaet printet og underskrevet."),
        of("tovholder", "Læg mærke til, hvor samarbejdet går trægt, og hvad ledelsen bør vide."),
        of("voksen",
           "Sæt dig, hvor {{ ung.kaldenavn }} gerne vil have dig.",
           "Lad {{ ung.kaldenavn }} tale først. Hjælp på vej, og bed om en pause, hvis der er "
           "brug for en.",
           "Sig kun ja til det, du har tid og lyst til."),
        of("fagperson",
           "Tal til {{ ung.kaldenavn }}, og brug ord, som alle forstår.",
           "Lad være med at rette på {{ ung.kaldenavn_ejefald }} egen fortælling.",
           "Hjælp mødelederen med at holde tiden."),
        when("k.rolle == 'fagperson' and bruger.enkeltsagsøkonomiark",
             todo("Betaler du for en bevilling, som er blevet en anden, så udfyld "
                  "enkeltsagsøkonomiarket.")),
        of("familie",
           "Lad {{ ung.kaldenavn }} fortælle færdigt, også når du ser anderledes på det. Du får "
           "din egen tur.",
           "Sig til, hvis der er noget, du ikke forstår.",
           "Sig kun ja til aftaler, du kan holde."),
        of("tolk",
           "Oversæt alt, hvad der bliver sagt, og det, der bliver skrevet på skærmen.",
           "Sig til, når det går for hurtigt."),
    ))  # fmt: skip


def after() -> Xml:
    """Return what each does after the meeting."""
    return "".join((
        of("koordinator",
           "Sæt det i gang, du selv har lovet, og følg med i, hvordan det går.",
           "Send en kopi af planen til dem, der skal have den.",
           "Journalfør formødet og mødet{% if bruger.mødetjekliste %}, og udfyld "
           "mødetjeklisten{% endif %}."
           "{% if bruger.enkeltsagsøkonomiark %} Se efter, at enkeltsagsøkonomiarket bliver "
           "udfyldt, når en bevilling er blevet en anden.{% endif %}",
           "Aftal nye datoer{% if rytme.højst_måneder_imellem %}, højst "
           "{{ rytme.højst_måneder_imellem }} måneder frem{% endif %}."),
        of("tovholder",
           "Se efter, at {{ ung.kaldenavn }} kommer igennem "
           "{% if rytme.møder %}{{ rytme.møder_med_ord }} formøder og møder på "
           "{{ rytme.måneder_med_ord }} måneder{% else %}de formøder og møder, der er aftalt"
           "{% endif %}.",
           "Giv det videre, du har lagt mærke til, uden at nævne den enkelte sag."),
        of("voksen",
           "Tal med {{ ung.kaldenavn }} om, hvordan det gik.",
           "Hold det, du har lovet, og spørg en gang imellem til aftalerne.",
           "Ring til {{ koordinator.navn }}, hvis du bliver bekymret, eller planen ikke passer "
           "mere."),
        of("fagperson",
           "Gem planen i dit eget fagsystem, hvis du får den, og skriv det ind, du skal.",
           "Sæt din del i gang, og sørg for, at lovens krav på dit område er opfyldt.",
           "Giv besked, hvis noget ændrer sig, og del det, de andre har brug for at vide, så "
           "langt samtykket rækker."),
        of("familie",
           "Hold det, du har lovet.",
           "Ring til {{ koordinator.navn }}, hvis noget ikke går som aftalt."),
        of("tolk", "Det, du har hørt, er fortroligt."),
        when("k.skriver and k.rolle != 'koordinator'",
             todo("Giv skemaet til koordinatoren, når det er skrevet.")),
    ))  # fmt: skip


def whose() -> Xml:
    """Return the top of a card: the meeting, the case, the role and the person."""
    hours = "{% if møde.start %} kl. {{ møde.start | kl }}{% endif %}"
    meeting = (
        "{% if møde.dato %}{{ møde.dato | langdato }}" + hours + "{% else %}Datoen er ikke aftalt"
        "{% endif %}{% if møde.lokale %}, {{ møde.lokale }}{% endif %}. Sag {{ sag.nummer }}"
    )
    reach = "{% if k.telefon %}, telefon {{ k.telefon }}{% endif %}"
    reach += "{% if k.email %}, {{ k.email }}{% endif %}"
    duties = "".join(
        f"{{% if k.{key} %}} · {word}{{% endif %}}"
        for key, word in (("leder", "Leder mødet"), ("skriver", "Skriver referatet"),
                          ("interviewer", "Interviewer"))
    )  # fmt: skip
    return "".join((
        p("{{ k.titel }}" + duties, "Heading2", keep=True),
        p("**{{ k.navn | default('____________________', true) }}**"
          "{% if k.funktion %}, {{ k.funktion }}{% endif %}" + reach, "Tabeltekst", keep=True),
        p(meeting, "Lille", keep=True),
    ))  # fmt: skip


def card() -> Xml:
    """Return the card of one person."""
    parts = (("Før mødet", before()), ("På mødet", at_the_meeting()), ("Efter mødet", after()))
    cells = [p(heading, "Heading3") + inner + p("", "Tabeltekst") for heading, inner in parts]
    rows = [Heading((whose(),)), Card(tuple(cells))]
    return table("Kort", _COLUMNS, rows, "Kort med rolle og opgaver") + p("", "Klip")


def roles() -> Document:
    """Return the cards, two on a page."""
    body = each("k in kort", card())
    sheet = document("Roller og opgaver", body, _SIZE)
    bare = p("{{ kommune.navn }}", "Header")
    return replace(
        sheet, first_header=bare, header=bare, styles=look.frame_table("Kort") + look.gap("Klip"),
        edges=(907, 794),
    )  # fmt: skip


TEMPLATES = {"roller.docx": roles}

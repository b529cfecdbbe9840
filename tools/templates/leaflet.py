"""The leaflet for the youth: an A4 sheet on its side, two small pages on each side, folded."""

from dataclasses import replace

from blocks import FORM, Document, Xml, facts, p, row, table, when
from paper import document

_SIZE = 14
_COLUMN = 6600
_LINE = "________________________________________"
_DAY = "{{% if {0} %}}{{{{ {0} | langdato }}}}{{% else %}}____________________{{% endif %}}"


def bullets(*texts: str) -> Xml:
    """Return a list of bullets."""
    return "".join(p(text, "ListBullet") for text in texts)


def back() -> Xml:
    """Return the last page: whom to ask, when we meet, room for notes."""
    return "".join((
        p("Har du et spørgsmål?", "Heading1"),
        when("koordinator and fornavn_koordinator",
             p("Ring eller skriv til {{ fornavn_koordinator }}.", keep=True),
             p("**{{ koordinator.navn }}**", "Adresse", keep=True),
             p("{{ koordinator.titel }}", "Adresse", keep=True),
             when("koordinator.telefon", p("Telefon {{ koordinator.telefon }}", "Adresse")),
             when("koordinator.email", p("{{ koordinator.email }}", "Adresse"))),
        p("Her ses vi", "Heading1"),
        facts("Boks", (1300, _COLUMN - 1300), (
            ("Vi to", _DAY.format("formøde_dato")),
            ("Alle", _DAY.format("møde.dato")),
        ), "Hvornår vi ses"),
        p("Det vil jeg huske", "Heading1"),
        *(p(_LINE) for _ in range(3)),
    ))  # fmt: skip


def front() -> Xml:
    """Return the first page: what this is about."""
    title = "".join((
        p("Din plan, og dit hold om dig", "Title"),
        p("Til {{ ung.kaldenavn }}", "Subtitle"),
    ))  # fmt: skip
    return "".join((
        p("[KOLONNE]{{ kommune.navn }}", "Brevhovednavn"),
        p(""),
        p(""),
        table("Boks", (_COLUMN,), [row(title)], "Titlen"),
        p(""),
        p("Får du hjælp flere steder fra? Så er det let at tabe tråden. Nu samler vi det hele."),
        p("Der er kun én plan, og det er din. Du er selv med til at lave den. Alle om dig følger "
          "den, så du ikke skal sige det samme igen og igen."),
        p("Her kan du læse, hvad der skal ske, og hvad du selv bestemmer."),
    ))  # fmt: skip


def inside_left() -> Xml:
    """Return the second page: what will happen."""
    return "".join((
        p("[KOLONNE]Sådan går det til", "Heading1"),
        p("**1. Vi to tales ved.** Du og {{ fornavn_koordinator | default('vi') }} mødes først. "
          "Du siger, hvad du gerne vil nå, og hvem der skal være med."),
        p("**2. Dit hold mødes.** Vi sidder om et bord, og du er med. "
          "Du kan selv tale, eller en anden kan gøre det for dig."),
        p("**3. Vi laver planen.** Den siger, hvad du vil, og hvem der hjælper. Den bliver skrevet "
          "med dine ord. Du får den med hjem."),
        p("**4. Alle gør deres del.** Du gør det, du har lovet, og det gør vi også."),
        p("**5. Vi ses igen.** Det gør vi {{ rytme.hvor_tit }}. Så ser vi på, hvad der går "
          "godt."),
        p("Hvem er med?", "Heading1"),
        p("Det bestemmer du. Det kan være en fra din familie, en ven eller en, der hjælper dig i "
          "dag. Vælg også en, som du er helt tryg ved."),
    ))  # fmt: skip


def inside_right() -> Xml:
    """Return the third page: what the youth decides, and what to think of."""
    return "".join((
        p("[KOLONNE]Det bestemmer du", "Heading1"),
        bullets(
            "Vi taler ikke om dig uden dig.",
            "Du siger ja eller nej til, at vi deler det, vi ved om dig."
            "{% if mindreårig %} De, der har forældremyndigheden, skal også sige ja.{% endif %}",
            "Du kan sige, at noget ikke må deles.",
            "Du kan når som helst sige stop. Så deler vi ikke mere.",
            "Du må læse alt det, der står om dig.",
        ),
        p("Tænk over det, før vi ses", "Heading1"),
        p("Hvad går godt lige nu?", keep=True),
        p(_LINE),
        p("Hvad skal være bedre om et halvt år?", keep=True),
        p(_LINE),
        p("Hvem kan hjælpe dig med det?", keep=True),
        p(_LINE),
        p("Er der noget, du er nervøs for? Sig det, så finder vi en vej."),
    ))  # fmt: skip


def leaflet() -> Document:
    """Return the leaflet: outside first, so that it folds to a small book."""
    body = back() + front() + inside_left() + inside_right()
    sheet = document("Pjece til den unge", body, _SIZE, FORM)
    bare = p("", "Header")
    return replace(sheet, columns=2, first_header=bare, header=bare)


TEMPLATES = {"pjece.docx": leaflet}

"""The leaflet for the youth: an A4 sheet on its side, two small pages on each side, folded."""

from dataclasses import replace

from blocks import FORM, Document, Xml, p, row, table, when
from paper import document
from pictures import frame

_SIZE = 14
_COLUMN = 6600
_LINE = "________________________________________"


def bullets(*texts: str) -> Xml:
    """Return a list of bullets."""
    return "".join(p(text, "ListBullet") for text in texts)


def back() -> Xml:
    """Return the last page: whom to ask, when we meet, room for notes."""
    place = "{% if møde.lokale %}, {{ møde.lokale }}{% endif %}"
    hours = "{% if KL %} kl. {{ KL | kl }}{% endif %}"
    rows = [
        row("**Vi to**", "{{ næste_formøde.dato | langdato }}"
            + hours.replace("KL", "næste_formøde.start")
            + "{% if næste_formøde.lokale %}, {{ næste_formøde.lokale }}{% endif %}",
            only="næste_formøde"),
        row("**Alle**", "{{ møde.dato | langdato }}" + hours.replace("KL", "møde.start") + place,
            only="mødet_venter"),
        row("", "Du får dag og sted at vide, når det er aftalt.",
            only="not næste_formøde and not mødet_venter"),
    ]  # fmt: skip
    return "".join((
        p("Har du et spørgsmål?", "Heading2"),
        when("koordinator and fornavn_koordinator",
             p("Ring eller skriv til {{ fornavn_koordinator }}.", keep=True),
             p("**{{ koordinator.navn }}**", "Adresse", keep=True),
             p("{{ koordinator.titel }}", "Adresse", keep=True),
             when("koordinator.telefon", p("Telefon {{ koordinator.telefon }}", "Adresse")),
             when("koordinator.email", p("{{ koordinator.email }}", "Adresse"))),
        p("Her ses vi", "Heading2"),
        table("Boks", (1100, _COLUMN - 1100), rows, "Hvornår og hvor vi ses"),
        p("Det vil jeg huske", "Heading2"),
        *(p(_LINE) for _ in range(3)),
    ))  # fmt: skip


def front() -> Xml:
    """Return the first page: the cover."""
    title = "".join((
        p("Din plan og dit hold", "Title"),
        p("Til {{ ung.kaldenavn }}", "Subtitle"),
    ))  # fmt: skip
    name = p("[KOLONNE]{{ kommune.navn }}", "Brevhovednavn")
    return "".join((
        when("kommune.logo", p("[KOLONNE]"), frame("kommune.logo", 55, 10), otherwise=[name]),
        *(p("") for _ in range(4)),
        table("Boks", (_COLUMN,), [row(title)], "Titlen"),
        p(""),
        p("Får du hjælp flere steder fra? Så er det let at tabe tråden. Nu samler vi det hele i én "
          "plan. Den er din, og du er selv med til at lave den."),
        p("Her kan du læse, hvad der skal ske, og hvad du selv bestemmer."),
    ))  # fmt: skip


def inside_left() -> Xml:
    """Return the second page: what will happen."""
    return "".join((
        p("[KOLONNE]Sådan går det til", "Heading2"),
        p("**1. Vi to tales ved.** Du og {{ fornavn_koordinator | default('vi') }} mødes først. "
          "Du siger, hvad du gerne vil nå, og hvem du gerne vil have med."),
        p("**2. Dit hold mødes.** Vi sidder om et bord, og du er med. Du kan selv tale, eller en "
          "anden kan gøre det for dig.{% if ung.sprog %} Der er en tolk med.{% endif %}"
          "{% if møde.interviewer %} {{ møde.interviewer }} taler med dig, mens de andre hører "
          "efter.{% endif %}"),
        p("**3. Vi laver planen.** Den siger, hvad du vil, og hvem der hjælper. Den bliver skrevet "
          "med dine ord, og du får en kopi."),
        p("**4. Alle gør deres del.** Du gør det, du har lovet, og det gør vi også."),
        p("**5. Vi ses igen.** Det gør vi {{ rytme.hvor_tit }}. Så ser vi på, hvad der går "
          "godt."),
        p("Hvem er med?", "Heading2"),
        p("Du siger, hvem du gerne vil have med. Det kan være en fra din familie, en ven eller en, "
          "der hjælper dig i dag. Vælg også en, som du er helt tryg ved."),
    ))  # fmt: skip


def inside_right() -> Xml:
    """Return the third page: what the youth decides, and what to think of."""
    return "".join((
        p("[KOLONNE]Det bestemmer du", "Heading2"),
        bullets(
            "Du siger, hvad vi skal tale om.",
            "Du siger ja eller nej til, at vi deler det, vi ved om dig."
            "{% if mindreårig %} De, der har forældremyndigheden, skal også sige ja.{% endif %}",
            "Du kan sige, at noget ikke må deles. Noget skal vi dele, fordi loven siger det.",
            "Du kan når som helst trække dit ja tilbage.",
            "Du kan bede om at læse det, der står om dig.",
        ),
        p("Tænk over det, før vi ses", "Heading2"),
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
    sheet = document("Pjece", body, _SIZE, FORM)
    bare = p("", "Header")
    return replace(sheet, columns=2, first_header=bare, header=bare, first_footer=bare, footer=bare)


TEMPLATES = {"pjece.docx": leaflet}

"""The meeting leader's drejebog, for the first meeting and for the later ones (§ 4.1)."""

from collections.abc import Sequence

from blocks import Document, Row, Xml, each, facts, head, p, row, table, when
from paper import MEETING_ROLES, document

_SIZE = 11.5
_WIDE = 9412


def point(key: str, heading: str, speaks: str, *content: Xml) -> Row:
    """Return a point with its time and length, and who has the floor."""
    time = p(f"{{{{ tider.{key} | kl }}}}", "Klokken") + p(
        f"{{{{ minutter.{key} }}}} min.", "Lille"
    )
    floor = p(f"**Ordet har:** {speaks}", "Tabeltekst")
    return row(time, p(heading, "Dagsordenspunkt") + floor + "".join(content))


def bullets(*texts: str) -> Xml:
    """Return a list of bullets in a cell."""
    return "".join(p(text, "Tabelpunkt") for text in texts)


def preparation() -> Xml:
    """Return what is done before the others come, and who does not come."""
    absent = [
        head("Kommer ikke", "Notat, som læses op eller lægges frem"),
        row("{{ k.navn }}", "{{ k.notat | default('') }}", repeat="k in kommer_ikke"),
    ]
    texts = (
        "Tænd skærmen, og åbn mål- og aftaleskemaet. Læg dagsordenen på bordet.",
        "Stil vand, kaffe og te frem.",
        (
            "Mød {{ ung.kaldenavn }} kl. {{ mødes_før | kl }}. Tal mødet igennem, og spørg, hvor "
            "alle skal sidde, og om du skal stille spørgsmålene lidt ad gangen."
        ),
    )
    return "".join((
        p("Før mødet", "Heading2"),
        *(p(text, "ListBullet") for text in texts),
        each("ting in hensyn", p("Tag hensyn: {{ ting }}", "ListBullet")),
        when("har_relationen",
             p("{{ har_relationen }} kender {{ ung.kaldenavn }} bedst og fortæller om mødet.",
               "ListBullet")),
        when("kommer_ikke", p("", "Lille"),
             table("Fakta", (3200, 6212), absent, "Dem, der ikke kommer")),
    ))  # fmt: skip


def rules() -> Xml:
    """Return the ground rules, to be said aloud."""
    texts = (
        "Det er {{ ung.kaldenavn_ejefald }} møde. Vi taler med {{ ung.kaldenavn }}, ikke om.",
        "Én taler ad gangen, og alle får en tur.",
        (
            "Ingen retter på det, {{ ung.kaldenavn }} fortæller. Ser du anderledes på det, så vent "
            "på din tur."
        ),
        "Vi bruger ord, som alle forstår, og holder en god tone.",
        "Vi skriver kun ned, hvad vi aftaler.",
        "Alle må bede om en pause.",
    )
    return p("Spilleregler, som du siger højt", "Heading2") + "".join(
        p(text, "ListBullet") for text in texts
    )


def welcome() -> Row:
    """Return the welcome."""
    return point(
        "velkomst", "Velkomst", "dig, og så alle kort efter tur",
        bullets("Sig, hvad mødet skal ende med, og hvornår det slutter.",
                "Bed alle om at sige, hvem de er, og hvordan de kender {{ ung.kaldenavn }}.",
                "Sig spillereglerne, og spørg, om alle er med på dem."),
    )  # fmt: skip


def wishes(heading: str, *before: Xml) -> Row:
    """Return the point in which the youth tells what it is about."""
    return point(
        "ønsker", heading, "{{ ung.kaldenavn }}",
        *before,
        each("ønske in ønsker", p("»{{ ønske }}«", "EgneOrd"),
             otherwise=p("{{ ønsker }}", "EgneOrd")),
        bullets("Er det svært at komme i gang, så stil ét lille spørgsmål ad gangen, mens de andre "
                "lytter.",
                "Spørg, om du har forstået det rigtigt, før I går videre."),
    )  # fmt: skip


def later_points() -> Sequence[Row]:
    """Return the points that both meetings have after the wishes."""
    return (
        point("vurdering", "Bordet rundt: Hvordan ser vi på det?", "de andre efter tur",
              bullets("Fagpersoner: {{ fagpersoner | liste | default('ingen endnu', true) }}.",
                      "Familie og netværk: "
                      "{{ familie_og_netværk | liste | default('ingen endnu', true) }}.",
                      "Til sidst {{ ung.kaldenavn }}: Hvad passer, og hvad passer ikke?")),
        point("delmål", "Vi samler op: Hvilke delmål er vi fælles om?",
              "dig og {{ ung.kaldenavn }}",
              bullets("Sig med få ord, hvad du har hørt, og foreslå delmål.",
                      "{{ møde.referent | default('Referenten') }} skriver dem på skærmen i "
                      "jeg-form. Spørg {{ ung.kaldenavn }}, om ordene er rigtige.",
                      "Er der et mål for uddannelse eller job?")),
        point("handlinger", "Bordet rundt: Hvem gør hvad?",
              "{{ ung.kaldenavn }} først, så familie og netværk, så fagpersonerne",
              bullets("Spørg hver: Hvad gør du, og hvornår er det gjort?",
                      "Skriv et navn og en dato ved hver handling, mens alle ser det.")),
        point("afslutning", "Afslutning", "dig, og sidst {{ ung.kaldenavn }}",
              bullets("Læs alle aftaler op, og spørg, om nogen mangler.",
                      "Spørg {{ ung.kaldenavn }}, hvad der er godt ved planen, og hvad der er "
                      "svært. Skriv det i skemaet.",
                      "Spørg alle, hvordan mødet var, og hvad I gør anderledes næste gang.",
                "Aftal næste formøde og næste møde. Print skemaet, og skriv under.")),
        row(p("{{ møde.slut | kl }}", "Klokken"), p("Tak for i dag", "Dagsordenspunkt")),
    )  # fmt: skip


def to_tick(text: str, only: str = "") -> Row:
    """Return a line to tick off; ``only`` is the test that must hold for it to be there."""
    cells = (p(cell, "Tabeltekst", keep=True) for cell in (text, "{{ tom_boks }}"))
    return row(*cells, only=only)


def on_paper() -> Xml:
    """Return what must be on paper when the meeting ends, to be ticked off."""
    texts = (
        "Mindst ét mål for uddannelse eller job, om ikke nu, så senere",
        "Målene står i jeg-form, og {{ ung.kaldenavn }} kan genkende dem",
        "Et navn og en dato ved hver aftale",
        "En aftale for hver fagperson, når det er relevant",
        "{{ ung.kaldenavn_ejefald }} egen mening om planen",
        (
            "Datoer for næste formøde og møde{% if rytme.højst_måneder_imellem %}, højst "
            "{{ rytme.højst_måneder_imellem }} måneder frem{% endif %}"
        ),
        "Underskrift fra {{ underskrivere | liste }}",
    )
    some = {
        "bruger.enkeltsagsøkonomiark": (
            "Når {{ ung.kaldenavn }} er gået: enkeltsagsøkonomiark, hvis en bevilling blev en anden"
        ),
        "bruger.mødetjekliste": "Mødetjeklisten, mens du husker det",
    }
    rows = [
        head("Inden du går", "Kryds"),
        *(to_tick(text) for text in texts),
        *(to_tick(text, only=test) for test, text in some.items()),
    ]
    heading = "Det skal være skrevet, når mødet slutter"
    return p(heading, "Heading2") + table("Fakta", (8612, 800), rows, heading) + p("", "Lille")


def goals() -> Xml:
    """Return the goals that are not reached yet, to go through one by one."""
    people = "{% if m.ansvarlige %}{{ m.ansvarlige | liste }}{% endif %}"
    rows = [
        head("Mål", "Ansvarlige", "Senest"),
        row("{{ m.mål }}", people, "{{ m.frist | dato | default('') }}", repeat="m in mål"),
    ]
    heading = "Mål, der ikke er nået endnu"
    return when("mål", p(heading, "Heading2"), table("Fakta", (4912, 2700, 1800), rows, heading))


def script(title: str, own: Row, *more: Xml) -> Document:
    """Return a script; ``own`` is the point with the youth's wishes, ``more`` follows the table."""
    summary = (
        ("Hvornår", "{{ møde.dato | langdato }} kl. {{ møde.start | kl }}-{{ møde.slut | kl }}"),
        ("Hvor", "{{ møde.lokale }}, {{ møde.adresse }}"),
        *MEETING_ROLES,
    )
    points = (head("Kl.", "Sådan gør du"), welcome(), own, *later_points())
    body = "".join((
        p("Drejebog", "Title"),
        p("Til den, der leder {{ ung.kaldenavn_ejefald }} {{ møde.ordenstal }} {{ ord.møde }}",
          "Subtitle"),
        facts("Boks", (1800, 7612), summary, "Hvornår og hvor mødet holdes"),
        when("møde.formål", p("**Formål:** {{ møde.formål }}", "Tabeltekst")),
        preparation(),
        rules(),
        p("Minut for minut", "Heading2"),
        table("Fakta", (1250, 8162), points, "Mødets punkter med klokkeslæt"),
        *more,
        on_paper(),
    ))  # fmt: skip
    return document(title, body, _SIZE)


def first_script() -> Document:
    """Return the script of the first meeting."""
    own = wishes("{{ ung.kaldenavn_ejefald }} ønsker", p("Lad {{ ung.kaldenavn }} fortælle om:",
                                                       "Tabeltekst"))  # fmt: skip
    return script("Drejebog for første møde", own)


def later_script() -> Document:
    """Return the script of the meetings after the first."""
    before = when(
        "mål",
        p("Tag målene på listen ét ad gangen: Er det nået? Hvorfor, og hvad skal ændres?",
          "Tabeltekst"),
    )  # fmt: skip
    own = wishes("Siden sidst, og {{ ung.kaldenavn_ejefald }} ønsker", before,
                 p("Derefter det, {{ ung.kaldenavn }} vil tale om:", "Tabeltekst"))  # fmt: skip
    return script("Drejebog for opfølgningsmøde", own, goals())


TEMPLATES = {"drejebog-første.docx": first_script, "drejebog-opfølgning.docx": later_script}

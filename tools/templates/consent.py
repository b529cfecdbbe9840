"""The consent with its slip for taking it back (Bilag 6)."""

from dataclasses import replace

import look
from blocks import Document, Row, Xml, each, head, p, row, table, when
from controls import answer, asked, control, end_of_cell, lines, room
from paper import document, one_line

_SIZE = 10
_WIDE = 9412


def notice(test: str, text: str) -> Xml:
    """Return a tinted box that is there when the test holds."""
    return when(test, table("Boks", (_WIDE,), [row(text)], "Bemærk"), p("", "Lille"))


def who_decides() -> Xml:
    """Return who signs, by age: of age, old enough for own post, younger."""
    of_age = p(
        "**Du bestemmer selv**, for du er myndig. Din familie får kun noget at vide, hvis du "
        "sætter kryds ved dem eller skriver dem på listen."
    )
    old_enough = p(
        "**Hvem bestemmer?** Du er fyldt {{ egen_post_år }} år, men ikke {{ myndig_år }}. Derfor "
        "skriver du selv under, og det gør alle, der har forældremyndigheden, også. Samtykket "
        "gælder, når alle har skrevet under. Den {{ bliver_myndig | dato }} bliver du myndig; så "
        "gælder det ikke længere, og vi spørger dig alene."
    )
    younger = p(
        "**Hvem bestemmer?** Du er under {{ egen_post_år }} år. Derfor læser du det her sammen med "
        "dem, der har forældremyndigheden, og I skriver alle under. Det handler om dig, så spørg, "
        "hvis der er noget, du er i tvivl om."
    )
    minor = when("egen_post", old_enough, otherwise=[younger])
    return when("myndig", of_age, otherwise=[minor])


def two_questions() -> Xml:
    """Return the two questions of the form, each with yes and no."""
    rows = [
        head("Jeg siger ja eller nej til, at …", "Ja", "Nej"),
        row(asked("fælles_skema?", p(
                "**1.** mine sager i {{ afdelinger | liste }} bliver samlet i ét fælles skema, så "
                "alle arbejder efter den samme plan.", "Tabeltekst")),
            "{{ samtykke.fælles_skema.ja }}", "{{ samtykke.fælles_skema.nej }}"),
        row(asked("udveksling?", p(
                "**2.** de personer, der er sat kryds ved nedenfor, må hente oplysninger om mig "
                "hos hinanden og give dem videre til hinanden, når det har med møderne at gøre.",
                "Tabeltekst")),
            "{{ samtykke.udveksling.ja }}", "{{ samtykke.udveksling.nej }}"),
    ]  # fmt: skip
    return table("Skema", (8012, 700, 700), rows, "De to spørgsmål med ja og nej")


def who_and_what() -> Xml:
    """Return with whom and what, side by side, and then the form's other lines."""
    person = control("{{ person.rute }}", p(
        "{{ person.navn }}{% if person.funktion %}, {{ person.funktion }}{% endif %}\t"
        "{{ person.kryds }}", "Krydslinje"))  # fmt: skip
    gone = p("{{ person.navn }} er ikke med. Trukket tilbage den {{ person.dato | dato }}.",
             "Linje")  # fmt: skip
    left = "".join((
        when("altid_med", p("{{ altid_med | liste }} arbejder med hele sagen.", "Linje")),
        each("person in team", person),
        each("sted in organisationer", p("{{ sted }}: alle derfra, som er på holdet", "Linje")),
        when("ikke_med", p("Ikke med: {{ ikke_med | liste }}.", "Linje")),
        each("person in trukket_tilbage", gone),
        p("", "Celleslut"),
    ))  # fmt: skip
    right = "".join((
        p("**Det må de dele:**", "Tabeltekst"),
        lines("oplysninger", "samtykke.oplysninger"),
        p("**Det må de ikke dele:**", "Etiket"),
        lines("må_ikke_udveksles", "samtykke.må_ikke_udveksles"),
        p("", "Celleslut"),
    ))  # fmt: skip
    rows = [
        head("Hvem må dele oplysninger om mig?", "Hvad må de dele?"),
        row(left, right, splits=True),
    ]
    others = [row(*other("venstre"), *other("højre"), repeat="linje in andre")]
    return "".join((
        p("", "Celleslut"),
        table("Skema", (5306, 4106), rows, "Hvem der må dele, og hvad"),
        when("andre",
             p("**Andre, der kan sættes kryds ved.** Skriv navnet bag. Skriv også, hvilke slags "
               "oplysninger I mener, også de fortrolige; det er ikke nok at skrive »alt«.",
               "Tæt", keep=True),
             table("Usynlig", (2950, 1300, 456) * 2, others, "Andre, der kan sættes kryds ved"),
             p("Antal kryds ved personer i alt: ________. Kryds, der er sat efter underskriften, "
               "gælder ikke.", "Tæt", keep=True)),
        when("underskrevet",
             p("Der er skrevet under på {{ team | length }} kryds ved personer. Skal flere være "
               "med, bliver der skrevet under igen.", "Tæt", keep=True)),
    ))  # fmt: skip


def other(side: str) -> tuple[Xml, ...]:
    """Return a line to write somebody's name on: the role, room for the name, the box."""
    return (
        p(f"{{{{ linje.{side}.tekst }}}}", "Linje"),
        room("modtagere[].person", "Linje") + end_of_cell(),
        p(f"{{{{ linje.{side}.kryds }}}}", "Linje"),
    )


def signed_on(list_: str) -> Row:
    """Return the row of somebody who signs, with the day as a control."""
    name = p("{{ u.navn }}", "Tabelmål", keep=True) + p("{{ u.som }}", "Lille", keep=True)
    day = "{{ u.dato | dato | default('') }}"
    named = answer("{{ u.sted.rute }}", "u.dato", text=day, keep=True) + end_of_cell()
    dated = when("u.sted", named, otherwise=[p(day, "Tabeltekst", keep=True)])
    signed = p("{% if u.dato %}Underskrevet{% endif %}", "Tabeltekst", keep=True)
    numbers = [p("{{ u.cpr | default('') }}", "Tabeltekst", keep=True)]
    cells = (name, *(numbers if list_ == "underskrifter" else ()), dated, signed)
    return row(*cells, repeat=f"u in {list_}", height=540)


def signatures() -> Xml:
    """Return the lines for exactly those who must sign, below the last question."""
    rows = [head("Navn", "CPR-nummer", "Dato", "Underskrift"), signed_on("underskrifter")]
    return "".join((
        p("Jeg ved, hvad samtykket går ud på. Jeg ved også, at jeg når som helst kan trække det "
          "tilbage, helt eller for en enkelt, med sedlen på bagsiden.", "Tæt", keep=True),
        table("Skema", (3100, 1500, 1900, 2912), rows, "Underskrifter"),
    ))  # fmt: skip


def still_to_sign() -> Xml:
    """Return what came later than the signatures, with lines to sign it."""
    rows = [head("Navn", "Dato", "Underskrift på det nye"), signed_on("nye_underskrifter")]
    return when(
        "mangler_underskrift",
        p("", "Lille"),
        p("**Ændret efter underskriften. Mangler underskrift.** Det her kom med senere og gælder "
          "først, når alle har skrevet under på det:", "Tæt", keep=True),
        each("ting in mangler_underskrift", p("{{ ting }}", "Tabelpunkt", keep=True)),
        table("Skema", (4000, 1900, 3512), rows, "Underskrifter på det nye"),
    )  # fmt: skip


def privacy() -> Xml:
    """Return what the reader must be told of how the data are used (GDPR article 13)."""
    lines = (
        ("Ansvarlig", "dataansvarlig"),
        ("Bruges til", "formål"),
        ("Rådgiver", "rådgiver"),
        ("Bliver gemt", "opbevaring"),
        ("Dine rettigheder", "rettigheder"),
        ("Klage", "klage"),
    )
    box = p("Om dine oplysninger", "Heading2") + "".join(
        p(f"**{name}:** {{{{ oplysningspligt.{key} }}}}.", "Linje") for name, key in lines
    )
    box += p("**Deles med:** dem, der er sat kryds ved. Du kan trække samtykket tilbage; det, der "
             "er delt inden, kan ikke hentes igen.", "Linje")  # fmt: skip
    box += when("love", p("**Efter:** {{ love | join('; ') }}.", "Linje"))
    return p("", "Lille") + table("Boks", (_WIDE,), [row(box)], "Om behandlingen af oplysninger")


def slip() -> Xml:
    """Return the slip with which the consent is taken back."""
    boxes = "".join((
        control("seddel.helt", p(
            "**helt**: for alle og for det hele\t{{ tom_boks }}", "Krydslinje")),
        when("team", control("seddel.personer", each(
            "person in team", p("for {{ person.navn }}\t{{ tom_boks }}", "Krydslinje")))),
        control("seddel.person", p("for denne person:\t{{ tom_boks }}", "Krydslinje")),
        room("seddel.navn", "Linje"), end_of_cell(),
    ))  # fmt: skip
    places = (room("seddel.af") + end_of_cell(), room("seddel.dato") + end_of_cell(), "")
    signing = [head("Navn", "Dato", "Underskrift"), row(*places, height=600)]
    return "".join((
        p("Seddel: Jeg trækker mit samtykke tilbage", "Heading2"),
        p("Brug sedlen, når du vil. Du behøver ikke skrive hvorfor. Fra den dag, vi har den, deler "
          "vi ikke mere på grund af samtykket. **Samtykket handler om** {{ ung.navn }}, sagsnummer "
          "{{ sag.nummer }}. Giv sedlen til {{ koordinator.navn }}, eller send den med Digital "
          "Post til {{ kommune.navn }}{% if kommune.postadresse %} eller med posten til "
          "{{ kommune.postadresse }}{% endif %}.", keep=True),
        table("Fakta", (_WIDE,), [row(boxes)], "Hvem samtykket trækkes tilbage for"),
        p("", "Lille"),
        table("Skema", (4000, 1800, 3612), signing, "Underskrift på sedlen"),
    ))  # fmt: skip


def consent() -> Document:
    """Return the consent."""
    body = "".join((
        p("Samtykke", "Title"),
        p("Hvem må vide hvad om {{ ung.navn }}?", "Subtitle"),
        notice("samtykke.tilbagekaldt", "**Samtykket er trukket tilbage den "
               "{{ samtykke.tilbagekaldt | dato }}.** Intet må deles, før der er givet et nyt."),
        notice("skal_fornyes", "**Samtykket skal gives igen**, fordi du er blevet myndig, siden "
               "det blev skrevet. Sæt selv de kryds, du vil have, og ret i teksterne."),
        p("Skal flere hjælpe dig med én fælles plan, er de nødt til at kunne tale sammen om dig. "
          "Her siger du ja eller nej til det, og de må kun dele det, der er brug for. Nogle gange "
          "skal eller må noget deles, selv om du siger nej; det står i loven, for eksempel når "
          "{% if myndig %}nogen er i fare{% else %}nogen er bekymret for, hvordan et barn eller en "
          "ung har det{% endif %}."),
        who_decides(),
        two_questions(),
        who_and_what(),
        signatures(),
        privacy(),
        still_to_sign(),
        slip(),
    ))  # fmt: skip
    own = look.dense_line("Linje", "Linje i skema") + look.box_line("Krydslinje", "Linje med kryds")
    own += look.dense_line("Etiket", "Etiket")
    own += look.dense_text("Tæt", "Tæt tekst")
    return replace(document("Samtykke", body, _SIZE), styles=own, edges=(907, 850),
                   first_header=one_line((5000, 4412)))  # fmt: skip


TEMPLATES = {"samtykke.docx": consent}
